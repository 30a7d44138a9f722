package org.panelhub.actions;

/** The person named to do an action does not work for the agency that owns it. */
public class NotOfThatAgency extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotOfThatAgency() {
        super("The person does not work for the agency that owns the action");
    }
}
