package org.panelhub.access;

import java.sql.Connection;
import java.sql.SQLException;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.panelhub.identity.Subjects;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Enters by the rule, except in the baseline's process: there only who asks and where it sits is laid into the transaction ({@code plain.enter}), which its queries need. */
@Singleton
public class BareInterceptor extends ViewerInterceptor {

    private final Subjects subjects;
    private final boolean bare;

    BareInterceptor(Subjects subjects, Instance<Guard> guard, @ConfigProperty(name = "hub.bench.bare", defaultValue = "false") boolean bare) {
        super(subjects, guard);
        this.subjects = subjects;
        this.bare = bare;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (!bare || HubService.current() != null) {
            super.onConnectionAcquire(connection);
            return;
        }
        if (!QuarkusTransaction.isActive() || !Arc.container().requestContext().isActive()) {
            return;
        }
        var subject = subjects.of(Arc.container().instance(CurrentIdentityAssociation.class).get().getIdentity());
        if (subject.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement("select plain.enter(?, ?)")) {
            statement.setString(1, subject.get().issuer());
            statement.setString(2, subject.get().subject());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The viewer could not enter", e);
        }
    }
}
