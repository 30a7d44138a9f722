package org.panelhub.page;

import static io.restassured.RestAssured.given;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Where a list goes on stands in its address, and anybody may write there. */
@QuarkusTest
class WhereAListGoesOnTest {

    private static final String ID = "_00000000-0000-0000-0000-000000000001";

    @Test
    @TestSecurity(user = "coordinator")
    void aDateThatNoDatabaseKeepsBeginsTheListAtItsBeginning() {
        for (var path : List.of("/cases", "/actions", "/api/cases", "/cases/RV-7K4QM/access", "/api/disclosures")) {
            for (var after : List.of("+999999999-12-31" + ID, "-999999999-01-01" + ID, "+1000000000-12-31T23:59:59Z" + ID, "+40000-01-01" + ID, "rubbish" + ID)) {
                given().queryParam("after", after).get(path).then().statusCode(200);
            }
        }
    }
}
