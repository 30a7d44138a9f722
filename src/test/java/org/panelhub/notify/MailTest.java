package org.panelhub.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.panelhub.demo.MailCatcher.Mail;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.Visitor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

@QuarkusTest
class MailTest {

    @Inject
    Outbox outbox;

    @Inject
    MailWorker worker;

    private static UUID member(String account) throws SQLException {
        try (var connection = HubDatabase.asOwner(); var statement = connection.prepareStatement("select member_id from hub.sign_in where subject = ?")) {
            statement.setString(1, "demo-" + account);
            var row = statement.executeQuery();
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static long sent(String address, String subject) {
        return HubDatabase.mails().to(address).stream().map(Mail::subject).filter(s -> s.contains(subject)).count();
    }

    private static void awaitSent(String address, String subject) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> sent(address, subject) > 0);
    }

    private void put(UUID to, String subject, String key) {
        QuarkusTransaction.requiringNew().run(() -> outbox.put(to, "minutes", subject, "Something waits for you.", key));
    }

    @Test
    @TestSecurity(user = "coordinator")
    @ActivateRequestContext
    void aMailGoesOutOnceWithItsMarkingHoweverOftenItIsPutIn() throws SQLException {
        var subject = "Once " + UUID.randomUUID();
        var police = member("police");
        put(police, subject, subject);
        put(police, subject, subject);
        awaitSent("police@riverside.example", subject);
        worker.sendWhatIsDue();
        assertEquals(1, sent("police@riverside.example", subject));
        assertTrue(HubDatabase.mails().to("police@riverside.example").stream().anyMatch(m -> m.subject().equals("OFFICIAL: " + subject)));
    }

    @Test
    @TestSecurity(user = "coordinator")
    @ActivateRequestContext
    void aMailOfATransactionThatFailedIsNeverSent() throws SQLException {
        var subject = "Never " + UUID.randomUUID();
        var police = member("police");
        QuarkusTransaction.begin();
        outbox.put(police, "minutes", subject, "Text", null);
        QuarkusTransaction.rollback();
        worker.sendWhatIsDue();
        assertEquals(0, sent("police@riverside.example", subject));
    }

    @Test
    @TestSecurity(user = "admin")
    @ActivateRequestContext
    void aMailThatWasGivenUpIsSeenAndSentWhenAskedAgain() throws SQLException {
        var subject = "Again " + UUID.randomUUID();
        try (var connection = HubDatabase.asOwner(); var statement = connection.prepareStatement("""
                insert into hub.outbox (partnership_id, id, to_member, template, subject, body, tries, given_up_at, last_error)
                select partnership_id, gen_random_uuid(), id, 'minutes-ready', ?, 'Text', 12, hub.now(), 'The mail server did not answer.' from hub.member where id = ?""")) {
            statement.setString(1, subject);
            statement.setObject(2, member("fire"));
            statement.execute();
        }
        var visitor = new Visitor();
        var page = visitor.page("/set-up/mail");
        assertTrue(page.text().contains("The mail server did not answer."), page.text());
        assertTrue(page.text().contains("Given up"));
        assertTrue(page.text().contains("Stan Kowalski"));
        assertTrue(page.text().contains("Tried 12 times"), page.text());
        visitor.follow(visitor.sendFrom(page, page.select("form[action$=/again]").attr("action")));
        awaitSent("fire@riverside.example", subject);
        assertEquals(1, sent("fire@riverside.example", subject));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void onlyAnAdministratorSeesWhatWasNotSent() {
        assertEquals(403, new Visitor().answer("/set-up/mail").statusCode());
    }

    @Test
    @TestSecurity(user = "admin")
    void aMailThatIsNotThereCannotBeSentAgain() {
        var visitor = new Visitor();
        var form = visitor.page(visitor.page("/agencies").select("main a[href^=/agencies/]").attr("href"));
        assertEquals(404, visitor.sendFrom(form, "/set-up/mail/00000000-0000-0000-0000-000000000000/again").statusCode());
    }

    @Test
    void eachFurtherTryWaitsTwiceAsLongUpToFourHours() {
        assertEquals(worker.waitAfter(1).multipliedBy(2), worker.waitAfter(2));
        assertEquals(worker.waitAfter(1).multipliedBy(8), worker.waitAfter(4));
        assertTrue(worker.waitAfter(60).compareTo(Duration.ofHours(4)) <= 0);
    }
}
