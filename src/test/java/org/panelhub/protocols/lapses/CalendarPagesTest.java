package org.panelhub.protocols.lapses;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;

@QuarkusTest
class CalendarPagesTest {

    private static final String REYES = "(select id from hub.member where name = 'Sgt Daniel Reyes')";
    /** A seat on another panel has an undertaking of its own. */
    private static final String ON_THE_VVP = " and panel_id in (select id from hub.panel where name = 'Vulnerable Victims Panel')";

    private final Visitor visitor = new Visitor();

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.lapse_reminder");
        HubRows.run("update hub.protocol set review_by = hub.today() + 65 where edition = 3");
        HubRows.run("update hub.undertaking set during = daterange(hub.today() - 90, hub.today() + 275) where member_id = " + REYES);
    }

    @Test
    @TestSecurity(user = "police")
    void oneSeesWhatLapsesOfProtocolsAndOnesOwnUndertakingOnly() {
        var page = visitor.page("/protocols/calendar");
        assertTrue(page.text().contains("Review Information sharing protocol, edition 3"), page.text());
        assertTrue(page.text().contains("Undertaking ends Vulnerable Victims Panel Sgt Daniel Reyes"), page.text());
        assertFalse(page.text().contains("Dr Amara Cole"), "privacy of others is kept");
        assertFalse(page.select("a[href^=/undertakings/]").isEmpty());
        assertTrue(page.select("main a[href*=/reminders/]").isEmpty());
        assertEquals(403, visitor.answer("/protocols/calendar/reminders/review").statusCode());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whoPreparesThePanelSeesItsMembersUndertakings() {
        assertTrue(visitor.page("/protocols/calendar").text().contains("Dr Amara Cole"));
    }

    @Test
    @TestSecurity(user = "hillside.police")
    void nothingCrosses() {
        var page = visitor.page("/protocols/calendar");
        assertTrue(page.text().contains("Sgt Ravi Menon"), page.text());
        assertFalse(page.text().contains("Reyes"));
    }

    @Test
    @TestSecurity(user = "admin")
    void aReviewThatIsOverdueIsSaidOnTheProtocolInTheSetUpOnTheFirstPageAndInTheCalendar() {
        HubRows.run("update hub.protocol set review_by = hub.today() where edition = 3");
        assertFalse(visitor.page("/protocols").text().contains("Review overdue"), "its day is not over");
        HubRows.run("update hub.protocol set review_by = hub.today() - 1 where edition = 3");
        assertTrue(visitor.page("/protocols").text().contains("Review overdue"));
        var path = visitor.page("/protocols").select("main a:contains(edition 3)").attr("href");
        assertTrue(visitor.page(path).text().contains("Review overdue"));
        assertTrue(visitor.page("/set-up").text().contains("Review overdue"));
        assertTrue(visitor.page("/protocols/calendar").text().contains("Overdue"));
        assertTrue(visitor.page("/").text().contains("protocol review is overdue"), visitor.page("/").text());
    }

    @Test
    @TestSecurity(user = "police")
    void anUndertakingIsSignedAgainInItsLastDaysWithoutAGap() {
        HubRows.run("update hub.undertaking set during = daterange(hub.today() - 360, hub.today() + 3) where member_id = " + REYES + ON_THE_VVP);
        var home = visitor.page("/");
        assertTrue(home.text().contains("undertaking to sign again"), home.text());
        var page = visitor.page("/undertakings/" + HubRows.one("select panel_id::text from hub.undertaking where member_id = " + REYES + ON_THE_VVP + " limit 1"));
        visitor.follow(visitor.sendFrom(page, page.select("main form").attr("action")));
        try {
            assertFalse(visitor.page("/").text().contains("undertaking to sign again"));
            assertEquals("t", HubRows.one("select min(lower(during)) < hub.today() and max(upper(during)) = (hub.today() + interval '1 year')::date and range_agg(during) @> daterange(hub.today(), hub.today() + 300) from hub.undertaking where member_id = " + REYES + ON_THE_VVP));
        } finally {
            HubRows.run("delete from hub.undertaking where lower(during) = hub.today() and member_id = " + REYES + ON_THE_VVP);
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void theReminderDaysAreThePartnershipsOwn() {
        var page = visitor.page("/protocols/calendar");
        assertTrue(page.text().contains("Review of a protocol 90, 30 and 7 days before"), page.text());
        assertTrue(page.text().contains("Undertaking of a member 30 and 7 days before, and on the last day"), page.text());
        var edit = "/protocols/calendar/reminders/review";
        for (var wrong : List.of("", "soon", "400", "-1", "1,2,3,4,5,6,7,8,9,10,11")) {
            var answer = visitor.send(edit, edit, "days", wrong, "version", "-1");
            assertEquals(422, answer.statusCode(), wrong);
            var again = Jsoup.parse(answer.asString());
            assertFalse(again.select("#days-error").isEmpty());
            assertEquals(wrong, again.select("#days").val());
        }
        assertTrue(visitor.done(edit, edit, "days", "14 60,14", "version", "-1").text().contains("Review of a protocol 60 and 14 days before"));
        assertEquals(409, visitor.send(edit, edit, "days", "5", "version", "-1").statusCode(), "someone saved first");
        assertEquals(404, visitor.answer("/protocols/calendar/reminders/nothing").statusCode());
    }

    @Test
    @TestSecurity(user = "admin")
    void programsReadTheCalendarAndChangeTheDays() {
        given().get("/api/protocols/calendar").then().statusCode(200).body("kind", hasItem("REVIEW")).body("findAll { it.kind == 'UNDERTAKING' }.whose", hasItem("Dr Amara Cole"));
        given().get("/api/protocols/calendar/reminders").then().statusCode(200).body("find { it.about == 'UNDERTAKING' }.days", equalTo(List.of(30, 7, 0)));
        var one = "/api/protocols/calendar/reminders/undertaking";
        var tag = given().get(one).then().statusCode(200).extract().header("ETag");
        given().contentType(ContentType.JSON).body(Map.of("days", List.of(20))).put(one).then().statusCode(428);
        given().contentType(ContentType.JSON).header("If-Match", tag).body(Map.of("days", List.of(999))).put(one).then().statusCode(422).body("errors[0].field", equalTo("days"));
        given().contentType(ContentType.JSON).header("If-Match", tag).body(Map.of("days", List.of(20, 2))).put(one).then().statusCode(200).body("days", equalTo(List.of(20, 2)));
        given().contentType(ContentType.JSON).header("If-Match", tag).body(Map.of("days", List.of(1))).put(one).then().statusCode(412);
    }
}
