package org.panelhub.minutes;

/** A step was asked for out of its order. The message says, to a person, what comes first. */
public class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReady(String message) {
        super(message);
    }
}
