package org.panelhub.meetings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class MeetingApiTest {

    @AfterEach
    void clear() {
        TestMeetings.clear();
    }

    @Test
    @TestSecurity(user = "police")
    void meetingsAndTheirAgendaAreReadAsJson() {
        var meeting = TestMeetings.in(14, "PUBLISHED");
        var reference = TestMeetings.aCase("Dora Json");
        TestMeetings.hear(meeting, 1, reference);
        given().get("/api/meetings").then().statusCode(200).body("id", hasItem(meeting.toString())).body("panel", not(hasItem(containsString("Hillside"))));
        given().get("/api/meetings/" + meeting).then().statusCode(200).body("venue", equalTo("Town Hall, room 9")).body("state", equalTo("PUBLISHED"));
        given().get("/api/meetings/" + meeting + "/agenda").then().statusCode(200).body("[0].caseReference", equalTo(reference)).body("[0].minutes", equalTo(12));
    }

    @Test
    @TestSecurity(user = "unsigned")
    void theAgendaOfOneWithoutStandingIsEmpty() {
        var meeting = TestMeetings.in(14, "PUBLISHED");
        var reference = TestMeetings.aCase("Dora Json");
        TestMeetings.hear(meeting, 1, reference);
        given().get("/api/meetings/" + meeting + "/agenda").then().statusCode(200).body("", hasSize(0));
    }

    @Test
    @TestSecurity(user = "police.other")
    void aMeetingOfAPanelWithoutASeatIsNotThere() {
        given().get("/api/meetings/" + TestMeetings.in(14, "PUBLISHED")).then().statusCode(404);
        given().get("/api/meetings/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "police")
    void planningIsForTheCoordinator() {
        given().contentType("application/json").body(wanted(LocalDate.now().plusDays(60))).post("/api/meetings").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aMeetingIsPlannedAndADateInThePastIsAProblem() {
        given().contentType("application/json").body(wanted(LocalDate.of(2027, 8, 12))).post("/api/meetings").then().statusCode(201).body("state", equalTo("PLANNED"))
                .body("cutOffOn", equalTo("2027-08-02"));
        given().contentType("application/json").body(wanted(LocalDate.of(2020, 1, 9))).post("/api/meetings").then().statusCode(422).contentType(containsString("problem+json"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void publishingAnAgendaThatWasChangedMeanwhileIsRefused() {
        var meeting = TestMeetings.in(15, "PLANNED");
        var reference = TestMeetings.aCase("Dora Json");
        TestMeetings.hear(meeting, 1, reference);
        given().contentType("application/json").post("/api/meetings/" + meeting + "/publication").then().statusCode(428);
        given().contentType("application/json").header("If-Match", "\"7\"").post("/api/meetings/" + meeting + "/publication").then().statusCode(412).body("present.state", equalTo("PLANNED"));
        var tag = given().get("/api/meetings/" + meeting).then().statusCode(200).extract().header("ETag");
        given().contentType("application/json").header("If-Match", tag).post("/api/meetings/" + meeting + "/publication").then().statusCode(200).body("agendaEdition", equalTo(1));
    }

    private static Map<String, Object> wanted(LocalDate day) {
        return Map.of("panelId", TestMeetings.text("select n.id from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.name like 'Safer Riverside%' and n.short_name = 'VVP'"),
                "date", day.toString(), "time", "10:00", "venue", "Town Hall");
    }
}
