package org.panelhub.trigger.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;

/** The review of an application is a case of the board, on each agenda until it ends; what was told and done on the way is on record. */
@QuarkusTest
class OpenedReviewTest {

    private final Visitor visitor = new Visitor();
    private final UUID application = UUID.randomUUID();
    private final UUID meeting = UUID.randomUUID();
    private String reference;
    private String path;

    @BeforeEach
    void met() {
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, happening, place, involvement, state) "
                + "select partnership_id, ?, id, '', hub.today() - 20, 'ONLINE', 'PERSON', 'Ivy Rose Marlow', 'Shouting through the wall', 'Quay Street', 'ATTEND', 'MET' from hub.panel where kind = 'CT_MARAC'", application);
        HubRows.run("insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, telephone, safe_call, safe_times) select partnership_id, id, panel_id, subject, '020 7946 0111', true, 'Mornings' from hub.trigger where id = ?", application);
        reference = HubRows.one("select reference from hub.trigger where id = ?", application);
        path = "/triggers/" + reference;
        SignedIn.as("spoc");
    }

    @AfterEach
    void undo() {
        var review = HubRows.one("select case_id::text from hub.trigger where id = ?", application);
        HubRows.run("delete from hub.outbox where template in ('case team', 'conflict-to-decide', 'deputy-needed')");
        HubRows.run("delete from hub.member_identity");
        HubRows.run("delete from hub.decision where meeting_id = ?", meeting);
        HubRows.run("delete from hub.agenda_item where meeting_id = ?", meeting);
        HubRows.run("delete from hub.meeting where id = ?", meeting);
        for (var table : List.of("trigger_bar", "trigger_event", "trigger_applicant")) {
            HubRows.run("delete from hub." + table + " where trigger_id = ?", application);
        }
        HubRows.run("delete from hub.trigger where id = ?", application);
        if (review != null) {
            for (var table : List.of("case_exit", "conflict_finding", "case_bar", "surname_hint", "safe_contact", "person", "case_team")) {
                HubRows.run("delete from hub." + table + " where case_id = ?", UUID.fromString(review));
            }
            HubRows.run("delete from hub.case_file where id = ?", UUID.fromString(review));
        }
    }

    private String opened() {
        var page = visitor.page(path + "/review");
        var officer = page.select("#officer option:contains(Sgt Daniel Reyes)").val();
        var lead = page.select("#lead option").get(1).val();
        visitor.follow(visitor.sendFrom(page, path + "/review", "officer", officer, "lead", lead));
        return HubRows.one("select c.reference from hub.trigger t join hub.case_file c on c.id = t.case_id where t.id = ?", application);
    }

    private UUID review() {
        return UUID.fromString(HubRows.one("select case_id::text from hub.trigger where id = ?", application));
    }

    @Test
    void theReviewIsACaseOfTheBoardWithItsOfficerItsPersonAndNoWordOfHowToReachTheApplicantForTheOthers() throws SQLException {
        SignedIn.as("housing.senior");
        assertEquals(404, visitor.answer(path).statusCode());
        SignedIn.as("spoc");
        var review = opened();
        var page = visitor.page(path).text();
        assertTrue(page.contains("Its review is case " + review) && page.contains("Review opened"), page);
        SignedIn.as("housing.senior");
        var file = visitor.page("/cases/" + review).text();
        assertTrue(file.contains("Ivy Rose Marlow") && file.contains("Shouting through the wall") && file.contains("Application " + reference), file);
        var seen = visitor.page(path).text();
        assertTrue(seen.contains("Shouting through the wall") && !seen.contains("020 7946 0111"), seen);
        assertEquals("Ivy Rose|Marlow", HubRows.one("select given_names || '|' || family_name from hub.person where case_id = ?", review()));
        assertEquals("020 7946 0111 YES Mornings", HubRows.one("select telephone || ' ' || safe_to_call || ' ' || safe_times from hub.safe_contact where case_id = ?", review()));
        assertEquals("Sgt Daniel Reyes", HubRows.one("select m.name from hub.case_team t join hub.member m on m.id = t.member_id where t.case_id = ? and t.role = 'CASE_OFFICER'", review()));
        assertTrue(HubRows.one("select body from hub.outbox where template = 'case team' and subject = 'OFFICIAL: You are named on a case'").contains("case officer"));
        try (var member = Entered.as("housing.senior")) {
            assertEquals("0", member.one("select count(*)::text from hub.trigger_applicant where trigger_id = ?", application));
        }
    }

    @Test
    void itIsOpenedOnceOnlyWhereTheThresholdIsMetAndByWhoMay() throws SQLException {
        HubRows.run("update hub.trigger set state = 'NOT_MET' where id = ?", application);
        assertTrue(visitor.page(path + "/review").text().contains("once the threshold is met"));
        assertEquals(422, visitor.send("/my-account", path + "/review", "lead", "", "officer", "").statusCode());
        HubRows.run("update hub.trigger set state = 'MET' where id = ?", application);
        assertEquals(422, visitor.send("/my-account", path + "/review", "lead", UUID.randomUUID().toString(), "officer", "").statusCode());
        var early = visitor.page(path + "/review");
        var review = opened();
        visitor.follow(visitor.sendFrom(early, path + "/review", "lead", "", "officer", ""));
        assertEquals(review, HubRows.one("select c.reference from hub.trigger t join hub.case_file c on c.id = t.case_id where t.id = ?", application));
        assertEquals("1", HubRows.one("select count(*)::text from hub.trigger_event where trigger_id = ? and kind = 'REVIEW_OPENED'", application));
        SignedIn.as("police");
        assertEquals(403, visitor.answer(path + "/review").statusCode());
        assertEquals(403, visitor.send("/my-account", path + "/steps/close", "words", "x").statusCode());
        SignedIn.as("hillside.coordinator");
        assertEquals(404, visitor.answer(path + "/review").statusCode());
        try (var coordinator = Entered.as("hillside.coordinator"); var police = Entered.as("police")) {
            assertEquals("42501", police.refusal("select access.open_review(?, gen_random_uuid(), null)", application));
            assertEquals("0", coordinator.one("select count(*) from access.may_take_review(?)", application));
            assertEquals("0", police.one("select count(*) from access.may_take_review(?)", application), "only who handles it names an officer");
        }
    }

    @Test
    void itWaitsOnTheFirstPageOfWhoeverPutsItOnAnAgendaAndOfItsOfficer() {
        var review = opened();
        SignedIn.as("coordinator");
        var card = visitor.page("/").select(".hub-card:contains(on no agenda yet)");
        assertTrue(card.text().contains(review), visitor.page("/").text());
        SignedIn.as("police");
        assertEquals("/cases/" + review, visitor.page("/").select(".hub-card:contains(with you as case officer) a[href*=" + review + "]").attr("href"), visitor.page("/").text());
        assertTrue(visitor.page("/cases/" + review).select(".hub-facts").text().contains("Case officer: Sgt Daniel Reyes"), visitor.page("/cases/" + review).select(".hub-facts").text());
        SignedIn.as("housing.senior");
        assertTrue(visitor.page("/").select(".hub-card:contains(with you as case officer)").isEmpty());
        planned(meeting);
        HubRows.run("insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, case_id, kind, position, title, minutes_planned) select partnership_id, gen_random_uuid(), ?, panel_id, id, 'CASE', 1, reference, 12 from hub.case_file where id = ?", meeting, review());
        SignedIn.as("coordinator");
        assertFalse(visitor.page("/").select(".hub-card:contains(on no agenda yet)").text().contains(review));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "false|false|false|Do not call. Do not write.",
            "true |false|false|Call 020 7946 0111 Mornings. Do not write.",
            "false|true |false|Do not call. By e-mail. No letters by post.",
            "true |true |false|Call 020 7946 0111 Mornings. By e-mail. No letters by post.",
            "false|false|true |Do not call. Letters are safe. No e-mail.",
            "true |false|true |Call 020 7946 0111 Mornings. Letters are safe. No e-mail.",
            "false|true |true |Do not call. Letters are safe. E-mail is safe, too.",
            "true |true |true |Call 020 7946 0111 Mornings. Letters are safe. E-mail is safe, too."})
    void theCaseSaysWhatTheApplicantSaidIsSafeAndForbidsNothingElse(boolean call, boolean email, boolean letter, String said) {
        HubRows.run("update hub.trigger_applicant set safe_call = " + call + ", safe_email = " + email + ", safe_letter = " + letter + " where trigger_id = ?", application);
        var review = opened();
        SignedIn.as("coordinator");
        assertEquals("Safe contact. " + said, visitor.page("/cases/" + review).select(".hub-safe").text());
    }

    @Test
    void whomAConflictOfInterestConcernsIsNotOfferedAsOfficer() {
        HubRows.run("insert into hub.member_identity (partnership_id, id, member_id, given_names, family_name, born, statement) select partnership_id, gen_random_uuid(), id, 'Ivy', 'Marlow', '1980-01-01', 'x' from hub.member where name = 'Sgt Daniel Reyes'");
        assertEquals("Ivy Rose Marlow", HubRows.one("select subject from hub.trigger where id = ?", application));
        assertTrue(visitor.page(path + "/review").select("#officer option:contains(Sgt Daniel Reyes)").isEmpty());
        assertFalse(visitor.page(path + "/review").select("#officer option:contains(Rahman)").isEmpty());
    }

    @Test
    void itStandsOnEachAgendaUntilItIsClosedAndWhatTheBoardDecidedSetsTheClocks() {
        var review = opened();
        planned(meeting);
        SignedIn.as("coordinator");
        var first = visitor.page("/meetings/" + meeting + "/agenda");
        assertTrue(first.select(".govuk-checkboxes__item:contains(" + review + ") input").val().startsWith("CASE."), first.text());
        assertTrue(first.select(".govuk-checkboxes__item:contains(" + review + ")").text().contains("the applicant wants to speak at the start"), first.text());
        // It was heard at a meeting before.
        HubRows.run("update hub.meeting set starts_at = hub.now() - interval '2 days', state = 'OPEN' where id = ?", meeting);
        var item = UUID.randomUUID();
        HubRows.run("insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, case_id, kind, position, title, minutes_planned, started_at) select partnership_id, ?, ?, panel_id, id, 'CASE', 1, reference, 12, hub.now() from hub.case_file where id = ?", item, meeting, review());
        HubRows.run("insert into hub.decision (partnership_id, id, meeting_id, panel_id, agenda_item_id, case_id, risk_before, risk_after, rationale, outcome, recorded_by) "
                + "select partnership_id, gen_random_uuid(), ?, panel_id, ?, id, 'NONE', 'NONE', 'x', 'MONITOR', (select id from hub.member where name = 'Noor Rahman') from hub.case_file where id = ?", meeting, item, review());
        HubRows.run("update hub.decision set outcome = 'adjourned: the landlord did not come' where meeting_id = ?", meeting);
        HubRows.run("update hub.meeting set state = 'CLOSED', closed_at = hub.now() where id = ?", meeting);
        assertEquals("0", HubRows.one("select count(*)::text from hub.trigger_event where trigger_id = ? and kind = 'REVIEWED'", application), "to put it off is not to review it");
        HubRows.run("update hub.decision set outcome = 'MONITOR' where meeting_id = ?", meeting);
        HubRows.run("update hub.meeting set state = 'OPEN', closed_at = null where id = ?", meeting);
        HubRows.run("update hub.meeting set state = 'CLOSED', closed_at = hub.now() where id = ?", meeting);
        assertEquals("t", HubRows.one("select (on_day = hub.today() - 2)::text from hub.trigger_event where trigger_id = ? and kind = 'REVIEWED'", application).substring(0, 1));
        var next = UUID.randomUUID();
        planned(next);
        try {
            var again = visitor.page("/meetings/" + next + "/agenda");
            assertTrue(again.text().contains("Case reviews that are open") && again.text().contains("wants to speak at the start"), again.text());
            SignedIn.as("spoc");
            closed();
            SignedIn.as("coordinator");
            assertFalse(visitor.page("/meetings/" + next + "/agenda").text().contains("Case reviews that are open"));
        } finally {
            HubRows.run("delete from hub.meeting where id = ?", next);
        }
    }

    @Test
    void theCaseOfAnApplicationThatIsClosedIsNotForgottenAndIsOpenAgainWithIt() {
        var review = opened();
        HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, at) select partnership_id, gen_random_uuid(), id, panel_id, 'MET', hub.today(), hub.now() - interval '1 hour' from hub.trigger where id = ?", application);
        closed();
        assertEquals("/cases/" + review + "/exit", visitor.page(path).select("a:contains(Bring the case to its end)").attr("href"));
        HubRows.run("update hub.case_file set state = 'CLOSED', closed_on = hub.today() where id = ?", review());
        HubRows.run("insert into hub.case_exit (partnership_id, id, case_id, panel_id, reason, proposed_by, signed_off_at, closes_on) select c.partnership_id, c.id, c.id, c.panel_id, 'RESOLVED', m.id, hub.now(), hub.today() from hub.case_file c join hub.member m on m.name = 'Noor Rahman' where c.id = ?", review());
        assertTrue(visitor.page(path).select("a:contains(Bring the case to its end)").isEmpty());
        var again = visitor.follow(visitor.sendFrom(visitor.page(path), path + "/reopen", "why", "An appeal was upheld"));
        assertTrue(again.text().contains("The application is open again"), again.text());
        assertEquals("OPEN ", HubRows.one("select state || ' ' || coalesce(closed_on::text, '') from hub.case_file where id = ?", review()));
        assertEquals("t", HubRows.one("select bool_and(cancelled_at is not null and note like '%" + reference + " is looked at once more.') from hub.case_exit where case_id = ?", review()).substring(0, 1));
        SignedIn.as("coordinator");
        assertTrue(visitor.page("/cases/" + review + "/exit").text().contains("Propose"), "its end can be proposed anew");
    }

    @Test
    void nothingThatFollowsAReviewIsToldOrDoneBeforeItWasHeld() {
        opened();
        for (var step : List.of("outcome-told", "plan-done")) {
            var page = visitor.page(path + "/steps/" + step);
            var early = visitor.sendFrom(page, path + "/steps/" + step, "on-day", page.select("[name=on-day]").val(), "on-month", page.select("[name=on-month]").val(), "on-year", page.select("[name=on-year]").val(), "words", "By telephone", "once", page.select("[name=once]").val());
            assertEquals(422, early.statusCode(), step);
            assertTrue(early.asString().contains("The board has not reviewed it yet"), step);
        }
        assertTrue(visitor.page(path + "/letters").select("label:contains(Resolution letter)").isEmpty());
        twice(visitor.page(path + "/steps/reviewed"), "reviewed", "Recommendations, at a meeting in the town hall");
        assertFalse(visitor.page(path + "/letters").select("label:contains(Resolution letter)").isEmpty());
        twice(visitor.page(path + "/steps/outcome-told"), "outcome-told", "By telephone");
        assertTrue(visitor.page(path).text().contains("Applicant told of the outcome: By telephone"));
    }

    private static void planned(UUID id) {
        HubRows.run("insert into hub.meeting (partnership_id, id, panel_id, starts_at, venue, order_of_business, cut_off_on, agenda_by, state, agenda_edition) "
                + "select partnership_id, ?, id, hub.now() + interval '20 days', 'Town Hall', 'Cases', hub.today(), hub.today(), 'PLANNED', 0 from hub.panel where kind = 'CT_MARAC'", id);
    }

    private void twice(Document page, String step, String words) {
        for (int n = 0; n < 2; n++) {
            visitor.follow(visitor.sendFrom(page, path + "/steps/" + step, "on-day", page.select("[name=on-day]").val(), "on-month", page.select("[name=on-month]").val(), "on-year", page.select("[name=on-year]").val(), "words", words,
                    "once", page.select("[name=once]").val()));
        }
    }

    private void closed() {
        var page = visitor.page(path + "/steps/close");
        twice(page, "close", "The noise has stopped");
    }

    @Test
    void whatWasToldAskedAndDoneIsRecordedWithItsDayAndAReason() {
        opened();
        var page = visitor.page(path + "/steps/plan-consulted");
        assertEquals(422, visitor.sendFrom(page, path + "/steps/plan-consulted", "on-day", "30", "on-month", "2", "on-year", "2026", "words", "").statusCode());
        var early = visitor.sendFrom(page, path + "/steps/plan-consulted", "on-day", "1", "on-month", "2", "on-year", "2020", "words", "She agrees");
        assertEquals(422, early.statusCode());
        assertTrue(early.asString().contains("She agrees") && early.asString().contains("before the application was received"), "what was typed stays");
        twice(page, "plan-consulted", "She agrees");
        assertTrue(visitor.page(path).text().contains("Applicant consulted on the action plan: She agrees"));
        assertEquals(404, visitor.answer(path + "/steps/nothing").statusCode());
        closed();
        assertEquals("CLOSED", HubRows.one("select state from hub.trigger where id = ?", application));
        assertEquals("1 1", HubRows.one("select count(*) filter (where kind = 'PLAN_CONSULTED') || ' ' || count(*) filter (where kind = 'CLOSED') from hub.trigger_event where trigger_id = ?", application), "sent twice it is recorded once");
        assertEquals(404, visitor.answer(path + "/steps/close").statusCode(), "it is closed already");
    }
}
