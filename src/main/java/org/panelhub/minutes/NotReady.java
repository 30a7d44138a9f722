package org.panelhub.minutes;

import org.panelhub.page.Conflict;

/** A step was asked for out of its order. The message says, to a person, what comes first. */
public class NotReady extends Conflict {
    private static final long serialVersionUID = 1L;

    NotReady(String message) {
        super("Not yet, or not again", message);
    }
}
