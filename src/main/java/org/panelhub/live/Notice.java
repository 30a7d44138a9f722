package org.panelhub.live;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What PostgreSQL tells after a change: the table, whether it may matter to anyone of the partnership, and the ids that it names. */
record Notice(String table, UUID partnershipId, boolean anyones, Set<UUID> ids) {

    private static final int PARTS = 4;

    /** @return empty when it is no notice of the hub's */
    static Optional<Notice> of(String payload) {
        var parts = payload.split("\\|", -1);
        return parts.length == PARTS ? Watched.id(parts[1]).map(partnership -> new Notice(parts[0], partnership, parts[2].equals("t"), Watched.ids(parts[3]))) : Optional.empty();
    }

    /** Whoever signs out leaves every page. */
    boolean signedOut() {
        return table.equals("entry");
    }

    /** Whether the page may stand otherwise now. */
    boolean matters(Onlooker page) {
        var about = page.about();
        return page.partnershipId().equals(partnershipId) && (anyones || about.isEmpty() || ids.contains(page.memberId()) || about.stream().anyMatch(ids::contains));
    }
}
