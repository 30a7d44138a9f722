package org.panelhub.trigger.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.restassured.response.Response;

/** Somebody without an account who fills in the form in a browser of its own. */
final class Resident {

    static final String HERE = "/community-trigger";
    static final Pattern REFERENCE = Pattern.compile("RV-T[A-Z2-9]{6}");
    static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");

    final Visitor browser = new Visitor();

    /** Away with what the tests of the form made, and what was tried from this address. */
    static void leaveNothing() {
        HubRows.run("delete from hub.public_attempt");
        HubRows.run("delete from hub.trigger_draft");
        HubRows.run("delete from hub.outbox where to_applicant is not null or template in ('application received', 'applicant wrote')");
        for (var table : List.of("trigger_message", "trigger_event", "trigger_complaint", "trigger_applicant")) {
            HubRows.run("delete from hub." + table + " where trigger_id in (select id from hub.trigger where happening like '%test of the form%')");
        }
        HubRows.run("delete from hub.trigger_arrangement");
        HubRows.run("delete from hub.trigger where happening like '%test of the form%'");
    }

    void begin() {
        var start = browser.page(HERE);
        to(browser.sendFrom(start, HERE + "/start", "area", "riverside"), "who");
    }

    void upToTold() {
        to(answer("who", "kind", "PERSON"), "name");
        to(answer("name", "name", "Ivy Marlow"), "age");
        to(answer("age", "under18", "NO"), "what");
        to(answer("what", "happening", "Noise every night, told in a test of the form", "since", "last spring"), "where");
        to(answer("where", "place", "Teal Court"), "people");
        to(answer("people", "respondent", "The people in flat 9", "respondentMinor", "UNKNOWN"), "why");
        to(answer("why", "hate", "NO"), "told");
    }

    /** Every question answered, up to the page on which all is read back. */
    Document filledIn() {
        begin();
        upToTold();
        to(answer("told", "reported", "YES"), "reports");
        var report = browser.page(HERE + "/apply/report/1");
        browser.follow(browser.sendFrom(report, HERE + "/apply/report/1", "what", "Music at three in the morning", "reportedTo", "Riverside Police", "happenedOn-day", "1", "happenedOn-month", "3", "happenedOn-year", "2026",
                "reportedOn-day", "3", "reportedOn-month", "3", "reportedOn-year", "2026"));
        to(answer("reports", "more", "no"), "harm");
        to(answer("harm", "impact", "I cannot sleep", "children", "NO"), "home");
        to(answer("home", "landlord", "Harbour Homes"), "wish");
        to(answer("wish", "wish", "That it stops"), "part");
        to(answer("part", "involvement", "ATTEND"), "reach");
        assertError(answer("reach", "reachBy", "EMAIL", "email", ""), "Enter your email, or choose another way");
        to(answer("reach", "reachBy", "EMAIL", "email", "ivy@example.org", "telephone", "020 7946 0111"), "safe");
        assertError(answer("safe", "safe", "TELEPHONE"), "You asked us to email you");
        to(answer("safe", "safe", "EMAIL"), "needs");
        return browser.follow(answer("needs", "needs", "LARGE_PRINT"));
    }

    Response answer(String page, String... fields) {
        return browser.send(HERE + "/apply/" + page, HERE + "/apply/" + page, fields);
    }

    /** Sends what was read back. */
    Response sent(Document check) {
        return browser.sendFrom(check, HERE + "/check", "sure", "yes", "version", check.select("input[name=version]").attr("value"));
    }

    static void to(Response answer, String page) {
        assertEquals(303, answer.statusCode(), answer.asString());
        assertTrue(answer.header("Location").replace("?change=yes", "").endsWith("/apply/" + page), answer.header("Location"));
    }

    static void assertError(Response answer, String words) {
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains(words), answer.asString());
    }

    static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow(() -> new AssertionError("no " + pattern + " in " + text)).group();
    }
}
