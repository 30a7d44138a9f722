package org.panelhub.sharing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
class SharingApiTest {

    @Test
    @TestSecurity(user = "police")
    void casesAreListedFoundAndReadAsThePagesShowThem() {
        // Other tests open cases too, so the list runs to more than a page.
        for (var reference : List.of("RV-7K4QM", "RV-C8WNP")) {
            given().queryParam("q", reference).get("/api/cases").then().statusCode(200).body("cases.reference", hasItem(reference));
        }
        given().queryParam("q", "HS-4TRWK").get("/api/cases").then().statusCode(200).body("cases.reference", not(hasItem("HS-4TRWK")));
        given().queryParam("q", "fitch").get("/api/cases").then().statusCode(200).body("cases.reference", equalTo(List.of("RV-M2XDT")));
        given().get("/api/cases/rv-7k4qm").then().statusCode(200).body("subject", equalTo("Martha Okoro")).body("safeContact", equalTo(null)).header("ETag", containsString("\""));
    }

    @Test
    @TestSecurity(user = "police.other")
    void whatIsNotTheirsIsAProblemThatSaysNothing() {
        for (var path : List.of("/api/cases/RV-7K4QM", "/api/cases/RV-00000", "/api/cases/RV-7K4QM/items", "/api/cases/RV-7K4QM/requests")) {
            given().get(path).then().statusCode(404).contentType("application/problem+json").body("status", equalTo(404));
        }
        given().get("/api/disclosures").then().statusCode(200).body("disclosures.size()", equalTo(0));
    }

    @Test
    @TestSecurity(user = "housing")
    void anItemIsEnteredReleasedReadAndWithdrawn() {
        var text = "Through the API " + UUID.randomUUID();
        var id = post("/api/cases/RV-M2XDT/items", Map.of("nature", "FACT", "sourceDate", "2025-10-03", "body", text)).then().statusCode(201).header("Location", containsString("/api/cases/RV-M2XDT/items/"))
                .body("state", equalTo("PREPARED")).body("own", equalTo(true)).extract().jsonPath().getString("id");
        SignedIn.as("police");
        given().get("/api/cases/RV-M2XDT/items").then().statusCode(200).body("items.body", not(hasItem(text)));
        post("/api/disclosures", release(id)).then().statusCode(404).contentType("application/problem+json");

        SignedIn.as("housing");
        var disclosure = post("/api/disclosures", release(id)).then().statusCode(201).body("disclosures[0].to", equalTo("the panel")).extract().jsonPath().getString("disclosures[0].id");
        given().get("/api/disclosures").then().statusCode(200).body("disclosures.id", hasItem(disclosure));
        SignedIn.as("police");
        given().get("/api/cases/RV-M2XDT/items").then().statusCode(200).body("items.body", hasItem(text));
        post("/api/disclosures/" + disclosure + "/withdraw", Map.of("reason", "Not ours")).then().statusCode(404);

        SignedIn.as("housing");
        post("/api/disclosures/" + disclosure + "/withdraw", Map.of()).then().statusCode(422).contentType("application/problem+json").body("errors[0].field", equalTo("reason"));
        post("/api/disclosures/" + disclosure + "/withdraw", Map.of("reason", "Entered on the wrong person")).then().statusCode(204);
        SignedIn.as("police");
        given().get("/api/cases/RV-M2XDT/items").then().statusCode(200).body("items.body", not(hasItem(text)));
    }

    @Test
    @TestSecurity(user = "police")
    void anItemThatIsNotRightIsAProblemThatNamesItsFields() {
        post("/api/cases/RV-M2XDT/items", Map.of("body", "", "sourceDate", "2999-01-01")).then().statusCode(422).contentType("application/problem+json").body("errors.field", hasItems("nature", "body", "sourceDate"));
        given().contentType(ContentType.JSON).body("{ not json").post("/api/cases/RV-M2XDT/items").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    @TestSecurity(user = "analyst")
    void requestsSayWhoHasAnsweredNeverWhat() {
        given().get("/api/cases/RV-M2XDT/requests").then().statusCode(200).body("requests.agency", hasItem("Riverside Council adult social care")).body("requests.answer", hasItem("NOTHING_KNOWN"));
    }

    private static Map<String, Object> release(String id) {
        return Map.of("reference", "RV-M2XDT", "items", List.of(id), "toPanel", true, "necessity", "Needed for the plan", "proportionality", "Only this", "consent", "GIVEN", "subjectTold", true);
    }

    private static Response post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }
}
