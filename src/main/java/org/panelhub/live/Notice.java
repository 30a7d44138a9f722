package org.panelhub.live;

import java.util.UUID;

/** What PostgreSQL tells after a change: the table, and the ids that the row names; null where it names none. */
record Notice(String table, UUID partnershipId, UUID rowId, UUID caseId, UUID meetingId, UUID memberId) {

    private static final int PARTS = 6;

    /** @return null when it is no notice of the hub's */
    static Notice of(String payload) {
        var parts = payload.split("\\|", -1);
        return parts.length == PARTS ? new Notice(parts[0], id(parts[1]), id(parts[2]), id(parts[3]), id(parts[4]), id(parts[5])) : null;
    }

    /** Whoever signs out leaves every page. */
    boolean signedOut() {
        return table.equals("entry");
    }

    /** Whether the page may stand otherwise now: what is not about one case, meeting or member may decide what anyone of the partnership sees. */
    boolean matters(Onlooker page) {
        if (!page.partnershipId().equals(partnershipId)) {
            return false;
        }
        var about = page.about();
        return about.isEmpty() || page.memberId().equals(memberId) || caseId == null && meetingId == null && memberId == null
                || caseId != null && about.contains(caseId) || meetingId != null && about.contains(meetingId) || rowId != null && about.contains(rowId);
    }

    private static UUID id(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }
}
