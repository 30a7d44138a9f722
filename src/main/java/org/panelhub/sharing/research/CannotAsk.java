package org.panelhub.sharing.research;

import org.panelhub.page.Errors;
import org.panelhub.page.Problem;

/** A request or an answer that cannot stand as it is; the message may be shown beside the field. */
public class CannotAsk extends Problem {
    private static final long serialVersionUID = 1L;
    private final String field;

    CannotAsk(String field, String message) {
        super(422, "This cannot be done", message);
        this.field = field;
    }

    public String field() {
        return field;
    }

    @Override
    public Errors errors() {
        return Errors.one(field, getMessage());
    }
}
