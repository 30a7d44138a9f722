package org.panelhub.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** How an item may be handled: its marking and instruction, who sanitised it, and the grading of its source, which never leaves its agency. */
@QuarkusTest
class HandlingPagesTest {

    private static final String CASE = "/cases/RV-M2XDT/information";
    private static final String KNOWN = "known indirectly but corroborated";

    private final Visitor visitor = new Visitor();
    private final ItemDesk desk = new ItemDesk(visitor);

    @Test
    @TestSecurity(user = "police")
    void theGradingOfASourceIsSeenByItsAgencyAndByNobodyItIsReleasedTo() throws SQLException {
        var text = "Seen carrying a tool " + UUID.randomUUID();
        var id = desk.enter(CASE, text, "handlingCode", "P", "sanitisedBy", "Intelligence manager", "source", "UNTESTED", "assessment", "B");
        assertTrue(visitor.page("/items/" + id).text().contains("Source 2, untested; intelligence B, " + KNOWN));
        assertTrue(visitor.page("/items/" + id + "/edit").select("option[value=UNTESTED]").hasAttr("selected"));
        assertEquals("Sgt Daniel Reyes", HubRows.one("select distinct m.name from audit.entry e join hub.member m on m.id = e.member_id where e.kind = 'source_grading' and e.act = 'READ' and e.subject = ?", id), "who read it is on record");
        assertFalse(visitor.answer("/api/cases/RV-M2XDT/items/" + id).asString().contains("UNTESTED"), "not even to a program of its own");
        visitor.follow(desk.release(CASE, id, "toPanel", "yes"));
        for (var account : List.of("housing", "coordinator", "analyst", "mentalhealth", "infolead")) {
            SignedIn.as(account);
            for (var path : List.of("/items/" + id, CASE, "/api/cases/RV-M2XDT/items", "/cases/RV-M2XDT/access", "/cases/RV-M2XDT/timeline")) {
                var seen = visitor.answer(path).asString();
                assertFalse(seen.contains(KNOWN) || seen.contains("untested") || seen.contains("UNTESTED"), account + " " + path);
            }
            try (var entered = Entered.as(account)) {
                assertEquals("0", entered.one("select count(*) from hub.source_grading"), account);
                assertEquals("0", entered.one("select count(*) from audit.entry where kind = 'source_grading'"), account);
                assertEquals("0", entered.one("select count(*) from audit.detail where body::text like '%source_evaluation%'"), account);
            }
        }
        SignedIn.as("housing");
        assertTrue(visitor.page("/items/" + id).text().contains("Sanitised by Intelligence manager"), "which a recipient is told");
    }

    @Test
    @TestSecurity(user = "police")
    void theGradingOfAControllersOtherServiceIsNotItsInformationLeadsToRead() throws SQLException {
        SignedIn.as("socialcare");
        var id = desk.enter(CASE, "Told by a carer " + UUID.randomUUID(), "handlingCode", "P", "sanitisedBy", "Team manager", "source", "RELIABLE", "assessment", "A");
        try (var lead = Entered.as("infolead")) {
            assertTrue(Integer.parseInt(lead.one("select count(*) from audit.detail d join audit.entry e on e.id = d.entry_id where e.kind = 'item' and e.subject = ?", id)) > 0, "of the item itself, as its controller's");
            assertEquals("0", lead.one("select count(*) from audit.detail d where d.body::text like '%source_evaluation%'"));
        }
        assertEquals("t", HubRows.one("select body::text like '%source_evaluation%' from audit.detail d join audit.entry e on e.id = d.entry_id where e.kind = 'source_grading' and e.subject = ?", id), "it is on record all the same");
    }

    @Test
    @TestSecurity(user = "police")
    void intelligenceSaysWhoSanitisedItAndAGradingIsWhole() {
        var unsanitised = desk.enterFrom(visitor.page(CASE + "/new"), CASE, "x", "handlingCode", "P");
        assertEquals(422, unsanitised.statusCode());
        assertTrue(unsanitised.asString().contains("Enter who sanitised it"));
        var half = desk.enterFrom(visitor.page(CASE + "/new"), CASE, "x", "handlingCode", "P", "sanitisedBy", "Intelligence manager", "source", "RELIABLE");
        assertTrue(half.asString().contains("Choose how the information is known"));
        var noCode = desk.enterFrom(visitor.page(CASE + "/new"), CASE, "x", "source", "RELIABLE", "assessment", "A");
        assertTrue(noCode.asString().contains("Only intelligence is graded"));
    }

    @Test
    @TestSecurity(user = "police")
    void officialSensitiveGoesWithAnInstructionAndOnlyItsAgencyChangesTheMarking() throws SQLException {
        var blank = desk.enterFrom(visitor.page(CASE + "/new"), CASE, "x", "instruction", "");
        assertEquals(422, blank.statusCode());
        assertTrue(blank.asString().contains("Enter handling instruction"));
        var id = desk.enter(CASE, "Marked " + UUID.randomUUID(), "instruction", "For the case manager’s eyes");
        visitor.follow(desk.release(CASE, id, "toPanel", "yes"));
        SignedIn.as("housing");
        assertTrue(visitor.page("/items/" + id).text().contains("OFFICIAL-SENSITIVE: for the case manager’s eyes"));
        assertEquals(404, visitor.answer("/items/" + id + "/edit").statusCode());
        try (var housing = Entered.as("housing")) {
            housing.all("update hub.item set marking = 'OFFICIAL' where id = ?::uuid", UUID.fromString(id));
            housing.keep();
        }
        assertEquals("OFFICIAL-SENSITIVE", HubRows.one("select marking from hub.item where id = ?::uuid", id));
        SignedIn.as("police");
        visitor.follow(visitor.sendFrom(visitor.page("/items/" + id + "/edit"), "/items/" + id + "/edit", "nature", "FACT", "body", "Marked again", "marking", "OFFICIAL", "sourceDate-day", "3", "sourceDate-month",
                "10", "sourceDate-year", "2025", "version", visitor.page("/items/" + id + "/edit").select("input[name=version]").attr("value")));
        assertEquals("OFFICIAL", HubRows.one("select marking || handling_instruction from hub.item where id = ?::uuid", id));
    }
}
