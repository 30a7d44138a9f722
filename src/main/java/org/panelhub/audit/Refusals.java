package org.panelhub.audit;

import java.sql.SQLException;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Refusals, recorded after the refused transaction in one of its own. The condition that failed is worked out in the database and is never shown. */
@ApplicationScoped
public class Refusals {

    private final AgroalDataSource dataSource;

    Refusals(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param kind what was asked for, such as "case"
     * @param asked its reference or id
     * @param why said only where the database knows no better
     */
    public void refused(String kind, String asked, String why) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement("select audit.refused(?, ?, ?)")) {
                statement.setString(1, kind);
                // PostgreSQL keeps no NUL: without it a refusal that was asked for with one would go unrecorded.
                statement.setString(2, asked.replace("\0", ""));
                statement.setString(3, why.replace("\0", ""));
                statement.execute();
            } catch (SQLException e) {
                throw new IllegalStateException("The refusal could not be recorded", e);
            }
        });
    }
}
