package org.panelhub.page;

import java.util.Optional;
import java.util.UUID;

/** Ids as they come from a form or an address: what is none is absent. */
public final class Ids {

    private Ids() {
    }

    public static Optional<UUID> parse(String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(typed.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
