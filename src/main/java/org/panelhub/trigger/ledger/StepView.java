package org.panelhub.trigger.ledger;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * What was done with a complaint, by whom, when and why.
 *
 * @param stood of a change, what stood before
 */
@TemplateData
public record StepView(UUID complaint, String what, String why, String stood, Instant at, String by) {

    /** What can be done with a complaint. The last word on whether it stays, and the last on whether it qualifies, hold. */
    enum Kind {
        CHANGED("Changed"), REMOVED("Taken out of the count"), PUT_BACK("Put back"), QUALIFIES("Decided: qualifies"), DOES_NOT_QUALIFY("Decided: does not qualify"), BY_DATES("Decided: the dates alone say");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        boolean ofPlace() {
            return this == REMOVED || this == PUT_BACK;
        }

        boolean ofRuling() {
            return this == QUALIFIES || this == DOES_NOT_QUALIFY || this == BY_DATES;
        }
    }

    Kind kind() {
        return Kind.valueOf(what);
    }

    public String label() {
        return kind().label;
    }
}
