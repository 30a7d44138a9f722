package org.panelhub.cases.conflicts;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * A conflict of interest as the chair who decides on it is shown it.
 *
 * @param kind what was found, and where
 * @param reference of the case, or of an application for a case review; null while there is only a referral
 * @param person with whom the hub found it; null where it was declared or set, and for the chair of another panel, who sees nothing of the case
 * @param agrees in words, how far the two agree; null where nothing was compared
 * @param reason as the member declared it, or null
 * @param decidedAt when a chair confirmed it, or null
 */
@TemplateData
public record ConflictView(UUID id, Kind kind, UUID caseId, UUID panelId, String panel, String reference, String member, String agency, UUID memberId, String person, String agrees, String reason,
        Instant since, String decidedBy, Instant decidedAt, String decidedReason) {

    /** What was found. */
    @TemplateData
    public enum Kind {
        PARTY, RELATION, DECLARED, SET, HINT;

        /** To follow the member's name. */
        public String words() {
            return switch (this) {
                case PARTY -> "is a party, by the name and date of birth that the member gave";
                case RELATION -> "knows a person in it privately, as the member entered on its own list";
                case DECLARED -> "declared a conflict of interest";
                case SET -> "was shut out by the chair or coordinator";
                case HINT -> "bears a rare surname that a person in it bears too";
            };
        }
    }

    public String who() {
        return member == null ? "A member" : agency == null ? member : member + ", " + agency;
    }

    /** "RV-7K4QM", or what stands for a case that there is not yet. */
    public String about() {
        return reference == null || reference.isEmpty() ? "a referral" : reference;
    }

    public boolean hint() {
        return kind == Kind.HINT;
    }

    /** Decided by the chair of another panel, who sees no more than this. */
    public boolean elsewhere() {
        return caseId == null && panelId == null;
    }
}
