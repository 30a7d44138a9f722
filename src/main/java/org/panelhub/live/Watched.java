package org.panelhub.live;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of thing that open pages show, such as cases. The room whose thing it is tells how it stands for the viewer of the transaction; reading it records
 * nothing and tells no word of it.
 */
public interface Watched {

    /** The first word of its address, such as "cases". */
    String kind();

    /**
     * How it stands for the viewer now.
     *
     * @param key what comes second in its address, such as a reference
     * @return empty when there is no such thing, or not for this viewer
     */
    Optional<Sight> see(String key);

    /** For what is addressed by its id; empty for anything else. */
    static Optional<UUID> id(String key) {
        return key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(key)) : Optional.empty();
    }

    /** Ids as PostgreSQL lists them, with commas between; none for null. What is no id is passed over. */
    static Set<UUID> ids(String listed) {
        return listed == null ? Set.of() : Stream.of(listed.split(",")).map(Watched::id).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** The page of it, for who wants to see it anew. */
    default String path(String key) {
        return "/" + kind() + "/" + key;
    }

    /**
     * What one viewer sees, summed up.
     *
     * @param sum another one whenever anything of it is; it tells nothing else
     * @param about the ids of which a change must name one to matter here: of the thing itself, and of all whose seal, end or withdrawal would change what is seen of it. None where any
     *        change may
     */
    record Sight(String sum, Set<UUID> about) {

        public static Sight of(String sum, UUID... about) {
            return new Sight(sum, Set.of(about));
        }

        /** @param about the ids, as {@link Watched#ids} reads them */
        public static Sight of(String sum, String about) {
            return new Sight(sum, ids(about));
        }
    }
}
