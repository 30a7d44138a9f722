package org.panelhub.plans;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.panelhub.time.HubClock;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;

@QuarkusTest
class PlanApiTest {

    @Test
    @TestSecurity(user = "police")
    void aPlanIsReadByWhoSeesTheCaseAndWrittenByNobodyElse() {
        String id = given().get("/api/plans?case=RV-7K4QM").then().statusCode(200).body("size()", greaterThan(0)).body("[0].aims", containsString("safe")).extract().path("[0].id");
        given().get("/api/plans/" + id).then().statusCode(200).body("caseReference", equalTo("RV-7K4QM"));
        given().contentType(ContentType.JSON).body(Map.of("caseReference", "RV-7K4QM", "aims", "x")).post("/api/plans").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "coordinator")
    void anEditionIsWrittenOnTheOneThatWasRead() {
        var body = Map.of("caseReference", "RV-P9ZTG", "aims", "No stones are thrown.", "measures", "Visits to the families.", "reviewNote", "Quiet since May.",
                "reviewOn", LocalDate.now(HubClock.LONDON).plusWeeks(3).toString(), "edition", 0);
        given().contentType(ContentType.JSON).body(body).post("/api/plans").then().statusCode(201).body("edition", equalTo(1));
        given().contentType(ContentType.JSON).body(body).post("/api/plans").then().statusCode(409).contentType("application/problem+json");
    }

    @Test
    @TestSecurity(user = "childrens")
    void thePlanOfACaseThatIsShutIsNotThere() {
        given().get("/api/plans?case=RV-P9ZTG").then().statusCode(404);
    }
}
