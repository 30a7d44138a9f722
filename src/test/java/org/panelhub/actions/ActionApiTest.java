package org.panelhub.actions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.time.HubClock;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

@QuarkusTest
class ActionApiTest {

    private static final LocalDate SOON = LocalDate.now(HubClock.LONDON).plusDays(4);

    @Test
    @TestSecurity(user = "coordinator")
    void anActionIsAddedReadChangedAndReportedOn() {
        var agency = given().get("/api/agencies").then().statusCode(200).extract().<String>path("find { it.name == 'Riverside Council community safety' }.id");
        var added = given().contentType(ContentType.JSON).body(Map.of("caseReference", "RV-7K4QM", "ownerAgencyId", agency, "task", "Check the lighting", "dueOn", SOON.toString()))
                .post("/api/actions").then().statusCode(201).header("Location", notNullValue()).body("state", equalTo("OPEN")).extract();
        var path = "/api/actions/" + added.path("id");
        var change = Map.of("ownerAgencyId", agency, "task", "Check the lighting twice", "dueOn", SOON.toString());
        given().contentType(ContentType.JSON).body(change).put(path).then().statusCode(428).contentType("application/problem+json");
        var changed = given().contentType(ContentType.JSON).header("If-Match", added.header("ETag")).body(change).put(path).then().statusCode(200)
                .body("task", equalTo("Check the lighting twice")).extract().header("ETag");
        given().contentType(ContentType.JSON).header("If-Match", added.header("ETag")).body(Map.of("state", "DONE", "words", "Done.")).patch(path).then().statusCode(412)
                .contentType("application/problem+json").header("ETag", equalTo(changed)).body("present.task", equalTo("Check the lighting twice"));
        given().contentType(ContentType.JSON).header("If-Match", "W/" + changed).body(Map.of("state", "DONE", "words", "Done.")).patch(path).then().statusCode(412);
        given().contentType(ContentType.JSON).header("If-Match", "3").body(Map.of("state", "DONE", "words", "Done.")).patch(path).then().statusCode(400).contentType("application/problem+json");
        given().contentType(ContentType.JSON).header("If-Match", "\"99\", " + changed).body(Map.of("state", "DONE", "words", "All lamps work.")).patch(path).then().statusCode(200)
                .body("state", equalTo("DONE")).body("outcome", equalTo("All lamps work."));
        given().contentType(ContentType.JSON).header("If-Match", "*").body(Map.of("state", "OPEN", "words", "One is out again.")).patch(path).then().statusCode(200).body("state", equalTo("OPEN"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whatIsShownToOneWhoCameTooLateIsOnTheRecord() {
        var path = "/api/actions/" + added("Read too late").path("id");
        var before = reads(path);
        given().contentType(ContentType.JSON).header("If-Match", "\"99\"").body(Map.of("state", "DONE", "words", "Done.")).patch(path).then().statusCode(412).body("present.task", equalTo("Read too late"));
        assertTrue(reads(path) > before, "Nothing was recorded");
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whoMayNotChangeItIsToldSoBeforeAnythingElse() {
        var path = "/api/actions/" + added("Not for the observer").path("id");
        SignedIn.as("unsigned");
        given().contentType(ContentType.JSON).header("If-Match", "\"99\"").body(Map.of("state", "DONE", "words", "Done.")).patch(path).then().statusCode(404);
        SignedIn.as("police");
        given().contentType(ContentType.JSON).body(Map.of("task", "Mine")).put(path).then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whatIsNotRightIsToldFieldByField() {
        given().contentType(ContentType.JSON).body(Map.of("caseReference", "RV-7K4QM", "task", "")).post("/api/actions").then().statusCode(422)
                .contentType("application/problem+json").body("errors.field", hasItem("task")).body("errors.field", hasItem("due"));
        given().contentType(ContentType.JSON).body("").post("/api/actions").then().statusCode(422);
    }

    @Test
    @TestSecurity(user = "housing")
    void theListCanBeNarrowedToOnesOwn() {
        given().get("/api/actions?whose=agency&state=overdue").then().statusCode(200).body("ownerShort", everyItem(equalTo("council housing")));
    }

    @Test
    @TestSecurity(user = "unsigned")
    void aCaseThatIsNotThereTakesNoAction() {
        given().contentType(ContentType.JSON).body(Map.of("caseReference", "RV-7K4QM", "task", "x")).post("/api/actions").then().statusCode(404);
        given().get("/api/actions/00000000-0000-0000-0000-000000000000").then().statusCode(404);
    }

    private static ExtractableResponse<Response> added(String task) {
        var agency = given().get("/api/agencies").then().extract().<String>path("find { it.name == 'Riverside Council community safety' }.id");
        return given().contentType(ContentType.JSON).body(Map.of("caseReference", "RV-7K4QM", "ownerAgencyId", agency, "task", task, "dueOn", SOON.toString())).post("/api/actions").then()
                .statusCode(201).extract();
    }

    private static int reads(String path) {
        return Integer.parseInt(HubRows.one("select count(*)::text from audit.entry where act = 'READ' and kind = 'action' and subject = ?", path.replaceFirst(".*/", "")));
    }
}
