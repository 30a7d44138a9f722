package org.panelhub.trigger.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** The threshold decision, by the Act alone: Safer Riverside has set no procedure of its own in these tests. */
@QuarkusTest
@TestSecurity(user = "spoc")
class DecisionPagesTest {

    private static final String[] WEIGHED = {"persistence", "NO", "persistenceWhy", "Two nights", "harm", "NO", "harmWhy", "No injury", "adequacy", "NO", "adequacyWhy", "Answered within a day"};

    private final Visitor visitor = new Visitor();
    private Planted planted;
    private String path;

    @BeforeEach
    void plant() {
        planted = new Planted();
        path = planted.path() + "/decision";
    }

    @AfterEach
    void undo() {
        planted.remove();
    }

    @Test
    void threeComplaintsMeetTheThresholdAndTheDecisionGoesIntoTheLetter() {
        three();
        var page = visitor.page(path);
        assertTrue(page.text().contains("3 complaints qualify, and 3 are enough: the threshold must be found met (2014 Act, section 104(4))."), page.text());
        var decided = visitor.follow(decide("outcome", "MET", "route", "NUMBER", "why", "You told the police and the council three times in half a year."));
        assertTrue(decided.text().contains("Threshold met: number of qualifying complaints"), decided.text());
        assertTrue(decided.select("form[action$=/decision]").isEmpty(), "what is met stays so");
        assertTrue(decided.select("section[aria-label='Decision 1'] details").text().contains("3 complaints qualify"), "with what it was judged by");
        assertEquals("MET", HubRows.one("select state from hub.trigger where id = ?", planted.id));
        assertEquals("MET Number of qualifying complaints " + planted.today, HubRows.one("select kind || ' ' || note || ' ' || on_day from hub.trigger_event where trigger_id = ? and kind in ('MET', 'NOT_MET')", planted.id));
        assertTrue(visitor.page(planted.path()).text().contains("You told the police and the council three times"), "the application shows it");
        var letter = visitor.done(planted.path() + "/letters", planted.path() + "/letters", "kind", "MET");
        var words = letter.select("#body").val();
        assertTrue(words.contains("Enough of the reports count.\n\nYou told the police and the council three times in half a year."), words);
        assertFalse(words.contains("["), words);
        assertTrue(decided.text().contains("Tell the applicant"));
        var address = letter.select("form[action$=/sent]").attr("action");
        var before = planted.today.minusDays(1);
        assertTrue(visitor.sendFrom(letter, address, "version", letter.select("form[action$=/sent] input[name=version]").val(), "sent-day", "" + before.getDayOfMonth(), "sent-month", "" + before.getMonthValue(), "sent-year", "" + before.getYear(),
                "how", "POST").asString().contains("The day it was sent must not be before the day of the decision"));
        var told = visitor.send(planted.path(), planted.path() + "/steps/decision-told", "on-day", "" + before.getDayOfMonth(), "on-month", "" + before.getMonthValue(), "on-year", "" + before.getYear(), "words", "By telephone");
        assertTrue(told.statusCode() == 422 && told.asString().contains("The day must not be before the day of the decision"), told.asString());
        visitor.follow(visitor.sendFrom(letter, address, "version", letter.select("form[action$=/sent] input[name=version]").val(), "sent-day", "" + planted.today.getDayOfMonth(), "sent-month", "" + planted.today.getMonthValue(),
                "sent-year", "" + planted.today.getYear(), "how", "POST"));
        assertFalse(visitor.page(path).text().contains("Tell the applicant"), "the letter was sent: told");
    }

    @Test
    void aLaterChangeOfTheLedgerLeavesWhatTheDecisionWasJudgedByAsItWas() {
        three();
        visitor.follow(decide("outcome", "MET", "route", "NUMBER", "why", "Three reports count."));
        visitor.done(planted.path() + "/complaints", planted.path() + "/complaints/" + HubRows.one("select id from hub.trigger_complaint where trigger_id = ? limit 1", planted.id) + "/remove", "removal", "About something else");
        assertTrue(visitor.page(path).select("section[aria-label='Decision 1'] details").text().contains("3 complaints qualify"));
    }

    @Test
    void whereTheActLeavesNoChoiceNotMetIsRefusedUntilAComplaintIsRuledOutWhereItStands() {
        three();
        var refused = decide("outcome", "NOT_MET", "why", "We do not think so.", "against", "Two of the reports are about another house");
        assertEquals(422, refused.statusCode());
        var page = Jsoup.parse(refused.asString());
        assertTrue(page.select("#outcome-error").text().contains("must be found met (2014 Act, section 104(4))"), page.text());
        assertEquals("We do not think so.", page.select("#why").text());
        assertEquals("RECEIVED", HubRows.one("select state from hub.trigger where id = ?", planted.id));
        var one = HubRows.one("select id from hub.trigger_complaint where trigger_id = ? limit 1", planted.id);
        visitor.done(planted.path() + "/complaints", planted.path() + "/complaints/" + one + "/remove", "removal", "About another house");
        assertEquals(303, decide(with("outcome", "NOT_MET", "why", "Two reports are not enough.")).statusCode());
        assertEquals("NOT_MET", HubRows.one("select state from hub.trigger where id = ?", planted.id));
    }

    @Test
    void whatContradictsTheHubIsWarnedOfAndTakenWithItsReason() {
        planted.complaint(20, "Police");
        var asked = new ArrayList<>(List.of(with("outcome", "MET", "route", "NUMBER", "why", "They told us again and again.")));
        var warned = decide(asked.toArray(String[]::new));
        assertEquals(422, warned.statusCode());
        var page = Jsoup.parse(warned.asString());
        assertEquals("#against", page.select(".govuk-error-summary a").attr("href"));
        assertTrue(page.select(".govuk-warning-text").text().contains("The hub does not find it"), page.text());
        assertEquals("They told us again and again.", page.select("#why").text());
        assertEquals("RECEIVED", HubRows.one("select state from hub.trigger where id = ?", planted.id));
        asked.addAll(List.of("against", "Two more came by telephone and are not in the list yet"));
        var taken = visitor.follow(decide(asked.toArray(String[]::new)));
        assertTrue(taken.text().contains("Why otherwise than the hub found: Two more came by telephone"), taken.text());
        assertEquals("MET", HubRows.one("select state from hub.trigger where id = ?", planted.id));
    }

    @Test
    void whatTheProcedureHasWeighedIsWeighedWithTheRationale() {
        planted.complaint(20, "Police");
        var answer = decide("outcome", "MET", "route", "HARM", "why", "It harms you.", "harm", "YES");
        assertEquals(422, answer.statusCode());
        assertEquals(List.of("#persistence", "#harmWhy", "#adequacy"), Jsoup.parse(answer.asString()).select(".govuk-error-summary a").eachAttr("href"));
        var other = decide(with("outcome", "MET", "route", "HARM", "why", "It harms you."));
        assertTrue(other.asString().contains("You did not find enough in this above"), "what was found does not carry it");
        var fields = with("outcome", "MET", "route", "HARM", "why", "It harms you.");
        fields[Arrays.asList(fields).indexOf("harm") + 1] = "YES";
        var decided = visitor.follow(decide(fields));
        assertTrue(decided.text().contains("Threshold met: harm, or potential for harm") && decided.text().contains("No injury"), decided.text());
    }

    @Test
    void notMetIsDecidedOnceAndMayBeFoundMetLater() {
        planted.complaint(20, "Police");
        var not = visitor.follow(decide(with("outcome", "NOT_MET", "why", "One of your reports counts. We need three.")));
        assertTrue(not.text().contains("Threshold not met") && not.text().contains("Decide again, as after an appeal"), not.text());
        var words = visitor.done(planted.path() + "/letters", planted.path() + "/letters", "kind", "NOT_MET").select("#body").val();
        assertTrue(words.contains("One of your reports counts. We need three.") && !words.contains("[Say"), words);
        assertTrue(decide(with("outcome", "NOT_MET", "why", "Again not.")).asString().contains("That it is not met is decided already"));
        // Closed since: an appeal that is upheld still leads somewhere.
        HubRows.run("update hub.trigger set state = 'CLOSED' where id = ?", planted.id);
        assertTrue(decide(with("outcome", "NOT_MET", "why", "Again not.")).asString().contains("That it is not met is decided already"));
        var fields = with("outcome", "MET", "route", "PERSISTENCE", "why", "The appeal found that it lasts.");
        fields[1] = "YES";
        assertTrue(visitor.follow(decide(fields)).text().contains("Threshold met: persistence"));
        assertEquals("2", HubRows.one("select count(*) from hub.trigger_decision where trigger_id = ?", planted.id), "the first stays beside it");
        assertEquals("MET", HubRows.one("select state from hub.trigger where id = ?", planted.id));
    }

    @Test
    void theSecondOfTwoWhoDecideIsToldAndShownTheFirst() {
        three();
        var mine = visitor.page(path);
        visitor.follow(decide("outcome", "MET", "route", "NUMBER", "why", "Three reports count."));
        var second = visitor.sendFrom(mine, path, all(mine, "outcome", "NOT_MET", "why", "My own words.", "against", "x"));
        assertEquals(409, second.statusCode());
        var page = Jsoup.parse(second.asString());
        assertTrue(page.select("#conflict").text().contains("decided first") && page.select("#conflict").text().contains("My own words."), page.text());
        assertTrue(page.text().contains("Three reports count."));
        assertEquals("1", HubRows.one("select count(*) from hub.trigger_decision where trigger_id = ?", planted.id));
    }

    @Test
    void discretionForHateNeedsNoReasonAndWithoutHateItDoes() {
        planted.complaint(20, "Police");
        assertTrue(decide(with("outcome", "MET", "route", "DISCRETION", "why", "You are at risk.")).asString().contains("The procedure in force on the day of receipt does not have this way"));
        assertEquals(303, decide(with("outcome", "MET", "route", "DISCRETION", "why", "You are at risk.", "hate", "YES", "hateWhy", "Slurs were shouted")).statusCode());
    }

    @Test
    void noComplainantIsNamedToTheApplicant() {
        three();
        HubRows.run("update hub.trigger_complaint set by_applicant = false, complainant = 'Mireille Tanguy' where trigger_id = ? and reported_to = 'Council'", planted.id);
        for (var named : List.of("Mireille Tanguy told the council, too.", "Ms Tanguy told the council, too.")) {
            var refused = decide("outcome", "MET", "route", "NUMBER", "why", named);
            assertEquals(422, refused.statusCode());
            assertEquals("#why", Jsoup.parse(refused.asString()).select(".govuk-error-summary a").attr("href"));
        }
        visitor.follow(decide("outcome", "MET", "route", "NUMBER", "why", "Ngozi Bell, you told the police, and somebody told the council."));
        var letter = visitor.done(planted.path() + "/letters", planted.path() + "/letters", "kind", "MET").select("#body").val();
        assertFalse(letter.contains("Tanguy") || letter.contains("Mireille"), letter);
        var told = HubRows.one("select string_agg(told, ' ') from hub.trigger_event where trigger_id = ?", planted.id);
        assertEquals("", told.strip(), "the applicant reads the usual words of what happened");
        var code = visitor.done(planted.path(), planted.path() + "/new-code").text().replaceFirst("(?s).*The new code is (\\S+)\\. .*", "$1");
        var follows = new Visitor().done("/community-trigger/follow", "/community-trigger/follow", "reference", planted.reference, "code", code);
        assertEquals("Your form", follows.select("h1").text());
        for (var hidden : List.of("Tanguy", "Mireille", "Council", "Banging on the wall", "somebody told the council")) {
            assertFalse(follows.html().contains(hidden), hidden);
        }
    }

    @Test
    void aDayThatCannotBeIsRefused() {
        three();
        var before = planted.today.minusDays(11);
        var answer = visitor.send(path, path, "seen", "0", "outcome", "MET", "route", "NUMBER", "why", "x", "on-day", "" + before.getDayOfMonth(), "on-month", "" + before.getMonthValue(), "on-year", "" + before.getYear());
        assertTrue(answer.asString().contains("The day of the decision must not be before the application was received"));
        assertEquals("#on", Jsoup.parse(visitor.send(path, path, "seen", "0", "outcome", "MET", "route", "NUMBER", "why", "x", "on-day", "30", "on-month", "2", "on-year", "2026").asString()).select(".govuk-error-summary a").attr("href"));
    }

    @Test
    @TestSecurity(user = "police")
    void theBoardDoesNotFindItBeforeThereIsAReview() {
        assertEquals(404, visitor.answer(path).statusCode());
        assertEquals(404, visitor.send("/reminders", path, "outcome", "MET").statusCode());
    }

    private void three() {
        planted.complaint(60, "Police");
        planted.complaint(40, "Council");
        planted.complaint(20, "Police");
    }

    private Response decide(String... fields) {
        var page = visitor.page(path);
        return visitor.sendFrom(page, path, all(page, fields));
    }

    private String[] all(Document page, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("seen", page.select("input[name=seen]").val(), "on-day", "" + planted.today.getDayOfMonth(), "on-month", "" + planted.today.getMonthValue(), "on-year", "" + planted.today.getYear()));
        return all.toArray(String[]::new);
    }

    private static String[] with(String... fields) {
        var all = new ArrayList<>(List.of(WEIGHED));
        all.addAll(List.of(fields));
        return all.toArray(String[]::new);
    }
}
