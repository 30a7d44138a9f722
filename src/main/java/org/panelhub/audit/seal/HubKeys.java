package org.panelhub.audit.seal;

import java.util.Optional;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** The keys of this hub, from its configuration. A key that is none stops the start. */
@Startup
@Singleton
class HubKeys {

    private final SealKey inUse;
    private final KnownKeys known;

    HubKeys(@ConfigProperty(name = "hub.record.key") String key, @ConfigProperty(name = "hub.record.earlier-keys") Optional<String> earlier) {
        inUse = SealKey.of(key);
        known = KnownKeys.of(inUse, earlier.orElse(""));
    }

    SealKey inUse() {
        return inUse;
    }

    KnownKeys known() {
        return known;
    }
}
