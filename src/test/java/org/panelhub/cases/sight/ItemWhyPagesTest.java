package org.panelhub.cases.sight;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Each piece of information says to its reader why it is shown. */
@QuarkusTest
class ItemWhyPagesTest {

    @Test
    @TestSecurity(user = "police")
    void whatWasReleasedLeadsToWhyItIsShown() {
        var item = HubRows.one("select id::text from hub.item where body like 'Front door replaced twice%'");
        assertTrue(new Visitor().page("/items/" + item).html().contains("/items/" + item + "/why"));
        assertTrue(new Visitor().page("/items/" + item + "/why").text().contains("Why can I see this?"));
    }

    @Test
    @TestSecurity(user = "police")
    void ofWhatIsHiddenThereIsNoWhy() {
        new Visitor().answer("/items/" + HubRows.one("select id::text from hub.item where body = 'Medication history.'") + "/why").then().statusCode(404);
    }
}
