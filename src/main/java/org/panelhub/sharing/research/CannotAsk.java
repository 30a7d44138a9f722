package org.panelhub.sharing.research;

/** A request or an answer that cannot stand as it is; the message may be shown beside the field. */
public class CannotAsk extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    CannotAsk(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
