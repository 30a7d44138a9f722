package org.panelhub.meetings;

/** Someone else changed the agenda while this writer had it open. */
public class AgendaMoved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AgendaMoved() {
        super("Someone else changed this agenda while you had it open");
    }
}
