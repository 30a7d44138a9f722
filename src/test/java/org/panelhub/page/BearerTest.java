package org.panelhub.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Calls of the API by nobody whom it knows. */
@QuarkusTest
class BearerTest {

    @Test
    void whoSendsNoTokenOrAWrongOneIsToldSoInAProblem() {
        for (var path : List.of("/api/actions", "/api/cases/RV-7K4QM", "/api/panels")) {
            given().get(path).then().statusCode(401).contentType("application/problem+json").header("WWW-Authenticate", startsWith("Bearer")).body("title", equalTo("Sign in first"));
            given().header("Authorization", "Bearer nonsense").get(path).then().statusCode(401).contentType("application/problem+json").header("WWW-Authenticate", startsWith("Bearer"));
        }
        given().contentType("application/json").body("{}").post("/api/actions").then().statusCode(401).contentType("application/problem+json");
    }
}
