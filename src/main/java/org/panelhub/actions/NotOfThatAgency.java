package org.panelhub.actions;

import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;

/** The person named to do an action does not work for the agency that owns it. */
public class NotOfThatAgency extends Invalid {
    private static final long serialVersionUID = 1L;

    NotOfThatAgency() {
        super(Errors.one("person", "Choose someone who works for the agency, or nobody"));
    }
}
