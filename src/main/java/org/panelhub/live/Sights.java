package org.panelhub.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.panelhub.identity.Viewer;
import org.panelhub.identity.Viewers;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads how a watched thing stands for the viewer of the transaction. */
@ApplicationScoped
class Sights {

    private static final String STANDING = "standing";

    private final List<Watched> kinds;
    private final Viewers viewers;
    private final Remembered remembered;

    Sights(@All List<Watched> kinds, Viewers viewers, Remembered remembered) {
        this.kinds = kinds;
        this.viewers = viewers;
        this.remembered = remembered;
    }

    /** What was seen, by whom. */
    record Seen(String sum, Set<UUID> about, Viewer viewer) {
    }

    /** Empty when it is not there or not theirs to see, and when the viewer has no account any more. For a transaction that only reads: what it finds may be remembered. */
    Optional<Seen> sum(String kind, String key) {
        return viewers.find().flatMap(v -> seen(v, kind.equals(STANDING) ? see(v, kind, key) : remembered.see(v, kind, key, () -> see(v, kind, key))));
    }

    /** The same for a transaction that has written, which may yet come to nothing. */
    Optional<Seen> sumAfterWriting(String kind, String key) {
        return viewers.find().flatMap(v -> seen(v, see(v, kind, key)));
    }

    private static Optional<Seen> seen(Viewer viewer, Optional<Watched.Sight> sight) {
        return sight.map(s -> new Seen(Standing.with(viewer, s.sum()), s.about(), viewer));
    }

    private Optional<Watched.Sight> see(Viewer viewer, String kind, String key) {
        return kind.equals(STANDING) ? Optional.of(Watched.Sight.of("", viewer.memberId())) : kind(kind).flatMap(w -> w.see(key));
    }

    String path(String kind, String key) {
        return kind(kind).map(w -> w.path(key)).orElse("/");
    }

    private Optional<Watched> kind(String kind) {
        return kinds.stream().filter(w -> w.kind().equals(kind)).findFirst();
    }
}
