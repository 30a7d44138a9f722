package org.panelhub.audit.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    private long entry(long number) throws SQLException {
        return database.entry(number);
    }

    private static List<Kind> kinds(Progress progress) {
        return progress.findings().stream().map(Finding::kind).toList();
    }
}
