package org.panelhub.actions;

import java.time.LocalDate;

import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;

/** An action cannot be due before the meeting that agrees it, nor on a day that has passed. */
public class DueTooEarly extends Invalid {
    private static final long serialVersionUID = 1L;

    private final transient LocalDate earliest;

    /** @param earliest the first day on which it may be due */
    DueTooEarly(LocalDate earliest) {
        super(Errors.one("due", "The day it is due must be " + Dates.day(earliest) + " or later: not before the meeting that agrees it, nor a day that has passed"));
        this.earliest = earliest;
    }

    /** The first day on which it may be due. */
    public LocalDate earliest() {
        return earliest;
    }
}
