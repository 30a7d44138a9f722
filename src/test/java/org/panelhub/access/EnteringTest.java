package org.panelhub.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.panelhub.identity.NotLinked;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** The viewer enters once a transaction, for that transaction only. */
@QuarkusTest
class EnteringTest {

    @Inject
    AgroalDataSource dataSource;
    @Inject
    EntityManager entities;
    @Inject
    Viewers viewers;
    @Inject
    Permissions permissions;

    @Test
    @TestTransaction
    @TestSecurity(user = "police")
    void theSignedInPersonIsTheViewerInTheRequestsTransaction() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            assertFalse(connection.getAutoCommit());
        }
        var viewer = viewers.current();
        assertEquals("Sgt Daniel Reyes", viewer.name());
        assertTrue(viewer.holds(Role.REPRESENTATIVE));
        assertTrue(permissions.may(Permission.RELEASE_INFORMATION));
        assertFalse(permissions.may(Permission.TRIAGE));
        assertEquals(5L, entities.createNativeQuery("select count(*) from hub.case_file", Long.class).getSingleResult());
    }

    @Test
    @TestTransaction
    @TestSecurity(user = "unsigned")
    void aSeatWithoutASignatureIsNoStanding() {
        assertFalse(viewers.current().holds(Role.REPRESENTATIVE));
        assertFalse(permissions.may(Permission.RELEASE_INFORMATION));
        assertEquals(List.of("Former tenant of Harbour Homes until 2019; no complaints then."), entities.createNativeQuery("select body from hub.item", String.class).getResultList());
    }

    @Test
    @TestSecurity(user = "police")
    void whatIsReadOfOneMomentShowsNothingThatWasWrittenMeanwhileAndWritesNothing() {
        try {
            OneMoment.of(() -> {
                assertEquals(5L, entities.createNativeQuery("select count(*) from hub.case_file", Long.class).getSingleResult());
                HubRows.run("update hub.case_file set subject = subject || ' (meanwhile)' where reference = 'RV-7K4QM'");
                assertEquals(0L, entities.createNativeQuery("select count(*) from hub.case_file where subject like '%(meanwhile)'", Long.class).getSingleResult());
                return null;
            });
            QuarkusTransaction.requiringNew().run(() -> assertEquals(1L, entities.createNativeQuery("select count(*) from hub.case_file where subject like '%(meanwhile)'", Long.class).getSingleResult()));
            var refused = assertThrows(RuntimeException.class, () -> OneMoment.of(() -> entities.createNativeQuery("insert into hub.draft (partnership_id, member_id, form, typed) values (hub.partnership(), hub.viewer(), 'meanwhile', '{}')").executeUpdate()));
            assertTrue(refused.getMessage().contains("read-only transaction"), refused.getMessage());
        } finally {
            HubRows.run("update hub.case_file set subject = replace(subject, ' (meanwhile)', '') where subject like '%(meanwhile)'");
        }
    }

    @Test
    @TestSecurity(user = "nobody.known")
    void aSignInThatIsLinkedToNobodySeesNothing() {
        QuarkusTransaction.requiringNew().run(() -> assertEquals(0L, entities.createNativeQuery("select count(*) from hub.member", Long.class).getSingleResult()));
        assertThrows(NotLinked.class, viewers::current);
    }

    @Test
    void sqlOutsideATransactionIsRefusedOrSeesNothing() throws SQLException {
        try (var connection = dataSource.getConnection(); var rows = connection.createStatement().executeQuery("select count(*) from hub.member")) {
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
    }

    @Test
    void aSecondViewerInOneTransactionIsRefused() throws SQLException {
        try (var connection = HubDatabase.asApp()) {
            connection.setAutoCommit(false);
            enter(connection, "demo-police");
            enter(connection, "demo-police");
            var refused = assertThrows(SQLException.class, () -> enter(connection, "demo-housing"));
            assertEquals("42501", refused.getSQLState());
            connection.rollback();
            // The settings ended with the transaction.
            enter(connection, "demo-housing");
            connection.rollback();
        }
    }

    private static void enter(java.sql.Connection connection, String subject) throws SQLException {
        try (var statement = connection.prepareStatement("select access.enter(?, ?)")) {
            statement.setString(1, HubDatabase.ISSUER);
            statement.setString(2, subject);
            statement.execute();
        }
    }
}
