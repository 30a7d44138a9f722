package org.panelhub.access;

import java.sql.Connection;
import java.sql.SQLException;

import org.panelhub.identity.Subjects;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/**
 * The one place where the viewer reaches PostgreSQL: a connection that is acquired inside a transaction enters for the signed-in person,
 * by issuer and subject only. The database works out the pass from the rows as they are now, so a seat that was taken away stops working
 * at the next request. Without a signed-in person the settings stay empty and no row is visible; work of the hub itself names its service.
 */
@Singleton
public class ViewerInterceptor implements AgroalPoolInterceptor {

    private final Subjects subjects;
    private final Instance<Guard> guard;

    ViewerInterceptor(Subjects subjects, Instance<Guard> guard) {
        this.subjects = subjects;
        this.guard = guard;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (!QuarkusTransaction.isActive()) {
            return;
        }
        try {
            // Started while PostgreSQL was away: the rule is checked before the first row is read.
            if (!guard.get().checked()) {
                guard.get().check();
            }
            if (connection.getAutoCommit()) {
                // The settings would end with the next statement, and the rows with them.
                throw new IllegalStateException("A transaction's connection commits by itself");
            }
            if (HubService.current() != null) {
                try (var statement = connection.prepareStatement("select access.enter_service(?)")) {
                    statement.setString(1, HubService.current());
                    statement.execute();
                }
                return;
            }
            if (!Arc.container().requestContext().isActive()) {
                return;
            }
            if (OneMoment.wanted()) {
                // Before anything is read: the first statement takes the snapshot.
                try (var statement = connection.createStatement()) {
                    statement.execute("set transaction isolation level repeatable read, read only");
                }
            }
            var identity = Arc.container().instance(CurrentIdentityAssociation.class).get().getIdentity();
            var subject = subjects.of(identity);
            if (subject.isEmpty()) {
                return;
            }
            try (var statement = connection.prepareStatement("select access.enter(?, ?)")) {
                statement.setString(1, subject.get().issuer());
                statement.setString(2, subject.get().subject());
                statement.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The viewer could not enter", e);
        }
    }
}
