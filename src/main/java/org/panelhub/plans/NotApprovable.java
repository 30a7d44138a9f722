package org.panelhub.plans;

import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;

/** The edition is not one that this viewer can approve now. */
public class NotApprovable extends Invalid {
    private static final long serialVersionUID = 1L;

    NotApprovable(String why) {
        super(Errors.one("words", why));
    }
}
