package org.panelhub.oversight;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** What an information lead finds on the record, and what she does not; that she looked is on record too. */
@QuarkusTest
class RecordPagesTest {

    private static final String LEADS = "select count(*) from audit.entry e join hub.sign_in s on s.member_id = e.member_id where s.subject = 'demo-infolead' and e.act = ? and e.kind = ?";

    private final Visitor visitor = new Visitor();
    private final UUID planted = UUID.randomUUID();

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.case_bar where id = ?", planted);
        HubRows.run("delete from audit.watch where true");
    }

    /** What somebody of the demo does, on the record as the hub itself writes it. */
    private static void did(String account, String act, String kind, String subject, String reference, String about) {
        HubRows.run("""
                insert into audit.entry (partnership_id, member_id, agency_id, capacity, act, kind, subject, case_id, panel_id, about_agency_id, failed)
                select m.partnership_id, m.id, m.agency_id, 'representative', ?, ?, ?, c.id, c.panel_id, (select id from hub.agency where short_name = ? and partnership_id = m.partnership_id), case ? when 'REFUSED' then 'seat not current' end
                  from hub.sign_in s join hub.member m on m.id = s.member_id left join hub.case_file c on c.reference = ? where s.subject = 'demo-' || ?""", act, kind, subject, about, act, reference, account);
    }

    @Test
    @TestSecurity(user = "infolead")
    void sheSearchesByCaseAndSeesHerOwnPeopleAndInformationOnly() {
        did("housing", "READ", "case_file", "x", "RV-7K4QM", null);
        did("police", "READ", "item", "x", "RV-7K4QM", "adult social care");
        did("police", "READ", "item", "x", "RV-7K4QM", "mental health");
        var page = visitor.page("/audit?case=rv-7k4qm");
        var rows = page.select("table tbody tr").eachText();
        assertTrue(rows.stream().anyMatch(r -> r.contains("Priya Nair") && r.contains("Looked at the case") && r.contains("representative")), rows.toString());
        assertTrue(rows.stream().anyMatch(r -> r.contains("Sgt Daniel Reyes") && r.contains("Looked at information") && r.contains("of adult social care")), "another body's member, at hers: " + rows);
        assertFalse(rows.stream().anyMatch(r -> r.contains("Sgt Daniel Reyes") && r.contains("of mental health")), "what other controllers answer for: " + rows);
        assertEquals("OFFICIAL-SENSITIVE", page.select("section.hub-mark").text().substring(0, 18));
    }

    @Test
    @TestSecurity(user = "infolead")
    void aSealHidesNoLookFromWhoAnswersForItButABarDoes() {
        did("childrens", "READ", "case_file", "behind a seal", "RV-C8WNP", null);
        assertTrue(visitor.page("/audit?case=RV-C8WNP").select("table tbody tr").eachText().stream().anyMatch(r -> r.contains("Helen Brandt")));
        HubRows.run("""
                insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason, set_by)
                select c.partnership_id, ?, c.id, c.panel_id, m.id, 'Knows the family', m.id from hub.case_file c, hub.member m where c.reference = 'RV-C8WNP' and m.name = 'Maya Lindqvist'""", planted);
        assertEquals(0, visitor.page("/audit?case=RV-C8WNP").select("table tbody tr").size());
        assertFalse(visitor.page("/audit").select("table tbody").text().contains("RV-C8WNP"));
    }

    @Test
    @TestSecurity(user = "infolead")
    void refusalsAreFoundWithTheConditionThatFailed() {
        did("noise", "REFUSED", "case", "RV-7K4QM", "RV-7K4QM", null);
        var person = HubRows.one("select id from hub.member where name = 'Theo Webb'");
        var rows = visitor.page("/audit?person=" + person + "&act=REFUSED").select("table tbody tr").eachText();
        assertTrue(rows.getFirst().contains("Was refused: the case") && rows.getFirst().contains("Seat not current"), rows.toString());
        assertTrue(rows.stream().allMatch(r -> r.contains("Theo Webb")));
        assertEquals(0, visitor.page("/audit?person=" + person + "&act=REFUSED&until=2001-01-01").select("table tbody tr").size());
    }

    @Test
    @TestSecurity(user = "infolead")
    void pagesFollowOneAnotherWithoutAGapOrARepetition() {
        for (int i = 0; i < 60; i++) {
            did("yos", "READ", "plan", "paging " + i, "RV-7K4QM", null);
        }
        var person = HubRows.one("select id from hub.member where name = 'Marcus Bell' and agency_id is not null order by name limit 1");
        var first = visitor.page("/audit?person=" + person + "&act=LOOKED");
        assertEquals(50, first.select("table tbody tr").size());
        var next = first.selectFirst("a[rel=next]").attr("href");
        assertFalse(next.matches(".*after=\\d+$"), "the address tells no number of the record");
        int shown = 50;
        while (next != null) {
            var page = visitor.page(next);
            shown += page.select("table tbody tr").size();
            var link = page.selectFirst("a[rel=next]");
            next = link == null ? null : link.attr("href");
        }
        assertEquals(Integer.parseInt(HubRows.one("select count(*) from audit.entry where member_id = ?::uuid and act = 'READ'", person)), shown);
    }

    @Test
    @TestSecurity(user = "infolead")
    void searchingAndTakingOutAreOnRecord() {
        var before = HubRows.one(LEADS, "READ", "record");
        visitor.page("/audit?case=RV-7K4QM");
        assertNotEquals(before, HubRows.one(LEADS, "READ", "record"));
        var taken = HubRows.one(LEADS, "EXPORTED", "record");
        did("housing", "REFUSED", "case", "=1+1", null, null);
        var file = given().get("/audit/csv?act=REFUSED");
        assertEquals(200, file.statusCode());
        assertTrue(file.header("Content-Disposition").contains("OFFICIAL-SENSITIVE record"), file.header("Content-Disposition"));
        assertTrue(file.asString().contains("Priya Nair"));
        assertNotEquals(taken, HubRows.one(LEADS, "EXPORTED", "record"));
        assertEquals("case RV-7K4QM", HubRows.one("select e.subject from audit.entry e where e.kind = 'record' and e.act = 'READ' order by id desc limit 1"));
    }

    @Test
    @TestSecurity(user = "infolead")
    void beforeAndAfterAreShownOfHerControllersInformationOnly() {
        var own = visitor.page("/audit?act=ADDED").selectFirst("a[href^=/audit/entry]");
        assertNotNull(own, "something of the council's was added");
        var page = visitor.page(own.attr("href"));
        assertFalse(page.select("table tbody tr").isEmpty());
        assertFalse(page.text().matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*"), "no id is shown: " + page.text());
        var police = HubRows.one("""
                select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || access.entry_key(e) from audit.entry e join audit.detail d on d.entry_id = e.id
                  join hub.agency a on a.id = d.about_agency_id where a.short_name = 'police' limit 1""");
        assertEquals(404, visitor.answer("/audit/entry?key=" + police).statusCode());
        assertEquals(404, visitor.answer("/audit/entry?key=1").statusCode());
        assertEquals(404, visitor.answer("/audit/entry").statusCode());
    }

    @Test
    @TestSecurity(user = "infolead")
    void whatIsMistypedIsSaidBesideItsField() {
        var answer = visitor.answer("/audit?from-day=31&from-month=2&from-year=2026");
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("First day must be a real date"));
        assertTrue(answer.asString().contains("value=\"31\""));
        given().get("/api/audit?from=never").then().statusCode(422).body("errors.field", hasItem("from"));
        given().get("/api/audit?from=2026-12-02&until=2026-12-01").then().statusCode(422).body("errors.field", hasItem("until"));
    }

    @Test
    @TestSecurity(user = "infolead")
    void aProgramReadsTheSame() {
        did("housing", "READ", "plan", "x", "RV-7K4QM", null);
        given().get("/api/audit?case=RV-7K4QM&act=LOOKED").then().statusCode(200).body("caseReference", everyItem(is("RV-7K4QM"))).body("name", hasItem("Priya Nair")).body("[0].subject", is((Object) null))
                .header("Link", containsStringOrNone());
    }

    private static org.hamcrest.Matcher<String> containsStringOrNone() {
        return org.hamcrest.Matchers.anyOf(org.hamcrest.Matchers.nullValue(String.class), containsString("/api/audit?case=RV-7K4QM&act=LOOKED&after="));
    }

    @Test
    @TestSecurity(user = "police")
    void nobodyElseSearchesIt() {
        for (var account : new String[] {"police", "admin", "chair", "hillside.police"}) {
            SignedIn.as(account);
            for (var path : new String[] {"/audit", "/audit/csv", "/audit/figures", "/audit/verify", "/audit/entry?key=1", "/api/audit"}) {
                assertEquals(403, given().redirects().follow(false).get(path).statusCode(), account + " at " + path);
            }
        }
    }

    @Test
    @TestSecurity(user = "infolead")
    void whatStandsOutIsListedByTheFiguresThatHold() {
        var before = visitor.page("/audit").select("section.hub-card").text();
        assertFalse(before.contains("Karl Jensen"), before);
        for (int i = 0; i < 5; i++) {
            did("yos", "REFUSED", "case", "RV-7K4QM", "RV-7K4QM", null);
            did("yos", "EXPORTED", "letter", "x " + i, "RV-7K4QM", null);
        }
        for (var reference : new String[] {"RV-7K4QM", "RV-M2XDT", "RV-P9ZTG"}) {
            did("socialcare", "READ", "case_file", reference, reference, null);
        }
        visitor.done("/audit/figures", "/audit/figures", "refusals", "5", "refusalDays", "7", "cases", "3", "casesMinutes", "60", "exports", "3", "barredDays", "90");
        HubRows.run("""
                insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason, set_by, set_at)
                select c.partnership_id, ?, c.id, c.panel_id, m.id, 'Knows the family', m.id, hub.now() + interval '1 second' from hub.case_file c, hub.member m where c.reference = 'RV-M2XDT' and m.name = 'Grace Adeyemi'""", planted);
        var sights = visitor.page("/audit").select("section.hub-card li").eachText();
        assertTrue(sights.stream().anyMatch(s -> s.contains("Marcus Bell") && s.contains("Many refusals") && s.contains("within 7 days")), sights.toString());
        assertTrue(sights.stream().anyMatch(s -> s.contains("Marcus Bell") && s.contains("Much taken out")), sights.toString());
        assertTrue(sights.stream().anyMatch(s -> s.contains("Grace Adeyemi") && s.contains("Very many cases")), sights.toString());
        assertTrue(sights.stream().anyMatch(s -> s.contains("Grace Adeyemi") && s.contains("at RV-M2XDT before a conflict of interest shut it")), sights.toString());
        visitor.done("/audit/figures", "/audit/figures", "refusals", "900", "refusalDays", "7", "cases", "900", "casesMinutes", "60", "exports", "900", "barredDays", "1");
        var quiet = visitor.page("/audit").select("section.hub-card li").eachText();
        assertTrue(quiet.stream().noneMatch(s -> s.contains("Marcus Bell") && s.contains("Many refusals")), quiet.toString());
        var wrong = visitor.send("/audit/figures", "/audit/figures", "refusals", "many", "refusalDays", "7", "cases", "3", "casesMinutes", "60", "exports", "3", "barredDays", "90");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.asString().contains("Refusals must be a whole number between 1 and 1,000") && wrong.asString().contains("value=\"many\""));
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void anAgencySeesWhoOfOthersLookedAtItsOwn() {
        var item = HubRows.one("select i.id from hub.item i join hub.agency a on a.id = i.agency_id where a.short_name = 'mental health' and i.state = 'RELEASED' limit 1");
        did("police", "READ", "item", item, "RV-7K4QM", "mental health");
        did("police", "READ", "item", "x", "RV-7K4QM", "council housing");
        did("police", "REFUSED", "item", item, "RV-7K4QM", "mental health");
        var rows = visitor.page("/looks").select("table tbody tr");
        assertTrue(rows.first().text().contains("Sgt Daniel Reyes") && rows.first().text().contains("Looked at information"), rows.first().text());
        assertEquals("/items/" + item, rows.first().selectFirst("a[href^=/items]").attr("href"));
        assertTrue(rows.eachText().stream().noneMatch(r -> r.contains("Amara Cole")), "its own people look all day");
        assertTrue(rows.eachText().stream().noneMatch(r -> r.contains("efused")), "a refusal would tell what they were not to know");
        SignedIn.as("probation");
        assertEquals(0, new Visitor().page("/looks").select("table tbody tr").size(), "no seat on any panel");
        given().get("/cases").then().body(not(containsString("NOT_FOUND"))).body(containsString("/looks"));
    }
}
