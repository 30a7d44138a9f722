package org.panelhub.identity;

/** The person has signed in, but no active member account is linked to that sign-in. */
public class NotLinked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotLinked() {
        super("This sign-in is not linked to an account");
    }
}
