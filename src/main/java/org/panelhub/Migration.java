package org.panelhub;

import java.util.Map;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings a database to this version of the hub: {@code db/migration} forward, then everything in {@code db/policy}
 * again, all in one transaction, so that no reader ever meets a table without its policies. It signs in as
 * {@code hub_migrator} and takes on {@code hub_owner}; a serving hub holds neither name. The same code runs in
 * production, in the demo and in tests.
 */
public final class Migration {

    private static final String MIGRATOR = "hub_migrator";

    private final String url;
    private final String password;

    public Migration(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /** Migrates; returns how many files ran. Throws {@link org.flywaydb.core.api.FlywayException} and changes nothing when one fails. */
    public int run() {
        return migrate(flyway("classpath:db/migration", "classpath:db/policy"));
    }

    /**
     * Migrates and lays down the invented partnerships.
     *
     * @param demoLocation where Flyway finds {@code db/demo}
     * @param issuer the realm that the invented members sign in to
     */
    public int runWithDemo(String demoLocation, String issuer) {
        return migrate(flyway("classpath:db/migration", "classpath:db/policy", demoLocation)
                .placeholders(Map.of("demo_issuer", issuer)));
    }

    private FluentConfiguration flyway(String... locations) {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(url, MIGRATOR, password)
                .initSql("set role hub_owner")
                // Flyway's own table, apart from everything the hub looks at.
                .defaultSchema("flyway")
                .group(true)
                .locations(locations);
    }

    private static int migrate(FluentConfiguration flyway) {
        MigrateResult result = flyway.load().migrate();
        return result.migrationsExecuted;
    }
}
