package org.panelhub.audit.seal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.panelhub.demo.Postgres;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.TestSubjects;

/**
 * A database of its own with the demo partnerships and a record of four seals, which a test changes past the hub and verifies. What only
 * looks and changes happens in one transaction that is undone; where transactions matter, in a copy of the database.
 */
final class SealedDatabase implements AutoCloseable {

    static final SealKey KEY = SealKey.of("dGhlLWtleS1vZi10aGUtdGFtcGVyLXRlc3Qtbm8tMDE=");
    static final UUID RIVERSIDE = partnership("riverside");

    private static final AtomicInteger COPIES = new AtomicInteger();
    private static String template;

    private final String url;
    private final boolean copy;
    private Connection superuser;

    private SealedDatabase(String url, boolean copy) throws SQLException {
        this.url = url;
        this.copy = copy;
        open();
    }

    private void open() throws SQLException {
        superuser = DriverManager.getConnection(url, "postgres", "postgres");
        superuser.setAutoCommit(copy);
    }

    /** Of which nothing is kept. */
    static SealedDatabase undone() throws SQLException {
        return new SealedDatabase(template(), false);
    }

    static SealedDatabase copied() throws SQLException {
        return copyOf(template());
    }

    private static synchronized String template() throws SQLException {
        if (template == null) {
            try (var connection = HubDatabase.another("tamper")) {
                template = connection.getMetaData().getURL();
            }
            try (var database = new SealedDatabase(template, true)) {
                database.seal();
                for (var account : List.of("police", "housing", "mentalhealth")) {
                    database.read(account, 4);
                    database.read(account, 4);
                    database.seal();
                }
            }
        }
        return template;
    }

    /** Back to how it was, where everything is undone in the end. */
    void undo() throws SQLException {
        superuser.rollback();
    }

    /** As the data stands now, like a backup that is loaded again elsewhere. */
    SealedDatabase copy() throws SQLException {
        superuser.close();
        try {
            return copyOf(url);
        } finally {
            open();
        }
    }

    private static SealedDatabase copyOf(String url) throws SQLException {
        var name = "tamper" + COPIES.incrementAndGet();
        try (var connection = HubDatabase.asSuperuser(); var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name + " template " + url.replaceFirst("^.*/([a-z0-9]+)(\\?.*)?$", "$1"));
        }
        return new SealedDatabase(url.replaceFirst("/[a-z0-9]+(\\?|$)", "/" + name + "$1"), true);
    }

    /** Past the hub, as somebody who administers the database can; triggers are out of the way meanwhile. */
    void tamper(String sql, Object... parameters) throws SQLException {
        for (var table : List.of("entry", "detail", "seal")) {
            run("alter table audit." + table + " disable trigger user");
        }
        try {
            run(sql, parameters);
        } finally {
            for (var table : List.of("entry", "detail", "seal")) {
                run("alter table audit." + table + " enable always trigger unchangeable");
            }
            run("alter table audit.detail enable always trigger erased_by_decision");
        }
    }

    void run(String sql, Object... parameters) throws SQLException {
        try (var statement = superuser.prepareStatement(sql)) {
            set(statement, parameters);
            statement.execute();
        }
    }

    String one(String sql, Object... parameters) throws SQLException {
        try (var statement = superuser.prepareStatement(sql)) {
            set(statement, parameters);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    List<String> all(String sql, Object... parameters) throws SQLException {
        try (var statement = superuser.prepareStatement(sql)) {
            set(statement, parameters);
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    private static void set(java.sql.PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** A transaction of the serving role, entered for an account of the demo and not yet committed. */
    Connection entered(String account) throws SQLException {
        var connection = app();
        try (var statement = connection.prepareStatement("select access.enter(?, ?)")) {
            statement.setString(1, HubDatabase.ISSUER);
            statement.setString(2, TestSubjects.subject(account));
            statement.execute();
        }
        return connection;
    }

    /** Somebody reads something, and it is committed: as many entries in one transaction. */
    void read(String account, int entries) throws SQLException {
        try (var connection = entered(account)) {
            read(connection, entries);
            connection.commit();
        }
    }

    static void read(Connection connection, int entries) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select audit.read((select jsonb_agg(jsonb_build_object('kind', 'case_file', 'subject', 'read ' || n)) from generate_series(1, ?) n))""")) {
            statement.setInt(1, entries);
            statement.execute();
        }
    }

    Connection app() throws SQLException {
        var connection = DriverManager.getConnection(url, "hub_app", Postgres.PASSWORD);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void enter(Connection connection, String service) throws SQLException {
        try (var statement = connection.prepareStatement("select access.enter_service(?)")) {
            statement.setString(1, service);
            statement.execute();
        }
    }

    /** Seals all that can be. */
    void seal() throws SQLException {
        seal(KEY, 0);
    }

    void seal(SealKey key, int outside) throws SQLException {
        var sealer = new Sealer(key, 300);
        for (boolean more = true; more;) {
            try (var connection = app()) {
                enter(connection, Sealer.SERVICE);
                more = sealer.seal(connection, outside);
                connection.commit();
            }
        }
    }

    Progress verify() throws SQLException {
        return verify(RIVERSIDE, List.of(), KnownKeys.of(KEY, ""));
    }

    Progress verify(UUID partnership, List<OutsideCopy.Line> outside, KnownKeys keys) throws SQLException {
        return as(Verifier.SERVICE, connection -> new Verifier(keys, 2).all(connection, partnership, outside));
    }

    /** What is done with one connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** As the hub's own work under that name, as the serving role; nothing of it is kept. */
    <T> T as(String service, Work<T> work) throws SQLException {
        if (copy) {
            try (var connection = app()) {
                enter(connection, service);
                return work.with(connection);
            }
        }
        var before = superuser.setSavepoint();
        try (var role = superuser.createStatement()) {
            role.execute("set local role hub_app");
            enter(superuser, service);
            return work.with(superuser);
        } finally {
            superuser.rollback(before);
        }
    }

    /** The seals of Riverside, as they are known outside. */
    List<OutsideCopy.Line> lines() throws SQLException {
        return as(Sealer.SERVICE, connection -> {
            var lines = new ArrayList<OutsideCopy.Line>();
            try (var statement = connection.prepareStatement("select * from access.seals_from(?, 1, 1000)")) {
                statement.setObject(1, RIVERSIDE);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        lines.add(OutsideCopy.line(Seal.of(rows)));
                    }
                }
            }
            return lines;
        });
    }

    /** As a node does every few minutes. */
    void copyOutside(OutsideCopy copy) throws SQLException {
        as(Sealer.SERVICE, connection -> {
            for (var last : Sealer.last(connection).values()) {
                while (Seals.copyMore(connection, copy, last) > 0) {
                    // Again, until all of it stands there.
                }
            }
            return null;
        });
    }

    /** The entry of Riverside with that running number. */
    long entry(long number) throws SQLException {
        return Long.parseLong(one("select entry_ids[? - first_entry + 1] from audit.seal where partnership_id = ? and ? between first_entry and first_entry + entries - 1", number, RIVERSIDE, number));
    }

    private static UUID partnership(String key) {
        try (var connection = HubDatabase.asSuperuser(); var statement = connection.prepareStatement("select md5('panel hub demo ' || ?)::uuid")) {
            statement.setString(1, key);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (!copy) {
            superuser.rollback();
        }
        superuser.close();
        if (copy && !url.equals(template) && template != null) {
            try (var connection = HubDatabase.asSuperuser(); var statement = connection.createStatement()) {
                statement.execute("drop database " + url.replaceFirst("^.*/([a-z0-9]+)(\\?.*)?$", "$1") + " with (force)");
            }
        }
    }
}
