package org.panelhub.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.OpenPage;
import org.panelhub.support.Visitor;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** What an open page is told, and what it is not. The writes are made past the hub, as another node's would be. */
@QuarkusTest
class LiveChannelTest {

    private static final String CASE = "RV-7K4QM";

    @TestHTTPResource
    String url;

    @AfterEach
    void asBefore() {
        HubRows.run("update hub.disclosure set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null where withdrawn_reason = 'live test'");
    }

    @Test
    @TestSecurity(user = "police")
    void aPageHearsThatAReleaseToItWasWithdrawn() {
        var page = new Visitor().page("/cases/" + CASE + "/information");
        assertEquals("/live/cases/" + CASE, page.body().attr("data-watch"));
        try (var open = OpenPage.at(url, page.body().attr("data-watch"))) {
            assertEquals("now " + page.body().attr("data-sum"), open.hears());
            withdraw("a.kind = 'HOUSING'");
            assertNotEquals("now " + page.body().attr("data-sum"), open.hears());
        }
    }

    private static void withdraw(String condition) {
        HubRows.run("update hub.disclosure d set withdrawn_at = hub.now(), withdrawn_by = d.released_by, withdrawn_reason = 'live test' from hub.case_file c, hub.agency a "
                + "where c.id = d.case_id and c.reference = '" + CASE + "' and a.id = d.agency_id and d.withdrawn_at is null and " + condition);
    }
}
