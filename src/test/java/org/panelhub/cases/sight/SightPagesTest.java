package org.panelhub.cases.sight;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class SightPagesTest {

    private static final String ACCESS = "/cases/RV-H5LBK/access";

    private final Visitor visitor = new Visitor();

    @Test
    @TestSecurity(user = "housing")
    void whySaysSeatSignatureUndertakingAndPlaceOnTheTeam() {
        var text = visitor.page("/cases/RV-7K4QM/access").text();
        assertTrue(text.contains("You hold a seat on the VVP as representative. Riverside Council signed Information sharing protocol, edition 3, which is in force, and your undertaking runs until"), text);
        assertTrue(text.contains("You are named on it as case manager."), text);
        assertTrue(text.contains("No conflict of interest shuts it to you.") && text.contains("It is not sealed."), text);
    }

    @Test
    @TestSecurity(user = "housing")
    void aProgramIsToldTheSameOfCasesAndInformation() {
        given().get("/api/cases/RV-7K4QM/why").then().statusCode(200).body("sees", is(true)).body("conditions.words", hasItem("The seat as representative is current."));
        given().get("/api/cases/RV-NONE1/why").then().statusCode(404);
        given().get("/api/cases/RV-7K4QM/why?member=" + HubRows.one("select id from hub.member where name = 'Sgt Daniel Reyes'")).then().statusCode(403);
        var item = HubRows.one("select i.id from hub.item i join hub.case_file c on c.id = i.case_id join hub.agency a on a.id = i.agency_id where c.reference = 'RV-7K4QM' and a.short_name = 'council housing' limit 1");
        given().get("/api/items/" + item + "/why").then().statusCode(200).body("sees", is(true));
    }

    @Test
    @TestSecurity(user = "police")
    void theChairSeesWhoHasLookedAndAMemberItsOwnLooks() {
        visitor.page("/cases/RV-7K4QM");
        assertTrue(visitor.page("/cases/RV-7K4QM/access").text().contains("Sgt Daniel Reyes"));
        SignedIn.as("chair");
        assertTrue(visitor.page("/cases/RV-7K4QM/access").text().contains("Sgt Daniel Reyes"));
        SignedIn.as("childrens");
        assertFalse(visitor.page("/cases/RV-7K4QM/access").select("table").text().contains("Reyes"), "has no information there that was looked at");
    }

    @Test
    @TestSecurity(user = "chair")
    void noLookIsLeftOutBetweenTwoPagesAndTheAddressTellsNothingOfTheRecord() {
        // Long ago, all in one moment, as from a program that reads many papers in one go.
        HubRows.run("""
                insert into audit.entry (tx, at, partnership_id, member_id, agency_id, capacity, act, kind, subject, case_id, panel_id)
                select n::text::xid8, timestamptz '2020-02-03 10:00Z', c.partnership_id, m.id, m.agency_id, 'planted ' || n, 'READ', 'case_file', c.id::text, c.id, c.panel_id
                  from hub.case_file c, hub.member m, generate_series(1, 90) n where c.reference = 'RV-M2XDT' and m.name = 'Sgt Daniel Reyes'""");
        var seen = new ArrayList<String>();
        var page = visitor.page("/cases/RV-M2XDT/access");
        for (var next = page.select("a[rel=next]"); ; next = page.select("a[rel=next]")) {
            page.select("td:contains(planted)").forEach(cell -> seen.add(cell.text()));
            if (next.isEmpty()) {
                break;
            }
            var newest = HubRows.one("select max(id) from audit.entry");
            assertFalse(next.attr("href").matches(".*after=\\d{1," + newest.length() + "}$"), next.attr("href"));
            page = visitor.page(next.attr("href"));
        }
        assertEquals(90, seen.size());
        assertEquals(90, seen.stream().distinct().count());
    }

    @Test
    @TestSecurity(user = "fire")
    void aDeclaredConflictShutsTheCaseAtOnceAndTheChairLiftsIt() {
        var nothing = visitor.send(ACCESS, ACCESS + "/conflict", "conflict", "");
        assertEquals(422, nothing.statusCode());
        var open = visitor.page("/cases/RV-H5LBK");
        assertTrue(visitor.done(ACCESS, ACCESS + "/conflict", "conflict", "The respondent is a cousin").text().contains("no longer open to you"));
        assertEquals(404, visitor.answer("/cases/RV-H5LBK").statusCode());
        assertEquals(404, visitor.sendFrom(open, "/cases/RV-H5LBK/own-reference", "ownReference", "x").statusCode(), "a page that is still open");
        assertFalse(visitor.page("/cases?state=CLOSED").text().contains("RV-H5LBK"));

        SignedIn.as("police");
        assertFalse(visitor.page(ACCESS).text().contains("cousin"));
        SignedIn.as("chair");
        var page = visitor.page(ACCESS);
        assertTrue(page.text().contains("Stan Kowalski") && page.text().contains("The respondent is a cousin"));
        assertTrue(page.select("section[aria-labelledby=bar-title] li:contains(Stan Kowalski) form[action$=/lift]").isEmpty(), "a declared conflict is decided with a reason");
        SignedIn.as("coordinator");
        assertTrue(visitor.page(ACCESS).select("section[aria-labelledby=bar-title] li:contains(Stan Kowalski) a").isEmpty(), "and not by the coordinator");
        SignedIn.as("chair");
        var decide = page.select("section[aria-labelledby=bar-title] li:contains(Stan Kowalski) a").attr("href");
        visitor.done(decide, decide, "decision", "OPEN", "reason", "The respondent has moved away");
        SignedIn.as("fire");
        assertEquals(200, visitor.answer("/cases/RV-H5LBK").statusCode());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aCaseManagerWhoDeclaresAConflictIsOneNoLongerAndTheCoordinatorIsAskedForANewOne() {
        var file = "/cases/RV-M2XDT";
        var form = visitor.page(file + "/team");
        visitor.follow(visitor.sendFrom(form, file + "/team", "member", form.select("option:contains(Stan Kowalski)").attr("value"), "role", "CASE_MANAGER"));
        assertFalse(visitor.page("/").text().contains("needs a new case manager"));
        try {
            SignedIn.as("fire");
            visitor.done(file + "/access", file + "/access/conflict", "conflict", "A neighbour of mine");

            SignedIn.as("coordinator");
            assertTrue(visitor.page(file).select(".hub-facts").text().contains("Case manager: not yet named"));
            assertTrue(visitor.page("/").text().contains("1 case needs a new case manager RV-M2XDT"), visitor.page("/").text());
            assertEquals("UPDATE", HubRows.one("""
                    select e.act from audit.entry e join hub.member m on m.id = e.member_id where e.kind = 'case_team' and m.name = 'Stan Kowalski' order by e.id desc limit 1"""));
        } finally {
            HubRows.run("delete from hub.case_bar b using hub.case_file c where c.id = b.case_id and c.reference = 'RV-M2XDT'");
            HubRows.run("delete from hub.case_team t using hub.case_file c where c.id = t.case_id and c.reference = 'RV-M2XDT'");
        }
    }

    @Test
    @TestSecurity(user = "chair")
    void aSealedCaseIsSeenByItsListOnlyAndWhoeverSealsMustBeOnIt() throws SQLException {
        var refused = visitor.send(ACCESS, ACCESS + "/seal");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("Put yourself on the list before you seal the case"));

        var page = visitor.page(ACCESS);
        var chair = page.select("#admitted option:contains(James Marsh)").attr("value");
        visitor.follow(visitor.sendFrom(page, ACCESS + "/admit", "admitted", chair));
        assertTrue(visitor.done(ACCESS, ACCESS + "/seal").text().contains("Only members on its list see it"));
        try {
            SignedIn.as("coordinator");
            assertEquals(404, visitor.answer("/cases/RV-H5LBK").statusCode());
            assertFalse(visitor.page("/cases?state=ALL").text().contains("RV-H5LBK"));
            SignedIn.as("chair");
            var own = visitor.send(ACCESS, ACCESS + "/admitted/" + chair + "/remove");
            assertEquals(422, own.statusCode());
            assertTrue(own.asString().contains("You cannot take yourself off the list"));
            visitor.done(ACCESS, ACCESS + "/unseal");
            visitor.done(ACCESS, ACCESS + "/admitted/" + chair + "/remove");
            SignedIn.as("coordinator");
            assertEquals(200, visitor.answer("/cases/RV-H5LBK").statusCode());
        } finally {
            try (var connection = HubDatabase.asOwner()) {
                connection.createStatement().executeUpdate("update hub.case_file set sealed = false where reference = 'RV-H5LBK'");
            }
        }
    }

    @Test
    @TestSecurity(user = "chair")
    void whoIsPutOnTheListIsToldWithoutNamesAndWhoIsTakenOffSeesNothingAtTheNextRequest() {
        var file = "/cases/RV-M2XDT/access";
        var caseId = HubRows.one("select id from hub.case_file where reference = 'RV-M2XDT'");
        try {
            var page = visitor.page(file);
            for (var name : new String[] {"James Marsh", "Daniel Reyes"}) {
                page = visitor.follow(visitor.sendFrom(page, file + "/admit", "admitted", page.select("#admitted option:contains(" + name + ")").attr("value")));
            }
            assertEquals("0", HubRows.one("select count(*) from hub.outbox where template = 'on-the-list'"), "while it is open to all there is nothing to tell");
            visitor.done(file, file + "/seal");
            assertEquals("1", HubRows.one("select count(*) from hub.outbox o join hub.member m on m.id = o.to_member where o.template = 'on-the-list' and m.name = 'Sgt Daniel Reyes' and o.body !~ '(Fitch|RV-)' and o.subject !~ '(Fitch|RV-)'"));
            assertEquals("1", HubRows.one("select count(*) from hub.outbox where template = 'on-the-list'"), "who seals tells itself nothing");
            // It stands on today's agenda: for those not on the list it no longer does.
            var meeting = HubRows.one("select meeting_id from hub.agenda_item where case_id = ?::uuid order by meeting_id limit 1", caseId);
            SignedIn.as("police");
            assertTrue(visitor.page("/meetings/" + meeting).text().contains("RV-M2XDT"));
            SignedIn.as("mentalhealth");
            assertFalse(visitor.page("/meetings/" + meeting).text().contains("RV-M2XDT"));
            assertFalse(visitor.page("/").text().contains("RV-M2XDT"));
            assertFalse(visitor.page("/requests").text().contains("RV-M2XDT"));

            SignedIn.as("chair");
            var off = visitor.page(file).select("li:contains(Daniel Reyes) form[action$=/remove]").attr("action");
            visitor.done(file, off);
            SignedIn.as("police");
            assertEquals(404, visitor.answer("/cases/RV-M2XDT").statusCode());
        } finally {
            HubRows.run("update hub.case_file set sealed = false where id = ?::uuid", caseId);
            HubRows.run("delete from hub.admission where case_id = ?::uuid", caseId);
            HubRows.run("delete from hub.outbox where template = 'on-the-list'");
        }
    }

    @Test
    @TestSecurity(user = "coordinator")
    void theCoordinatorShutsACaseToAMemberButDoesNotSealIt() {
        var page = visitor.page(ACCESS);
        assertTrue(page.select("#seal-title").isEmpty());
        assertEquals(403, visitor.sendFrom(page, ACCESS + "/seal").statusCode());
        var noise = page.select("#barred option:contains(Theo Webb)").attr("value");
        var after = visitor.follow(visitor.sendFrom(page, ACCESS + "/bar", "barred", noise, "barReason", "Lives next door"));
        assertTrue(after.text().contains("Theo Webb") && after.text().contains("Lives next door"));
        visitor.follow(visitor.sendFrom(after, after.select("section[aria-labelledby=bar-title] li:contains(Theo Webb) form[action$=/lift]").attr("action")));
    }

    @Test
    @TestSecurity(user = "police")
    void aRepresentativeMayNotShutACaseToOthers() {
        var page = visitor.page(ACCESS);
        assertTrue(page.select("#bar-title").isEmpty());
        assertEquals(403, visitor.sendFrom(page, ACCESS + "/bar", "barred", "", "barReason", "").statusCode());
    }
}
