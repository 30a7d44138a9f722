package org.panelhub.partnership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visit;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class AgencyPagesTest {

    private final Visit visit = new Visit();

    @Test
    @TestSecurity(user = "admin")
    void anAdministratorSeesSignatoriesWithTheirAgencies() {
        var page = visit.open("/agencies");
        assertEquals("Signatories and agencies", page.select("h1").text());
        assertTrue(page.text().contains("Riverside Council noise team"));
        assertFalse(page.text().contains("Hillside"));
    }

    @Test
    @TestSecurity(user = "police")
    void setUpIsForTheAdministratorOnly() {
        for (var path : new String[] { "/agencies", "/agencies/new", "/agencies/signatories/new", "/agencies/" + agency("Riverside Council noise team") + "/edit" }) {
            assertEquals(403, visit.get(path).statusCode(), path);
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void anotherPartnershipsAgencyIsNotThere() {
        assertEquals(404, visit.get("/agencies/" + agency("Hillside Council community safety") + "/edit").statusCode());
        assertEquals(404, visit.get("/agencies/" + UUID.randomUUID() + "/edit").statusCode());
        assertEquals(404, visit.get("/agencies/not-an-id/edit").statusCode());
    }

    @Test
    @TestSecurity(user = "admin")
    void anAgencyIsAddedAndChanged() {
        visit.open("/agencies/new");
        var name = "Riverside street wardens " + UUID.randomUUID();
        var page = visit.sendAndFollow("/agencies/new", "signatory", signatory("Riverside Council"), "name", name, "shortName", "wardens", "kind", "COMMUNITY_SAFETY");
        assertTrue(page.text().contains(name));
        var edit = "/agencies/" + agency(name) + "/edit";
        var version = visit.open(edit).select("input[name=version]").val();
        assertTrue(visit.sendAndFollow(edit, "version", version, "name", name + " team", "shortName", "wardens", "kind", "COMMUNITY_SAFETY").text().contains(name + " team"));
    }

    @Test
    @TestSecurity(user = "admin")
    void whatIsMissingOrTakenIsSaidBesideItsFieldAndWhatWasTypedIsKept() {
        visit.open("/agencies/new");
        var refused = visit.send("/agencies/new", "signatory", signatory("Riverside Council"), "name", "riverside council NOISE team", "shortName", "", "kind", "COMMUNITY_SAFETY");
        assertEquals(422, refused.statusCode());
        assertEquals("There is a problem", visit.page().select(".govuk-error-summary__title").text());
        assertEquals("Error: There is already an agency of this name", visit.page().select("#name-error").text());
        assertEquals("Error: Enter short name", visit.page().select("#shortName-error").text());
        assertEquals("riverside council NOISE team", visit.page().select("#name").val());
    }

    @Test
    @TestSecurity(user = "admin")
    void aNameOfTenThousandCharactersIsRefusedAndKept() {
        visit.open("/agencies/new");
        var endless = "x".repeat(10_000);
        assertEquals(422, visit.send("/agencies/new", "signatory", signatory("Riverside Council"), "name", endless, "shortName", "x", "kind", "OTHER").statusCode());
        assertEquals("Error: Name must be 200 characters or fewer", visit.page().select("#name-error").text());
        assertEquals(endless, visit.page().select("#name").val());
    }

    @Test
    @TestSecurity(user = "admin")
    void theSecondOfTwoWhoSaveSeesBothVersions() {
        visit.open("/agencies/signatories/new");
        var name = "Body " + UUID.randomUUID();
        visit.sendAndFollow("/agencies/signatories/new", "name", name, "sector", "CHARITY", "relevantAuthority", "no");
        var edit = "/agencies/signatories/" + signatory(name) + "/edit";
        var version = visit.open(edit).select("input[name=version]").val();
        visit.sendAndFollow(edit, "version", version, "name", name + " first", "sector", "CHARITY", "relevantAuthority", "no");
        assertEquals(409, visit.send(edit, "version", version, "name", name + " second", "sector", "HOUSING", "relevantAuthority", "no").statusCode());
        var conflict = visit.page().select("#conflict").text();
        assertTrue(conflict.contains(name + " first"), conflict);
        assertTrue(conflict.contains(name + " second"), conflict);
        assertEquals(name + " second", visit.page().select("#name").val());
        visit.sendAndFollow(edit, "version", visit.page().select("input[name=version]").val(), "name", name + " second", "sector", "HOUSING", "relevantAuthority", "no");
    }

    private static String agency(String name) {
        return id("agency", name);
    }

    private static String signatory(String name) {
        return id("signatory", name);
    }

    private static String id(String table, String name) {
        return HubRows.one("select id::text from hub." + table + " where name = ?", name);
    }
}
