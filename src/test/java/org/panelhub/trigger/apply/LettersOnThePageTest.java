package org.panelhub.trigger.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panelhub.trigger.apply.Resident.HERE;
import static org.panelhub.trigger.apply.Resident.REFERENCE;
import static org.panelhub.trigger.apply.Resident.first;

import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
}
