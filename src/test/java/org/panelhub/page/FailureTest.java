package org.panelhub.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Map;

import javax.transaction.xa.XAException;

import org.hibernate.StaleStateException;
import org.junit.jupiter.api.Test;
import org.panelhub.identity.NotLinked;

class FailureTest {

    @Test
    void aDatabaseThatIsAwayIsSaidSoAndIsNotCalledAnError() {
        for (SQLException away : new SQLException[] { new SQLException("refused", "08001"), new SQLException("admin shutdown", "57P01"), new SQLException("Sorry, acquisition timeout!") }) {
            Failure failure = Failure.of(new RuntimeException("wrapped", away));
            assertEquals(503, failure.status(), away.getMessage());
            assertFalse(failure.unexpected());
        }
    }

    @Test
    void whatTheDatabaseRefusesIsTold() {
        Map.of("42501", 403, "23505", 409, "23P01", 409, "40001", 409, "55P03", 503, "57014", 503, "22021", 400)
                .forEach((state, status) -> assertEquals(status, Failure.of(new IllegalStateException(new SQLException("secret", state))).status(), state));
    }

    @Test
    void aCommitThatFindsTheRowChangedIsAConflict() {
        assertEquals(409, Failure.of(new jakarta.transaction.RollbackException("rolled back").initCause(new StaleStateException("secret"))).status());
    }

    @Test
    void aCommitThatLostItsDatabaseIsNotSaidToHaveSavedNothing() {
        var lost = commit(new SQLException("admin shutdown", "57P01"));
        assertEquals(503, lost.status());
        assertFalse(lost.unexpected());
        assertFalse(lost.detail().contains("Nothing was saved"));
    }

    @Test
    void whatTheDatabaseRefusesWhenItCommitsIsTold() {
        assertEquals(409, commit(new SQLException("secret", "23505")).status());
    }

    /** As the transaction manager and the pool hand it on. */
    private static Failure commit(SQLException why) {
        var pool = new XAException("Error trying to transactionCommit local transaction");
        pool.initCause(why);
        var rolledBack = new jakarta.transaction.RollbackException("Could not commit transaction.");
        rolledBack.addSuppressed(pool);
        return Failure.of(new RuntimeException("wrapped", rolledBack));
    }

    @Test
    void anAccountThatIsNotLinkedIsToldWhatToDo() {
        Failure failure = Failure.of(new NotLinked());
        assertEquals(403, failure.status());
        assertEquals("Your account is not linked", failure.title());
    }

    @Test
    void aProviderThatIsAwayIsNamedAsTheSignIn() {
        assertEquals("Signing in does not work at the moment", Failure.of(new io.quarkus.oidc.OIDCException("secret")).title());
    }

    @Test
    void anythingElseIsTheHubsOwnFault() {
        Failure failure = Failure.of(new NullPointerException("secret"));
        assertEquals(500, failure.status());
        assertTrue(failure.unexpected());
        assertFalse(failure.detail().contains("secret"));
    }

    @Test
    void aCauseThatLeadsBackToItselfEnds() {
        var first = new RuntimeException("a");
        var second = new RuntimeException("b", first);
        first.initCause(second);
        assertEquals(500, Failure.of(first).status());
    }
}
