package org.panelhub.actions;

import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;

/** A later day than the one that was agreed is a chair's to agree to. */
public class LaterDay extends Invalid {
    private static final long serialVersionUID = 1L;

    LaterDay() {
        super(Errors.one("due", "A later day is for the chair to agree to: ask for it on the page of the action"));
    }
}
