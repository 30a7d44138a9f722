package org.panelhub.access.model;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Member;
import org.panelhub.support.HubDatabase;

/**
 * The same world in PostgreSQL. Deeds are written as the superuser, whom policies do not bind; whatever is compared is read as {@code hub_app}
 * after {@code access.enter}, as the hub serves. A history is one transaction, which is never committed.
 */
final class Hub implements AutoCloseable {

    /** Noon of this day is when every history begins: the hub's clock is moved, so that none depends on when it runs. */
    static final LocalDate FIRST_DAY = LocalDate.of(2027, 3, 1);

    /** Of each table what one sees, and of which of the cases the hub says, asked why, that one does. */
    private static final String LOOK = Arrays.stream(Table.values()).map(t -> "select '%s', string_agg((%s)::text, ',') from %s".formatted(t, t.key, t.sqlName())).collect(Collectors.joining("\nunion all ")) + """

            union all select 'WHY', string_agg(f.id::text, ',') from unnest($1) f (id)
             where (select bool_and(e.holds) filter (where e.ground in ('not barred', 'seal')) and bool_or(e.holds) filter (where e.ground not in ('not barred', 'seal')) from access.explain(hub.viewer(), f.id) e)
            """;

    private final Connection connection;

    private Hub(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            // Planned once, as the role that runs it.
            statement.execute("set plan_cache_mode = force_generic_plan; set role hub_app; prepare look (uuid[]) as " + LOOK + "; reset role;");
        }
        connection.commit();
    }

    /** A database of its own, with the world as it begins. */
    static Hub begin(String name) throws SQLException {
        return begin(name, sound -> {
        });
    }

    /** The same, with a change to the rule. */
    static Hub begin(String name, Change change) throws SQLException {
        String url;
        var deeds = Beginning.of();
        try (var connection = HubDatabase.empty(name); var statement = connection.createStatement()) {
            url = connection.getMetaData().getURL();
            statement.execute("""
                    create or replace function hub.clock_offset() returns interval language sql stable as $$
                      select timestamptz '%s 12:00:00+00' + coalesce(nullif(current_setting('model.hours', true), ''), '0')::int * interval '1 hour' - now() $$""".formatted(FIRST_DAY));
            statement.execute(deeds.sql());
            statement.execute("set local role hub_owner");
            change.make(statement);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("analyze");
        }
        var connection = DriverManager.getConnection(url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple", "postgres", "postgres");
        connection.setAutoCommit(false);
        return new Hub(connection);
    }

    /** What each of the members sees of each table after the deeds, and of which cases the hub's own explanation says that it sees them. */
    List<Sight> after(String deeds, List<Member> members, List<CaseFile> files) throws SQLException {
        // One message for all of it: the deeds, and each member's look in a savepoint, since nobody enters after another.
        var cases = files.stream().map(f -> f.id().toString()).collect(Collectors.joining(","));
        var looks = members.stream().map(m -> "savepoint look; set local role hub_app; select access.enter('model', '" + m.name() + "'); execute look ('{" + cases + "}'); rollback to savepoint look;").collect(Collectors.joining("\n"));
        var seen = new ArrayList<Sight>();
        try (var statement = connection.createStatement()) {
            boolean rows = statement.execute(deeds + looks);
            while (rows || statement.getUpdateCount() != -1) {
                if (rows) {
                    read(statement, seen);
                }
                rows = statement.getMoreResults();
            }
        }
        return seen;
    }

    interface Change {
        void make(Statement sql) throws SQLException;
    }

    /** Throws the database away. */
    static void drop(String name) throws SQLException {
        try (var superuser = HubDatabase.asSuperuser(); var statement = superuser.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
        }
    }

    void forget() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** What a member sees: row ids by table; and the cases that the explanation opens to it. */
    record Sight(Map<Table, Set<UUID>> rows, Set<UUID> explained) {
    }

    private static void read(Statement statement, List<Sight> seen) throws SQLException {
        try (var result = statement.getResultSet()) {
            if (result.getMetaData().getColumnCount() != 2) {
                return;
            }
            var rows = new EnumMap<Table, Set<UUID>>(Table.class);
            Set<UUID> explained = Set.of();
            while (result.next()) {
                var ids = result.getString(2) == null ? Set.<UUID>of() : Arrays.stream(result.getString(2).split(",")).map(UUID::fromString).collect(Collectors.toSet());
                if (result.getString(1).equals("WHY")) {
                    explained = ids;
                } else {
                    rows.put(Table.valueOf(result.getString(1)), ids);
                }
            }
            seen.add(new Sight(rows, explained));
        }
    }
}
