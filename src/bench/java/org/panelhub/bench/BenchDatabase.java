package org.panelhub.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.panelhub.Migration;
import org.panelhub.demo.Postgres;
import org.panelhub.support.Reaper;

/** A PostgreSQL of the measurement's own, set as an operator would set one for this much data: migrated, filled, and analysed. Gone when the run ends, however it ends. */
final class BenchDatabase implements AutoCloseable {

    private final Postgres postgres;

    private BenchDatabase(Postgres postgres) {
        this.postgres = postgres;
    }

    /**
     * @param settings what the scripts are told, by the names under which they ask for it
     * @param scripts in src/bench/resources/bench, one after the other
     */
    static BenchDatabase begin(Map<String, String> settings, String... scripts) throws IOException, SQLException {
        Path directory = Files.createTempDirectory("hub-bench");
        Path data = directory.resolve("data");
        Postgres first = start(data);
        Reaper.afterThisRun(List.of(first.pid()), directory);
        try (Connection superuser = first.asSuperuser(); Statement statement = superuser.createStatement()) {
            statement.execute("alter system set shared_buffers = '1GB'");
            statement.execute("alter system set max_wal_size = '4GB'");
            statement.execute("alter system set random_page_cost = 1.1");
            statement.execute("alter system set jit = off");
            statement.execute("alter system set max_locks_per_transaction = 256");
            // The embedded server is started with it off, for tests; the record is worth its wait for the disk.
            statement.execute("alter database hub set synchronous_commit = on");
        }
        first.close();
        Postgres postgres = start(data);
        Reaper.afterThisRun(List.of(postgres.pid()), directory);
        new Migration(postgres.url(), Postgres.PASSWORD).run();
        BenchDatabase database = new BenchDatabase(postgres);
        database.fill(settings, scripts);
        return database;
    }

    private static Postgres start(Path data) throws IOException {
        return Postgres.start(Path.of(".demo/software/postgres").toAbsolutePath(), data, 0, Files.readString(Path.of("db/roles.sql"), StandardCharsets.UTF_8));
    }

    private void fill(Map<String, String> settings, String... scripts) throws SQLException, IOException {
        Instant began = Instant.now();
        try (Connection superuser = postgres.asSuperuser(); Statement statement = superuser.createStatement()) {
            for (var setting : settings.entrySet()) {
                try (var set = superuser.prepareStatement("select set_config(?, ?, false)")) {
                    set.setString(1, setting.getKey());
                    set.setString(2, setting.getValue());
                    set.execute();
                }
            }
            for (String script : scripts) {
                statement.execute(text(script));
            }
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
            try (var rows = statement.executeQuery("select count(*), pg_size_pretty(pg_database_size('hub')) from hub.case_file")) {
                rows.next();
                System.out.println("[bench] " + rows.getLong(1) + " cases laid down in " + Duration.between(began, Instant.now()).toSeconds() + " s, " + rows.getString(2));
            }
        }
    }

    String url() {
        return postgres.url();
    }

    Connection asSuperuser() throws SQLException {
        return postgres.asSuperuser();
    }

    /** As one of the two sides, autocommit off. */
    Connection as(Side side) throws SQLException {
        Connection connection = DriverManager.getConnection(url() + "?prepareThreshold=1", side.role(), Postgres.PASSWORD);
        try (Statement statement = connection.createStatement()) {
            // As the hub's own connections are.
            statement.execute("set plan_cache_mode = force_generic_plan");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static String text(String name) throws IOException {
        try (InputStream in = BenchDatabase.class.getResourceAsStream("/bench/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
