package org.panelhub.actions;

import java.time.LocalDate;

/** An action cannot be due before the meeting that agrees it, nor on a day that has passed. */
public class DueTooEarly extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient LocalDate earliest;

    DueTooEarly(LocalDate earliest) {
        super("An action cannot be due before the meeting that agrees it, nor on a day that has passed");
        this.earliest = earliest;
    }

    /** The first day on which it may be due. */
    public LocalDate earliest() {
        return earliest;
    }
}
