package org.panelhub.minutes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A paragraph as the record gives it, before anyone edited it.
 *
 * @param source what it was written from, such as {@code decision} and its id: the same source gives the same paragraph each time
 * @param position where it stands in the minutes
 * @param agencyId whose information it is, or null
 * @param items the items it was written from, all of which a reader must see
 */
record Drafted(String source, int position, Heading heading, UUID caseId, UUID agendaItemId, UUID agencyId, String body, List<UUID> items) {

    static Drafted general(String source, int position, Heading heading, String body) {
        return new Drafted(source, position, heading, null, null, null, body, List.of());
    }

    static Drafted onCase(String source, int position, Heading heading, UUID caseId, UUID agendaItemId, String body) {
        return new Drafted(source, position, heading, caseId, agendaItemId, null, body, List.of());
    }

    /** Derived, so that two who write at once make one paragraph, and so that an edited one is found again. */
    UUID idIn(UUID minutesId) {
        return UUID.nameUUIDFromBytes((minutesId + " " + source).getBytes(StandardCharsets.UTF_8));
    }
}
