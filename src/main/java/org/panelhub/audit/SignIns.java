package org.panelhub.audit;

import java.sql.SQLException;

import org.jboss.logging.Logger;
import org.panelhub.identity.Subject;
import org.panelhub.identity.Subjects;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.oidc.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/**
 * Who signed in and out, and when. Recorded beside the request, which waits for nothing here: a sign-in is done by the identity provider
 * and stands there too, so that a record that could not be written is said in the log and stops nobody.
 */
@ApplicationScoped
class SignIns {

    private static final Logger LOG = Logger.getLogger(SignIns.class);

    private final AgroalDataSource dataSource;
    private final Subjects subjects;

    SignIns(AgroalDataSource dataSource, Subjects subjects) {
        this.dataSource = dataSource;
        this.subjects = subjects;
    }

    void happened(@ObservesAsync SecurityEvent event) {
        switch (event.getEventType()) {
            case OIDC_LOGIN -> record(event, "SIGNED_IN");
            case OIDC_LOGOUT_RP_INITIATED -> record(event, "SIGNED_OUT");
            default -> {
                // The session goes on.
            }
        }
    }

    private void record(SecurityEvent event, String act) {
        subjects.of(event.getSecurityIdentity()).ifPresent(subject -> {
            try {
                QuarkusTransaction.requiringNew().run(() -> record(subject, act));
            } catch (RuntimeException e) {
                LOG.error("A sign-in or sign-out could not be recorded", e);
            }
        });
    }

    /** No request stands behind this, so the person enters here. Whoever is not linked to an account has nothing to sign in to. */
    private void record(Subject subject, String act) {
        try (var connection = dataSource.getConnection(); var enter = connection.prepareStatement("select access.enter(?, ?)");
                var signed = connection.prepareStatement("select audit.signed(?)")) {
            enter.setString(1, subject.issuer());
            enter.setString(2, subject.subject());
            try (var rows = enter.executeQuery()) {
                rows.next();
                if (rows.getString(1) == null) {
                    return;
                }
            }
            signed.setString(1, act);
            signed.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
