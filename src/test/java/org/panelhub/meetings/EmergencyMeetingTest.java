package org.panelhub.meetings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.page.Dates;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;
import org.panelhub.time.WorkingDays;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** A meeting between the dates that a panel keeps. */
@QuarkusTest
class EmergencyMeetingTest {

    private static final String NEW = "/meetings/new";
    private static final String VVP = TestMeetings.vvp();
    private static final String REASON = "Serious harm is likely before the next regular date.";

    private final Visitor visitor = new Visitor();
    private final WorkingDays workingDays = new WorkingDays();
    private final LocalDate today = LocalDate.parse(HubRows.one("select hub.today()::text"));
    /** The last day of a weekend: no day on which a regular date is set without a question. */
    private final LocalDate sunday = today.plusDays(7L - today.getDayOfWeek().getValue() % 7);

    @AfterEach
    void clear() {
        HubRows.run("update hub.meeting set state = 'CANCELLED' where venue = 'Emergency hall'");
        TestMeetings.clear();
    }

    @Test
    @TestSecurity(user = "coordinator")
    void itIsPlannedOnAnyDayWithoutAQuestionAndShownAsSuch() {
        var page = visitor.follow(sent(Map.of("outOfCycle", "true", "outOfCycleReason", REASON)));
        assertTrue(page.select("main .govuk-tag").text().contains("Emergency meeting"), page.text());
        assertTrue(page.text().contains("Emergency meeting, out of cycle: " + REASON), page.text());
        assertTrue(page.text().contains("Cases in by " + Dates.weekday(today) + ". Agenda out by"), "no day that is past: " + page.text());
        var path = "/meetings/" + HubRows.one("select id::text from hub.meeting where venue = 'Emergency hall' and state = 'PLANNED'");
        assertTrue(visitor.page("/meetings").select("tr:has(a[href=" + path + "])").text().contains("Emergency meeting"));
        assertTrue(visitor.page(path + "/agenda").text().contains("Emergency meeting, out of cycle: " + REASON));
        assertTrue(visitor.page(path + "/minutes").select(".govuk-summary-list").text().contains("Emergency meeting " + REASON));
        assertTrue(visitor.page("/").text().contains("(emergency meeting)"));
        var form = visitor.page(path + "/change");
        assertEquals("true", form.select("input[name=outOfCycle][checked]").val());
        assertEquals(REASON, form.select("#outOfCycleReason").val());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aRegularDateIsAskedAboutInstead() {
        var refused = sent(Map.of());
        assertEquals(422, refused.statusCode());
        var page = Jsoup.parse(refused.asString());
        assertTrue(page.text().contains(Dates.full(sunday) + " is not a working day.") || page.text().contains("is a bank holiday."), page.text());
        assertTrue(page.text().contains("Cases for it had to be in by " + Dates.full(workingDays.subtract(sunday, 8)) + "."), page.text());
        assertTrue(visitor.page("/meetings").select("td:contains(Emergency hall)").isEmpty());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void itNeedsAReasonAndWhatWasTypedStays() {
        var refused = sent(Map.of("outOfCycle", "true", "outOfCycleReason", " "));
        assertEquals(422, refused.statusCode());
        var page = Jsoup.parse(refused.asString());
        assertEquals("Error: Enter reason for the emergency meeting", page.select("#outOfCycleReason-error").text());
        assertEquals("true", page.select("input[name=outOfCycle][checked]").val());
        assertEquals("Emergency hall", page.select("#venue").val());
        assertEquals(422, sent(Map.of("outOfCycle", "true", "outOfCycleReason", "x".repeat(201))).statusCode());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void theNextRegularDateIsNotCountedFromIt() {
        var before = date(visitor.page(NEW + "?panel=" + VVP));
        var late = before.plusDays(1);
        assertEquals(303, sent(Map.of("outOfCycle", "true", "outOfCycleReason", REASON, "date-day", "" + late.getDayOfMonth(), "date-month", "" + late.getMonthValue(), "date-year", "" + late.getYear())).statusCode());
        assertEquals(before, date(visitor.page(NEW + "?panel=" + VVP)));
        TestMeetings.in((int) ChronoUnit.DAYS.between(LocalDate.now(), late), "PLANNED");
        assertTrue(date(visitor.page(NEW + "?panel=" + VVP)).isAfter(late), "but from a regular one");
    }

    @Test
    @TestSecurity(user = "coordinator")
    void pressedTwiceItIsPlannedOnce() {
        var emergency = Map.of("outOfCycle", "true", "outOfCycleReason", REASON);
        assertEquals(303, sent(emergency).statusCode());
        var again = sent(emergency);
        assertEquals(422, again.statusCode());
        assertTrue(again.asString().contains("already has a meeting on"), again.asString());
        assertEquals(303, sent(Map.of("outOfCycle", "true", "outOfCycleReason", REASON, "time", "16:45")).statusCode(), "another time on the day is its own affair");
    }

    @Test
    @TestSecurity(user = "coordinator")
    void itsMailSaysWhatItIsAndNotWhy() {
        assertEquals(303, sent(Map.of("outOfCycle", "true", "outOfCycleReason", REASON, "invite", "true")).statusCode());
        var mail = HubRows.one("select min(o.subject || ' ' || o.body) from hub.outbox o join hub.meeting m on m.id = o.about_meeting where m.venue = 'Emergency hall' and m.state = 'PLANNED' and o.template = 'meeting'");
        assertTrue(mail.contains("You are invited to the emergency meeting of Vulnerable Victims Panel on "), mail);
        assertFalse(mail.contains(REASON), mail);
    }

    @Test
    @TestSecurity(user = "coordinator")
    void atTheApiToo() {
        Map<String, Object> wanted = new HashMap<>(Map.of("panelId", VVP, "date", sunday.toString(), "time", "16:30", "venue", "Emergency hall"));
        given().contentType("application/json").body(wanted).post("/api/meetings").then().statusCode(409);
        wanted.put("outOfCycle", true);
        given().contentType("application/json").body(wanted).post("/api/meetings").then().statusCode(422).body("errors[0].field", equalTo("outOfCycleReason"));
        wanted.put("outOfCycleReason", REASON);
        given().contentType("application/json").body(wanted).post("/api/meetings").then().statusCode(201).body("outOfCycle", equalTo(true)).body("outOfCycleReason", equalTo(REASON))
                .body("cutOffOn", equalTo(today.toString()));
    }

    private Response sent(Map<String, String> changed) {
        var form = visitor.page(NEW + "?panel=" + VVP);
        var fields = new HashMap<>(Map.of("panel", VVP, "outOfCycle", "false", "outOfCycleReason", "", "date-day", "" + sunday.getDayOfMonth(),
                "date-month", "" + sunday.getMonthValue(), "date-year", "" + sunday.getYear(), "time", "15:30", "venue", "Emergency hall", "order", "Welcome"));
        fields.putAll(changed);
        var sent = new ArrayList<String>();
        fields.forEach((name, value) -> {
            sent.add(name);
            sent.add(value);
        });
        return visitor.sendFrom(form, NEW, sent.toArray(String[]::new));
    }

    private static LocalDate date(Document form) {
        return LocalDate.of(Integer.parseInt(form.select("#date-year").val()), Integer.parseInt(form.select("#date-month").val()), Integer.parseInt(form.select("#date").val()));
    }
}
