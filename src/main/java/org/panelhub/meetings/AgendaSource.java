package org.panelhub.meetings;

import java.util.List;
import java.util.UUID;

/**
 * Where lines of an agenda come from. The agenda asks every source for what waits to be heard: accepted cases, reviews that fall due, the
 * last meeting's actions and what it did not reach, and in time community triggers and problem profiles, whose rooms implement this.
 */
public interface AgendaSource {

    /** What the coordinator reads above the proposals of this source. */
    String heading();

    /** Sources are asked, and shown, in this order. */
    int order();

    /** What waits for this meeting and is not yet on its agenda, within what the viewer may see. Minutes are the panel's usual ones. */
    List<Proposal> proposals(Meeting meeting, int minutesPerCase);

    /**
     * A line that may be put on the agenda.
     *
     * @param caseId the case it is about, or null
     * @param why what makes it wait, in a few words; it stays with the coordinator
     * @param late whether it came after the meeting's cut-off, so that it is heard by the chair's leave only
     */
    record Proposal(AgendaKind kind, UUID caseId, String title, String why, int minutes, boolean late) {

        public Proposal(AgendaKind kind, UUID caseId, String title, String why, int minutes) {
            this(kind, caseId, title, why, minutes, false);
        }

        /** Tells one proposal from another in a form. */
        public String key() {
            return kind.name() + (caseId != null ? "." + caseId : kind == AgendaKind.NOTE ? "." + Integer.toHexString(title.hashCode()) : "");
        }
    }
}
