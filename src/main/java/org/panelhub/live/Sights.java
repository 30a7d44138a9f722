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

    Sights(@All List<Watched> kinds, Viewers viewers) {
        this.kinds = kinds;
        this.viewers = viewers;
    }

    /** What was seen, by whom. */
    record Seen(String sum, Set<UUID> about, Viewer viewer) {
    }

    /** Empty when it is not there or not theirs to see, and when the viewer has no account any more. */
    Optional<Seen> sum(String kind, String key) {
        var viewer = viewers.find();
        if (viewer.isEmpty()) {
            return Optional.empty();
        }
        var sight = kind.equals(STANDING) ? Optional.of(Watched.Sight.of("", viewer.get().memberId())) : kind(kind).flatMap(w -> w.see(key));
        return sight.map(s -> new Seen(Standing.with(viewer.get(), s.sum()), s.about(), viewer.get()));
    }

    String path(String kind, String key) {
        return kind(kind).map(w -> w.path(key)).orElse("/");
    }

    private Optional<Watched> kind(String kind) {
        return kinds.stream().filter(w -> w.kind().equals(kind)).findFirst();
    }
}
