package org.panelhub.actions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.panelhub.time.HubClock;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;

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
        int version = added.path("version");
        int changed = given().contentType(ContentType.JSON)
                .body(Map.of("ownerAgencyId", agency, "task", "Check the lighting twice", "dueOn", SOON.toString(), "version", version)).put(path).then().statusCode(200)
                .body("task", equalTo("Check the lighting twice")).extract().path("version");
        given().contentType(ContentType.JSON).body(Map.of("state", "DONE", "words", "Done.", "version", version)).patch(path).then().statusCode(409)
                .contentType("application/problem+json");
        given().contentType(ContentType.JSON).body(Map.of("state", "DONE", "words", "All lamps work.", "version", changed)).patch(path).then().statusCode(200)
                .body("state", equalTo("DONE")).body("outcome", equalTo("All lamps work."));
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

    @Test
    void withoutATokenThereIsNothing() {
        given().get("/api/actions").then().statusCode(401);
    }
}
