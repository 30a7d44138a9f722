package org.panelhub.oversight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.audit.seal.SealingWork;
import org.panelhub.support.Account;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;

/** An information lead has the record checked, watches it, stops it, and is told what was done to it. */
@QuarkusTest
class VerifyPagesTest {

    @Inject
    SealingWork work;

    @Inject
    SealMails mails;

    private final Visitor visitor = new Visitor();

    @AfterEach
    void end() {
        HubRows.run("delete from audit.verification where true");
    }

    @Test
    @TestSecurity(user = "infolead")
    void aCheckRunsInTheBackgroundAndSaysThatAllIsAsItWasSealed() throws SQLException {
        work.seal();
        var running = visitor.done("/audit/verify", "/audit/verify", "number", "", "fingerprint", "");
        assertTrue(running.text().contains("A check is running"), running.text());
        assertTrue(running.select("form[action=/audit/verify]").isEmpty(), "one at a time");
        assertEquals("running", running.selectFirst("[data-progress]").attr("data-progress"));
        assertTrue(work.checkOneStep());
        assertTrue(visitor.page("/audit/verify").text().matches(".*Seal \\d+ of \\d+, [\\d,]+ entries so far.*"));
        work.check();
        var page = visitor.page("/audit/verify");
        assertTrue(page.text().contains("The record is as it was sealed"), page.text());
        assertTrue(page.text().contains("Maya Lindqvist began it"), page.text());
        assertFalse(page.text().contains("fault"), page.text());
    }

    @Test
    @TestSecurity(user = "infolead")
    void anEntryThatWasChangedInTheDatabaseIsNamed() throws SQLException {
        visitor.page("/audit");
        work.seal();
        var id = HubRows.one("select e.id from audit.entry e join hub.sign_in s on s.member_id = e.member_id where s.subject = 'demo-infolead' and e.kind = 'record' order by e.id desc limit 1");
        var number = HubRows.one("select s.first_entry + array_position(s.entry_ids, ?::bigint) - 1 from audit.seal s where ?::bigint = any (s.entry_ids)", id, id);
        change("subject = subject || '!'", id);
        try {
            visitor.done("/audit/verify", "/audit/verify", "number", "", "fingerprint", "");
            work.check();
            var page = visitor.page("/audit/verify");
            assertTrue(page.text().contains("The record is not as it was sealed"), page.text());
            assertTrue(page.text().contains("Entry " + number + " was altered after it was sealed."), page.text());
            assertTrue(page.select("tbody tr").text().contains("Maya Lindqvist, information governance: looked at the record"), page.select("tbody tr").text());
            assertFalse(page.text().contains(" " + id + " "), "the number is that of her own partnership's chain");
        } finally {
            change("subject = left(subject, -1)", id);
        }
        visitor.done("/audit/verify", "/audit/verify", "number", "", "fingerprint", "");
        work.check();
        assertTrue(visitor.page("/audit/verify").text().contains("The record is as it was sealed"));
    }

    @Test
    @TestSecurity(user = "infolead")
    void aCheckCanBeStopped() throws SQLException {
        work.seal();
        var running = visitor.done("/audit/verify", "/audit/verify", "number", "", "fingerprint", "");
        var stop = running.selectFirst("form[action$=/stop]").attr("action");
        var stopped = visitor.follow(visitor.sendFrom(running, stop));
        assertTrue(stopped.text().contains("The check was stopped.") && stopped.text().contains("The last check was stopped"), stopped.text());
        assertFalse(work.checkOneStep(), "nothing goes on");
        assertEquals(404, visitor.send("/audit/verify", "/audit/verify/00000000-0000-0000-0000-000000000000/stop").statusCode());
    }

    @Test
    @TestSecurity(user = "infolead")
    void aSealThatWasMailedIsCompared() throws SQLException {
        visitor.page("/audit");
        work.seal();
        var seal = work.lastOf("RV");
        for (var expected : Map.of(seal.getValue(), "The record is as it was sealed", "0".repeat(64), "Seal " + seal.getKey() + " is another one than in the copy outside").entrySet()) {
            visitor.done("/audit/verify", "/audit/verify", "number", seal.getKey().toString(), "fingerprint", expected.getKey());
            work.check();
            var text = visitor.page("/audit/verify").text();
            assertTrue(text.contains(expected.getValue()), text);
            assertTrue(text.contains("was compared with the mail"), text);
        }
        for (var wrong : Map.of("x", "Number of the seal must be a whole number", "1", "Enter the fingerprint that goes with the number").entrySet()) {
            var answer = visitor.send("/audit/verify", "/audit/verify", "number", wrong.getKey(), "fingerprint", "");
            assertEquals(422, answer.statusCode());
            assertTrue(answer.asString().contains(wrong.getValue()) && answer.asString().contains("value=\"" + wrong.getKey() + "\""), answer.asString());
        }
    }

    @Test
    @TestSecurity(user = "infolead")
    void theLastSealIsMailedToTheInformationLeadsOnceADay() throws SQLException {
        visitor.page("/audit");
        work.seal();
        HubRows.run("delete from hub.outbox where template = 'seal'");
        var today = java.time.LocalDate.parse(HubRows.one("select hub.today()"));
        mails.tell(today);
        mails.tell(today);
        assertEquals("Maya Lindqvist", HubRows.one("select string_agg(m.name, ', ') from hub.outbox o join hub.member m on m.id = o.to_member where o.template = 'seal' and m.name <> 'Anna Bright'"));
        var body = HubRows.one("select o.body from hub.outbox o join hub.member m on m.id = o.to_member where o.template = 'seal' and m.name = 'Maya Lindqvist'");
        assertTrue(body.contains(work.lastOf("RV").getValue()) && body.contains("{hub}/audit/verify"), body);
    }

    @Test
    @TestSecurity(user = "police")
    void nobodyElseHasItChecked() {
        assertEquals(303, Account.as("infolead").send("/audit/verify", "/audit/verify", Map.of()).statusCode());
        for (var account : new String[] {"police", "admin", "coordinator", "hillside.police"}) {
            assertEquals(403, Account.as(account).get("/audit/verify").statusCode());
            assertEquals(403, Account.as(account).send("/actions", "/audit/verify", Map.of()).statusCode(), account);
        }
        SignedIn.nobody();
        assertEquals("1", HubRows.one("select count(*) from audit.verification"));
    }

    private static void change(String how, String id) throws SQLException {
        try (var superuser = HubDatabase.asSuperuser(); var statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("alter table audit.entry disable trigger user");
            try (var update = superuser.prepareStatement("update audit.entry set " + how + " where id = ?::bigint")) {
                update.setString(1, id);
                update.execute();
            }
            statement.execute("alter table audit.entry enable always trigger unchangeable");
            superuser.commit();
        }
    }
}
