package org.panelhub.audit.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panelhub.audit.seal.Finding.Kind;

/**
 * The record after the database was set back, loaded elsewhere, cut off or written anew: what it cannot tell of itself is told by the copy outside, and what is
 * no fault (a backup that was loaded) begins an epoch.
 */
class RestoredTest {

    private static final KnownKeys KEYS = KnownKeys.of(SealedDatabase.KEY, "");
    private static final SealKey OTHER_KEY = SealKey.of("dGhlLWtleS1vZi10aGUtdGFtcGVyLXRlc3Qtbm8tMDI=");

    private SealedDatabase database;

    @BeforeEach
    void sealed() throws SQLException {
        database = SealedDatabase.copied();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void aChainThatWasWrittenAnewIsBelievedNeitherWithAnotherKeyNorWithTheHubsOwn() throws SQLException {
        var outside = database.lines();
        database.tamper("delete from audit.seal");
        database.tamper("update audit.entry set member_id = null where id = ?", Long.parseLong(database.one("select max(id) from audit.entry")));
        try (var copy = database.copy()) {
            copy.seal(OTHER_KEY, 0);
            assertEquals(Kind.SEAL_OF_UNKNOWN_KEY, copy.verify().findings().getFirst().kind());
        }
        // With the key itself the database alone looks right: that is what the copy outside is for.
        database.seal();
        assertTrue(database.verify().isSound());
        assertEquals(Kind.OUTSIDE_DIFFERS, database.verify(SealedDatabase.RIVERSIDE, outside, KEYS).findings().getFirst().kind());
        var mailed = List.of(new OutsideCopy.Line(0, 2, outside.get(1).fingerprint()));
        assertNotEquals(List.of(), database.verify(SealedDatabase.RIVERSIDE, mailed, KEYS).findings(), "one seal that was mailed is enough");
    }

    @Test
    void anEndThatWasCutOffIsFoundByTheCopyOutside() throws SQLException {
        var outside = database.lines();
        assertTrue(database.verify(SealedDatabase.RIVERSIDE, outside, KEYS).isSound());
        database.tamper("delete from audit.entry where id = any (select unnest(entry_ids) from audit.seal where number = 4)");
        database.tamper("delete from audit.seal where number = 4");
        var findings = database.verify(SealedDatabase.RIVERSIDE, outside, KEYS).findings();
        assertEquals(List.of("Seal 4 stands in the copy outside and not here: the database was set back, or the end of the record was cut off."), findings.stream().map(Finding::sentence).toList());
    }

    @Test
    void anotherClusterBeginsAnEpochAndTakesWhatTheOneBeforeHadLeft() throws SQLException {
        // Everything so far is made to have been written where transaction numbers stood a million higher.
        anotherCluster(1_000_000, "111");
        database.tamper("delete from audit.seal");
        database.tamper("update audit.entry set tx = (tx::text::bigint + 1000000)::text::xid8");
        database.seal();
        var sealed = database.verify().entries();
        database.read("police", 2);
        database.tamper("update audit.entry set tx = (tx::text::bigint + 1000000)::text::xid8 where tx::text::bigint < 1000000");
        assertEquals(2, database.verify().waiting());
        // Loaded here, where they are lower.
        anotherCluster(0, "222");
        database.read("housing", 3);
        assertEquals(5, database.verify().waiting());
        assertTrue(database.verify().isSound());
        database.seal();
        var after = database.verify();
        assertEquals(List.of(), after.findings());
        assertEquals(sealed + 5, after.entries());
        assertEquals(1, after.epochs().size());
        assertTrue(after.epochs().getFirst().endsWith(": the data was loaded into another database cluster."), after.epochs().getFirst());
        database.read("housing", 1);
        database.seal();
        assertTrue(database.verify().isSound());
        // What is done to either epoch is found.
        for (long number : List.of(sealed - 5, sealed + 1, sealed + 6)) {
            try (var copy = database.copy()) {
                copy.tamper("update audit.entry set subject = 'other' where id = ?", copy.entry(number));
                assertEquals(List.of(number), copy.verify().findings().stream().map(Finding::entry).toList());
            }
        }
        database.tamper("insert into audit.entry (id, tx, partnership_id, act, kind) overriding system value values (-7, '1000300'::xid8, ?, 'READ', 'case_file')", SealedDatabase.RIVERSIDE);
        assertEquals(List.of(Kind.ENTRY_SLIPPED_IN), kinds(database.verify()));
    }

    @Test
    void transactionNumbersThatWentBackOrATimelineThatChangedBeginAnEpochToo() throws SQLException {
        var reasons = Map.of(
                "update audit.seal set below = '99000000'::xid8 where number = 4", "the transaction numbers went back",
                "create or replace function access.cluster() returns table (system_identifier numeric, timeline int) language sql as $$ select system_identifier, 7 from audit.seal limit 1 $$",
                "the database was recovered from a backup, or a standby took over");
        for (var reason : reasons.entrySet()) {
            try (var copy = database.copy()) {
                copy.tamper(reason.getKey());
                copy.read("police", 2);
                copy.seal();
                assertEquals(reason.getValue(), copy.one("select epoch_reason from audit.seal where partnership_id = ? order by number desc limit 1", SealedDatabase.RIVERSIDE));
                assertEquals("2", copy.one("select epoch from audit.seal where partnership_id = ? order by number desc limit 1", SealedDatabase.RIVERSIDE));
            }
        }
    }

    @Test
    void anOlderBackupIsToldFromTheCopyOutsideAndItsSealsFromThoseOfBefore() throws SQLException {
        try (var backup = database.copy()) {
            database.read("police", 2);
            database.seal();
            var outside = database.lines();
            assertEquals(5, outside.size());
            assertEquals(List.of(Kind.OUTSIDE_HAS_MORE), kinds(backup.verify(SealedDatabase.RIVERSIDE, outside, KEYS)));
            // Whoever seals next, and sees the copy, begins an epoch: the two seals numbered 5 are never taken for each other.
            backup.read("housing", 2);
            backup.seal(SealedDatabase.KEY, 1);
            var progress = backup.verify(SealedDatabase.RIVERSIDE, outside, KEYS);
            assertEquals(List.of("Epoch 2 begins with seal 5: the copy outside holds seals that are not here: the database was set back."), progress.epochs());
            assertEquals(List.of(Kind.OUTSIDE_HAS_MORE), kinds(progress));
            assertTrue(backup.verify().isSound(), "in itself it is");
        }
    }

    /** From now on the database takes itself for this cluster, with its transaction numbers so much higher. */
    private void anotherCluster(long higher, String identifier) throws SQLException {
        database.run("create or replace function access.cluster() returns table (system_identifier numeric, timeline int) language sql as $$ select " + identifier + "::numeric, 1 $$");
        database.run("create or replace function access.here() returns pg_snapshot language sql as $$ select format('%s:%s:', pg_snapshot_xmin(s)::text::bigint + " + higher
                + ", pg_snapshot_xmax(s)::text::bigint + " + higher + ")::pg_snapshot from pg_current_snapshot() s $$");
        for (var door : List.of("seal_round", "entries_to_seal", "unsealed")) {
            var body = database.one("select replace(pg_get_functiondef(p.oid), 'pg_current_snapshot()', 'access.here()') from pg_proc p where p.pronamespace = 'access'::regnamespace and p.proname = ?", door);
            database.run(body);
        }
    }

    @Test
    void oldRowsThatWereLaidBackAreToldByTheCopyOutsideAndByNothingElse(@TempDir Path directory) throws SQLException {
        for (var table : List.of("entry", "detail", "seal")) {
            database.run("create table public.old_" + table + " as select * from audit." + table);
        }
        var outside = new OutsideCopy(directory);
        database.read("police", 3);
        database.seal();
        database.copyOutside(outside);
        assertTrue(database.verify(SealedDatabase.RIVERSIDE, outside.lines(SealedDatabase.RIVERSIDE), KEYS).isSound());
        // The entries alone: the seals that were made since miss theirs.
        layBack("detail", "entry");
        var findings = database.verify().findings();
        assertEquals(List.of(Kind.ENTRY_REMOVED), findings.stream().map(Finding::kind).distinct().toList());
        assertEquals(5, findings.getFirst().seal());
        // All of it: the database agrees with itself, and the hub had once sealed more.
        layBack("seal");
        assertTrue(database.verify().isSound(), "in itself it does");
        assertEquals(List.of(Kind.OUTSIDE_HAS_MORE), kinds(database.verify(SealedDatabase.RIVERSIDE, outside.lines(SealedDatabase.RIVERSIDE), KEYS)));
        assertTrue(said(directory).contains("Seal 5 stands in the copy outside and not here"), said(directory));
        // Sealing goes on, in an epoch of its own: what was lost is told for good.
        assertEquals(1, ahead(outside));
        database.read("housing", 2);
        database.seal(SealedDatabase.KEY, 1);
        database.copyOutside(outside);
        assertEquals(0, ahead(outside));
        var after = database.verify(SealedDatabase.RIVERSIDE, outside.lines(SealedDatabase.RIVERSIDE), KEYS);
        assertEquals(List.of(Kind.OUTSIDE_HAS_MORE), kinds(after));
        assertEquals(List.of("Epoch 2 begins with seal 5: the copy outside holds seals that are not here: the database was set back."), after.epochs());
    }

    /** Rows that hang from others first. */
    private void layBack(String... tables) throws SQLException {
        for (var table : tables) {
            database.tamper("delete from audit." + table);
        }
        for (var table : List.of(tables).reversed()) {
            var columns = String.join(", ", database.all("select column_name::text from information_schema.columns where table_schema = 'audit' and table_name = ? and is_generated = 'NEVER'", table));
            database.tamper("insert into audit." + table + " (" + columns + ") overriding system value select " + columns + " from public.old_" + table);
        }
    }

    /** The epoch that the copy outside is ahead of, or 0. */
    private int ahead(OutsideCopy outside) throws SQLException {
        return database.as(Sealer.SERVICE, connection -> Seals.ahead(connection, outside));
    }

    private String said(Path directory) throws SQLException {
        var out = new ByteArrayOutputStream();
        try (var connection = database.app()) {
            assertFalse(new WholeCheck(connection, KEYS, Optional.of(directory.toString())).run(new PrintStream(out, true, StandardCharsets.UTF_8)));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Kind> kinds(Progress progress) {
        return progress.findings().stream().map(Finding::kind).toList();
    }
}
