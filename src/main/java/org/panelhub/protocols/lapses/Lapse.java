package org.panelhub.protocols.lapses;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * Something that lapses, or begins, on a day.
 *
 * @param on the last day on which it holds; of a new edition the first day
 * @param whose the signatory or the member; null where it is nobody's
 * @param subject the protocol or the panel
 * @param subjectId its id
 * @param own whether it is the viewer's own undertaking
 */
@TemplateData
public record Lapse(LocalDate on, Kind kind, String whose, String subject, UUID subjectId, boolean own, LocalDate today) {

    /** What happens that day. */
    @TemplateData
    public enum Kind {
        BEGINS("Edition begins", "grey"), ENDS("Edition ends", "yellow"), REVIEW("Review", "blue"), SIGNATURE("Signature ends", "yellow"), UNDERTAKING("Undertaking ends", "purple");

        private final String label;
        private final String colour;

        Kind(String label, String colour) {
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

    public boolean overdue() {
        return on.isBefore(today);
    }

    /** Where one can do something about it; null where only somebody else can. */
    public String path() {
        if (kind == Kind.UNDERTAKING) {
            return own ? "/undertakings/" + subjectId : null;
        }
        return "/protocols/" + subjectId;
    }
}
