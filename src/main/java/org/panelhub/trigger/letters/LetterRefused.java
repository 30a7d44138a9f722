package org.panelhub.trigger.letters;

import org.panelhub.page.Conflict;
import org.panelhub.page.Errors;

/** A letter that cannot be written or sent so. Says why, in words for its writer. */
public class LetterRefused extends Conflict {

    private static final long serialVersionUID = 1L;
    private final String field;

    /** @param field of the form that was sent, beside which the reason is shown */
    LetterRefused(String field, String why) {
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
