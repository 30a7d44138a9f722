package org.panelhub.trigger.rules;

import java.time.LocalDate;

/**
 * Days on which the clocks of an application stand still, always with a reason.
 *
 * @param from the first day that does not count
 * @param until the first that counts again; null while it lasts
 */
public record Pause(LocalDate from, LocalDate until, String reason) {

    /** @throws IllegalArgumentException when it has no reason, or ends before it begins */
    public Pause {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("A clock is paused only with a reason");
        }
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("A pause ends before it begins");
        }
    }

    /** One that lasts has taken today, and says nothing about tomorrow. */
    boolean takes(LocalDate day, LocalDate today) {
        return !day.isBefore(from) && (until == null ? !day.isAfter(today) : day.isBefore(until));
    }
}
