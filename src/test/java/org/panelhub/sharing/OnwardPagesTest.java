package org.panelhub.sharing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
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

/** A recipient asks to use an item further, the originator answers, and nobody else learns of it. */
@QuarkusTest
class OnwardPagesTest {

    private static final String CASE = "/cases/RV-M2XDT/information";

    private final Visitor visitor = new Visitor();
    private final ItemDesk desk = new ItemDesk(visitor);

    @Test
    @TestSecurity(user = "police")
    void aRecipientAsksAndTheOriginatorSaysYesOnItsConditions() {
        var text = "Seen by two officers " + UUID.randomUUID();
        var id = released("police", text);
        SignedIn.as("housing");
        assertTrue(visitor.page("/items/" + id).text().contains("Only with the originator’s yes, asked for each time"));
        var empty = ask(id, "kind", "", "toWhom", "", "purpose", "An injunction");
        assertEquals(422, empty.statusCode());
        assertTrue(empty.asString().contains("Say how it would be used") && empty.asString().contains("Enter who would receive it") && empty.asString().contains("An injunction"));
        var request = visitor.follow(ask(id, "kind", "EVIDENCE", "toWhom", "The county court", "purpose", "An injunction against the neighbour"));
        assertTrue(request.text().contains("Do not use it further before the answer is yes") && request.select("form[action$=/answer]").isEmpty());
        var path = "/onward/" + requestOn(id);
        assertEquals("police", HubRows.one("select string_agg(distinct a.short_name, ',') from hub.outbox o join hub.member m on m.id = o.to_member join hub.agency a on a.id = m.agency_id where o.template = 'onward-asked' and o.once_key like '%' || ? || '%'", requestOn(id)));

        SignedIn.as("police");
        assertTrue(visitor.page("/").text().contains("to use our information further"));
        var open = visitor.page(path);
        assertTrue(open.text().contains("Riverside Council housing, Priya Nair") && open.text().contains(text), open.text());
        var unreasoned = visitor.sendFrom(open, path + "/answer", "answer", "REFUSED", "words", "");
        assertEquals(422, unreasoned.statusCode());
        assertTrue(unreasoned.asString().contains("Enter reason for refusing"));
        visitor.follow(visitor.sendFrom(open, path + "/answer", "answer", "GRANTED", "words", "The crime numbers only"));
        assertEquals(409, visitor.sendFrom(open, path + "/answer", "answer", "REFUSED", "words", "Changed my mind").statusCode(), "answered once");
        assertTrue(visitor.page("/items/" + id).text().contains("Used in evidence, The county court Granted"), visitor.page("/items/" + id).text());

        SignedIn.as("housing");
        assertTrue(visitor.page(path).text().contains("Conditions The crime numbers only"));
        assertTrue(visitor.page("/items/" + id).text().contains("The crime numbers only"));
        assertEquals("Priya Nair", HubRows.one("select string_agg(m.name, ',') from hub.outbox o join hub.member m on m.id = o.to_member where o.template = 'onward-answered' and o.once_key like '%' || ? || '%'", requestOn(id)));
        assertEquals("0", HubRows.one("select count(*) from hub.outbox where template like 'onward%' and (body || subject) ~ 'officers|court|RV-|Fitch'"));
    }

    @Test
    @TestSecurity(user = "police")
    void whatWasAnsweredStaysWithBothAfterTheReleaseIsWithdrawnAndTheItemDoesNot() {
        var text = "Withdrawn later " + UUID.randomUUID();
        var id = released("police", text);
        SignedIn.as("housing");
        visitor.follow(ask(id, "kind", "ONWARD", "toWhom", "The landlord", "purpose", "A move"));
        var path = "/onward/" + requestOn(id);
        SignedIn.as("police");
        visitor.follow(visitor.send(path, path + "/answer", "answer", "REFUSED", "words", "It would name the source"));
        var withdrawal = "/items/" + id + "/withdraw";
        visitor.follow(visitor.send(withdrawal, withdrawal, "disclosures", visitor.page(withdrawal).select("input[name=disclosures]").attr("value"), "reason", "Wrong person"));
        SignedIn.as("housing");
        var page = visitor.page(path);
        assertTrue(page.text().contains("It would name the source") && page.text().contains("no longer released to you"), page.text());
        assertFalse(page.text().contains(text));
        assertEquals(404, visitor.answer("/items/" + id + "/onward").statusCode());
    }

    @Test
    @TestSecurity(user = "police")
    void nobodyElseLearnsThatItWasAsked() throws SQLException {
        var id = released("police", "Asked about in private " + UUID.randomUUID());
        SignedIn.as("housing");
        visitor.follow(ask(id, "kind", "ONWARD", "toWhom", "A school, privately " + id, "purpose", "A place for the child"));
        var request = requestOn(id);
        for (var account : List.of("coordinator", "analyst", "mentalhealth", "socialcare", "childrens", "police.other", "infolead", "admin", "unsigned", "hillside.police")) {
            SignedIn.as(account);
            assertEquals(404, visitor.answer("/onward/" + request).statusCode(), account);
            for (var path : List.of("/onward", "/items/" + id, "/api/onward-requests", "/cases/RV-M2XDT/access", "/cases/RV-M2XDT/timeline")) {
                assertFalse(visitor.answer(path).asString().contains("A school, privately"), account + " " + path);
            }
        }
        try (var coordinator = Entered.as("coordinator")) {
            assertEquals("0", coordinator.one("select count(*) from audit.entry where kind = 'onward_request' and subject = ?", request));
        }
        SignedIn.as("analyst");
        assertEquals(403, visitor.answer("/items/" + id + "/onward").statusCode(), "released to the panel, but not the analyst's to ask");
        SignedIn.as("police");
        assertEquals(404, visitor.answer("/items/" + id + "/onward").statusCode(), "of one's own there is nothing to ask");
        assertEquals(404, visitor.answer("/onward/none").statusCode());
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void aBarredMemberOfTheOriginatorIsNotWrittenTo() {
        SignedIn.as("police");
        var text = "For all who sit " + UUID.randomUUID();
        var id = released("police", text);
        HubRows.run("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select c.partnership_id, md5('barred for onward')::uuid, c.id, c.panel_id, m.id, 'A cousin' from hub.case_file c, hub.member m where c.reference = 'RV-M2XDT' and m.name = 'Supt James Marsh'");
        try {
            SignedIn.as("housing");
            visitor.follow(ask(id, "kind", "ONWARD", "toWhom", "The landlord", "purpose", "A move"));
            assertEquals("Sgt Daniel Reyes", HubRows.one("select string_agg(m.name, ',' order by m.name) from hub.outbox o join hub.member m on m.id = o.to_member where o.template = 'onward-asked' and o.once_key like '%' || ? || '%'", requestOn(id)));
        } finally {
            HubRows.run("delete from hub.case_bar where id = md5('barred for onward')::uuid");
        }
    }

    @Test
    @TestSecurity(user = "police")
    void programsAskAndAnswerToo() {
        var id = released("police", "Through the API " + UUID.randomUUID());
        SignedIn.as("housing");
        post("/api/onward-requests", Map.of("item", id, "kind", "ONWARD", "toWhom", "")).then().statusCode(422).body("errors.field", hasItem("toWhom")).body("errors.field", hasItem("purpose"));
        var request = post("/api/onward-requests", Map.of("item", id, "kind", "ONWARD", "toWhom", "A school", "purpose", "A place for the child")).then().statusCode(201).body("asked", equalTo(true))
                .extract().jsonPath().getString("id");
        given().get("/api/onward-requests").then().statusCode(200).body("requests.id", hasItem(request));
        post("/api/onward-requests/" + request + "/answer", Map.of("answer", "GRANTED")).then().statusCode(404);
        SignedIn.as("mentalhealth");
        given().get("/api/onward-requests").then().statusCode(200).body("requests.id", not(hasItem(request)));
        SignedIn.as("police");
        post("/api/onward-requests/" + request + "/answer", Map.of("answer", "REFUSED")).then().statusCode(422).body("errors[0].field", equalTo("words"));
        post("/api/onward-requests/" + request + "/answer", Map.of("answer", "GRANTED", "words", "By telephone only")).then().statusCode(200).body("answerWords", equalTo("By telephone only"));
        post("/api/onward-requests/" + request + "/answer", Map.of("answer", "GRANTED")).then().statusCode(409);
    }

    private String released(String account, String text) {
        SignedIn.as(account);
        var id = desk.enter(CASE, text);
        visitor.follow(desk.release(CASE, id, "toPanel", "yes"));
        return id;
    }

    private Response ask(String item, String... fields) {
        return visitor.send("/items/" + item + "/onward", "/items/" + item + "/onward", fields);
    }

    private static String requestOn(String item) {
        return HubRows.one("select id::text from hub.onward_request where item_id = ?::uuid", item);
    }

    private static Response post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }
}
