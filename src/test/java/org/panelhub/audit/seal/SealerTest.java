package org.panelhub.audit.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One seals at a time, nothing that commits late is missed, and nobody else makes a seal or changes what was written. */
class SealerTest {

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
    void aTransactionThatCommitsLateAcrossASealIsSealedWithTheNextOne() throws SQLException {
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
}
