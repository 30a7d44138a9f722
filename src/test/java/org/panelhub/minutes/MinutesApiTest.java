package org.panelhub.minutes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@TestSecurity(user = "coordinator")
class MinutesApiTest {

    private HeldMeeting meeting;

    @BeforeEach
    void aMeetingWasHeld() throws SQLException {
        meeting = new HeldMeeting();
        meeting.releasedToPanel("police", "marker-panel");
    }

    @AfterEach
    void clear() throws SQLException {
        SignedIn.nobody();
        meeting.close();
    }

    @Test
    void theSameStepsLeadFromTheRecordToTheReader() {
        Account.as("coordinator").json("POST", meeting.api(), Map.of()).then().statusCode(200).body("state", equalTo("DRAFT")).body("sections.title", hasItem("Who was there"));
        var read = Account.as("chair").json("GET", meeting.api(), null).header("ETag");
        Account.as("chair").json("POST", meeting.api() + "/agreement", Map.of()).then().statusCode(428);
        Account.as("chair").json("POST", meeting.api() + "/agreement", read, Map.of()).then().statusCode(200).body("state", equalTo("AGREED"));
        Account.as("coordinator").json("POST", meeting.api() + "/circulation", Map.of()).then().statusCode(200).body("state", equalTo("CIRCULATED"));
        assertTrue(Account.as("housing").json("GET", meeting.api(), null).asString().contains("marker-panel"));
        assertFalse(Account.as("socialcare").json("GET", meeting.api(), null).asString().contains("marker-panel"));
        Account.as("socialcare").json("POST", meeting.api() + "/declaration", Map.of()).then().statusCode(204);
        assertTrue(Account.as("socialcare").json("GET", meeting.api(), null).asString().contains("marker-panel"));
        Account.as("coordinator").json("POST", meeting.api() + "/circulation", Map.of()).then().statusCode(409).contentType("application/problem+json");
    }

    @Test
    void whatWasChangedSinceItWasReadIsShownAsItStandsAndAgreedMinutesAreFrozen() {
        var draft = Account.as("coordinator").json("POST", meeting.api(), Map.of()).jsonPath();
        var path = meeting.api() + "/paragraphs/" + paragraph(draft).get("id");
        var read = Account.as("coordinator").json("GET", path, null).header("ETag");
        var whole = Account.as("chair").json("GET", meeting.api(), null).header("ETag");
        Account.as("coordinator").json("PUT", path, Map.of("body", "Edited")).then().statusCode(428);
        Account.as("coordinator").json("PUT", path, read, Map.of("body", "Edited")).then().statusCode(200);
        Account.as("coordinator").json("PUT", path, read, Map.of("body", "Edited again")).then().statusCode(412).body("present.body", equalTo("Edited"));
        Account.as("coordinator").json("PUT", path, "*", Map.of("body", "x".repeat(10_001))).then().statusCode(422);
        Account.as("chair").json("POST", meeting.api() + "/agreement", whole, Map.of()).then().statusCode(412).body("present.state", equalTo("DRAFT"));
        Account.as("chair").json("POST", meeting.api() + "/agreement", Account.as("chair").json("GET", meeting.api(), null).header("ETag"), Map.of()).then().statusCode(200);
        Account.as("coordinator").json("PUT", path, "*", Map.of("body", "Edited late")).then().statusCode(409).body("title", equalTo("These minutes are frozen"));
        Account.as("coordinator").json("POST", meeting.api() + "/notes", Map.of("body", "A later note")).then().statusCode(201).body("body", containsString("after the minutes were agreed"));
        assertTrue(Account.as("coordinator").json("GET", meeting.api(), null).asString().contains("A later note"));
    }

    @Test
    void whoMayNotIsRefusedAndWhoDoesNotSeeTheMeetingFindsNothing() {
        Account.as("police").json("POST", meeting.api(), Map.of()).then().statusCode(403);
        Account.as("hillside.coordinator").json("GET", meeting.api(), null).then().statusCode(404);
        assertEquals(404, Account.as("housing").json("GET", meeting.api(), null).statusCode());
    }

    /** The paragraph that was written from the item. */
    private static Map<String, String> paragraph(JsonPath minutes) {
        List<Map<String, String>> all = minutes.getList("sections.blocks.flatten().paragraphs.flatten()");
        return all.stream().filter(p -> p.get("body").equals("marker-panel")).findFirst().orElseThrow();
    }
}
