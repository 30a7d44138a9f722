package org.panelhub.access.model;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.panelhub.access.model.Applications.Application;
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
            statement.execute(Doing.SQL);
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

    /** What came of the deeds; after them, what each of the members sees of each table, of which cases the hub's own explanation says that it sees them, and what each applicant is told. */
    Seen after(String deeds, List<Member> members, World world) throws SQLException {
        // One message for all of it: the deeds, and each member's look in a savepoint, since nobody enters after another.
        var cases = world.files.stream().map(f -> f.id().toString()).collect(Collectors.joining(","));
        var looks = members.stream().map(m -> "savepoint look; set local role hub_app; select access.enter('model', '" + m.name() + "'); execute look ('{" + cases + "}'); rollback to savepoint look;").collect(Collectors.joining("\n"));
        var seen = new Seen(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        try (var statement = connection.createStatement()) {
            boolean rows = statement.execute(deeds + looks + told(world.applications.all));
            while (rows || statement.getUpdateCount() != -1) {
                if (rows) {
                    read(statement, seen);
                }
                rows = statement.getMoreResults();
            }
        }
        return seen;
    }

    /** By its own reference and code; by its reference and another's code nobody is told anything. */
    private static String told(List<Application> all) {
        var asked = IntStream.range(0, all.size()).mapToObj(n -> "('%s'::uuid, '%s', '%s')".formatted(all.get(n).id, all.get(n).code(), all.get((n + 1) % all.size()).code())).collect(Collectors.joining(", "));
        return """

                savepoint look;
                set local role hub_app;
                select access.enter_service('community trigger');
                with asked as materialized (select a.known, model.reference(a.known) as reference, a.code, a.other from (values %s) a (known, code, other))
                select 'APPLICANT', a.known::text, (f.told ->> 'state') || ': ' || coalesce((select string_agg(distinct e ->> 'kind' collate "C", ',' order by e ->> 'kind' collate "C") from jsonb_array_elements(f.told -> 'events') e), '') || '; '
                       || coalesce((select string_agg(m ->> 'body', ',' order by m ->> 'body' collate "C") from jsonb_array_elements(f.told -> 'messages') m), '') || '; '
                       || coalesce((select string_agg((x ->> 'about') || case when (x ->> 'ended')::boolean then ' ended' else ' runs' end, ',' order by x ->> 'about' collate "C") from jsonb_array_elements(access.trigger_appeal_basis(a.reference, a.code) -> 'appeals') x), '')
                  from asked a, access.trigger_track(a.reference, a.code) as f (told)
                 union all
                select 'APPLICANT', a.known::text, f.told::text from asked a, access.trigger_track(a.reference, a.other) as f (told) where a.other <> a.code and f.told is not null;
                rollback to savepoint look;""".formatted(asked);
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

    /** What came of what was tried, and whether it should have come so; what each member sees; and, by application, what its applicant is told. */
    record Seen(List<Tried> tried, List<Sight> sights, Map<UUID, String> told) {
    }

    record Tried(String what, String came) {
    }

    /** What a member sees: row ids by table; and the cases that the explanation opens to it. */
    record Sight(Map<Table, Set<UUID>> rows, Set<UUID> explained) {
    }

    private static void read(Statement statement, Seen seen) throws SQLException {
        try (var result = statement.getResultSet()) {
            if (result.getMetaData().getColumnCount() == 3) {
                while (result.next()) {
                    if (result.getString(1).equals("TRIED")) {
                        seen.tried.add(new Tried(result.getString(2), result.getString(3)));
                    } else {
                        seen.told.merge(UUID.fromString(result.getString(2)), String.valueOf(result.getString(3)), (a, b) -> a + " and with another's code " + b);
                    }
                }
            }
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
            seen.sights.add(new Sight(rows, explained));
        }
    }
}
