package org.panelhub.trigger.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;

/** Risk is offered whatever is decided about an application, to who answers for it and to nobody whom it does not concern; and a high judgement sets its tasks going, once. */
@QuarkusTest
class RiskPagesTest {

    private final Visitor visitor = new Visitor();
    private Assessing application;
    private String path;

    @BeforeEach
    void applied() {
        application = new Assessing(visitor);
        path = application.path;
        SignedIn.as("spoc");
    }

    @AfterEach
    void undo() {
        application.remove();
    }

    private String first() {
        return path.substring(0, path.length() - "/risk".length());
    }

    @Test
    void itIsOfferedWhateverIsDecidedAndSaysThatItWasNotAssessed() {
        for (var state : List.of("RECEIVED", "NOT_MET", "MET", "CLOSED")) {
            application.state(state);
            assertTrue(visitor.page(first()).text().contains("Risk is not assessed yet"), state);
            assertFalse(visitor.page(path).select("a:contains(Assess how vulnerable)").isEmpty(), state);
            assertFalse(visitor.page(path + "/new").select("form input[name=judgement]").isEmpty(), state);
        }
        application.state("NOT_MET");
        assertTrue(application.assessed("new", "MEDIUM").text().contains("Vulnerability of the person: Medium"));
        application.state("WITHDRAWN");
        assertTrue(visitor.page(path).text().contains("took the application back"));
        assertEquals(409, visitor.answer(path + "/new").statusCode());
    }

    @Test
    void bothInstrumentsAreThereAndNeitherTakesThePlaceOfTheOther() {
        assertTrue(application.assessed("rating", "LOW").text().contains("Rating of the case: Standard"));
        assertTrue(visitor.page(first()).text().contains("Risk is not assessed yet"), "a case was rated, and no person assessed");
        var found = application.assessed("new", "MEDIUM");
        assertTrue(found.text().contains("Vulnerability of the person: Medium") && found.text().contains("Alone, and afraid at night.") && found.text().contains("The judgement differs from it"), found.text());
        assertFalse(found.text().contains("was standard"), found.text());
        var again = application.assessed("new", "HIGH");
        assertEquals("Vulnerability of the person: High was medium", again.select(".hub-card h3").first().text());
        assertEquals("", HubRows.one("select coalesce(string_agg(i.purpose, ''), '') from hub.assessment a join hub.instrument i on i.id = a.instrument_id where a.trigger_id = ? and a.case_id is not null", application.id));
    }

    @Test
    void itIsOfferedAgainAtItsPointsWithTheOccasionThatStandsThere() {
        application.assessed("new", "MEDIUM");
        assertFalse(visitor.page(first()).text().contains("Assess the risk again"), visitor.page(first()).text());
        application.state("MET");
        HubRows.run("update hub.assessment set assessed_on = hub.today() - 10 where trigger_id = ?", application.id);
        HubRows.run("insert into hub.trigger_decision (partnership_id, id, trigger_id, panel_id, position, met, route, decided_on, why, weighed, found, by) select partnership_id, gen_random_uuid(), id, panel_id, 1, true, 'NUMBER', hub.today() - 3, 'x', '{}', '{}', "
                + "(select id from hub.member where name = 'Lena Fischer') from hub.trigger where id = ?", application.id);
        assertTrue(visitor.page(first()).text().contains("The threshold is met. Assess the risk again"));
        assertEquals("TRIGGER", visitor.page(path + "/new").select("input[name=occasion][checked]").val());
        application.assessed("new", "MEDIUM");
        assertFalse(visitor.page(first()).text().contains("Assess the risk again"));
        HubRows.run("update hub.assessment set assessed_on = hub.today() - 2 where trigger_id = ? and occasion = 'TRIGGER'", application.id);
        application.review();
        HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day) select partnership_id, gen_random_uuid(), id, panel_id, 'REVIEW_OPENED', hub.today() from hub.trigger where id = ?", application.id);
        assertTrue(visitor.page(first()).text().contains("Assess the risk again before it does"));
        assertEquals("BEFORE_REVIEW", visitor.page(path + "/new").select("input[name=occasion][checked]").val());
        assertTrue(application.assessed("new", "MEDIUM").text().contains("Before the board reviews it"));
        assertFalse(visitor.page(first()).text().contains("Assess the risk again"));
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndWhatWasTypedStays() {
        var form = visitor.page(path + "/new");
        var answer = application.send(form, "new", List.of("rationale", "Half a sentence", "judgement", "HIGH", "on-day", "30", "on-month", "2", "on-year", "2026", "occasion", "REFERRAL", "once", "one-two-three"));
        assertEquals(422, answer.statusCode());
        var page = Jsoup.parse(answer.asString());
        assertTrue(page.select(".govuk-error-summary").text().contains("Answer: ") && !page.select("#on-error").isEmpty() && !page.select("#occasion-error").isEmpty(), page.text());
        assertTrue(page.select("textarea[name=rationale]").text().equals("Half a sentence") && page.select("input[name=judgement][value=HIGH]").hasAttr("checked") && page.select("input[name=once]").val().equals("one-two-three"));
        var fields = application.gravest(form, "LOW");
        fields.set(fields.indexOf("rationale") + 1, "");
        var differs = application.send(form, "new", fields);
        assertEquals(422, differs.statusCode());
        assertTrue(Jsoup.parse(differs.asString()).select("#rationale-error").text().contains("Say why your judgement differs"));
        assertEquals("0", HubRows.one("select count(*)::text from hub.assessment where trigger_id = ?", application.id));
        assertEquals(404, visitor.answer(path + "/nothing").statusCode());
    }

    @Test
    void aHighJudgementSetsItsTasksGoingAtOnceAndNotTwiceAndOneSentTwiceIsOne() {
        var form = visitor.page(path + "/new");
        var fields = application.gravest(form, "HIGH");
        var page = visitor.follow(application.send(form, "new", fields));
        assertTrue(page.text().contains("The risk is high: the analyst and the panel for vulnerable victims are to be told"), page.text());
        visitor.follow(application.send(form, "new", fields));
        assertEquals("1", HubRows.one("select count(*)::text from hub.assessment where trigger_id = ?", application.id));
        assertEquals("VULNERABLE, VULNERABLE_PANEL", application.tasks());
        var people = visitor.page(first() + "/people");
        assertTrue(people.text().contains("proposed by the hub") && people.text().contains("Vulnerable Victims Panel") && people.text().contains("Vulnerable victims analyst"), people.text());
        application.assessed("new", "HIGH");
        assertEquals("VULNERABLE, VULNERABLE_PANEL", application.tasks(), "both are still to be done");
        HubRows.run("update hub.trigger_asking set not_needed = 'known there' where trigger_id = ? and reason = 'VULNERABLE'", application.id);
        application.assessed("new", "HIGH");
        assertEquals("VULNERABLE done, VULNERABLE_PANEL, VULNERABLE", application.tasks(), "what is done is asked for again");
    }

    @Test
    void neitherAMediumJudgementNorAHighRatingOfTheCaseAsksForAReferral() {
        application.assessed("new", "MEDIUM");
        application.assessed("rating", "HIGH");
        assertEquals("", application.tasks());
    }

    @Test
    void aHighJudgementOnTheReviewSetsThemGoingTooWhoeverMakesIt() throws SQLException {
        var review = application.review();
        HubRows.run("insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'CASE_OFFICER', daterange(hub.today(), null) from hub.case_file c, hub.member m where c.id = ? and m.name = 'Sgt Daniel Reyes'", review);
        SignedIn.as("police");
        var form = visitor.page("/cases/RV-T9996/risk/new");
        var fields = new ArrayList<>(application.gravest(form, "HIGH"));
        fields.set(fields.indexOf("occasion") + 1, "PANEL");
        visitor.follow(visitor.sendFrom(form, "/cases/RV-T9996/risk/new", fields.toArray(String[]::new)));
        assertEquals("VULNERABLE, VULNERABLE_PANEL", application.tasks());
        assertTrue(visitor.page(path).text().contains("Vulnerability of the person: High"), "what was found on the review stands with its application");
        assertEquals(403, visitor.answer(path + "/referral").statusCode());
        var rating = visitor.page("/cases/RV-T9996/risk/rating");
        assertTrue(rating.text().contains("How do you rate the case?"), rating.text());
        try (var officer = Entered.as("police")) {
            assertEquals("42501", officer.refusal("select access.propose_referral((select id from hub.assessment where case_id = ?), hub.today())", review), "not of one that was made before");
            assertEquals("42501", officer.refusal("select access.propose_referral(gen_random_uuid(), hub.today())"));
        }
        try (var hillside = Entered.as("hillside.coordinator"); var nobody = Entered.nobody()) {
            var assessment = UUID.fromString(HubRows.one("select id::text from hub.assessment where case_id = ?", review));
            assertEquals("42501", hillside.refusal("select access.propose_referral(?, hub.today())", assessment));
            assertEquals("42501", nobody.refusal("select access.propose_referral(?, hub.today())", assessment));
        }
    }

    @Test
    void itIsReadWithTheApplicationAndWrittenByWhoAnswersForIt() throws SQLException {
        application.assessed("new", "HIGH");
        for (var account : List.of("police", "analyst", "chair", "socialcare", "hillside.coordinator", "admin", "unsigned")) {
            SignedIn.as(account);
            for (var page : List.of(path, path + "/new", path + "/referral")) {
                assertEquals(404, visitor.answer(page).statusCode(), account + " at " + page);
            }
            try (var member = Entered.as(account)) {
                assertEquals("0", member.one("select count(*)::text from hub.assessment where trigger_id = ?", application.id), account);
            }
        }
        SignedIn.as("coordinator");
        assertEquals(200, visitor.answer(path + "/new").statusCode());
        application.review();
        SignedIn.as("police");
        assertTrue(visitor.page(path).text().contains("Alone, and afraid at night."), "seen as its review is");
        assertTrue(visitor.page(path).select("a:contains(Assess how vulnerable)").isEmpty());
        assertEquals(403, visitor.answer(path + "/new").statusCode());
        assertEquals(403, visitor.send("/my-account", path + "/new", "judgement", "HIGH").statusCode());
        var insert = "insert into hub.assessment (partnership_id, id, panel_id, trigger_id, agency_id, member_id, instrument_id, answers, score, band, judgement, assessed_on) "
                + "select t.partnership_id, gen_random_uuid(), t.panel_id, t.id, hub.agency(), %s, i.id, '{}', 0, 'LOW', 'LOW', hub.today() from hub.trigger t, hub.instrument i where i.purpose = 'VULNERABILITY' and t.id = ?";
        try (var police = Entered.as("police"); var spoc = Entered.as("spoc")) {
            assertEquals("42501", police.refusal(insert.formatted("hub.viewer()"), application.id));
            assertEquals("", spoc.refusal(insert.formatted("hub.viewer()"), application.id));
            assertEquals("42501", spoc.refusal(insert.formatted("(select m.id from hub.member m where m.name = 'Lena Fischer')"), application.id), "in nobody else's name");
        }
        SignedIn.as("spoc");
        application.remove();
        application = new Assessing(visitor);
        application.state("WITHDRAWN");
        try (var spoc = Entered.as("spoc")) {
            assertEquals("42501", spoc.refusal(insert.formatted("hub.viewer()"), application.id), "nothing of one that was taken back");
            assertEquals("42501", spoc.refusal("insert into hub.trigger_asking (partnership_id, id, trigger_id, panel_id, reason, recipient, due_on, proposed, made_by) select partnership_id, gen_random_uuid(), id, panel_id, 'VULNERABLE', 'x', hub.today(), true, hub.viewer() "
                    + "from hub.trigger where id = ?", application.id), "what the hub proposes is proposed by the hub");
        }
    }

    @Test
    void whomAConflictOfInterestShutsItToNeitherReadsNorWritesIt() throws SQLException {
        application.assessed("new", "HIGH");
        HubRows.run("insert into hub.trigger_bar (partnership_id, id, trigger_id, panel_id, member_id, kind) select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, m.id, 'RELATION' from hub.trigger t, hub.member m where t.id = ? and m.name = 'Noor Rahman'", application.id);
        assertEquals(404, visitor.answer(path).statusCode());
        assertEquals(404, visitor.answer(path + "/new").statusCode());
        assertEquals(404, visitor.send("/my-account", path + "/new", "judgement", "HIGH").statusCode());
        assertEquals(404, visitor.answer(path + "/referral").statusCode());
        try (var spoc = Entered.as("spoc"); var coordinator = Entered.as("coordinator")) {
            assertEquals("0", spoc.one("select count(*)::text from hub.assessment where trigger_id = ?", application.id));
            assertEquals("1", coordinator.one("select count(*)::text from hub.assessment where trigger_id = ?", application.id));
            assertEquals("0", spoc.one("select count(*)::text from audit.entry where kind = 'assessment' and about_agency_id = hub.agency() and subject in (select id::text from hub.assessment where trigger_id = ?)", application.id));
        }
    }
}
