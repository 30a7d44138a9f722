package org.panelhub.plans;

/** A plan is reviewed after the day it is written. */
public class ReviewInThePast extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReviewInThePast() {
        super("The review of a plan must be after today");
    }
}
