package org.panelhub.trigger.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panelhub.trigger.apply.Resident.HERE;
import static org.panelhub.trigger.apply.Resident.REFERENCE;
import static org.panelhub.trigger.apply.Resident.first;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.page.Dates;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;

/** An applicant reads again what was sent to it, and is asked about the plan before it is final. */
@QuarkusTest
class LettersOnThePageTest {

    private static final String MINE = HERE + "/my-form";

    private final Resident applicant = new Resident();
    private String reference;

    @BeforeEach
    void applied() {
        leaveNothing();
        reference = first(REFERENCE, applicant.browser.follow(applicant.sent(applicant.filledIn())).text());
    }

    @AfterEach
    void leaveNothing() {
        HubRows.run("delete from hub.trigger_letter where trigger_id in (select id from hub.trigger where happening like '%test of the form%')");
        Resident.leaveNothing();
    }

    private void letter(String kind, String title, String words, boolean sent) {
        HubRows.run("insert into hub.trigger_letter (partnership_id, id, trigger_id, panel_id, kind, language, title, body, made_by, sent_on, sent_how, sent_by) select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, ?, 'en', ?, ?, m.id, "
                + (sent ? "hub.today(), 'BY_HAND', m.id" : "null, null, null") + " from hub.trigger t join hub.member m on m.partnership_id = t.partnership_id where t.reference = ? order by m.id limit 1", kind, title, words, reference);
    }

    @Test
    void whatWasSentIsReadAgainAndWhatIsStillBeingWrittenIsNot() {
        letter("ACKNOWLEDGEMENT", "We have your application", "Dear Ivy\n\nWhat happens next\n\nWe look at <b>all</b> of it.", true);
        letter("NOT_MET", "What we decided", "This is only a draft of it.", false);
        var page = applicant.browser.page(MINE);
        assertTrue(page.select("details h3").eachText().contains("What happens next"), page.text());
        assertTrue(page.select("details").text().contains("We look at <b>all</b> of it."), "as it was written");
        assertFalse(page.text().contains("What we decided") || page.text().contains("only a draft"), page.text());
    }

    @Test
    void theApplicantIsAskedAboutThePlanAndWhatItThinksReachesWhoeverAnswersForIt() {
        assertEquals(List.of(), applicant.browser.page(MINE).select("a:contains(Read the plan)").eachText());
        assertEquals(303, applicant.browser.answer(MINE + "/plan").statusCode(), "nothing is planned");
        HubRows.run("update hub.trigger set state = 'MET' where reference = ?", reference);
        HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day) select partnership_id, gen_random_uuid(), id, panel_id, 'DECISION_TOLD', hub.today() from hub.trigger where reference = ?", reference);
        letter("PLAN", "What we plan to do", "A camera at the door.", true);
        assertEquals(1, applicant.browser.page(MINE).select("a:contains(Read the plan)").size());
        var plan = applicant.browser.page(MINE + "/plan");
        assertTrue(plan.text().contains("A camera at the door."), plan.text());
        var empty = applicant.browser.sendFrom(plan, MINE + "/plan", "body", " ");
        assertEquals(422, empty.statusCode());
        assertEquals("Error: Write what you think of the plan", Jsoup.parse(empty.asString()).select("#body-error").text());
        for (int n = 0; n < 2; n++) {
            assertTrue(applicant.browser.follow(applicant.browser.sendFrom(plan, MINE + "/plan", "body", "The camera first.", "once", plan.select("[name=once]").val())).text().contains("The camera first."));
        }
        assertEquals("1", HubRows.one("select count(*)::text from hub.trigger_event e join hub.trigger t on t.id = e.trigger_id where t.reference = ? and e.kind = 'PLAN_CONSULTED'", reference), "sent twice it is one answer");
        SignedIn.as("spoc");
        var page = new Visitor().page("/triggers/" + reference);
        assertTrue(page.select(".hub-message:contains(The camera first)").text().contains("About the action plan"), page.text());
        assertTrue(page.text().contains("Applicant consulted on the action plan"), page.text());
    }

    @Test
    void thatAMeetingWasOfferedAndWhatTheApplicantAnsweredStandsByItself() {
        HubRows.run("update hub.trigger set state = 'MET' where reference = ?", reference);
        SignedIn.as("spoc");
        var visitor = new Visitor();
        var step = visitor.page("/triggers/" + reference + "/steps/meeting-offered");
        var day = new String[] { "on-day", step.select("[name=on-day]").val(), "on-month", step.select("[name=on-month]").val(), "on-year", step.select("[name=on-year]").val() };
        var after = visitor.follow(visitor.sendFrom(step, "/triggers/" + reference + "/steps/meeting-offered", day[0], day[1], day[2], day[3], day[4], day[5], "words", "Yes, by video on Friday", "once", step.select("[name=once]").val()));
        assertTrue(after.text().contains("Applicant offered a meeting: Yes, by video on Friday"), after.text());
        assertTrue(applicant.browser.page(MINE).text().contains("We offered to meet you"));
    }

    private String mails() {
        return HubRows.one("select count(*)::text from hub.outbox o join hub.trigger t on t.id = o.to_applicant where t.reference = ? and o.template = 'something to read'", reference);
    }

    private void staffWrite(String words) {
        var staff = new Visitor();
        var page = staff.page("/triggers/" + reference);
        staff.follow(staff.sendFrom(page, "/triggers/" + reference + "/write", "body", words, "once", page.select("form[action$=/write] [name=once]").val()));
    }

    @Test
    void theApplicantIsMailedOnceADayThatSomethingWaitsWithNoWordOfItAndOnlyWhereThatIsSafe() throws SQLException {
        var id = UUID.fromString(HubRows.one("select id from hub.trigger where reference = ?", reference));
        try (var spoc = Entered.as("spoc"); var police = Entered.as("police")) {
            assertEquals("42501", spoc.refusal("select access.tell_to_read(?)", id), "nobody has written");
            SignedIn.as("spoc");
            HubRows.run("update hub.trigger_applicant set safe_email = false where trigger_id = ?", id);
            staffWrite("May we call on Tuesday?");
            assertEquals("0", mails());
            HubRows.run("update hub.trigger_applicant set safe_email = true where trigger_id = ?", id);
            staffWrite("Or rather on Friday?");
            staffWrite("At ten.");
            assertEquals("1", mails());
            assertEquals("42501", police.refusal("select access.tell_to_read(?)", id), "only who writes to it");
        }
        assertEquals("There is something for you to read|There is something new for you to read. Go to {hub}/community-trigger/follow with your number and your code.",
                HubRows.one("select subject || '|' || trim(regexp_replace(body, '\\s+', ' ', 'g')) from hub.outbox where to_applicant = ? and template = 'something to read'", id));
    }

    @Test
    void whoAskedToSpeakReadsWhenTheBoardMeetsOnceTheAgendaWithItsReviewIsPublished() {
        var meeting = UUID.randomUUID();
        HubRows.run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject) select partnership_id, ?, panel_id, 'RV-SPEAK', 'Noise' from hub.trigger where reference = ?", meeting, reference);
        HubRows.run("update hub.trigger set state = 'MET', case_id = ? where reference = ?", meeting, reference);
        HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day) select partnership_id, gen_random_uuid(), id, panel_id, 'DECISION_TOLD', hub.today() from hub.trigger where reference = ?", reference);
        HubRows.run("insert into hub.meeting (partnership_id, id, panel_id, starts_at, venue, cut_off_on, agenda_by) select partnership_id, ?, panel_id, (hub.today() + 9 + time '14:30') at time zone 'Europe/London', 'Room 5', hub.today(), hub.today() from hub.trigger where reference = ?", meeting, reference);
        try {
            HubRows.run("insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, position, kind, case_id, title, minutes_planned) select partnership_id, gen_random_uuid(), ?, panel_id, 1, 'CASE', case_id, 'x', 10 from hub.trigger where reference = ?", meeting, reference);
            assertFalse(applicant.browser.page(MINE).text().contains("The meeting is on"), "the agenda is not published");
            HubRows.run("update hub.meeting set state = 'PUBLISHED', published_at = now() where id = ?", meeting);
            var page = applicant.browser.page(MINE).text();
            assertTrue(page.contains("The meeting is on " + Dates.full(LocalDate.parse(HubRows.one("select hub.today() + 9"))) + " at ") && page.contains("30"), page);
            assertFalse(page.contains("Room 5"), "when, and nothing else of the meeting");
            HubRows.run("update hub.trigger set involvement = 'TOLD' where reference = ?", reference);
            assertFalse(applicant.browser.page(MINE).text().contains("The meeting is on"), "it did not ask to speak");
        } finally {
            HubRows.run("delete from hub.agenda_item where meeting_id = ?", meeting);
            HubRows.run("delete from hub.meeting where id = ?", meeting);
            HubRows.run("update hub.trigger set case_id = null where reference = ?", reference);
            HubRows.run("delete from hub.case_file where id = ?", meeting);
        }
    }
}
