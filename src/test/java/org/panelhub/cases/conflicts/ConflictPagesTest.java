package org.panelhub.cases.conflicts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;

@QuarkusTest
class ConflictPagesTest {

    private final Visitor visitor = new Visitor();
    private final UUID seat = UUID.randomUUID();
    private final UUID panel = UUID.randomUUID();

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.case_bar b using hub.member m where m.id = b.member_id and (b.how = 'FOUND' or m.name <> 'Helen Brandt')");
        HubRows.run("delete from hub.referral_bar");
        HubRows.run("delete from hub.surname_hint");
        HubRows.run("delete from hub.member_identity");
        HubRows.run("delete from hub.private_relation");
        HubRows.run("delete from hub.outbox where template in ('conflict-to-decide', 'deputy-needed', 'chair-needed', 'list-to-keep', 'list-kept')");
        HubRows.run("delete from hub.admission where member_id = (select id from hub.member where name = 'Grace Adeyemi')");
        HubRows.run("delete from hub.seat where id = ? or panel_id = ?", seat, panel);
        HubRows.run("delete from hub.undertaking where panel_id = ?", panel);
        HubRows.run("delete from hub.protocol_panel where panel_id = ?", panel);
        HubRows.run("delete from hub.panel where id = ?", panel);
        HubRows.run("update hub.person set family_name = 'Fitch' where family_name in ('Kowalski', 'Marsh')");
    }

    private void knows(String member, String person) {
        HubRows.run("insert into hub.private_relation (partnership_id, id, member_id, name, relation) select partnership_id, gen_random_uuid(), id, ?, 'cousin' from hub.member where name = ?", person, member);
    }

    @Test
    @TestSecurity(user = "chair")
    void theChairConfirmsWhatWasFoundWithAReasonAndLiftsItLater() {
        knows("Stan Kowalski", "Leonard Fitch");
        assertTrue(visitor.page("/").text().contains("conflict of interest to decide"));
        var list = visitor.page("/conflicts");
        assertTrue(list.text().contains("Stan Kowalski, fire brigade") && list.text().contains("RV-M2XDT") && list.text().contains("The name agrees"), list.text());
        assertFalse(list.text().contains("cousin"), "the relation itself is the member's own");
        var one = list.select("a:contains(Stan Kowalski)").attr("href");
        assertEquals(422, visitor.send(one, one, "decision", "SHUT", "reason", "").statusCode());
        var after = visitor.done(one, one, "decision", "SHUT", "reason", "Confirmed by the register");
        assertTrue(after.select("section[aria-labelledby=confirmed-title]").text().contains("Confirmed by the register"));
        assertFalse(after.select("section[aria-labelledby=waiting-title]").text().contains("Kowalski"));
        SignedIn.as("fire");
        assertEquals(404, visitor.answer("/cases/RV-M2XDT").statusCode());
        assertEquals(404, visitor.answer(one).statusCode());
        SignedIn.as("chair");
        visitor.done(one, one, "decision", "OPEN", "reason", "Another person of that name");
        SignedIn.as("fire");
        assertEquals(200, visitor.answer("/cases/RV-M2XDT").statusCode());
        // The same person, better known, is not asked about again.
        HubRows.run("update hub.person set aliases = array['Len Fitch'] where family_name = 'Fitch'");
        assertEquals(200, visitor.answer("/cases/RV-M2XDT").statusCode());
        HubRows.run("update hub.person set aliases = '{}' where family_name = 'Fitch'");
    }

    @Test
    @TestSecurity(user = "coordinator")
    void theCoordinatorIsToldThatADeputyIsNeededAndNotWhatWasFound() {
        knows("Stan Kowalski", "Leonard Fitch");
        assertEquals("OFFICIAL: Fire brigade needs a deputy for an item", HubRows.one("select o.subject from hub.outbox o join hub.member m on m.id = o.to_member where m.name = 'Lena Fischer' and template = 'deputy-needed'"));
        assertEquals("0", HubRows.one("select count(*) from hub.outbox where body ~ '(Kowalski|Fitch|RV-)' and template in ('conflict-to-decide', 'deputy-needed')"));
        var page = visitor.page("/conflicts");
        assertTrue(page.text().contains("RV-M2XDT, VVP: Fire brigade needs a deputy for this item."), page.text());
        assertTrue(page.select("section[aria-labelledby=waiting-title]").isEmpty());
        var file = visitor.page("/cases/RV-M2XDT/access").text();
        assertTrue(file.contains("Fire brigade needs a deputy for this item.") && !file.contains("cousin") && !file.contains("privately, as"), file);
        var bar = HubRows.one("select id from hub.case_bar where how = 'FOUND'");
        assertEquals(404, visitor.answer("/conflicts/" + bar).statusCode());
        assertFalse(visitor.page("/cases/RV-M2XDT/team").select("#member option").text().contains("Kowalski"), "is not offered as a case manager");
        SignedIn.as("police");
        assertFalse(visitor.page("/cases/RV-M2XDT/access").text().contains("needs a deputy"));
        assertEquals(403, visitor.answer("/conflicts").statusCode());
    }

    @Test
    @TestSecurity(user = "chair")
    void aBarredChairLearnsNothingAndTheViceChairDecides() {
        HubRows.run("insert into hub.seat (partnership_id, id, panel_id, member_id, role, during) select s.partnership_id, ?, s.panel_id, s.member_id, 'VICE_CHAIR', s.during from hub.seat s join hub.member m on m.id = s.member_id where m.name = 'Grace Adeyemi'", seat);
        knows("Supt James Marsh", "Fitch, Leonard");
        assertEquals(404, visitor.answer("/cases/RV-M2XDT").statusCode());
        assertFalse(visitor.page("/conflicts").text().contains("RV-M2XDT"));
        assertFalse(visitor.page("/").text().contains("conflict of interest to decide"));
        SignedIn.as("socialcare");
        assertEquals("Grace Adeyemi", HubRows.one("select m.name from hub.outbox o join hub.member m on m.id = o.to_member where template = 'conflict-to-decide'"));
        var one = visitor.page("/conflicts").select("a:contains(James Marsh)").attr("href");
        visitor.done(one, one, "decision", "OPEN", "reason", "No relation");
        SignedIn.as("chair");
        assertEquals(200, visitor.answer("/cases/RV-M2XDT").statusCode());
    }

    @Test
    @TestSecurity(user = "idva")
    void whereNoChairCanTheChairOfAnotherPanelDecidesAndSeesNothingOfTheCase() {
        another("MARAC");
        knows("Supt James Marsh", "Leonard Fitch");
        var list = visitor.page("/conflicts");
        assertTrue(list.text().contains("RV-M2XDT") && list.text().contains("Supt James Marsh"), list.text());
        var one = list.select("a:contains(James Marsh)").attr("href");
        var page = visitor.page(one);
        assertFalse(page.text().contains("Fitch") || page.text().contains("Leonard"), page.text());
        assertEquals(404, visitor.answer("/cases/RV-M2XDT").statusCode());
        visitor.done(one, one, "decision", "SHUT", "reason", "It is the same person");
        assertEquals("Ruth Salmon", HubRows.one("select m.name from hub.case_bar b join hub.member m on m.id = b.decided_by where b.how = 'FOUND'"));
        assertEquals(404, visitor.answer(one).statusCode(), "decided once");
    }

    @Test
    @TestSecurity(user = "idva")
    void theChairOfATaskingGroupIsNotAskedAboutAnotherPanelsCase() {
        another("PTG");
        knows("Supt James Marsh", "Leonard Fitch");
        assertFalse(visitor.page("/conflicts").text().contains("RV-M2XDT"));
        given().get("/api/conflicts").then().statusCode(200).body("conflicts.size()", equalTo(0));
    }

    private void seated(String role) {
        HubRows.run("insert into hub.seat (partnership_id, id, panel_id, member_id, role, during) select s.partnership_id, ?, s.panel_id, s.member_id, ?, s.during from hub.seat s join hub.member m on m.id = s.member_id where m.name = 'Grace Adeyemi'", seat, role);
    }

    @Test
    @TestSecurity(user = "admin")
    void whereNobodyMayDecideTheAdministratorIsToldToSeatAChairAndNotWhy() {
        assertFalse(visitor.page("/").text().contains("needs another chair"));
        knows("Supt James Marsh", "Leonard Fitch");
        assertTrue(visitor.page("/").text().contains("panel needs another chair"), visitor.page("/").text());
        assertEquals("OFFICIAL: The VVP needs another chair|Peter Osei", HubRows.one("select string_agg(o.subject || '|' || m.name, ',') from hub.outbox o join hub.member m on m.id = o.to_member where template = 'chair-needed'"));
        assertEquals("0", HubRows.one("select count(*) from hub.outbox where template = 'chair-needed' and (subject || body) ~* '(RV-|Marsh|Fitch|conflict|barred)'"));
        for (var account : List.of("chair", "coordinator", "police", "hillside.coordinator")) {
            SignedIn.as(account);
            assertFalse(visitor.page("/").text().contains("needs another chair"), account);
        }
        seated("VICE_CHAIR");
        SignedIn.as("socialcare");
        assertTrue(visitor.page("/conflicts").text().contains("Supt James Marsh"));
        SignedIn.as("admin");
        assertFalse(visitor.page("/").text().contains("needs another chair"));
    }

    @Test
    @TestSecurity(user = "admin")
    void anAdministratorWhoIsBarredItselfIsNotTold() {
        knows("Supt James Marsh", "Leonard Fitch");
        knows("Peter Osei", "Leonard Fitch");
        assertFalse(visitor.page("/").text().contains("needs another chair"));
    }

    @Test
    @TestSecurity(user = "chair")
    void aSealedCaseThatLosesItsLastChairIsOfferedByReferenceAloneToThePanelsOtherChair() {
        var sealed = "/cases/RV-C8WNP";
        assertEquals(303, visitor.send(sealed + "/access", sealed + "/access/conflict", "conflict", "My neighbour").statusCode());
        assertEquals("Peter Osei", HubRows.one("select string_agg(m.name, ',') from hub.outbox o join hub.member m on m.id = o.to_member where template = 'chair-needed'"));
        seated("VICE_CHAIR");
        SignedIn.as("socialcare");
        assertFalse(visitor.page("/conflicts").text().contains("RV-C8WNP"), "a vice-chair seals nothing");
        HubRows.run("update hub.seat set role = 'CHAIR' where id = ?", seat);
        assertTrue(visitor.page("/").text().contains("sealed case needs a chair on its list"));
        assertEquals(404, visitor.answer(sealed).statusCode());
        var page = visitor.page("/conflicts");
        assertTrue(page.text().contains("RV-C8WNP, VVP") && !page.text().contains("Demir"), page.text());
        SignedIn.as("chair");
        assertFalse(visitor.page("/conflicts").text().contains("RV-C8WNP"), "the barred chair learns nothing");
        assertEquals(404, visitor.sendFrom(page, "/conflicts/lists/RV-C8WNP").statusCode());
        SignedIn.as("police");
        assertEquals(404, visitor.sendFrom(page, "/conflicts/lists/RV-C8WNP").statusCode());
        SignedIn.as("socialcare");
        var kept = visitor.follow(visitor.sendFrom(page, "/conflicts/lists/RV-C8WNP"));
        assertTrue(kept.text().contains("You are on the list of RV-C8WNP"), kept.text());
        assertEquals(200, visitor.answer(sealed).statusCode());
        assertEquals("Lena Fischer,Sgt Daniel Reyes", HubRows.one("select string_agg(m.name, ',' order by m.name) from hub.outbox o join hub.member m on m.id = o.to_member where template = 'list-kept'"));
        assertTrue(visitor.page("/conflicts").text().contains("Supt James Marsh"), "and decides on the conflict");
        assertFalse(visitor.page("/").text().contains("needs a chair on its list"));
        assertEquals(404, visitor.sendFrom(page, "/conflicts/lists/RV-C8WNP").statusCode(), "once");
    }

    /** A second panel, chaired by Safe Haven's adviser, under the same protocol. */
    private void another(String kind) {
        HubRows.run("insert into hub.panel (partnership_id, id, kind, name, short_name, undertaking_text, declaration_text, tasking) select partnership_id, ?, ?, 'Another panel', 'AP', undertaking_text, declaration_text, ? = 'PTG' from hub.panel where short_name = 'VVP' and partnership_id = (select id from hub.partnership where reference_prefix = 'RV')", panel, kind, kind);
        HubRows.run("insert into hub.protocol_panel (partnership_id, protocol_id, panel_id) select p.partnership_id, p.protocol_id, ? from hub.protocol_panel p join hub.panel v on v.id = p.panel_id join hub.partnership n on n.id = p.partnership_id where n.reference_prefix = 'RV' and v.short_name = 'VVP'", panel);
        HubRows.run("insert into hub.seat (partnership_id, id, panel_id, member_id, role, during) select partnership_id, ?, ?, id, 'CHAIR', daterange(hub.today(), null) from hub.member where name = 'Ruth Salmon'", seat, panel);
        HubRows.run("insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during) select partnership_id, gen_random_uuid(), id, ?, 'x', daterange(hub.today(), hub.today() + 300) from hub.member where name = 'Ruth Salmon'", panel);
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aTriagingCoordinatorWhoIsAPartyDoesNotSeeTheReferralAndTheChairDecides() {
        var referral = HubRows.one("select id from hub.referral where own_reference = 'NG-20431'");
        assertEquals(200, visitor.answer("/referrals/" + referral).statusCode());
        HubRows.run("insert into hub.member_identity (partnership_id, id, member_id, given_names, family_name, former_names, born, statement) select partnership_id, gen_random_uuid(), id, 'Lena', 'Fischer', array['Ivy Marlow'], '1955-04-19', 'x' from hub.member where name = 'Lena Fischer'");
        assertEquals(404, visitor.answer("/referrals/" + referral).statusCode());
        assertFalse(visitor.page("/referrals").text().contains("NG-20431"));
        SignedIn.as("chair");
        var list = visitor.page("/conflicts");
        assertTrue(list.text().contains("a referral") && list.text().contains("Lena Fischer") && !list.text().contains("Marlow"), list.text());
        var one = list.select("a:contains(Lena Fischer)").attr("href");
        visitor.done(one, one, "decision", "OPEN", "reason", "A namesake");
        SignedIn.as("coordinator");
        assertEquals(200, visitor.answer("/referrals/" + referral).statusCode());
    }

    @Test
    @TestSecurity(user = "housing")
    void whoWroteAReferralKeepsItUntilItComesToDecideOnItToo() {
        var referral = HubRows.one("select id from hub.referral where own_reference = 'NG-20431'");
        HubRows.run("insert into hub.private_relation (partnership_id, id, member_id, name, relation) select partnership_id, gen_random_uuid(), author_id, 'Ivy Marlow', 'cousin' from hub.referral where own_reference = 'NG-20431'");
        assertEquals(200, visitor.answer("/referrals/" + referral).statusCode());
        HubRows.run("insert into hub.seat (partnership_id, id, panel_id, member_id, role, during) select partnership_id, ?, panel_id, author_id, 'SPOC', daterange(hub.today(), null) from hub.referral where own_reference = 'NG-20431'", seat);
        assertEquals(404, visitor.answer("/referrals/" + referral).statusCode());
    }

    @Test
    @TestSecurity(user = "chair")
    void aSharedRareSurnameIsHintedToTheChairAndBarsNobody() {
        HubRows.run("update hub.person set family_name = 'Kowalski' where family_name = 'Fitch'");
        var list = visitor.page("/conflicts");
        assertTrue(list.text().contains("bears a rare surname that a person in it bears too"), list.text());
        SignedIn.as("fire");
        assertEquals(200, visitor.answer("/cases/RV-M2XDT").statusCode());
        SignedIn.as("chair");
        var one = list.select("a:contains(Stan Kowalski)").attr("href");
        visitor.done(one, one, "decision", "SHUT", "reason", "His brother");
        SignedIn.as("fire");
        assertEquals(404, visitor.answer("/cases/RV-M2XDT").statusCode());
    }

    @Test
    @TestSecurity(user = "chair")
    void aSurnameThatManyBearIsHintedToNobody() {
        HubRows.run("update hub.arrangement set rare_surname = 1 where panel_id = (select panel_id from hub.case_file where reference = 'RV-M2XDT')");
        try {
            HubRows.run("update hub.person set family_name = 'Kowalski' where family_name = 'Fitch'");
            assertFalse(visitor.page("/conflicts").text().contains("rare surname"));
        } finally {
            HubRows.run("update hub.arrangement set rare_surname = 4");
        }
    }

    @Test
    @TestSecurity(user = "chair")
    void theApiListsAndDecidesAsThePagesDo() {
        knows("Stan Kowalski", "Leonard Fitch");
        given().get("/api/conflicts").then().statusCode(200).body("conflicts.reference", hasItem("RV-M2XDT")).body("conflicts.kind", hasItem("RELATION"));
        String id = given().get("/api/conflicts").jsonPath().getString("conflicts.find { it.reference == 'RV-M2XDT' }.id");
        given().contentType(ContentType.JSON).body(Map.of("reason", "")).post("/api/conflicts/" + id + "/decision").then().statusCode(422).body("errors.field", equalTo(List.of("shut", "reason")));
        SignedIn.as("police");
        given().get("/api/conflicts").then().statusCode(403);
        given().contentType(ContentType.JSON).body(Map.of("shut", false, "reason", "x")).post("/api/conflicts/" + id + "/decision").then().statusCode(404);
        SignedIn.as("chair");
        given().contentType(ContentType.JSON).body(Map.of("shut", false, "reason", "A namesake")).post("/api/conflicts/" + id + "/decision").then().statusCode(204);
        assertEquals("A namesake", HubRows.one("select decided_reason from hub.case_bar where id = ?::uuid", id));
    }
}
