package org.panelhub.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Which clocks go on for an application that was not found met, was withdrawn, or is closed: none lapses without a word, and none is shown that nobody has to keep. */
@QuarkusTest
@TestSecurity(user = "spoc")
class BoardClocksTest {

    private static final String OPEN = "section[aria-labelledby=open] tr:contains(";

    private final Visitor visitor = new Visitor();
    private final UUID id = UUID.randomUUID();
    private final UUID procedure = UUID.randomUUID();
    private String reference;
    private String path;
    private int events;

    @BeforeEach
    void plant() {
        // Decision within ten working days, an appeal within ten of the letter, decided within ten: as Westminster's with a time for the decision.
        HubRows.run("insert into hub.trigger_arrangement (partnership_id, id, during, complaints, report_months, apply_months, weighed, discretion, spans, amber_days) select id, ?, daterange('2020-01-01', '2021-01-01'), 3, 1, 6, '{HARM}', false, '"
                + "[{\"stage\": \"DECISION\", \"days\": 10, \"unit\": \"WORKING_DAYS\", \"from\": \"RECEIPT\"}, {\"stage\": \"REVIEW\", \"days\": 10, \"unit\": \"WORKING_DAYS\", \"from\": \"RECEIPT\"}, "
                + "{\"stage\": \"APPEAL\", \"days\": 10, \"unit\": \"WORKING_DAYS\", \"from\": \"LETTER\"}, {\"stage\": \"APPEAL_DECISION\", \"days\": 10, \"unit\": \"WORKING_DAYS\", \"from\": \"APPEAL\"}]', 2 "
                + "from hub.partnership where reference_prefix = 'RV'", procedure);
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject) "
                + "select partnership_id, ?, id, '', '2020-03-02', 'ONLINE', 'PERSON', 'Planted for clocks' from hub.panel where kind = 'CT_MARAC'", id);
        HubRows.run("update hub.trigger set received_on = '2020-03-02' where id = ?", id);
        reference = HubRows.one("select reference from hub.trigger where id = ?", id);
        path = "/triggers/" + reference;
    }

    @AfterEach
    void undo() {
        for (var table : List.of("trigger_event", "trigger_message", "trigger_applicant")) {
            HubRows.run("delete from hub." + table + " where trigger_id = ?", id);
        }
        HubRows.run("delete from hub.trigger where id = ?", id);
        HubRows.run("delete from hub.trigger_arrangement where id = ?", procedure);
    }

    private void happened(String kind, String on, String state) {
        HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, at) select partnership_id, gen_random_uuid(), id, panel_id, ?, ?::date, hub.now() - interval '1 day' + ? * interval '1 second' from hub.trigger where id = ?",
                kind, on, ++events, id);
        HubRows.run("update hub.trigger set state = ? where id = ?", state, id);
    }

    private String clock(String stage) {
        return visitor.page(path).select("th:contains(" + stage + ") ~ td").text();
    }

    private boolean open() {
        return !visitor.page("/triggers").select(OPEN + reference + ")").isEmpty();
    }

    @Test
    void whoIsNotFoundMetIsStillToBeToldAndIsNotReviewed() {
        happened("NOT_MET", "2020-03-10", "NOT_MET");
        assertEquals("16 March 2020 Late", clock("Threshold decision told"));
        assertEquals("", clock("Review by the board"));
        assertTrue(open(), "somebody has to tell the applicant");
        happened("DECISION_TOLD", "2020-03-12", "NOT_MET");
        assertEquals("16 March 2020 Done 12 March 2020", clock("Threshold decision told"));
        assertEquals("26 March 2020 Late", clock("Appeal asked for"), "ten working days of the letter that says so");
        assertFalse(open(), "the applicant's own time is nobody's duty");
        happened("APPEALED", "2020-03-20", "NOT_MET");
        assertTrue(open() && clock("Appeal decided").startsWith("3 April 2020 Late"), clock("Appeal decided"));
        happened("APPEAL_DECIDED", "2020-04-01", "CLOSED");
        assertEquals("3 April 2020 Done 1 April 2020", clock("Appeal decided"));
        assertFalse(open());
    }

    @Test
    void aSecondAppealHasItsOwnTimeForTheAnswer() {
        happened("NOT_MET", "2020-03-10", "NOT_MET");
        happened("DECISION_TOLD", "2020-03-12", "NOT_MET");
        happened("APPEALED", "2020-03-20", "NOT_MET");
        happened("APPEAL_DECIDED", "2020-03-25", "NOT_MET");
        assertFalse(open());
        happened("APPEALED", "2020-03-27", "NOT_MET");
        assertTrue(clock("Appeal decided").endsWith("Late") && open(), clock("Appeal decided"));
        happened("APPEAL_DECIDED", "2020-04-02", "NOT_MET");
        assertTrue(clock("Appeal decided").endsWith("Done 2 April 2020") && !open(), clock("Appeal decided"));
    }

    @Test
    void theTimeToAppealRunsFromTheLatestDayOnWhichTheApplicantWasToldInWhateverOrderTheDaysWereEntered() {
        happened("NOT_MET", "2020-03-10", "NOT_MET");
        happened("DECISION_TOLD", "2020-03-12", "NOT_MET");
        var first = clock("Appeal asked for");
        happened("DECISION_TOLD", "2020-03-17", "NOT_MET");
        var latest = clock("Appeal asked for");
        assertFalse(latest.equals(first), latest);
        happened("DECISION_TOLD", "2020-03-11", "NOT_MET");
        assertEquals(latest, clock("Appeal asked for"));
    }

    @Test
    void foundMetAfterAnAppealItWaitsForTheLetterThatEndsTheReview() {
        happened("NOT_MET", "2020-03-10", "NOT_MET");
        happened("DECISION_TOLD", "2020-03-12", "NOT_MET");
        happened("MET", "2020-04-20", "MET");
        assertTrue(clock("Appeal asked for").endsWith("Not started"), clock("Appeal asked for"));
        assertEquals("16 March 2020 Late", clock("Review by the board"));
    }

    @Test
    void aWithdrawnOneHasNoClocksAndStandsAfterwardsAsItWasDecided() {
        happened("MET", "2020-03-10", "MET");
        happened("WITHDRAWN", "2020-03-11", "WITHDRAWN");
        assertEquals("", clock("Review by the board"));
        assertFalse(open());
        var refused = visitor.send(path, path + "/reopen", "why", "  ");
        assertEquals(422, refused.statusCode());
        assertEquals("#why", Jsoup.parse(refused.asString()).select(".govuk-error-summary a").attr("href"));
        assertEquals("WITHDRAWN", HubRows.one("select state from hub.trigger where id = ?", id));
        visitor.done(path, path + "/reopen", "why", "It has begun again");
        assertEquals("MET", HubRows.one("select state from hub.trigger where id = ?", id), "what was decided is not forgotten");
        assertEquals("", HubRows.one("select coalesce(string_agg(kind, ' '), '') from hub.trigger_event where trigger_id = ? and kind = 'MET' and by is not null", id), "and is not counted twice");
    }

    @Test
    void oneThatWasClosedUnderReviewIsOpenedAgainAsAfterAnAppealThatWasUpheld() {
        happened("MET", "2020-03-10", "MET");
        happened("CLOSED", "2020-04-11", "CLOSED");
        visitor.done(path, path + "/reopen", "why", "The appeal was upheld");
        assertEquals("MET", HubRows.one("select state from hub.trigger where id = ?", id));
        assertEquals("The appeal was upheld", HubRows.one("select note from hub.trigger_event where trigger_id = ? and kind = 'REOPENED'", id));
    }

    @Test
    void oneThatWasClosedAsNotMetIsDecidedAgainAndNotJustOpened() {
        happened("NOT_MET", "2020-03-10", "NOT_MET");
        happened("CLOSED", "2020-04-11", "CLOSED");
        assertTrue(visitor.page(path).select("form[action$=/reopen]").isEmpty());
        assertEquals("CLOSED", HubRows.one("select state from hub.trigger where id = ?", id));
    }

    @Test
    void thatTheApplicantWasToldIsRecordedOnceAlsoWhenItIsSentTwice() {
        var form = visitor.page(path + "/acknowledge");
        for (int n = 0; n < 2; n++) {
            visitor.follow(visitor.sendFrom(form, path + "/acknowledge", "on-day", form.select("[name=on-day]").val(), "on-month", form.select("[name=on-month]").val(), "on-year", form.select("[name=on-year]").val(), "how", "By a call",
                    "once", form.select("[name=once]").val()));
        }
        assertEquals("1", HubRows.one("select count(*) from hub.trigger_event where trigger_id = ? and kind = 'ACKNOWLEDGED'", id));
    }

    @Test
    void oneThatWasWithdrawnBeforeADecisionIsToBeDecidedAfterwards() {
        happened("WITHDRAWN", "2020-03-11", "WITHDRAWN");
        visitor.done(path, path + "/reopen", "why", "It has begun again");
        assertEquals("RECEIVED", HubRows.one("select state from hub.trigger where id = ?", id));
    }
}
