package org.panelhub.access;

import java.sql.SQLException;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * The guard as it is, but that it knows of the schema {@code plain} beside the hub's own, by which the baseline reads. In the baseline's process, whose role passes row security by, there
 * is nothing to check.
 */
@ApplicationScoped
public class BareGuard extends Guard {

    private final AgroalDataSource database;
    private final boolean movableClock;
    private final boolean bare;
    private volatile boolean found;

    /** For the proxy of its scope. */
    protected BareGuard() {
        super(null, false);
        database = null;
        movableClock = false;
        bare = false;
    }

    @Inject
    BareGuard(AgroalDataSource dataSource, @ConfigProperty(name = "hub.clock.movable", defaultValue = "false") boolean movableClock,
            @ConfigProperty(name = "hub.bench.bare", defaultValue = "false") boolean bare) {
        super(dataSource, movableClock);
        this.database = dataSource;
        this.movableClock = movableClock;
        this.bare = bare;
    }

    @Override
    void onStart(@Observes @Priority(10) StartupEvent start) {
        if (!bare) {
            super.onStart(start);
        }
    }

    @Override
    public boolean checked() {
        return bare || found;
    }

    @Override
    public void check() throws SQLException {
        if (bare) {
            return;
        }
        try (var connection = database.getConnection()) {
            requireBoundRole(connection);
            requireNoDifference(Manifest.differences(Manifest.checkedIn(), Manifest.standing(connection), movableClock).stream().filter(d -> !d.contains(" plain.")).toList());
        }
        found = true;
    }
}
