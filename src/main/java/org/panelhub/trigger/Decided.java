package org.panelhub.trigger;

import java.time.Instant;
import java.time.LocalDate;

import org.panelhub.trigger.rules.Route;

import io.quarkus.qute.TemplateData;

/**
 * The threshold decision that holds (2014 Act, section 104(4) and (5)).
 *
 * @param number 1 for the first of an application
 * @param way the route by which the threshold is met; null where it is not
 * @param why in plain words, as the applicant is told
 * @param against why it differs from what the hub found; empty where it does not
 */
@TemplateData
public record Decided(int number, boolean met, String way, LocalDate on, String why, String against, Instant at, String by) {

    public Route route() {
        return way == null ? null : Route.valueOf(way);
    }

    /** For a letter: by which rule, and why. */
    public String letterWords() {
        return route() == null ? why : said(route()) + "\n\n" + why;
    }

    private static String said(Route route) {
        return switch (route) {
            case NUMBER -> "Enough of the reports count.";
            case PERSISTENCE -> "We looked at how long it has gone on.";
            case HARM -> "We looked at the harm it does or could do.";
            case ADEQUACY -> "We looked at what was done about it.";
            case HATE -> "Enough hate incidents were told to us.";
            case COMMUNITY -> "Enough different people told us.";
            case DISCRETION -> "We may say yes for a person who is at special risk.";
        };
    }
}
