package org.panelhub.actions;

import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;

/** Nobody of that agency can open the case today, for whatever reason, or it owns the action already: an offer opens nothing. */
public class NotOfferable extends Invalid {
    private static final long serialVersionUID = 1L;

    NotOfferable() {
        super(Errors.one("agency", "Choose one of the agencies listed: in others nobody can open this today"));
    }
}
