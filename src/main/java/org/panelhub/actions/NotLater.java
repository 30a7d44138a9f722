package org.panelhub.actions;

import java.time.LocalDate;

import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;

/** What is asked for is a later day than the one that stands, and one that lies ahead. */
public class NotLater extends Invalid {
    private static final long serialVersionUID = 1L;

    /** @param last the last day that is too early */
    NotLater(LocalDate last) {
        super(Errors.one("later", "The later day must be after " + Dates.day(last)));
    }
}
