package org.panelhub.referrals;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;

/** The same referrals for programs. */
@QuarkusTest
class ReferralApiTest {

    @Test
    @TestSecurity(user = "housing")
    void aReferralIsMadeDecidedAndAccepted() {
        var id = post("/api/referrals", referral("Yara", "Ashdown")).statusCode(201).body("state", equalTo("WITH_SENIOR_OFFICER"))
                .body("people.find { it.part == 'VICTIM' }.familyName", equalTo("Ashdown")).body("assessments[0].band", equalTo("HIGH")).extract().path("id").toString();
        post("/api/referrals/" + id + "/decision", Map.of("decision", "REFER", "reason", "x")).statusCode(403);
        SignedIn.as("housing.senior");
        post("/api/referrals/" + id + "/decision", Map.of("decision", "REFER")).statusCode(422).body("errors.field", hasItem("reason"));
        post("/api/referrals/" + id + "/decision", Map.of("decision", "REFER", "reason", "High.")).statusCode(200).body("state", equalTo("SENT"));
        SignedIn.as("coordinator");
        given().get("/api/referrals").then().statusCode(200).body("referrals.name", hasItem("Yara Ashdown"));
        post("/api/referrals/" + id + "/triage", Map.of("outcome", "PERHAPS")).statusCode(422).body("errors.field", hasItem("outcome"));
        post("/api/referrals/" + id + "/triage", Map.of("outcome", "ACCEPT", "summary", "Noise", "category", "Noise")).statusCode(200).body("caseReference", notNullValue());
        post("/api/referrals/" + id + "/triage", Map.of("outcome", "ACCEPT", "summary", "Noise", "category", "Noise")).statusCode(409).contentType("application/problem+json");
        SignedIn.as("police");
        given().get("/api/referrals/" + id).then().statusCode(404).contentType("application/problem+json");
        given().get("/api/referrals").then().statusCode(200).body("referrals.name", not(hasItem("Yara Ashdown")));
        post("/api/referrals/" + id + "/triage", Map.of("outcome", "DECLINE", "advice", "x")).statusCode(404);
    }

    @Test
    @TestSecurity(user = "housing")
    void whatIsWrongIsNamedByTheFieldsOfTheDocumentAndNothingIsKept() {
        post("/api/referrals", Map.of("panel", "NOWHERE")).statusCode(422).body("errors.field", hasItem("panel"));
        post("/api/referrals", Map.of("panel", "VVP", "person", Map.of("givenNames", "Zed", "datesOfBirth", List.of("2090-01-01")))).statusCode(422).contentType("application/problem+json")
                .body("errors.field", hasItems("person.familyName", "person.datesOfBirth[0]", "safeContact.safeToCall", "category", "circumstances", "consent", "assessment.answers.frequency"));
        given().get("/api/referrals").then().body("referrals.name", not(hasItem("Zed")));
        given().contentType("application/json").body("{ not json").post("/api/referrals").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    @TestSecurity(user = "housing")
    void moreThanAReferralHoldsIsRefusedAndNotLeftOut() {
        var large = new HashMap<>(referral("Xenia", "Large"));
        large.put("household", Collections.nCopies(13, Map.of("givenNames", "Kim", "child", false)));
        post("/api/referrals", large).statusCode(422).body("errors.field", hasItem("household[12].givenNames"));
        var often = new HashMap<>(referral("Xenia", "Large"));
        often.put("person", Map.of("givenNames", "Xenia", "familyName", "Large", "datesOfBirth", List.of("1950-05-03", "1951-05-03", "1952-05-03")));
        post("/api/referrals", often).statusCode(422).body("errors.field", hasItem("person.datesOfBirth[2]"));
        large.put("household", Collections.nCopies(12, Map.of("givenNames", "Kim", "child", false)));
        post("/api/referrals", large).statusCode(201).body("people.findAll { it.part == 'HOUSEHOLD' }.size()", equalTo(12));
    }

    @Test
    @TestSecurity(user = "housing")
    void aChangeNamesWhatItWasMadeOver() {
        var id = post("/api/referrals", referral("Zora", "Blick")).statusCode(201).extract().path("id").toString();
        put("/api/referrals/" + id, null, referral("Zora", "Blick")).statusCode(409);
        SignedIn.as("housing.senior");
        post("/api/referrals/" + id + "/decision", Map.of("decision", "REFER", "reason", "High.")).statusCode(200);
        SignedIn.as("coordinator");
        post("/api/referrals/" + id + "/triage", Map.of("outcome", "ASK", "note", "Address?")).statusCode(200);
        SignedIn.as("housing");
        var tag = given().get("/api/referrals/" + id).then().statusCode(200).extract().header("ETag");
        var changed = referral("Zora", "Blick-Hale");
        put("/api/referrals/" + id, null, changed).statusCode(428).contentType("application/problem+json");
        put("/api/referrals/" + id, "\"0\"", changed).statusCode(412).header("ETag", equalTo(tag)).body("present.people[0].familyName", equalTo("Blick")).body("present.state", equalTo("MORE_ASKED"));
        put("/api/referrals/" + id, tag, changed).statusCode(200).body("state", equalTo("SENT")).body("people[0].familyName", equalTo("Blick-Hale")).header("ETag", not(equalTo(tag)));
    }

    @Test
    @TestSecurity(user = "housing")
    void anAnswerToAReferralThatHasChangedSinceItWasReadIsRefusedWhereTheReaderSaysWhatItRead() {
        var made = post("/api/referrals", referral("Zita", "Crane")).statusCode(201).extract();
        SignedIn.as("housing.senior");
        var path = "/api/referrals/" + made.path("id") + "/decision";
        given().header("If-Match", "\"99\"").contentType("application/json").body(Map.of("decision", "REFER", "reason", "High.")).post(path).then().statusCode(412).body("present.state", equalTo("WITH_SENIOR_OFFICER"));
        given().header("If-Match", made.header("ETag")).contentType("application/json").body(Map.of("decision", "REFER", "reason", "High.")).post(path).then().statusCode(200).body("state", equalTo("SENT"));
    }

    @Test
    @TestSecurity(user = "hillside.coordinator")
    void anotherPartnershipsReferralIsAsAbsentAsAnUnknownOne() {
        given().get("/api/referrals/" + UUID.randomUUID()).then().statusCode(404);
        SignedIn.as("coordinator");
        List<String> ids = given().get("/api/referrals").then().statusCode(200).extract().path("referrals.id");
        SignedIn.as("hillside.coordinator");
        ids.forEach(id -> given().get("/api/referrals/" + id).then().statusCode(404));
        given().get("/api/referrals").then().statusCode(200).body("referrals.size()", equalTo(0));
    }

    private static Map<String, Object> referral(String given, String family) {
        return Map.of("panel", "VVP", "person", Map.of("givenNames", given, "familyName", family, "datesOfBirth", List.of("1950-05-03"), "address", "3 Swan Court"),
                "safeContact", Map.of("telephone", "07700 900321", "safeToCall", "YES", "safeToWrite", "NO"), "circumstances", "Noise every night.", "category", "Noise",
                "ownReference", "API-1", "consent", "GIVEN", "household", List.of(Map.of("givenNames", "Kim", "child", true, "dateOfBirth", "2018-01-31")),
                "assessment", Map.of("answers", Map.of("frequency", "daily", "targeted", "yes", "threat", "yes", "health", "some", "alone", "few", "impact", "some"), "judgement", "HIGH",
                        "assessedOn", LocalDate.now().minusWeeks(3).toString()));
    }

    private static ValidatableResponse post(String path, Object body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    private static ValidatableResponse put(String path, String tag, Object body) {
        var request = given().contentType("application/json").body(body);
        return (tag == null ? request : request.header("If-Match", tag)).put(path).then();
    }
}
