package org.panelhub.time;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The one clock of the hub's Java, in London time; inject {@link Clock}. It agrees with {@code hub.now()} of PostgreSQL: an offset exists
 * in the demo and in tests only, where {@code hub.clock_offset()} is replaced by the same value.
 */
@Singleton
public class HubClock {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Clock clock;

    /** @throws IllegalStateException when an offset is set in production, where time cannot be moved */
    HubClock(@ConfigProperty(name = "hub.clock.offset") Optional<Duration> offset) {
        if (offset.isPresent() && LaunchMode.current() == LaunchMode.NORMAL && !ConfigUtils.isProfileActive("demo")) {
            throw new IllegalStateException("hub.clock.offset is for the demo and for tests; take it away.");
        }
        Clock real = Clock.system(LONDON);
        clock = offset.map(o -> Clock.offset(real, o)).orElse(real);
    }

    @Produces
    @Singleton
    Clock clock() {
        return clock;
    }
}
