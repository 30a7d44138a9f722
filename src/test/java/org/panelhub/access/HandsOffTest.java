package org.panelhub.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a signed-in person could write if it got past the pages: SQL of its own, as the serving role, after entering. PostgreSQL lets it
 * change nothing that it does not see, nothing of another's, and nothing that was signed, agreed, sent or answered.
 */
class HandsOffTest {

    private static Connection database;

    @BeforeAll
    static void begin() throws SQLException {
        database = RowMatrix.database("handsoff");
    }

    @AfterEach
    void undo() throws SQLException {
        database.rollback();
    }

    @AfterAll
    static void end() throws SQLException {
        database.close();
    }

    @Test
    void noUpdateOrDeleteWithoutAConditionReachesARowThatTheViewerDoesNotSee() throws SQLException {
        // A trigger notes which rows a command reaches, and leaves them as they are.
        run("create table public.reached (tab text, line jsonb)");
        run("grant usage on schema public to hub_app; grant select on public.reached to hub_app");
        run("create function public.reach() returns trigger language plpgsql security definer as 'begin insert into public.reached values (tg_table_schema || ''.'' || tg_table_name, to_jsonb(old)); return null; end'");
        for (var table : RowMatrix.tables(database)) {
            run("create trigger aa_reach before update or delete on " + table + " for each row execute function public.reach()");
        }
        var reachedByAnyone = new TreeSet<String>();
        for (var viewer : RowMatrix.VIEWERS.entrySet()) {
            Savepoint before = database.setSavepoint();
            RowMatrix.enter(database, viewer.getValue());
            for (var table : RowMatrix.tables(database)) {
                for (var column : one("select string_agg(attname, ',') from pg_attribute where attrelid = '" + table + "'::regclass and attnum > 0 and not attisdropped and has_column_privilege('hub_app', attrelid, attnum, 'update')")) {
                    // Nothing is read, so that PostgreSQL asks no SELECT policy of its own accord.
                    run("update " + table + " set " + column + " = null");
                }
                if (one("select has_table_privilege('hub_app', '" + table + "', 'delete')::text").contains("true")) {
                    run("delete from " + table);
                }
            }
            var reached = lines("select distinct tab, line::text from public.reached");
            var unseen = new ArrayList<String>();
            for (var row : reached) {
                reachedByAnyone.add(row.getFirst());
                try (var statement = database.prepareStatement("select count(*) from " + row.getFirst() + " t where to_jsonb(t) = ?::jsonb")) {
                    statement.setString(1, row.get(1));
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        if (rows.getInt(1) == 0) {
                            unseen.add(row.toString());
                        }
                    }
                }
            }
            database.rollback(before);
            assertEquals(List.of(), unseen, viewer.getKey());
        }
        assertTrue(reachedByAnyone.containsAll(List.of("hub.case_file", "hub.referral", "hub.item", "hub.action", "hub.seat", "hub.draft", "hub.admission")), reachedByAnyone.toString());
    }

    private static void run(String statement) throws SQLException {
        try (var sql = database.createStatement()) {
            sql.execute(statement);
        }
    }

    private static List<String> one(String query) throws SQLException {
        var first = lines(query).getFirst().getFirst();
        return first == null ? List.of() : List.of(first.split(","));
    }

    private static List<List<String>> lines(String query) throws SQLException {
        var lines = new ArrayList<List<String>>();
        try (var statement = database.createStatement(); var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                var line = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.add(rows.getString(i));
                }
                lines.add(line);
            }
        }
        return lines;
    }
}
