package org.panelhub.plans;

import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;

/** A plan is reviewed after the day it is written. */
public class ReviewInThePast extends Invalid {
    private static final long serialVersionUID = 1L;

    ReviewInThePast() {
        super(Errors.one("review", "The day of the next review must be after today"));
    }
}
