package org.panelhub.protocols;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;

@QuarkusTest
class SetUpApiTest {

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
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void anotherPartnershipsThingsAreNotThere() {
        given().get("/api/panels/" + panel("HS")).then().statusCode(404);
        given().get("/api/agencies/" + HubRows.one("select id::text from hub.agency where name = 'Hillside Council community safety'")).then().statusCode(404);
        given().get("/api/members/" + HubRows.one("select id::text from hub.member where name = 'Sgt Ravi Menon'")).then().statusCode(404);
    }

    private static String protocol() {
        return HubRows.one("select o.id::text from hub.protocol o join hub.partnership p on p.id = o.partnership_id where p.reference_prefix = 'RV' and o.edition = 3");
    }

    private static String panel(String prefix) {
        return HubRows.one("select n.id::text from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.reference_prefix = ? and n.short_name = 'VVP'", prefix);
    }
}
