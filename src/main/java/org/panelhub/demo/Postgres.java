package org.panelhub.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.panelhub.CannotStart;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL of the hub's own, from the binaries that Maven brings: a database {@code hub} with the three roles of
 * {@code db/roles.sql}. It stands in for the server that an operator runs, so the hub connects to it as it would
 * there: as {@code hub_app}, never as the superuser, whom row security does not bind.
 */
public final class Postgres implements AutoCloseable {

    /** Password of both roles that sign in. It opens nothing outside this machine. */
    public static final String PASSWORD = "demo";

    private final EmbeddedPostgres server;
    private final Path data;

    private Postgres(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /**
     * Starts PostgreSQL on data that is kept, or made when it is not there.
     *
     * @param port 0 for any free one
     * @param rolesSql the text of {@code db/roles.sql}
     */
    public static Postgres start(Path software, Path data, int port, String rolesSql) {
        try {
            Files.createDirectories(software);
            Files.createDirectories(data.getParent());
            endLeftOver(data);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(software.toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofSeconds(60));
            if (port != 0) {
                builder.setPort(port);
            }
            Postgres postgres = new Postgres(builder.start(), data);
            postgres.prepare(rolesSql);
            return postgres;
        } catch (IOException | SQLException | RuntimeException e) {
            throw explained(e);
        }
    }

    public int port() {
        return server.getPort();
    }

    public long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + port() + "/hub";
    }

    public Connection as(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, PASSWORD);
    }

    /** The one whom row security does not bind: for looking past it in tests, never for serving. */
    public Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL did not stop: " + e.getMessage() + ". End the process named in postmaster.pid.", e);
        }
    }

    private void prepare(String rolesSql) throws SQLException {
        try (Connection postgres = DriverManager.getConnection("jdbc:postgresql://localhost:" + port() + "/postgres", "postgres", "postgres");
                Statement statement = postgres.createStatement()) {
            boolean there;
            try (ResultSet found = statement.executeQuery("select from pg_database where datname = 'hub'")) {
                there = found.next();
            }
            if (!there) {
                statement.execute("create database hub encoding 'UTF8' template template0");
            }
        }
        try (Connection hub = asSuperuser(); Statement statement = hub.createStatement()) {
            statement.execute(rolesSql);
            statement.execute("alter role hub_migrator password '" + PASSWORD + "'; alter role hub_app password '" + PASSWORD + "'");
        }
    }

    /** Ends a server that a killed run left on this data: its pid stands in the data, and its command line must name the data. */
    static void endLeftOver(Path data) {
        try {
            endNamedIn(data);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private static void endNamedIn(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        Optional<ProcessHandle> process = lines.isEmpty() ? Optional.empty() : LeftOver.find(lines.getFirst().strip(), data.toString());
        if (process.isPresent()) {
            LeftOver.end(process.get(), "INT");
        }
        Files.deleteIfExists(pidFile);
    }

    private static CannotStart explained(Exception e) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = e; t != null; t = t.getCause()) {
            all.append(t.getMessage()).append('\n');
        }
        String text = all.toString();
        if (text.contains("No space left")) {
            return new CannotStart("The disk is full: PostgreSQL could not be unpacked or started. Free about 1 GB and start again.", e);
        }
        if (text.contains("unshare")) {
            return new CannotStart("PostgreSQL does not run as root and this machine denies 'unshare -U'. Start the hub as another user.", e);
        }
        return new CannotStart("PostgreSQL did not start: " + text.lines().findFirst().orElse("no reason given") + ". Its data can be made anew with -Dhub.demo.fresh=true.", e);
    }
}
