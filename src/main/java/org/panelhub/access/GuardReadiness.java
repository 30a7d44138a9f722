package org.panelhub.access;

import java.sql.SQLException;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import jakarta.enterprise.context.ApplicationScoped;

/** Ready once the rule in the database has been found in order. */
@Readiness
@ApplicationScoped
public class GuardReadiness implements HealthCheck {

    private final Guard guard;

    GuardReadiness(Guard guard) {
        this.guard = guard;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Access rule checked");
        if (!guard.checked()) {
            try {
                guard.check();
            } catch (SQLException | Guard.RuleBroken e) {
                return response.down().withData("reason", e instanceof Guard.RuleBroken ? e.getMessage() : "PostgreSQL does not answer").build();
            }
        }
        return response.up().build();
    }
}
