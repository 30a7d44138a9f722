package org.panelhub.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Stream;

import org.panelhub.identity.Viewer;

/** What every page of a viewer hangs from: who it is, its offices, its seats with what they stand by, and its places on case teams. */
final class Standing {

    private Standing() {
    }

    /** A sum of it and of what the page shows; of two viewers it is never the same. */
    static String with(Viewer viewer, String shown) {
        var parts = Stream.of(Stream.of(viewer.memberId(), viewer.agencyId()), viewer.offices().stream(), viewer.seats().stream(), viewer.team().stream()).flatMap(s -> s).map(String::valueOf).sorted().toList();
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((parts + shown).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
