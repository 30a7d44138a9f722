package org.panelhub.page;

/**
 * What was sent is not right; one message a field (422). A page shows its form again instead, with the messages beside the fields; the
 * API throws this.
 */
public class Invalid extends Problem {

    private static final long serialVersionUID = 1L;
    private final transient Errors errors;

    public Invalid(Errors errors) {
        super(422, "There is a problem with what was sent", "Some fields are missing or not right.");
        this.errors = errors;
    }

    /** Throws when there are errors. */
    public static void unless(Errors errors) {
        if (errors.any()) {
            throw new Invalid(errors);
        }
    }

    @Override
    public Errors errors() {
        return errors == null ? Errors.none() : errors;
    }
}
