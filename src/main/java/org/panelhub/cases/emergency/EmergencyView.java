package org.panelhub.cases.emergency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * A case that was opened in an emergency, for those who answer for it.
 *
 * @param agency null for a member of no agency
 * @param own whether the viewer opened it; nobody reviews its own
 * @param endedAt null unless it was closed before its time
 * @param reads how many things were read under it
 * @param outcomeName null until it was reviewed
 */
@TemplateData
public record EmergencyView(UUID id, String reference, String panel, String member, String agency, Boolean own, String openedAs, String reason, Instant openedAt, Instant until,
        Instant endedAt, LocalDate reviewBy, Long reads, String outcomeName, String note, String reviewer, Instant reviewedAt, Instant now, LocalDate today) {

    /** What a review finds. */
    public enum Outcome {
        JUSTIFIED("Justified", "green"), NOT_JUSTIFIED("Not justified", "red");

        private final String label;
        private final String colour;

        Outcome(String label, String colour) {
            this.label = label;
            this.colour = colour;
        }

        public String label() {
            return label;
        }

        public String colour() {
            return colour;
        }
    }

    public String who() {
        return agency == null ? member : member + ", " + agency;
    }

    public String openedAsText() {
        return openedAs.equals("CHAIR") ? "chair, on a sealed case" : "duty officer";
    }

    public boolean open() {
        return endedAt == null && until.isAfter(now);
    }

    /** When it stopped, or will. */
    public Instant end() {
        return endedAt == null ? until : endedAt;
    }

    public boolean reviewed() {
        return outcomeName != null;
    }

    public boolean overdue() {
        return !reviewed() && reviewBy.isBefore(today);
    }

    public String stateText() {
        return reviewed() ? Outcome.valueOf(outcomeName).label() : open() ? "Open now" : overdue() ? "Review overdue" : "To review";
    }

    public String stateColour() {
        return reviewed() ? Outcome.valueOf(outcomeName).colour() : open() || overdue() ? "red" : "yellow";
    }
}
