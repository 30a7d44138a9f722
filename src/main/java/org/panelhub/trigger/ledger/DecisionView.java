package org.panelhub.trigger.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.panelhub.trigger.rules.Route;

import io.quarkus.qute.TemplateData;

/**
 * A threshold decision as it was taken, with what it was judged by then.
 *
 * @param route null where the threshold is not met
 * @param found null where it was not kept
 */
@TemplateData
public record DecisionView(int number, boolean met, Route route, LocalDate on, String why, String against, List<Weighed> weighed, Judged found, Instant at, String by) {

    /** What a person found of a route. */
    @TemplateData
    public record Weighed(Route route, boolean found, String why) {
    }

    public String label() {
        return met ? "Threshold met" : "Threshold not met";
    }

    public String colour() {
        return met ? "purple" : "yellow";
    }
}
