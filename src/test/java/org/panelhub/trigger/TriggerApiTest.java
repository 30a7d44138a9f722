package org.panelhub.trigger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.time.HubClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Applications for a case review for programs: keyed in with the questions of the form, and read as the board reads them. */
@QuarkusTest
class TriggerApiTest {

    private static final String HERE = "/api/triggers";
    private static final LocalDate TODAY = LocalDate.now(HubClock.LONDON);

    @BeforeEach
    void asWhoeverAnswersForThem() {
        SignedIn.as("spoc");
    }

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.outbox where to_applicant is not null or template in ('application received', 'notice')");
        HubRows.run("delete from hub.idempotency where location like '/api/triggers%'");
        for (var table : List.of("trigger_event", "trigger_complaint", "trigger_applicant")) {
            HubRows.run("delete from hub." + table + " where trigger_id in (select id from hub.trigger where happening = 'Told to a program')");
        }
        HubRows.run("delete from hub.trigger where happening = 'Told to a program'");
    }

    private static Map<String, Object> told(Object... changed) {
        var answers = new HashMap<String, List<String>>();
        Map.of("kind", "PERSON", "name", "Ivy Marlow", "under18", "NO", "happening", "Told to a program", "place", "Teal Court", "hate", "NO", "respondentMinor", "NO", "reported", "YES", "impact", "No sleep")
                .forEach((name, value) -> answers.put(name, List.of(value)));
        Map.of("children", "NO", "reachBy", "TELEPHONE", "telephone", "020 7946 0111", "safe", "TELEPHONE", "involvement", "ATTEND", "since", "last spring").forEach((name, value) -> answers.put(name, List.of(value)));
        var all = new HashMap<String, Object>(Map.of("how", "TELEPHONE", "receivedOn", TODAY.minusDays(3).toString(), "answers", answers,
                "reports", List.of(Map.of("what", List.of("Music at three"), "reportedTo", List.of("Riverside Police"), "happenedOn", List.of(TODAY.minusDays(9).toString()), "reportedOn", List.of(TODAY.minusDays(8).toString())))));
        for (int i = 0; i < changed.length; i += 2) {
            all.put((String) changed[i], changed[i + 1]);
        }
        return all;
    }

    private static ValidatableResponse post(String key, Object body) {
        var call = given().contentType(ContentType.JSON).body(body);
        return (key == null ? call : call.header("Idempotency-Key", key)).post(HERE).then();
    }

    @Test
    void whatCameByTelephoneIsKeyedInOnceAndReadAsTheBoardReadsIt() {
        var key = UUID.randomUUID().toString();
        var made = post(key, told()).statusCode(201).body("code", matchesPattern("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}")).extract();
        String reference = made.path("reference");
        post(key, told()).statusCode(201).body("reference", equalTo(reference)).body("code", nullValue());
        assertEquals("1", HubRows.one("select count(*)::text from hub.trigger where happening = 'Told to a program'"));
        given().get(HERE).then().statusCode(200).body("reference", hasItem(reference));
        given().get(made.header("Location")).then().statusCode(200).body("reference", equalTo(reference)).body("receivedOn", equalTo(TODAY.minusDays(3).toString())).body("applicant.telephone", equalTo("020 7946 0111"))
                .body("happened.kind", hasItems("RECEIVED", "BODIES_TOLD")).body("state", equalTo("RECEIVED"));
        assertEquals(TODAY.minusDays(9) + " Riverside Police", HubRows.one("select c.happened_on || ' ' || c.reported_to from hub.trigger_complaint c join hub.trigger t on t.id = c.trigger_id where t.reference = ?", reference));
    }

    @Test
    void eachWrongFieldIsNamedAndNothingIsKept() {
        post(null, told("how", "ONLINE", "receivedOn", TODAY.plusDays(1).toString())).statusCode(422).body("errors.field", hasItems("how", "receivedOn"));
        post(null, Map.of("how", "LETTER", "receivedOn", TODAY.toString())).statusCode(422).body("errors.field", hasItem("answers.kind"));
        post(null, told("reports", List.of(Map.of("what", List.of("x"), "reportedTo", List.of("y"), "happenedOn", List.of("2026-02-30"))))).statusCode(422).body("errors.field", hasItem("reports[0].happenedOn"));
        assertEquals("0", HubRows.one("select count(*)::text from hub.trigger where happening = 'Told to a program'"));
    }

    @Test
    void theQuestionsAreReadByWhoeverKeysInAndNobodyElseSeesAnApplication() {
        given().get(HERE + "/questions").then().statusCode(200).body("questions.fields.name.flatten()", hasItems("kind", "happening")).body("report.fields.name", hasItem("reportedTo"));
        String reference = post(null, told()).statusCode(201).extract().path("reference");
        SignedIn.as("police");
        given().get(HERE + "/questions").then().statusCode(403);
        given().get(HERE + "/" + reference).then().statusCode(404).body("detail", not(containsString("Ivy")));
        given().get(HERE).then().statusCode(200).body("reference", not(hasItem(reference)));
        post(null, told()).statusCode(403);
        SignedIn.as("hillside.coordinator");
        given().get(HERE + "/" + reference).then().statusCode(404);
    }
}
