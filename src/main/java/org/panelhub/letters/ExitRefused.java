package org.panelhub.letters;

import org.panelhub.page.Conflict;
import org.panelhub.page.Errors;

/** A step towards the end of a case that cannot be taken now. Says why, in words for the person who tried. */
public class ExitRefused extends Conflict {
    private static final long serialVersionUID = 1L;
    private final String field;

    /** @param field of the form that was sent, beside which the reason is shown */
    ExitRefused(String field, String why) {
        super("This cannot be done now", why);
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
