package org.panelhub.meetings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.time.WorkingDays;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class SeriesApiTest {

    private final WorkingDays workingDays = new WorkingDays();
    private final LocalDate first = workingDays.onOrAfter(LocalDate.now().plusDays(500));
    private final LocalDate second = workingDays.onOrAfter(LocalDate.now().plusDays(507));

    @AfterEach
    void clear() {
        HubRows.run("delete from hub.meeting where venue like 'Series hall%'");
    }

    @Test
    @TestSecurity(user = "coordinator")
    void datesByARhythmArePlannedOnceHoweverOftenTheyAreSent() {
        var key = UUID.randomUUID().toString();
        var wanted = Map.<String, Object>of("recurrence", "every week from " + first, "from", first.toString(), "count", 2);
        var made = call(key, wanted).statusCode(201).body("", hasSize(2)).body("[0].state", equalTo("PLANNED")).body("[0].cutOffOn", equalTo(workingDays.subtract(first, 8).toString()))
                .body("[0].orderOfBusiness", containsString("Welcome")).extract();
        assertEquals("/api/meetings/" + made.path("[0].id"), made.header("Location").replaceFirst("^https?://[^/]+", ""));
        assertEquals(made.asString(), call(key, wanted).statusCode(201).extract().asString());
        call(UUID.randomUUID().toString(), wanted).statusCode(422).contentType(containsString("problem+json")).body("errors.field", hasItem("dates[0].date"));
        assertEquals(2, planned());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void listedDatesArePlannedEachAsItIs() {
        call(null, Map.of("dates", List.of(Map.of("date", first.toString()), Map.of("date", second.toString(), "time", "14:30", "venue", "Series hall, annexe")))).statusCode(201)
                .body("venue", equalTo(List.of("Series hall", "Series hall, annexe"))).body("[1].startsAt", containsString(":30:00"));
        call(null, Map.of("time", "15:00", "dates", List.of(Map.of("date", first.toString())))).statusCode(422).body("errors.field", equalTo(List.of("dates[0].allTheSame")));
        call(null, Map.of("time", "15:00", "dates", List.of(Map.of("date", first.toString(), "allTheSame", true)))).statusCode(201);
        assertEquals(3, planned());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aProblemNamesTheFieldAndNothingIsPlanned() {
        call(null, Map.of("recurrence", "when the moon is full", "count", 30, "onlineLink", "http://meet.example")).statusCode(422)
                .body("errors.field", equalTo(List.of("recurrence", "count", "onlineLink")));
        call(null, Map.of("dates", List.of(Map.of("date", first.toString()), Map.of("date", "2020-01-09")))).statusCode(422).body("errors.field", equalTo(List.of("dates[1].date")));
        call(null, Map.of("dates", List.of())).statusCode(422).body("errors.field", equalTo(List.of("dates")));
        call(null, Map.of("recurrence", "second Thursday")).statusCode(422).body("errors.field", equalTo(List.of("count")));
        given().contentType("application/json").body("{\"dates\":[null],\"panelId\":\"" + vvp() + "\"}").post("/api/meetings/series").then().statusCode(422).body("errors.field", equalTo(List.of("dates[0].date")));
        given().contentType("application/json").body("{}").post("/api/meetings/series").then().statusCode(422).body("errors.field", equalTo(List.of("panelId")));
        given().contentType("application/json").post("/api/meetings/series").then().statusCode(400);
        assertEquals(0, planned());
    }

    @Test
    @TestSecurity(user = "police")
    void planningIsForTheCoordinator() {
        call(null, Map.of("dates", List.of(Map.of("date", first.toString())))).statusCode(403);
    }

    @Test
    @TestSecurity(user = "hillside.coordinator")
    void aPanelOfAnotherPartnershipIsNotThere() {
        call(null, Map.of("dates", List.of(Map.of("date", first.toString())))).statusCode(404);
    }

    private static ValidatableResponse call(String key, Map<String, ?> wanted) {
        var body = new HashMap<String, Object>(Map.of("panelId", vvp(), "venue", "Series hall"));
        body.putAll(wanted);
        var request = given().contentType("application/json").body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/api/meetings/series").then();
    }

    private static long planned() {
        return TestMeetings.count("select count(*) from hub.meeting where venue like 'Series hall%'");
    }

    private static String vvp() {
        return TestMeetings.text("select n.id from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.name like 'Safer Riverside%' and n.short_name = 'VVP'");
    }
}
