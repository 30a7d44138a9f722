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

import org.panelhub.Migration;
import org.panelhub.demo.Postgres;
import org.panelhub.support.Reaper;

/** A PostgreSQL of the measurement's own, set as an operator would set one for this much data: migrated, filled, and analysed. Gone when the run ends, however it ends. */
final class BenchDatabase {

    private final Postgres postgres;

    private BenchDatabase(Postgres postgres) {
        this.postgres = postgres;
    }

    static BenchDatabase begin(String issuer, int cases) throws IOException, SQLException {
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
        database.fill(issuer, cases);
        return database;
    }

    private static Postgres start(Path data) throws IOException {
        return Postgres.start(Path.of(".demo/software/postgres").toAbsolutePath(), data, 0, Files.readString(Path.of("db/roles.sql"), StandardCharsets.UTF_8));
    }

    private void fill(String issuer, int cases) throws SQLException, IOException {
        Instant began = Instant.now();
        try (Connection superuser = postgres.asSuperuser(); Statement statement = superuser.createStatement()) {
            try (var set = superuser.prepareStatement("select set_config('bench.issuer', ?, false), set_config('bench.cases', ?, false)")) {
                set.setString(1, issuer);
                set.setString(2, Integer.toString(cases));
                set.execute();
            }
            statement.execute(text("data.sql"));
            statement.execute(text("plain.sql"));
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
            try (var rows = statement.executeQuery("select pg_size_pretty(pg_database_size('hub'))")) {
                rows.next();
                System.out.println("[bench] " + cases + " cases laid down in " + Duration.between(began, Instant.now()).toSeconds() + " s, " + rows.getString(1));
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
}
