package org.panelhub.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import org.panelhub.Migration;
import org.panelhub.demo.MailCatcher;
import org.panelhub.demo.Postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/**
 * A fresh PostgreSQL with the migrated hub and the demo partnerships, once for a whole test run, and a mail server.
 * The application of every {@code @QuarkusTest} connects to it as {@code hub_app}; a test without the application
 * may use the connections alone.
 */
@WithTestResource(value = HubDatabase.class, scope = TestResourceScope.GLOBAL)
public final class HubDatabase implements QuarkusTestResourceLifecycleManager {

    /** The issuer of the demo's members in tests; nothing answers there. */
    public static final String ISSUER = "http://localhost:1/realms/hub-demo";

    // Tests and their resources are loaded by several class loaders of one JVM; what they share is kept in system properties.
    private static final String URL = "hub.test.database";
    private static final String SMTP = "hub.test.smtp";
    private static final String MAILS = "hub.test.mails";

    @Override
    public Map<String, String> start() {
        String url = url();
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.password", Postgres.PASSWORD,
                "quarkus.mailer.host", "localhost",
                "quarkus.mailer.port", System.getProperty(SMTP));
    }

    @Override
    public void stop() {
        // Stopped with the JVM: tests that need no application may still come.
    }

    /** As the hub serves: under the row policies. Autocommit is off, as settings of the viewer live in a transaction. */
    public static Connection asApp() throws SQLException {
        Connection connection = DriverManager.getConnection(url(), "hub_app", Postgres.PASSWORD);
        connection.setAutoCommit(false);
        return connection;
    }

    /** As the owner of all tables, whom policies do not bind (they are not forced). */
    public static Connection asOwner() throws SQLException {
        Connection connection = DriverManager.getConnection(url(), "hub_migrator", Postgres.PASSWORD);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role hub_owner");
        }
        return connection;
    }

    public static Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "postgres");
    }

    /** Where the mails that the hub sent can be read: a {@link Mails}. */
    public static Mails mails() {
        url();
        return new Mails(System.getProperty(MAILS));
    }

    /**
     * A database of its own in the same cluster, migrated and with the demo partnerships, for a test that counts every row or plants a
     * fault in the rule: the superuser's connection to it, with autocommit off.
     */
    public static Connection another(String name) throws SQLException {
        Connection connection = created(name);
        new Migration(urlOf(name), Postgres.PASSWORD).runWithDemo("filesystem:db/demo", ISSUER);
        return connection;
    }

    /** The same without anybody in it. */
    public static Connection empty(String name) throws SQLException {
        Connection connection = created(name);
        new Migration(urlOf(name), Postgres.PASSWORD).run();
        return connection;
    }

    private static Connection created(String name) throws SQLException {
        try (Connection superuser = asSuperuser(); Statement statement = superuser.createStatement()) {
            statement.execute("drop database if exists " + superuser.unwrap(org.postgresql.PGConnection.class).escapeIdentifier(name));
            statement.execute("create database " + superuser.unwrap(org.postgresql.PGConnection.class).escapeIdentifier(name));
        }
        Connection connection = DriverManager.getConnection(urlOf(name), "postgres", "postgres");
        try (Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of("db/roles.sql"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("db/roles.sql cannot be read", e);
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static String urlOf(String name) {
        return url().replaceFirst("/hub(\\?|$)", "/" + name + "$1");
    }

    /** Runs the migration once more, as every start of the demo and every release does. */
    public static void migrateAgain() {
        new Migration(url(), Postgres.PASSWORD).runWithDemo("filesystem:db/demo", ISSUER);
    }

    private static String url() {
        synchronized (System.getProperties()) {
            if (System.getProperty(URL) == null) {
                begin();
            }
            return System.getProperty(URL);
        }
    }

    private static void begin() {
        try {
            Path directory = Files.createTempDirectory("hub-test");
            Postgres postgres = Postgres.start(Path.of(".demo/software/postgres").toAbsolutePath(), directory.resolve("data"), 0,
                    Files.readString(Path.of("db/roles.sql"), StandardCharsets.UTF_8));
            MailCatcher mails = MailCatcher.start(0, 0);
            Reaper.afterThisRun(List.of(postgres.pid()), directory);
            new Migration(postgres.url(), Postgres.PASSWORD).runWithDemo("filesystem:db/demo", ISSUER);
            System.setProperty(SMTP, Integer.toString(mails.smtpPort()));
            System.setProperty(MAILS, mails.address());
            System.setProperty(URL, postgres.url());
        } catch (IOException e) {
            throw new IllegalStateException("The test database did not start", e);
        }
    }
}
