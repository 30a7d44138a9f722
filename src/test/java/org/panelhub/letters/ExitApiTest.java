package org.panelhub.letters;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.time.HubClock;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** The same way out of a case for programs. Each test opens a case of its own, as an end has one way only. */
@QuarkusTest
@TestSecurity(user = "housing")
class ExitApiTest {

    private static final LocalDate TODAY = LocalDate.now(HubClock.LONDON);
    private String reference;
    private String exits;
    private String letters;

    @BeforeEach
    void aCaseOfItsOwn() {
        reference = "RV-Y" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
        exits = "/api/cases/" + reference + "/exits";
        letters = "/api/cases/" + reference + "/letters";
        HubRows.run("""
                insert into hub.case_file (partnership_id, id, panel_id, reference, subject, risk)
                select partnership_id, gen_random_uuid(), panel_id, ?, 'Nora Quill', 'LOW' from hub.case_file where reference = 'RV-7K4QM'""", reference);
        HubRows.run("""
                insert into hub.person (partnership_id, id, panel_id, case_id, part, given_names, family_name, address, search_name)
                select partnership_id, gen_random_uuid(), panel_id, id, 'VICTIM', 'Nora', 'Quill', 'Flat 9, Gannet House, Quay Street', 'quill nora' from hub.case_file where reference = ?""", reference);
        HubRows.run("""
                insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during)
                select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, s.member_id, 'CASE_MANAGER', daterange(hub.today(), null)
                  from hub.case_file c, hub.sign_in s where c.reference = ? and s.subject = 'demo-housing'""", reference);
    }

    @Test
    void aCaseIsProposedSignedOffAnnouncedAndClosedWhenTheNoticeHasRun() {
        var exit = post(exits, null, Map.of("reason", "QUIET")).statusCode(201).body("signedOffAt", nullValue()).extract();
        post(exit.header("Location") + "/sign-off", exit.header("ETag"), Map.of()).statusCode(403);
        SignedIn.as("chair");
        post(exit.header("Location") + "/sign-off", null, Map.of()).statusCode(428);
        var signed = post(exit.header("Location") + "/sign-off", exit.header("ETag"), Map.of()).statusCode(200).body("signedOffAt", notNullValue()).extract();
        post(exit.header("Location") + "/sign-off", exit.header("ETag"), Map.of()).statusCode(412).body("present.signedOffAt", notNullValue());

        SignedIn.as("housing");
        var letter = post(letters, null, null).statusCode(201).body("addressee", equalTo("Nora Quill")).body("body", containsString("case review")).body("safeToWrite", equalTo("UNKNOWN")).extract();
        var address = letter.header("Location");
        put(address, letter.header("ETag"), Map.of("body", "")).statusCode(422).body("errors.field", hasItem("body"));
        var changed = put(address, letter.header("ETag"), Map.of("body", letter.path("body") + "\n\nTake care.")).statusCode(200).body("body", containsString("Take care.")).extract();
        put(address, letter.header("ETag"), Map.of("body", "Mine")).statusCode(412).body("present.body", containsString("Take care."));
        post(address + "/sent", changed.header("ETag"), Map.of("how", "POST")).statusCode(422).body("errors.field", hasItem("sent"));
        post(address + "/sent", changed.header("ETag"), Map.of("sent", TODAY.toString(), "how", "POST")).statusCode(409).body("errors.field", hasItem("safe"));
        post(address + "/sent", changed.header("ETag"), Map.of("sent", TODAY.toString(), "how", "BY_HAND")).statusCode(200).body("sentHow", equalTo("BY_HAND"));
        given().get(letters).then().statusCode(200).body("[0].sentOn", equalTo(TODAY.toString()));
        var running = given().get(exit.header("Location")).then().statusCode(200).body("noticeOn", equalTo(TODAY.toString())).extract();
        post(exit.header("Location") + "/close", running.header("ETag"), Map.of()).statusCode(409).body("detail", containsString("The notice runs until")).body("errors.field", hasItem("close"));
        HubRows.run("update hub.case_exit set closes_on = hub.today() where id = ?::uuid", signed.<String>path("id"));
        post(exit.header("Location") + "/close", "*", Map.of()).statusCode(200);
        given().get("/api/cases/" + reference).then().statusCode(200).body("state", equalTo("CLOSED"));
    }

    @Test
    void whatIsWrongIsNamedByItsField() {
        post(exits, null, Map.of()).statusCode(422).body("errors.field", hasItem("reason"));
        post(exits, null, Map.of("reason", "OTHER_CLOSED")).statusCode(422).body("errors.field", hasItem("note"));
        post(exits, null, Map.of("reason", "QUIET", "senior", UUID.randomUUID().toString())).statusCode(409).body("errors.field", hasItem("senior"));
        post(letters, null, null).statusCode(409).contentType("application/problem+json");
    }

    @Test
    void anExitIsProposedOnceAndCanBeCalledOff() {
        var exit = post(exits, null, Map.of("reason", "SATISFIED")).statusCode(201).extract();
        post(exits, null, Map.of("reason", "SATISFIED")).statusCode(409).contentType("application/problem+json");
        post(exit.header("Location") + "/call-off", exit.header("ETag"), Map.of()).statusCode(422).body("errors.field", hasItem("why"));
        var off = post(exit.header("Location") + "/call-off", exit.header("ETag"), Map.of("why", "It began again")).statusCode(200).body("calledOffAt", notNullValue()).extract();
        post(exit.header("Location") + "/call-off", off.header("ETag"), Map.of("why", "Again")).statusCode(409);
        post(exits, null, Map.of("reason", "SATISFIED")).statusCode(201);
        given().get(exits).then().statusCode(200).body("size()", equalTo(2)).body("[0].calledOffAt", nullValue());
    }

    @Test
    void whoMayNotIsRefusedAndWhoDoesNotSeeTheCaseFindsNothing() {
        var exit = post(exits, null, Map.of("reason", "QUIET")).statusCode(201).extract().header("Location");
        SignedIn.as("police");
        post(exits, null, Map.of("reason", "QUIET")).statusCode(403);
        post(letters, null, null).statusCode(403);
        SignedIn.as("unsigned");
        given().get(exit).then().statusCode(404);
        given().get(letters).then().statusCode(404);
        post(exits, null, Map.of("reason", "QUIET")).statusCode(404);
    }

    private static ValidatableResponse post(String path, String tag, Object body) {
        var request = given().contentType(ContentType.JSON);
        request = body == null ? request : request.body(body);
        return (tag == null ? request : request.header("If-Match", tag)).post(path).then();
    }

    private static ValidatableResponse put(String path, String tag, Object body) {
        return given().contentType(ContentType.JSON).header("If-Match", tag).body(body).put(path).then();
    }
}
