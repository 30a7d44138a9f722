package org.panelhub.partnership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
class AgencyPagesTest {

    private final Visitor visitor = new Visitor();

    @Test
    @TestSecurity(user = "admin")
    void anAdministratorSeesSignatoriesWithTheirAgencies() {
        var page = visitor.page("/agencies");
        assertEquals("Signatories and agencies", page.select("h1").text());
        assertTrue(page.text().contains("Riverside Council noise team"));
        assertFalse(page.text().contains("Hillside"));
    }

    @Test
    @TestSecurity(user = "police")
    void setUpIsForTheAdministratorOnly() {
        for (var path : List.of("/agencies", "/agencies/new", "/agencies/signatories/new", "/agencies/" + agency("Riverside Council noise team") + "/edit")) {
            assertEquals(403, visitor.answer(path).statusCode(), path);
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void anotherPartnershipsAgencyIsNotThere() {
        assertEquals(404, visitor.answer("/agencies/" + agency("Hillside Council community safety") + "/edit").statusCode());
        assertEquals(404, visitor.answer("/agencies/" + UUID.randomUUID() + "/edit").statusCode());
        assertEquals(404, visitor.answer("/agencies/not-an-id/edit").statusCode());
    }

    @Test
    @TestSecurity(user = "admin")
    void anAgencyIsAddedAndChanged() {
        var name = "Riverside street wardens " + UUID.randomUUID();
        var page = visitor.done("/agencies/new", "/agencies/new", "signatory", signatory("Riverside Council"), "name", name, "shortName", "wardens", "kind", "COMMUNITY_SAFETY");
        assertTrue(page.text().contains(name));
        var edit = "/agencies/" + agency(name) + "/edit";
        var version = visitor.page(edit).select("input[name=version]").val();
        assertTrue(visitor.done(edit, edit, "version", version, "name", name + " team", "shortName", "wardens", "kind", "COMMUNITY_SAFETY").text().contains(name + " team"));
    }

    @Test
    @TestSecurity(user = "admin")
    void whatIsMissingOrTakenIsSaidBesideItsFieldAndWhatWasTypedIsKept() {
        var page = refused(visitor.send("/agencies/new", "/agencies/new", "signatory", signatory("Riverside Council"), "name", "riverside council NOISE team", "shortName", "", "kind", "COMMUNITY_SAFETY"));
        assertEquals("There is a problem", page.select(".govuk-error-summary__title").text());
        assertEquals("Error: There is already an agency of this name", page.select("#name-error").text());
        assertEquals("Error: Enter short name", page.select("#shortName-error").text());
        assertEquals("riverside council NOISE team", page.select("#name").val());
    }

    @Test
    @TestSecurity(user = "admin")
    void aNameOfTenThousandCharactersIsRefusedAndKept() {
        var endless = "x".repeat(10_000);
        var page = refused(visitor.send("/agencies/new", "/agencies/new", "signatory", signatory("Riverside Council"), "name", endless, "shortName", "x", "kind", "OTHER"));
        assertEquals("Error: Name must be 200 characters or fewer", page.select("#name-error").text());
        assertEquals(endless, page.select("#name").val());
    }

    @Test
    @TestSecurity(user = "admin")
    void theSecondOfTwoWhoSaveSeesBothVersions() {
        var name = "Body " + UUID.randomUUID();
        visitor.done("/agencies/signatories/new", "/agencies/signatories/new", "name", name, "sector", "CHARITY", "relevantAuthority", "no");
        var edit = "/agencies/signatories/" + signatory(name) + "/edit";
        var version = visitor.page(edit).select("input[name=version]").val();
        visitor.done(edit, edit, "version", version, "name", name + " first", "sector", "CHARITY", "relevantAuthority", "no");
        var answer = visitor.send(edit, edit, "version", version, "name", name + " second", "sector", "HOUSING", "relevantAuthority", "no");
        assertEquals(409, answer.statusCode());
        var both = Jsoup.parse(answer.asString());
        assertTrue(both.select("#conflict").text().contains(name + " first"), both.text());
        assertTrue(both.select("#conflict").text().contains(name + " second"), both.text());
        assertEquals(name + " second", both.select("#name").val());
        visitor.follow(visitor.sendFrom(both, edit, "version", both.select("input[name=version]").val(), "name", name + " second", "sector", "HOUSING", "relevantAuthority", "no"));
    }

    private static Document refused(Response answer) {
        assertEquals(422, answer.statusCode(), answer.asString());
        return Jsoup.parse(answer.asString());
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
