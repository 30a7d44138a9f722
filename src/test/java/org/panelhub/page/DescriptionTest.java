package org.panelhub.page;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The API as it is described at /q/openapi. */
@QuarkusTest
class DescriptionTest {

    @Test
    void eachReplacementSaysThatItNeedsTheTagOfWhatWasRead() {
        var paths = paths();
        var without = new ArrayList<String>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (List.of("put", "patch").contains(method) && path.startsWith("/api/") && !(headers(operation).contains("If-Match") && responses(operation).keySet().containsAll(List.of("412", "428")))) {
                without.add(method + " " + path);
            }
        }));
        assertEquals(List.of(), without);
        assertTrue(responses(paths.get("/api/actions/{id}").get("get")).get("200").toString().contains("ETag"));
    }

    @Test
    void eachCreationSaysThatItTakesAKey() {
        var paths = paths();
        for (var path : List.of("/api/referrals", "/api/cases/{reference}/items", "/api/disclosures", "/api/meetings", "/api/meetings/{id}/minutes/notes", "/api/actions", "/api/plans", "/api/panels",
                "/api/panels/{id}/seats", "/api/panels/{id}/arrangements", "/api/panels/{id}/terms", "/api/protocols", "/api/protocols/{id}/signatures", "/api/protocols/{id}/bases", "/api/agencies", "/api/signatories",
                "/api/members", "/api/cases/{reference}/exits", "/api/cases/{reference}/letters")) {
            var post = paths.get(path).get("post");
            assertTrue(headers(post).contains("Idempotency-Key"), path);
            assertTrue(responses(post).keySet().containsAll(List.of("201", "409", "422")), path);
            assertTrue(responses(post).get("201").toString().contains("Location"), path);
        }
    }

    private static Map<String, Map<String, Map<String, Object>>> paths() {
        return given().get("/q/openapi?format=json").then().statusCode(200).extract().path("paths");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> headers(Map<String, Object> operation) {
        var parameters = (List<Map<String, Object>>) operation.getOrDefault("parameters", List.of());
        return parameters.stream().filter(p -> "header".equals(p.get("in"))).map(p -> p.get("name")).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> responses(Map<String, Object> operation) {
        return (Map<String, Object>) operation.get("responses");
    }
}
