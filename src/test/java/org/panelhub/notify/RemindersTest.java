package org.panelhub.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.access.HubService;
import org.panelhub.demo.MailCatcher.Mail;
import org.panelhub.support.Account;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.time.WorkingDays;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;

/** Of what waits for them people are reminded in one mail a day, as often as each has chosen. */
@QuarkusTest
@TestSecurity(user = "housing")
class RemindersTest {

    private static final String HOUSING = "housing@riverside.example";

    @Inject
    Reminders reminders;

    @Inject
    MailWorker worker;

    @Inject
    Outbox outbox;

    @Inject
    WorkingDays workingDays;

    @BeforeEach
    @AfterEach
    void nobodyWasReminded() {
        SignedIn.nobody();
        HubRows.run("delete from hub.outbox where template = 'reminder'");
        HubRows.run("delete from hub.reminder_choice");
    }

    private LocalDate workingDay() {
        return workingDays.onOrAfter(LocalDate.parse(HubRows.one("select hub.today()")));
    }

    private static List<Mail> mails() {
        return HubDatabase.mails().to(HOUSING).stream().filter(m -> m.text().contains("/reminders")).toList();
    }

    /** How many such reminders were put in for housing, sent or not. */
    private static int told(String about) {
        return Integer.parseInt(HubRows.one("select count(*) from hub.outbox o join hub.sign_in s on s.member_id = o.to_member where s.subject = 'demo-housing' and o.template = 'reminder' and o.once_key like '%' || ? || '%'", about));
    }

    /** As a room would, of housing's Priya Nair. */
    private void remind(String about, boolean urgent) {
        HubService.as("reminders", () -> {
            outbox.remind(UUID.fromString(HubRows.one("select partnership_id from hub.sign_in where subject = 'demo-housing'")), UUID.fromString(HubRows.one("select member_id from hub.sign_in where subject = 'demo-housing'")),
                    about, about + " waits.\n", about, urgent);
            return null;
        });
    }

    private void choose(String how) {
        assertEquals(303, Account.as("housing").send("/reminders", "/reminders", Map.of("how", how)).statusCode());
    }

    @Test
    void whatWaitsForOnePersonGoesAsOneMailOnceADayAndSaysNothingOfWhomItIsAbout() {
        var before = mails().size();
        reminders.remind(workingDay());
        reminders.remind(workingDay());
        assertEquals(1, told("overdue"));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> mails().size() > before);
        remind("Something that came up later", false);
        worker.sendWhatIsDue();
        assertEquals(before + 1, mails().size(), "what comes up after the mail of the day is told with the next");
        var mail = mails().getLast();
        assertTrue(mail.text().contains("overdue") && mail.text().contains("/actions"), mail.text());
        assertFalse(mail.toString().contains("RV-") || mail.text().contains("camera") || mail.text().contains("Okoro"), mail.text());
    }

    @Test
    void severalRemindersAreOneMail() {
        var before = mails().size();
        HubRows.run("""
                insert into hub.outbox (partnership_id, id, to_member, template, subject, body)
                select partnership_id, gen_random_uuid(), member_id, 'reminder', 'OFFICIAL: ' || w, w || ' waits.' from hub.sign_in, unnest(array['The first', 'The second', 'The third']) w where subject = 'demo-housing'""");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> mails().size() > before);
        worker.sendWhatIsDue();
        assertEquals(before + 1, mails().size());
        var mail = mails().getLast();
        assertEquals("OFFICIAL: 3 reminders from Panel Hub", mail.subject());
        assertTrue(mail.text().contains("The first waits.") && mail.text().contains("The second waits.") && mail.text().contains("The third waits."), mail.text());
        assertEquals("3", HubRows.one("select count(*) from hub.outbox o where o.template = 'reminder' and o.sent_at is not null and o.body like any (array['', '%waits.%'])"));
    }

    @Test
    void eachChoosesHowOften() {
        choose("WEEKLY");
        sentBefore("date_trunc('week', hub.today())::date - 1");
        remind("In a new week", false);
        assertEquals(1, told("In a new week"));
        sentBefore("date_trunc('week', hub.today())::date");
        remind("Later in the week", false);
        assertEquals(0, told("Later in the week"));
        choose("DAILY");
        sentBefore("hub.today() - 1");
        remind("On a new day", false);
        assertEquals(1, told("On a new day"));
        choose("NEVER");
        sentBefore("hub.today() - 30");
        remind("Never", false);
        assertEquals(0, told("Never"));
        remind("What cannot wait", true);
        assertEquals(1, told("What cannot wait"));
    }

    /** The last reminder went on that day, at noon. */
    private static void sentBefore(String day) {
        HubRows.run("delete from hub.outbox where template = 'reminder'");
        HubRows.run("insert into hub.outbox (partnership_id, id, to_member, template, subject, body, sent_at) select partnership_id, gen_random_uuid(), member_id, 'reminder', 'OFFICIAL: earlier', '', (" + day
                + ") + time '12:00' from hub.sign_in where subject = 'demo-housing'");
    }

    @Test
    void theChoiceIsOnesOwnAndIsSaidBesideTheFieldWhenItIsMissing() {
        var page = Account.as("housing").page("/reminders");
        assertEquals("DAILY", page.select("input[name=how][checked]").val());
        var missing = Account.as("housing").send("/reminders", "/reminders", Map.of());
        assertEquals(422, missing.statusCode());
        assertTrue(missing.asString().contains("how-error") && missing.asString().contains("Choose how often you are reminded"));
        choose("WEEKLY");
        assertEquals("WEEKLY", Account.as("housing").page("/reminders").select("input[name=how][checked]").val());
        assertEquals("DAILY", Account.as("police").page("/reminders").select("input[name=how][checked]").val());
    }
}
