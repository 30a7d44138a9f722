package org.panelhub.live;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import org.panelhub.identity.Viewer;
import org.panelhub.live.Watched.Sight;

import com.github.benmanes.caffeine.cache.Caffeine;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The sums that this node worked out and that nothing heard since may have changed, so that the tabs of a case and the line of a page do not each have the
 * database sum up again what stands as it stood. Each belongs to one member with the standing it has in this transaction, and is forgotten by whatever would have the
 * page of that member looked at again. While changes are not heard nothing is remembered.
 *
 * <p>A sum is never newer than the page that carries it, however late a change is heard: the page is then read once more for nothing, and never left as it was.
 */
@ApplicationScoped
class Remembered {

    /** About 400 bytes each. */
    private static final int MOST = 5_000;

    private final ConcurrentMap<Of, Known> sums = Caffeine.newBuilder().maximumSize(MOST).<Of, Known> build().asMap();
    private volatile boolean hearing;

    private record Of(String standing, String kind, String key) {

        static Of by(Viewer viewer, String kind, String key) {
            return new Of(Standing.with(viewer, ""), kind, key);
        }
    }

    /** Compared by identity: the same sum worked out twice is two of them. A sight of null is being worked out, and any change may matter to it. */
    private static final class Known {

        private final UUID partnershipId;
        private final UUID memberId;
        private final Sight sight;

        Known(Viewer viewer, Sight sight) {
            this.partnershipId = viewer.partnershipId();
            this.memberId = viewer.memberId();
            this.sight = sight;
        }

        boolean isTouchedBy(Notice notice) {
            return sight == null ? notice.partnershipId() == null || notice.partnershipId().equals(partnershipId) : notice.matters(partnershipId, memberId, sight.about());
        }
    }

    /** What is remembered, else what is worked out now, which is remembered unless something was heard meanwhile. To what any change may matter nothing is remembered. */
    Optional<Sight> see(Viewer viewer, String kind, String key, Supplier<Optional<Sight>> see) {
        if (!hearing) {
            return see.get();
        }
        var of = Of.by(viewer, kind, key);
        var known = sums.get(of);
        if (known != null && known.sight != null) {
            return Optional.of(known.sight);
        }
        // Laid down before the database is asked, so that a change that is heard in between takes it away again.
        var working = new Known(viewer, null);
        sums.put(of, working);
        var seen = see.get();
        if (seen.isPresent() && !seen.get().about().isEmpty()) {
            sums.replace(of, working, new Known(viewer, seen.get()));
        } else {
            sums.remove(of, working);
        }
        return seen;
    }

    /** Whether the page of this viewer stands as it is remembered, by a sum that nothing heard since has touched. */
    boolean isStill(Sights.Seen seen, String kind, String key) {
        var known = sums.get(Of.by(seen.viewer(), kind, key));
        return known != null && known.sight != null && Standing.with(seen.viewer(), known.sight.sum()).equals(seen.sum());
    }

    void hears(List<Notice> notices) {
        sums.values().removeIf(known -> notices.stream().anyMatch(known::isTouchedBy));
    }

    /** Time has passed, or something may have gone unheard. */
    void forgetsAll() {
        sums.clear();
    }

    /** From now on each change is heard, or, no longer. */
    void isHearing(boolean from) {
        hearing = from;
        sums.clear();
    }
}
