package org.panelhub.trigger.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panelhub.trigger.apply.Resident.CODE;
import static org.panelhub.trigger.apply.Resident.HERE;
import static org.panelhub.trigger.apply.Resident.REFERENCE;
import static org.panelhub.trigger.apply.Resident.assertError;
import static org.panelhub.trigger.apply.Resident.first;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** What an applicant typed is kept as it typed it, is sent as it was read back, and is gone when it was told so. */
@QuarkusTest
class NothingIsLostTest {

    private static final String REPORT = HERE + "/apply/report/";

    @Inject
    PublicDoors doors;

    private final Resident applicant = new Resident();
    private final Visitor browser = applicant.browser;

    /** What other tests tried from this address does not count. */
    @BeforeEach
    void nothingWasTried() {
        HubRows.run("delete from hub.public_attempt");
    }

    @AfterEach
    void leaveNothing() {
        Resident.leaveNothing();
    }

    @Test
    void anAnswerThatMakesAnotherOneWrongOpensThatPageAgain() {
        var check = applicant.filledIn();
        var changed = browser.send(HERE + "/apply/reach?change=yes", HERE + "/apply/reach?change=yes", "reachBy", "TELEPHONE", "telephone", "020 7946 0111");
        assertTrue(changed.header("Location").endsWith("/apply/safe?change=yes"), changed.header("Location"));
        assertTrue(browser.answer(HERE + "/check").header("Location").endsWith("/apply/safe?change=yes"));
        assertTrue(applicant.sent(check).header("Location").endsWith("/apply/safe?change=yes"), "and it is not sent so");
        assertEquals("/community-trigger/apply/reach", browser.page(HERE + "/apply/safe?change=yes").select(".govuk-back-link").attr("href"), "not round in a circle");
        assertTrue(browser.send(HERE + "/apply/safe?change=yes", HERE + "/apply/safe?change=yes", "safe", "TELEPHONE").header("Location").endsWith("/check"));
    }

    @Test
    void twoPagesOnWhichAReportIsAddedAtOnceAddTwo() {
        applicant.filledIn();
        var one = browser.page(REPORT + "2");
        var two = browser.page(REPORT + "2");
        for (var page : List.of(one, two)) {
            browser.sendFrom(page, REPORT + "2", "what", page == one ? "Bins set on fire" : "A window broken", "reportedTo", "Council", "report", page.select("input[name=report]").attr("value"));
        }
        // Sent again as the answer was lost, it is the same one.
        browser.sendFrom(one, REPORT + "2", "what", "Bins set on fire again", "reportedTo", "Council", "report", one.select("input[name=report]").attr("value"));
        var all = browser.page(HERE + "/apply/reports").select("dd.govuk-summary-list__value").eachText();
        assertEquals(List.of("Music at three in the morning", "Bins set on fire again", "A window broken"), all);
    }

    @Test
    void whatIsTakenOutTwiceIsTakenOutOnceAndTheWayBackStays() {
        applicant.filledIn();
        var second = browser.page(REPORT + "2");
        browser.sendFrom(second, REPORT + "2", "what", "A window broken", "reportedTo", "Council", "report", second.select("input[name=report]").attr("value"));
        var list = browser.page(HERE + "/apply/reports?change=yes");
        var form = list.select("form[action*=remove]").first();
        for (int n = 0; n < 2; n++) {
            var removed = browser.sendFrom(list, form.attr("action"), "report", form.select("input[name=report]").attr("value"));
            assertTrue(removed.header("Location").endsWith("/apply/reports?change=yes"), removed.header("Location"));
        }
        assertEquals(List.of("A window broken"), browser.page(HERE + "/apply/reports").select("dd.govuk-summary-list__value").eachText());
    }

    @Test
    void whoStopsInTheMiddleOfAPageIsGivenTheCodeAndFindsWhatWasTyped() {
        applicant.begin();
        applicant.answer("who", "kind", "PERSON");
        applicant.answer("name", "name", "Ivy Marlow");
        applicant.answer("age", "under18", "NO");
        var code = first(CODE, browser.follow(applicant.answer("what", "happening", "Noise every", "later", "yes")).text());
        var back = new Visitor().done(HERE + "/come-back", HERE + "/come-back", "code", code);
        assertEquals("What has been going on?", back.select("h1").text());
        assertEquals("Noise every", back.select("textarea[name=happening]").val().strip());
    }

    @Test
    void aReportWithSomethingWrongInItIsKeptAndShownAgainBeforeTheFormIsSent() {
        applicant.filledIn();
        var page = browser.page(REPORT + "2");
        assertError(browser.sendFrom(page, REPORT + "2", "what", "A window broken", "reportedTo", "Council", "happenedOn-day", "30", "happenedOn-month", "2", "happenedOn-year", "2026", "report", page.select("input[name=report]").attr("value")),
                "must be a real date");
        assertEquals("30", browser.page(REPORT + "2").select("input[name=happenedOn-day]").val());
        assertTrue(browser.answer(HERE + "/check").header("Location").endsWith("/apply/report/2?change=yes"));
        var empty = browser.page(REPORT + "3");
        assertEquals(422, browser.sendFrom(empty, REPORT + "3", "report", empty.select("input[name=report]").attr("value")).statusCode());
        assertEquals(2, browser.page(HERE + "/apply/reports").select("dd.govuk-summary-list__value").size(), "a page on which nothing was typed is no report");
    }

    @Test
    void whatIsSentIsWhatWasReadBack() {
        var check = applicant.filledIn();
        applicant.answer("wish", "wish", "Something else");
        assertError(applicant.sent(check), "was changed after you opened this page");
        assertEquals("0", HubRows.one("select count(*)::text from hub.trigger where happening like '%test of the form%'"));
        assertEquals("t", HubRows.one("with form as (select set_config('hub.service', 'community trigger', true) as service) select (access.trigger_apply(d.code_hash, d.version - 1, '{}', service, '-') is null)::text from form, hub.trigger_draft d").substring(0, 1));
        assertTrue(applicant.sent(browser.page(HERE + "/check")).header("Location").endsWith("/sent"));
    }

    @Test
    void theSameWordsSentTwiceAreOneMessageAndOtherWordsAnother() {
        browser.follow(applicant.sent(applicant.filledIn()));
        var page = browser.page(HERE + "/my-form");
        var once = page.select("input[name=once]").attr("value");
        for (var words : List.of("It was bad again.", "It was bad again.", "And tonight, too.")) {
            browser.sendFrom(page, HERE + "/my-form/write", "body", words, "once", once);
        }
        assertEquals(List.of("It was bad again.", "And tonight, too."), browser.page(HERE + "/my-form").select(".hub-message .hub-prose").eachText());
    }

    @Test
    void whyAFormIsTakenBackIsNotTooLongAndStandsAmongWhatTheApplicantWrote() {
        var reference = first(REFERENCE, browser.follow(applicant.sent(applicant.filledIn())).text());
        var refused = browser.send(HERE + "/my-form/withdraw", HERE + "/my-form/withdraw", "why", "Moved ".repeat(200));
        assertError(refused, "This must be 1,000 letters or fewer");
        assertTrue(refused.asString().contains("Moved Moved"), "what was typed stays");
        browser.done(HERE + "/my-form/withdraw", HERE + "/my-form/withdraw", "why", "I have moved");
        assertEquals("", HubRows.one("select note from hub.trigger_event e join hub.trigger t on t.id = e.trigger_id where t.reference = ? and e.kind = 'WITHDRAWN'", reference));
        assertEquals("I have moved", HubRows.one("select body from hub.trigger_message m join hub.trigger t on t.id = m.trigger_id where t.reference = ?", reference));
        assertTrue(browser.follow(browser.answer(HERE + "/my-form/withdraw")).text().contains("You have taken your form back already."));
    }

    @Test
    void whoTakesBackWhatIsDecidedIsToldThatItIsOver() {
        var reference = first(REFERENCE, browser.follow(applicant.sent(applicant.filledIn())).text());
        var page = browser.page(HERE + "/my-form/withdraw");
        HubRows.run("update hub.trigger set state = 'NOT_MET' where reference = ?", reference);
        assertTrue(browser.follow(browser.sendFrom(page, HERE + "/my-form/withdraw", "why", "")).text().contains("We have finished with your form"));
        assertEquals("NOT_MET", HubRows.one("select state from hub.trigger where reference = ?", reference));
    }

    @Test
    void whatWasNotSentIsGoneAfterFourWeeksThoughNobodyBeginsAnother() {
        applicant.begin();
        HubRows.run("update hub.trigger_draft set saved_at = hub.now() - interval '27 days 23 hours'");
        doors.forget();
        assertEquals("1", HubRows.one("select count(*)::text from hub.trigger_draft"));
        HubRows.run("update hub.trigger_draft set saved_at = hub.now() - interval '28 days 1 hour'");
        doors.forget();
        assertEquals("0", HubRows.one("select count(*)::text from hub.trigger_draft"));
    }
}
