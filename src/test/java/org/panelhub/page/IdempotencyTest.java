package org.panelhub.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Calls of the API that are sent more than once, because an answer was lost. */
@QuarkusTest
@TestSecurity(user = "housing")
class IdempotencyTest {

    private static final String ITEMS = "/api/cases/RV-M2XDT/items";

    private final String key = UUID.randomUUID().toString();
    private final String text = "Sent again " + key;

    @Test
    void theSameCallWithTheSameKeyMakesOneThingAndAnswersAlike() {
        var first = enter(key, text).statusCode(201).extract();
        var second = enter(key, text).statusCode(201).extract();
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(first.asString(), second.asString());
        enter('"' + key + '"', text).statusCode(201).header("Location", equalTo(first.header("Location")));
        assertEquals("1", entered());
    }

    @Test
    void withoutAKeyEachCallMakesAThing() {
        enter(null, text).statusCode(201);
        enter(null, text).statusCode(201);
        assertEquals("2", entered());
    }

    @Test
    void aKeyThatWasUsedForAnotherCallIsRefused() {
        enter(key, text).statusCode(201);
        enter(key, text + ", but other").statusCode(422).contentType("application/problem+json").body("title", equalTo("This key was used before"));
        given().contentType(ContentType.JSON).header("Idempotency-Key", key).body(item(text)).post("/api/cases/RV-7K4QM/items").then().statusCode(422);
        assertEquals("1", entered());
    }

    @Test
    void aKeyBelongsToItsMember() {
        var first = enter(key, text).statusCode(201).extract().header("Location");
        SignedIn.as("police");
        assertNotEquals(first, enter(key, text).statusCode(201).body("own", equalTo(true)).extract().header("Location"));
    }

    @Test
    void aCallThatFailedKeepsNoKey() {
        given().contentType(ContentType.JSON).header("Idempotency-Key", key).body(Map.of("body", text)).post(ITEMS).then().statusCode(422).body("errors.field", hasItem("nature"));
        enter(key, text).statusCode(201);
        assertEquals("1", entered());
    }

    @Test
    void whileACallIsCarriedOutTheSameOneIsToldToWait() throws SQLException {
        try (var other = HubDatabase.asOwner(); var statement = other.prepareStatement("select pg_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, HubRows.one("select member_id::text from hub.sign_in where subject = 'demo-housing'") + " " + key);
            statement.execute();
            enter(key, text).statusCode(409).contentType("application/problem+json").body("title", equalTo("This is being done"));
        }
        enter(key, text).statusCode(201);
        assertEquals("1", entered());
    }

    @Test
    void whoHasLostSightOfWhatItMadeIsShownNothingByCallingAgain() {
        enter(key, text).statusCode(201);
        HubRows.run("""
                insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason)
                select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, s.member_id, 'Tried' from hub.case_file c, hub.sign_in s where c.reference = 'RV-M2XDT' and s.subject = 'demo-housing'""");
        try {
            enter(key, text).statusCode(404);
        } finally {
            HubRows.run("delete from hub.case_bar where reason = 'Tried'");
        }
        enter(key, text).statusCode(201);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        for (var none : List.of("with spaces in it", "x".repeat(201))) {
            enter(none, text).statusCode(400).contentType("application/problem+json");
        }
        assertEquals("0", entered());
    }

    @Test
    void aThingThatWasChangedSinceIsShownAsItStands() {
        SignedIn.as("admin");
        var name = "Called twice " + key;
        var body = Map.of("signatory", HubRows.one("select id::text from hub.signatory where name = 'Riverside Council'"), "name", name, "shortName", "twice", "kind", "OTHER");
        var made = given().contentType(ContentType.JSON).header("Idempotency-Key", key).body(body).post("/api/agencies").then().statusCode(201).extract();
        var changed = given().contentType(ContentType.JSON).header("If-Match", made.header("ETag")).body(Map.of("name", name, "shortName", "changed", "kind", "OTHER")).put(made.header("Location")).then()
                .statusCode(200).extract().header("ETag");
        given().contentType(ContentType.JSON).header("Idempotency-Key", key).body(body).post("/api/agencies").then().statusCode(201).header("ETag", equalTo(changed)).body("shortName", equalTo("changed"));
    }

    private String entered() {
        return HubRows.one("select count(*)::text from hub.item i join hub.sign_in s on s.member_id = i.author_id where i.body = ? and s.subject = 'demo-housing'", text);
    }

    private static ValidatableResponse enter(String key, String text) {
        var request = given().contentType(ContentType.JSON).body(item(text));
        return (key == null ? request : request.header("Idempotency-Key", key)).post(ITEMS).then();
    }

    private static Map<String, String> item(String text) {
        return Map.of("nature", "FACT", "sourceDate", "2025-10-03", "body", text);
    }
}
