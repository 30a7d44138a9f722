package org.panelhub.protocols;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.time.HubClock;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;

@QuarkusTest
class SetUpApiTest {

    private static final LocalDate TODAY = LocalDate.now(HubClock.LONDON);

    @Test
    @TestSecurity(user = "police")
    void everyMemberReadsAgenciesPanelsAndProtocols() {
        given().get("/api/agencies").then().statusCode(200).body("name", hasItem("Riverside Council housing")).body("name", not(hasItem("Hillside Council community safety")));
        given().get("/api/panels").then().statusCode(200).body("shortName", hasItem("VVP"));
        given().get("/api/panels/" + panel("RV")).then().statusCode(200).body("figures.recurrence", equalTo("second Thursday")).body("seats.member", hasItem("Grace Adeyemi"));
        given().get("/api/protocols").then().statusCode(200).body("edition", hasItem(3));
        given().get("/api/protocols/" + protocol()).then().statusCode(200).body("signatures.signatory", hasItem("Riverside Police")).body("bases.agency", hasItem("Riverside Police safeguarding"));
    }

    @Test
    @TestSecurity(user = "police")
    void onlyTheAdministratorWrites() {
        given().contentType(ContentType.JSON).body(Map.of("name", "X")).post("/api/agencies").then().statusCode(403).contentType(containsString("problem+json"));
        given().contentType(ContentType.JSON).body(Map.of("name", "X")).post("/api/members").then().statusCode(403);
        given().contentType(ContentType.JSON).body(Map.of("name", "X")).post("/api/panels").then().statusCode(403);
        given().contentType(ContentType.JSON).body(Map.of("name", "X")).put("/api/protocols/" + protocol()).then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "admin")
    void whatIsWrongIsNamedByItsField() {
        given().contentType(ContentType.JSON).body(Map.of("name", "x".repeat(10_000), "kind", "OTHER")).post("/api/agencies").then().statusCode(422)
                .contentType(containsString("problem+json")).body("errors.field", hasItem("name")).body("errors.field", hasItem("shortName")).body("errors.field", hasItem("signatory"));
        given().contentType(ContentType.JSON).body(Map.of("name", "A", "email", "nobody")).post("/api/members").then().statusCode(422).body("errors.field", hasItem("email"));
        given().contentType(ContentType.JSON).body(Map.of("name", "A", "from", "2027-05-10", "until", "2027-05-09")).post("/api/protocols").then().statusCode(422).body("errors.field", hasItem("until"));
    }

    @Test
    @TestSecurity(user = "admin")
    void anAgencyIsAddedReadAndChangedOnceAVersion() {
        var name = "API agency " + UUID.randomUUID();
        var id = given().contentType(ContentType.JSON).body(Map.of("signatory", HubRows.one("select id::text from hub.signatory where name = 'Riverside Council'"), "name", name, "shortName", "api", "kind", "OTHER"))
                .post("/api/agencies").then().statusCode(201).header("Location", containsString("/api/agencies/")).extract().<String>path("id");
        var tag = given().get("/api/agencies/" + id).then().statusCode(200).body("name", equalTo(name)).extract().header("ETag");
        var change = Map.of("name", name + " 2", "shortName", "api", "kind", "OTHER");
        given().contentType(ContentType.JSON).body(change).put("/api/agencies/" + id).then().statusCode(428);
        given().contentType(ContentType.JSON).header("If-Match", tag).body(change).put("/api/agencies/" + id).then().statusCode(200).body("name", equalTo(name + " 2"));
        given().contentType(ContentType.JSON).header("If-Match", tag).body(change).put("/api/agencies/" + id).then().statusCode(412).body("present.name", equalTo(name + " 2"));
    }

    @Test
    @TestSecurity(user = "admin")
    void membersPanelsAndProtocolsAreChangedAsTheyWereRead() {
        for (var path : List.of("/api/members/" + HubRows.one("select id::text from hub.member where name = 'Priya Nair'"), "/api/panels/" + panel("RV"), "/api/protocols/" + protocol())) {
            given().get(path).then().statusCode(200).header("ETag", matchesPattern("\"\\d+\""));
            given().contentType(ContentType.JSON).body(Map.of()).put(path).then().statusCode(428);
            given().contentType(ContentType.JSON).header("If-Match", "\"999\"").body(Map.of()).put(path).then().statusCode(412).body("present", notNullValue());
            given().contentType(ContentType.JSON).header("If-Match", "*").body(Map.of()).put(path).then().statusCode(422).body("errors.field", hasItem("name"));
            given().contentType(ContentType.JSON).header("If-Match", "*").put(path).then().statusCode(400).contentType(containsString("problem+json"));
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void aSignatoryIsAddedAndChanged() {
        var name = "API body " + UUID.randomUUID();
        given().contentType(ContentType.JSON).body(Map.of("name", name)).post("/api/signatories").then().statusCode(422).body("errors.field", hasItem("sector"));
        var added = given().contentType(ContentType.JSON).body(Map.of("name", name, "sector", "OTHER", "relevantAuthority", false)).post("/api/signatories").then().statusCode(201)
                .header("Location", containsString("/api/signatories/")).body("name", equalTo(name)).extract();
        given().contentType(ContentType.JSON).header("If-Match", added.header("ETag")).body(Map.of("name", name, "sector", "CHARITY", "relevantAuthority", true)).put(added.header("Location")).then()
                .statusCode(200).body("sector", equalTo("CHARITY")).body("relevantAuthority", equalTo(true));
        given().get("/api/signatories").then().statusCode(200).body("name", hasItem(name));
    }

    @Test
    @TestSecurity(user = "admin")
    void aPanelIsArrangedAndItsSeatsAreGivenAndEnded() {
        var panel = ownPanel();
        given().contentType(ContentType.JSON).body(Map.of("recurrence", "whenever")).post(panel + "/arrangements").then().statusCode(422)
                .body("errors.field", hasItems("from", "recurrence", "startsAt", "minutesPerCase", "noticeDays"));
        var figures = new HashMap<String, Object>(Map.of("from", TODAY.toString(), "recurrence", "second Thursday", "startsAt", "10:00", "venue", "Town Hall"));
        for (var figure : List.of("minutesPerCase", "cutOffDays", "agendaDays", "researchDays", "actionsDays", "minutesDays", "triageDays", "reviewWeeks", "noticeDays", "disclosureMonths")) {
            figures.put(figure, 5);
        }
        var arrangement = given().contentType(ContentType.JSON).body(figures).post(panel + "/arrangements").then().statusCode(201).body("figures.recurrence", equalTo("second Thursday")).extract();
        given().get(arrangement.header("Location")).then().statusCode(200).body("from", equalTo(TODAY.toString()));
        given().get(panel).then().statusCode(200).body("figures.venue", equalTo("Town Hall"));

        var member = HubRows.one("select id::text from hub.member where name = 'Priya Nair'");
        given().contentType(ContentType.JSON).body(Map.of("role", "REPRESENTATIVE")).post(panel + "/seats").then().statusCode(422).body("errors.field", hasItems("member", "from"));
        var given = Map.of("member", member, "role", "REPRESENTATIVE", "from", TODAY.toString());
        var seat = given().contentType(ContentType.JSON).body(given).post(panel + "/seats").then().statusCode(201).body("member", equalTo("Priya Nair")).extract().header("Location");
        given().contentType(ContentType.JSON).body(given).post(panel + "/seats").then().statusCode(422).body("errors.field", hasItem("role"));
        given().get(seat).then().statusCode(200).body("role", equalTo("REPRESENTATIVE"));
        given().contentType(ContentType.JSON).post(seat + "/end").then().statusCode(204);
        given().get(panel).then().statusCode(200).body("seats.member", not(hasItem("Priya Nair")));
    }

    @Test
    @TestSecurity(user = "admin")
    void aProtocolIsSignedReliedOnAndLeft() {
        var protocol = given().contentType(ContentType.JSON).body(Map.of("name", "API protocol " + UUID.randomUUID(), "summary", "Tried", "from", TODAY.plusDays(1).toString(), "review", TODAY.plusYears(1).toString(),
                "panels", List.of(ownPanel().replaceFirst(".*/", "")))).post("/api/protocols").then().statusCode(201).extract().header("Location");
        var body = HubRows.one("select id::text from hub.signatory where name = 'Riverside Council'");
        given().contentType(ContentType.JSON).body(Map.of()).post(protocol + "/signatures").then().statusCode(422).body("errors.field", hasItems("signatory", "signedBy", "designatedOfficer", "from"));
        var signing = Map.of("signatory", body, "signedBy", "A. Signer", "designatedOfficer", "D. Officer", "from", TODAY.toString());
        var signature = given().contentType(ContentType.JSON).body(signing).post(protocol + "/signatures").then().statusCode(201).body("signatory", equalTo("Riverside Council")).extract().header("Location");
        given().contentType(ContentType.JSON).body(signing).post(protocol + "/signatures").then().statusCode(422).body("errors.field", hasItem("signatory"));
        given().contentType(ContentType.JSON).body(Map.of("on", TODAY.toString())).post(signature + "/withdrawal").then().statusCode(422).body("errors.field", hasItem("reason"));
        given().contentType(ContentType.JSON).body(Map.of("on", TODAY.toString(), "reason", "Signed in error")).post(signature + "/withdrawal").then().statusCode(200).body("withdrawnOn", equalTo(TODAY.toString()));

        given().get(signature + "/withdrawal?on=" + TODAY.plusDays(3)).then().statusCode(200);
        var officers = Map.of("designatedOfficer", "Another officer", "deputyOfficer", "");
        var tag = given().get(signature).then().statusCode(200).extract().header("ETag");
        given().contentType(ContentType.JSON).body(officers).put(signature + "/officers").then().statusCode(428);
        given().contentType(ContentType.JSON).header("If-Match", tag).body(Map.of("designatedOfficer", "", "designatedMember", HubRows.one("select id::text from hub.member where name = 'Sgt Daniel Reyes'")))
                .put(signature + "/officers").then().statusCode(422).body("errors.field", hasItems("designatedOfficer", "designatedMember"));

        var agency = HubRows.one("select id::text from hub.agency where name = 'Riverside Council housing'");
        given().contentType(ContentType.JSON).body(Map.of()).post(protocol + "/bases").then().statusCode(422).body("errors.field", hasItem("agency"));
        var basis = Map.of("agency", agency, "purpose", "To protect", "gateway", "Crime and Disorder Act 1998 s115", "article6", "6(1)(e)", "controllership", "Controller", "storesResearch", true);
        var added = given().contentType(ContentType.JSON).body(basis).post(protocol + "/bases").then().statusCode(201).body("agency", equalTo("Riverside Council housing")).extract();
        given().contentType(ContentType.JSON).body(basis).post(protocol + "/bases").then().statusCode(422).body("errors.field", hasItem("purpose"));
        var changed = new HashMap<String, Object>(basis);
        changed.put("storesResearch", false);
        given().contentType(ContentType.JSON).body(changed).put(added.header("Location")).then().statusCode(428);
        given().contentType(ContentType.JSON).header("If-Match", added.header("ETag")).body(changed).put(added.header("Location")).then().statusCode(200).body("ground.storesResearch", equalTo(false));
        given().contentType(ContentType.JSON).header("If-Match", added.header("ETag")).body(changed).put(added.header("Location")).then().statusCode(412).body("present.ground.purpose", equalTo("To protect"));

        var edition = Map.of("summary", "Better", "from", TODAY.plusDays(9).toString(), "review", TODAY.plusYears(1).toString(), "panels", List.of(panel("RV")));
        given().contentType(ContentType.JSON).body(Map.of("from", TODAY.plusDays(1).toString())).post(protocol + "/editions").then().statusCode(422).body("errors.field", hasItems("from", "review", "panels"));
        var next = given().contentType(ContentType.JSON).body(edition).post(protocol + "/editions").then().statusCode(201).body("protocol.edition", equalTo(2)).body("bases.size()", equalTo(1)).extract().header("Location");
        given().get(protocol).then().body("protocol.until", equalTo(TODAY.plusDays(8).toString()));
        HubRows.run("update hub.protocol set in_force = 'empty' where id = ?::uuid", next.replaceFirst(".*/", ""));
    }

    @Test
    @TestSecurity(user = "police")
    void whoIsNoAdministratorSetsNothingUp() {
        for (var path : List.of("/api/signatories", "/api/panels/" + panel("RV") + "/seats", "/api/panels/" + panel("RV") + "/arrangements", "/api/protocols/" + protocol() + "/signatures",
                "/api/protocols/" + protocol() + "/bases")) {
            given().contentType(ContentType.JSON).body(Map.of()).post(path).then().statusCode(403).contentType(containsString("problem+json"));
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void nothingIsSetUpInAnotherPartnership() {
        for (var path : List.of("/seats", "/arrangements")) {
            given().contentType(ContentType.JSON).body(Map.of()).post("/api/panels/" + panel("HS") + path).then().statusCode(404);
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void anotherPartnershipsThingsAreNotThere() {
        given().get("/api/panels/" + panel("HS")).then().statusCode(404);
        given().get("/api/agencies/" + HubRows.one("select id::text from hub.agency where name = 'Hillside Council community safety'")).then().statusCode(404);
        given().get("/api/members/" + HubRows.one("select id::text from hub.member where name = 'Sgt Ravi Menon'")).then().statusCode(404);
    }

    /** The address of a panel that no other test looks at. */
    private static String ownPanel() {
        return given().contentType(ContentType.JSON).body(Map.of("kind", "OTHER", "name", "API board " + UUID.randomUUID(), "shortName", "API", "marking", "OFFICIAL-SENSITIVE",
                "purpose", "Tried by a program", "undertakingText", "I keep it to myself.", "declarationText", "We keep it to ourselves.")).post("/api/panels").then().statusCode(201).extract().header("Location");
    }

    private static String protocol() {
        return HubRows.one("select o.id::text from hub.protocol o join hub.partnership p on p.id = o.partnership_id where p.reference_prefix = 'RV' and o.edition = 3");
    }

    private static String panel(String prefix) {
        return HubRows.one("select n.id::text from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.reference_prefix = ? and n.short_name = 'VVP'", prefix);
    }
}
