package org.panelhub.audit.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panelhub.audit.seal.Finding.Kind;

/**
 * Somebody who administers the database changes the record, as superuser and with every trigger out of the way; verifying says what was
 * done, and to which entry first. What only looks like it (a late commit, an erased detail, a backup that was loaded) it tells apart.
 */
class TamperTest {

    private static final String COLUMNS = "at, member_id, agency_id, service, capacity, act, kind, subject, case_id, panel_id, about_agency_id, failed, detail_hash, decision";
    private static final KnownKeys KEYS = KnownKeys.of(SealedDatabase.KEY, "");
    private static final SealKey OTHER_KEY = SealKey.of("dGhlLWtleS1vZi10aGUtdGFtcGVyLXRlc3Qtbm8tMDI=");

    private SealedDatabase database;

    @BeforeEach
    void sealed() throws SQLException {
        database = SealedDatabase.undone();
    }

    /** For what happens in several transactions. */
    private void inACopy() throws SQLException {
        database.close();
        database = SealedDatabase.copied();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void whatNobodyTouchedIsSoundAndWhatIsNotSealedYetIsSaid() throws SQLException {
        inACopy();
        var before = database.verify();
        assertEquals(List.of(), before.findings());
        assertEquals(4, before.seals());
        assertEquals(Long.parseLong(database.one("select count(*) from audit.entry where partnership_id = ?", SealedDatabase.RIVERSIDE)), before.entries());
        assertEquals(0, before.waiting());
        database.read("police", 3);
        var after = database.verify();
        assertTrue(after.isSound());
        assertEquals(3, after.waiting());
        assertEquals(before.entries(), after.entries());
    }

    @Test
    void anAlteredEntryIsNamedWhicheverOfItsColumnsWasChanged() throws SQLException {
        var columns = database.all("select column_name::text from information_schema.columns where table_schema = 'audit' and table_name = 'entry' and column_name not in ('id', 'partnership_id')");
        assertEquals(15, columns.size(), "a new column of the record needs a new encoding: " + columns);
        var id = entry(30);
        for (var column : columns) {
            var value = Map.of("tx", "'77'", "at", "at + interval '1 microsecond'", "act", "'EXPORTED'", "detail_hash", "'\\x00'").getOrDefault(column,
                    column.endsWith("_id") ? "gen_random_uuid()" : "'another'");
            database.tamper("update audit.entry set " + column + " = " + value + " where id = ?", id);
            var progress = database.verify();
            assertEquals(List.of(Kind.ENTRY_ALTERED), progress.findings().stream().map(Finding::kind).filter(k -> !k.name().startsWith("DETAIL")).toList(), column);
            assertEquals(30, progress.firstEntry().orElseThrow().entry(), column);
            assertEquals(id, progress.firstEntry().orElseThrow().id(), column);
            database.undo();
            assertTrue(database.verify().isSound(), "put back: " + column);
        }
    }

    @Test
    void theFirstOfSeveralIsNamedFirst() throws SQLException {
        var all = database.verify().entries();
        database.tamper("update audit.entry set kind = 'other' where id in (?, ?)", entry(all), entry(12));
        database.tamper("update audit.entry set subject = 'another' where id = ?", entry(all - 9));
        assertEquals(List.of(12L, all - 9, all), database.verify().findings().stream().map(Finding::entry).toList());
    }

    @Test
    void anEntryThatWasMovedToAnotherPartnershipIsMissedInItsOwnAndStrangeInTheOther() throws SQLException {
        var id = entry(20);
        database.tamper("update audit.entry set partnership_id = (select id from hub.partnership where reference_prefix = 'HS') where id = ?", id);
        assertEquals(List.of(new Finding(Kind.ENTRY_ALTERED, 1, 20, id, database.verify().findings().getFirst().at(), 0)), database.verify().findings());
        var hillside = UUID.fromString(database.one("select id from hub.partnership where reference_prefix = 'HS'"));
        assertEquals(List.of(Kind.ENTRY_SLIPPED_IN), kinds(database.verify(hillside, List.of(), KEYS)));
    }

    @Test
    void aRemovedEntryIsNamed() throws SQLException {
        var id = entry(25);
        database.tamper("delete from audit.detail where entry_id = ?", id);
        database.tamper("delete from audit.entry where id = ?", id);
        var finding = database.verify().findings().getFirst();
        assertEquals(List.of(Kind.ENTRY_REMOVED, 25L, id), List.of(finding.kind(), finding.entry(), finding.id()));
        assertEquals("Entry 25 was removed after it was sealed.", finding.sentence());
    }

    @Test
    void anEntryThatWasSlippedInIsFoundWhateverNumberItWasGiven() throws SQLException {
        inACopy();
        var sealed = database.one("select tx from audit.entry where id = ?", entry(database.verify().entries()));
        var columns = "insert into audit.entry (id, tx, partnership_id, act, kind, subject) overriding system value ";
        // In a gap of the numbers, at their end, with a transaction that has not come, and with one between two seals.
        for (var tx : List.of("values (-5, '" + sealed + "'::xid8", "values (900000, '" + sealed + "'::xid8", "values (900001, '1844674407370955'::xid8",
                "values (900002, ((select max(below::text::bigint) from audit.seal) - 1)::text::xid8")) {
            database.tamper(columns + tx + ", ?, 'READ', 'case_file', 'forged')", SealedDatabase.RIVERSIDE);
            var progress = database.verify();
            assertEquals(List.of(Kind.ENTRY_SLIPPED_IN), kinds(progress), tx);
            assertEquals(database.one("select id from audit.entry where subject = 'forged'"), String.valueOf(progress.findings().getFirst().id()));
            database.seal();
            assertEquals(List.of(Kind.ENTRY_SLIPPED_IN), kinds(database.verify()), "and stays found when more is sealed: " + tx);
            database.tamper("delete from audit.entry where subject = 'forged'");
        }
        assertTrue(database.verify().isSound());
    }

    @Test
    void entriesThatChangedPlacesAreNamedWithEachOther() throws SQLException {
        database.tamper("update audit.entry e set (tx, " + COLUMNS + ") = (select o.tx, " + COLUMNS.replaceAll("(\\w+)", "o.$1") + " from audit.entry o where o.id = case e.id when ? then ? else ? end) where e.id in (?, ?)",
                entry(22), entry(31), entry(22), entry(22), entry(31));
        var findings = database.verify().findings();
        assertEquals(List.of(Kind.ENTRY_REORDERED, Kind.ENTRY_REORDERED), findings.stream().map(Finding::kind).toList());
        assertEquals("Entry 22 changed places with entry 31 after they were sealed.", findings.getFirst().sentence());
    }

    @Test
    void beforeAndAfterThatWereAlteredRemovedOrPutThereAreToldFromErased() throws SQLException {
        var id = Long.parseLong(database.one("select d.entry_id from audit.detail d join hub.agency a on a.id = d.about_agency_id where a.short_name = 'adult social care' limit 1"));
        var changes = Map.of(
                "update audit.detail set body = body || '{\"after\": {\"name\": \"other\"}}' where entry_id = ?", Kind.DETAIL_ALTERED,
                "update audit.detail set salt = '\\x00' where entry_id = ?", Kind.DETAIL_ALTERED,
                "update audit.detail set about_agency_id = gen_random_uuid() where entry_id = ?", Kind.DETAIL_ALTERED,
                "delete from audit.detail where entry_id = ?", Kind.DETAIL_REMOVED);
        for (var change : changes.entrySet()) {
            database.tamper(change.getKey(), id);
            var progress = database.verify();
            assertEquals(List.of(change.getValue()), kinds(progress), change.getKey());
            assertEquals(id, progress.findings().getFirst().id());
            assertEquals(0, progress.erased());
            database.undo();
        }
        var read = Long.parseLong(database.one("select id from audit.entry where detail_hash is null and partnership_id = ? limit 1", SealedDatabase.RIVERSIDE));
        database.tamper("insert into audit.detail (entry_id, partnership_id, salt, body) values (?, ?, '', '{}')", read, SealedDatabase.RIVERSIDE);
        assertEquals(List.of(Kind.DETAIL_SLIPPED_IN), kinds(database.verify()));
        database.tamper("delete from audit.detail where entry_id = ?", read);
        assertTrue(database.verify().isSound());
    }

    @Test
    void anErasedDetailIsNoFaultAndTheDecisionIsOnRecord() throws SQLException {
        inACopy();
        var council = Long.parseLong(database.one("select d.entry_id from audit.detail d join hub.agency a on a.id = d.about_agency_id where a.short_name = 'adult social care' limit 1"));
        var police = Long.parseLong(database.one("select d.entry_id from audit.detail d join hub.agency a on a.id = d.about_agency_id where a.short_name = 'police' and d.partnership_id = ? limit 1", SealedDatabase.RIVERSIDE));
        assertEquals("42501", refusal("infolead", police), "another controller's");
        assertEquals("42501", refusal("police", police), "no information lead");
        assertEquals("42501", refusal("infolead", -1), "none");
        try (var lead = database.entered("infolead"); var statement = lead.prepareStatement("select access.erase_details(array[?::bigint], 'Retention review of November, decision 14')")) {
            statement.setLong(1, council);
            statement.execute();
            lead.commit();
        }
        assertEquals("0", database.one("select count(*) from audit.detail where entry_id = ?", council));
        assertEquals("Retention review of November, decision 14", database.one("select decision from audit.entry where act = 'ERASED' and subject = ?", String.valueOf(council)));
        var progress = database.verify();
        assertTrue(progress.isSound(), progress.findings().toString());
        assertEquals(1, progress.erased());
        // Without the decision it was no erasure.
        database.tamper("delete from audit.entry where act = 'ERASED'");
        assertEquals(List.of(Kind.DETAIL_REMOVED), kinds(database.verify()));
    }

    private String refusal(String account, long entry) throws SQLException {
        try (var connection = database.entered(account); var statement = connection.prepareStatement("select access.erase_details(array[?::bigint], 'a decision')")) {
            statement.setLong(1, entry);
            return assertThrows(SQLException.class, statement::execute).getSQLState();
        }
    }

    @Test
    void anAlteredSealIsNamed() throws SQLException {
        for (var change : List.of("entries = 3, entry_ids = entry_ids[1:3], leaves = substr(leaves, 1, 96)", "sealed_at = sealed_at - interval '1 day'", "root = sha256('')", "below = '999999'",
                "signature = sha256('')", "previous = sha256('')", "epoch_reason = 'none'", "timeline = 9", "first_entry = 2")) {
            database.tamper("update audit.seal set " + change + " where number = 2 and partnership_id = ?", SealedDatabase.RIVERSIDE);
            var finding = database.verify().findings().getFirst();
            assertEquals(List.of(Kind.SEAL_ALTERED, 2), List.of(finding.kind(), finding.seal()), change);
            database.undo();
        }
    }

    @Test
    void anEntryThatWasAlteredTogetherWithTheListOfItsSealIsFoundByTheRoot() throws SQLException {
        var id = entry(database.verify().entries());
        database.tamper("update audit.entry set member_id = null where id = ?", id);
        database.tamper("update audit.seal set leaves = substr(leaves, 1, length(leaves) - 32) || sha256('made to fit') where number = 4 and partnership_id = ?", SealedDatabase.RIVERSIDE);
        assertEquals("Seal 4 was altered: the list of its entries is not the one that was signed.", database.verify().findings().getFirst().sentence());
    }

    @Test
    void removedAndReorderedSealsAreNamed() throws SQLException {
        database.tamper("delete from audit.seal where number = 3 and partnership_id = ?", SealedDatabase.RIVERSIDE);
        assertEquals(List.of("Seal 3 was removed."), database.verify().findings().stream().map(Finding::sentence).toList());
        database.undo();
        for (var step : List.of("number = 99 where number = 2", "number = 2 where number = 3", "number = 3 where number = 99")) {
            database.tamper("update audit.seal set " + step + " and partnership_id = ?", SealedDatabase.RIVERSIDE);
        }
        var sentences = database.verify().findings().stream().map(Finding::sentence).toList();
        assertEquals(List.of("Seal 2 changed places with seal 3.", "Seal 3 changed places with seal 2."), sentences.subList(0, 2));
    }

    @Test
    void aChainThatWasWrittenAnewIsBelievedNeitherWithAnotherKeyNorWithTheHubsOwn() throws SQLException {
        inACopy();
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
    void aTransactionThatCommitsLateAcrossASealIsSealedWithTheNextOne() throws SQLException {
        inACopy();
        var sealed = database.verify().entries();
        try (var late = database.entered("police")) {
            SealedDatabase.read(late, 2);
            database.read("housing", 3);
            database.seal();
            var meanwhile = database.verify();
            assertTrue(meanwhile.isSound());
            assertEquals(sealed, meanwhile.entries(), "nothing behind the line may come late, so the line waits");
            assertEquals(3, meanwhile.waiting());
            late.commit();
        }
        database.seal();
        var after = database.verify();
        assertEquals(List.of(), after.findings());
        assertEquals(sealed + 5, after.entries());
        assertEquals(0, after.waiting());
    }

    @Test
    void aTransactionThatTookItsNumberBeforeTheSealAndWroteAfterItIsNotMissed() throws SQLException {
        inACopy();
        var sealed = database.verify().entries();
        try (var late = database.entered("police"); var statement = late.createStatement()) {
            statement.execute("select pg_current_xact_id()");
            database.read("housing", 1);
            database.seal();
            SealedDatabase.read(late, 2);
            late.commit();
        }
        database.seal();
        assertEquals(sealed + 3, database.verify().entries());
        assertTrue(database.verify().isSound());
    }

    @Test
    void oneSealsAtATime() throws SQLException {
        inACopy();
        database.read("police", 1);
        try (var one = database.app(); var other = database.app()) {
            for (var connection : List.of(one, other)) {
                try (var statement = connection.createStatement()) {
                    statement.execute("select access.enter_service('seals')");
                }
            }
            assertFalse(new Sealer(SealedDatabase.KEY).seal(one, 0), "all of it in one go");
            assertFalse(new Sealer(SealedDatabase.KEY).seal(other, 0), "nothing, while the first has not committed");
            one.commit();
            other.commit();
        }
        assertEquals(5, database.verify().seals());
        assertTrue(database.verify().isSound());
    }

    @Test
    void anotherClusterBeginsAnEpochAndTakesWhatTheOneBeforeHadLeft() throws SQLException {
        inACopy();
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
                copy.tamper("update audit.entry set subject = 'other' where id = ?", entry(copy, number));
                assertEquals(List.of(number), copy.verify().findings().stream().map(Finding::entry).toList());
            }
        }
        database.tamper("insert into audit.entry (id, tx, partnership_id, act, kind) overriding system value values (-7, '1000300'::xid8, ?, 'READ', 'case_file')", SealedDatabase.RIVERSIDE);
        assertEquals(List.of(Kind.ENTRY_SLIPPED_IN), kinds(database.verify()));
    }

    @Test
    void transactionNumbersThatWentBackOrATimelineThatChangedBeginAnEpochToo() throws SQLException {
        inACopy();
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
        inACopy();
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

    @Test
    void theOwnerOfTheTablesChangesNothingOfThem() throws SQLException {
        for (var sql : List.of("update audit.entry set member_id = null", "delete from audit.entry", "truncate audit.entry cascade", "update audit.detail set body = '{}'", "delete from audit.detail",
                "truncate audit.detail", "update audit.seal set number = 9", "delete from audit.seal", "truncate audit.seal")) {
            // Nor a session that plays a replica, where other triggers sleep.
            for (var as : List.of("set role hub_owner", "set session_replication_role = replica")) {
                database.run(as);
                assertEquals("42501", assertThrows(SQLException.class, () -> database.run(sql)).getSQLState(), sql);
                database.undo();
            }
        }
    }

    @Test
    void theServingRoleMakesNoSealAndReadsNoRecordButThroughTheWorkThatIsMeantForIt() throws SQLException {
        var doors = List.of("select * from access.seal_round(0)", "select * from access.entries_to_seal(1, false, 0, '0', '9', 1)", "select * from access.last_seals()", "select access.keep_seal('{}', '{}', '')",
                "select * from access.chains()", "select * from access.seals_from(null, 1, 1)", "select * from access.sealed_entries(null, '{}', '0', '9')", "select access.seal_of(null, 1)",
                "select * from access.unsealed(null)", "select * from access.latest_epoch()", "select * from access.cluster()", "insert into audit.seal (number) values (1)", "select leaves from audit.seal");
        for (var account : List.of("infolead", "admin", "police")) {
            try (var connection = database.entered(account)) {
                for (var door : doors) {
                    assertEquals("42501", refusal(connection, door), door);
                }
            }
        }
        try (var lead = database.entered("infolead"); var police = database.entered("police"); var hers = lead.createStatement(); var his = police.createStatement()) {
            var rows = hers.executeQuery("select count(*), count(distinct partnership_id) from audit.seal");
            rows.next();
            assertEquals(List.of(4, 1), List.of(rows.getInt(1), rows.getInt(2)), "her own partnership's");
            rows = his.executeQuery("select count(*) from audit.seal");
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
    }

    private static String refusal(Connection connection, String sql) throws SQLException {
        var before = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            return assertThrows(SQLException.class, () -> statement.execute(sql), sql).getSQLState();
        } finally {
            connection.rollback(before);
        }
    }

    @Test
    void theCommandSaysWhatIsWrongAndEndsAccordingly(@TempDir Path directory) throws SQLException {
        inACopy();
        new OutsideCopy(directory).add(SealedDatabase.RIVERSIDE, List.of());
        assertTrue(command(directory).startsWith("true"), command(directory));
        var id = entry(17);
        database.tamper("update audit.entry set kind = 'other' where id = ?", id);
        var said = command(directory);
        assertTrue(said.startsWith("false"), said);
        assertTrue(said.contains("WRONG: Entry 17 was altered after it was sealed. Its number in the database is " + id), said);
        assertTrue(said.contains("Entries that belong to no partnership"), said);
    }

    private String command(Path directory) throws SQLException {
        var out = new ByteArrayOutputStream();
        try (var connection = database.app()) {
            boolean sound = new WholeCheck(connection, KEYS, Optional.of(directory.toString())).run(new PrintStream(out, true, StandardCharsets.UTF_8));
            return sound + "\n" + out.toString(StandardCharsets.UTF_8);
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

    private long entry(long number) throws SQLException {
        return entry(database, number);
    }

    /** The entry of Riverside with that running number. */
    private static long entry(SealedDatabase database, long number) throws SQLException {
        return Long.parseLong(database.one("select entry_ids[? - first_entry + 1] from audit.seal where partnership_id = ? and ? between first_entry and first_entry + entries - 1", number, SealedDatabase.RIVERSIDE, number));
    }

    private static List<Kind> kinds(Progress progress) {
        return progress.findings().stream().map(Finding::kind).toList();
    }
}
