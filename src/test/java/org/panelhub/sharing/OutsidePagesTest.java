package org.panelhub.sharing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** An originator puts on record what it gave to a body that has signed nothing: warned, never refused, and not the panel's to read. */
@QuarkusTest
class OutsidePagesTest {

    private static final String CASE = "/cases/RV-M2XDT/information";

    private final Visitor visitor = new Visitor();
    private final ItemDesk desk = new ItemDesk(visitor);

    @Test
    @TestSecurity(user = "socialcare")
    void itIsWarnedAndRecordedWhateverStateTheItemIsIn() {
        var withheld = desk.enter(CASE, "Given though withheld " + UUID.randomUUID());
        visitor.done("/items/" + withheld + "/withhold", "/items/" + withheld + "/withhold", "reason", "Told in confidence");
        var prepared = desk.enter(CASE, "Given in the same call " + UUID.randomUUID());
        var form = visitor.page("/items/" + withheld + "/outside");
        assertTrue(form.text().contains("The body has signed nothing, so the hub cannot guard what it was given"));
        assertTrue(form.select("input[value=" + withheld + "]").hasAttr("checked"));
        var empty = send(form, withheld, "items", withheld, "body", "", "contact", "Duty desk", "gateway", "", "reason", "", "givenOn-day", "1", "givenOn-month", "1", "givenOn-year", "2999");
        assertEquals(422, empty.statusCode());
        for (var words : List.of("Enter body that received it", "Enter power or duty to share", "Enter reason", "must not be in the future", "Duty desk")) {
            assertTrue(empty.asString().contains(words), words);
        }
        var done = visitor.follow(give(form, withheld, prepared, "999"));
        assertTrue(done.text().contains("It is on record. The hub no longer guards what was given.") && done.text().contains("Life at risk that night"), done.text());
        assertTrue(visitor.page("/items/" + prepared).text().contains("Given outside the panel 999"), visitor.page("/items/" + prepared).text());
        assertEquals("WITHHELD PREPARED", ItemDesk.state(withheld) + " " + ItemDesk.state(prepared), "it releases nothing in the hub");
        assertTrue(visitor.follow(give(form, withheld, prepared, "Riverside Police")).text().contains("has signed a protocol"));
    }

    @Test
    @TestSecurity(user = "socialcare")
    void itsAgencyAndItsControllersInformationLeadReadItAndNobodyElse() throws SQLException {
        var text = "Told to the other borough " + UUID.randomUUID();
        var id = desk.enter(CASE, text);
        visitor.follow(desk.release(CASE, id, "toPanel", "yes"));
        visitor.follow(give(visitor.page("/items/" + id + "/outside"), id, id, "Northbank Council " + id));
        assertTrue(visitor.page("/outside").text().contains("Northbank Council " + id));
        var record = HubRows.one("select id::text from hub.outside_disclosure where item_id = ?::uuid", id);
        for (var account : List.of("police", "coordinator", "chair", "housing", "childrens", "analyst", "mentalhealth", "admin", "unsigned", "hillside.police")) {
            SignedIn.as(account);
            for (var path : List.of("/outside", "/items/" + id, "/api/outside-disclosures", "/api/outside-disclosures/" + record, "/cases/RV-M2XDT/access", "/cases/RV-M2XDT/timeline")) {
                assertFalse(visitor.answer(path).asString().contains("Northbank Council"  + " " + id), account + " " + path);
            }
            assertEquals(404, visitor.answer("/items/" + id + "/outside").statusCode(), account);
        }
        try (var coordinator = Entered.as("coordinator")) {
            assertEquals("0", coordinator.one("select count(*) from audit.entry where kind = 'outside_disclosure' and subject = ?", record));
        }
        SignedIn.as("infolead");
        var lead = visitor.page("/outside");
        assertTrue(lead.text().contains("Northbank Council " + id) && lead.text().contains("An item that you do not see"), lead.text());
        assertFalse(lead.text().contains(text), "that it was given, and not what");
        given().get("/api/outside-disclosures/" + record).then().statusCode(200).body("information", equalTo(null));
    }

    @Test
    @TestSecurity(user = "infolead")
    void theInformationLeadReadsTheReasonsForWithholdingOfItsOwnController() {
        SignedIn.as("socialcare");
        var ours = desk.enter(CASE, "Kept back by adult social care " + UUID.randomUUID());
        visitor.done("/items/" + ours + "/withhold", "/items/" + ours + "/withhold", "reason", "A third party would be named " + ours);
        SignedIn.as("infolead");
        var page = visitor.page("/outside");
        assertTrue(page.text().contains("A third party would be named " + ours) && page.text().contains("Riverside Council adult social care"));
        assertFalse(page.text().contains("Kept back by adult social care"));
        assertFalse(page.text().contains("Not necessary for the plan"), "the trust's, another controller");
        assertEquals("1", HubRows.one("select count(distinct e.member_id) from audit.entry e join hub.office o on o.member_id = e.member_id where o.role = 'INFORMATION_LEAD' and e.kind = 'withholding' and e.act = 'READ' and e.subject = ?", ours));
        SignedIn.as("housing");
        assertFalse(visitor.page("/outside").text().contains("A third party would be named"), "another service of the same controller");
    }

    @Test
    @TestSecurity(user = "unsigned")
    void anAgencyThatHasNotSignedRecordsWhatItGaveOfItsOwn() {
        var id = ItemDesk.itemId("Former tenant of Harbour Homes");
        visitor.follow(give(visitor.page("/items/" + id + "/outside"), id, id, "999"));
        assertTrue(visitor.page("/outside").text().contains("Life at risk that night"));
    }

    @Test
    @TestSecurity(user = "socialcare")
    void programsRecordItToo() {
        var id = desk.enter(CASE, "Given by a program " + UUID.randomUUID());
        post(Map.of("items", List.of(id), "body", "999")).then().statusCode(422).body("errors.field", hasItem("gateway"));
        var record = post(Map.of("items", List.of(id), "body", "999", "contact", "Control room", "gateway", "Vital interests", "reason", "Life at risk")).then().statusCode(201)
                .body("givenOn", equalTo(LocalDate.now(java.time.ZoneId.of("Europe/London")).toString())).extract().jsonPath().getString("id");
        given().get("/api/outside-disclosures").then().body("disclosures.id", hasItem(record));
        SignedIn.as("police");
        given().get("/api/outside-disclosures").then().body("disclosures.id", not(hasItem(record)));
        post(Map.of("items", List.of(id), "body", "999", "contact", "x", "gateway", "x", "reason", "x")).then().statusCode(404);
    }

    private Response send(org.jsoup.nodes.Document form, String id, String... fields) {
        return visitor.sendFrom(form, "/items/" + id + "/outside", fields);
    }

    private Response give(org.jsoup.nodes.Document form, String id, String another, String body) {
        var day = LocalDate.now(java.time.ZoneId.of("Europe/London")).minusDays(1);
        return send(form, id, "items", id, "items", another, "body", body, "contact", "Duty desk", "gateway", "Vital interests", "reason", "Life at risk that night", "givenOn-day", "" + day.getDayOfMonth(),
                "givenOn-month", "" + day.getMonthValue(), "givenOn-year", "" + day.getYear());
    }

    private static Response post(Object body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/outside-disclosures");
    }
}
