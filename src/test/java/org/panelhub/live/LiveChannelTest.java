package org.panelhub.live;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;
import org.panelhub.support.OpenPage;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** What an open page is told, and what it is not. Most changes are made past the hub, as another node would make them. */
@QuarkusTest
class LiveChannelTest {

    private static final String CASE = "RV-7K4QM";
    private static final String LIVE = "/live/cases/" + CASE;
    private static final String SOMEBODY = "select id from hub.member where name = ";

    @TestHTTPResource
    String url;

    @AfterEach
    void asBefore() {
        HubRows.clock("interval '0'");
        HubRows.run("update hub.disclosure set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null where withdrawn_reason = 'live test'");
        HubRows.run("update hub.signature set withdrawn_on = null, withdrawn_reason = null where withdrawn_reason = 'live test'");
        HubRows.run("update hub.item set body = replace(body, ' (live test)', '') where body like '% (live test)'");
        HubRows.run("update hub.case_file set sealed = false where reference = '" + CASE + "' and sealed");
        HubRows.run("update hub.member set active = true where name = 'Sgt Daniel Reyes' and not active");
        HubRows.run("delete from hub.case_bar where reason = 'live test'");
    }

    @Test
    @TestSecurity(user = "police")
    void aPageHearsThatAReleaseToItWasWithdrawn() {
        var page = new Visitor().page("/cases/" + CASE + "/information");
        assertEquals(LIVE, page.body().attr("data-watch"));
        try (var open = OpenPage.at(url, LIVE)) {
            assertEquals("now " + page.body().attr("data-sum"), open.hears());
            withdrawOf("HOUSING");
            assertTrue(open.hearsBut("now " + page.body().attr("data-sum")).startsWith("now "));
        }
        assertTrue(!new Visitor().page("/cases/" + CASE + "/information").text().contains("Front door replaced twice"));
    }

    @Test
    @TestSecurity(user = "police")
    void whatOneMayNotSeeIsNotToldByAWordNorByWhenAWordIsSaid() {
        SignedIn.as("mentalhealth");
        try (var owner = OpenPage.at(url, LIVE)) {
            owner.hears();
            SignedIn.as("police");
            try (var police = OpenPage.at(url, LIVE)) {
                var before = police.hears();
                HubRows.run("update hub.item set body = body || ' (live test)' where body = 'Medication history.'");
                assertTrue(owner.hears().startsWith("now "));
                // Whatever was to be said of that has been said: what comes next is of the release.
                withdrawOf("HOUSING");
                var after = police.hears();
                assertTrue(owner.hears().startsWith("now "));
                assertTrue(after.startsWith("now "));
                assertNotEquals(before, after);
                assertTrue(police.silent(), "one message, of the one change that it may see");
            }
        }
    }

    @Test
    @TestSecurity(user = "police")
    void whatIsNotTheirsToSeeAnswersAsWhatIsNotThere() {
        for (var kind : new String[] { "cases/HS-4TRWK", "cases/RV-AAAAA", "nothing/of-the-kind", "meetings/" + HubRows.one("select m.id from hub.meeting m join hub.partnership p on p.id = m.partnership_id where p.reference_prefix = 'HS'"),
                "meetings/8f14e45f-ceea-467f-a8f1-2d6b8b1f0000", "referrals/1", "actions/%27" }) {
            assertEquals(404, asked("/live/" + kind).statusCode(), kind);
        }
        assertEquals(asked("/live/cases/RV-AAAAA").asString(), asked("/live/cases/HS-4TRWK").asString());
    }

    @Test
    void nobodyIsToldAnythingWithoutSigningIn() {
        assertEquals(302, asked(LIVE).statusCode());
    }

    @Test
    @TestSecurity(user = "police")
    void anotherSitesPageIsToldNothing() {
        try (var site = OpenPage.at(url, LIVE, "Origin", "https://elsewhere.example"); var marked = OpenPage.at(url, LIVE, "Sec-Fetch-Site", "cross-site"); var own = OpenPage.at(url, LIVE, "Sec-Fetch-Site", "same-origin")) {
            assertEquals(403, site.status());
            assertEquals(403, marked.status());
            assertEquals(200, own.status());
        }
    }

    @Test
    @TestSecurity(user = "police")
    void timeThatPassesIsToldToo() {
        try (var open = OpenPage.at(url, LIVE)) {
            var before = open.hears();
            // The releases of the demo run for 180 days, the undertakings for 275.
            HubRows.clock("interval '185 days'");
            assertTrue(open.hearsBut(before).startsWith("now "));
            HubRows.clock("interval '280 days'");
            assertEquals("gone", open.hearsUntil("gone"));
            assertEquals("end", open.hears());
        }
    }

    @Test
    @TestSecurity(user = "police")
    void aWithdrawnSignatureClosesThePageAndWhatItsReaderDoesThereIsRefusedAtOnce() {
        var visitor = new Visitor();
        var page = visitor.page("/cases/" + CASE);
        try (var open = OpenPage.at(url, LIVE); var standing = OpenPage.at(url, "/live/standing/mine")) {
            open.hears();
            var stood = standing.hears();
            HubRows.run("update hub.signature g set withdrawn_on = hub.today(), withdrawn_reason = 'live test' from hub.signatory s where s.id = g.signatory_id and s.name = 'Riverside Police'");
            assertEquals(404, visitor.sendFrom(page, "/cases/" + CASE + "/own-reference", "ownReference", "P-1").statusCode());
            assertEquals("gone", open.hears());
            assertEquals("end", open.hears());
            assertTrue(standing.hearsBut(stood).startsWith("now "));
        }
    }

    @Test
    @TestSecurity(user = "fire")
    void aBarAndASealCloseThePage() {
        try (var open = OpenPage.at(url, LIVE)) {
            open.hears();
            HubRows.run("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, (" + SOMEBODY + "'Stan Kowalski'), 'live test' "
                    + "from hub.case_file c where c.reference = ?", CASE);
            assertEquals("gone", open.hears());
        }
        SignedIn.as("police");
        try (var open = OpenPage.at(url, LIVE)) {
            open.hears();
            HubRows.run("update hub.case_file set sealed = true where reference = ?", CASE);
            assertEquals("gone", open.hears());
        }
    }

    @Test
    @TestSecurity(user = "police")
    void whoHasNoAccountAnyMoreIsCut() {
        try (var open = OpenPage.at(url, "/live/standing/mine")) {
            open.hears();
            HubRows.run("update hub.member set active = false where name = 'Sgt Daniel Reyes'");
            assertEquals("gone", open.hears());
            assertEquals("end", open.hears());
        }
    }

    @Test
    @TestSecurity(user = "police")
    void whoSignsOutAnywhereIsCutOnEveryNode() throws SQLException {
        try (var open = OpenPage.at(url, LIVE)) {
            open.hears();
            try (var elsewhere = Entered.as("police")) {
                elsewhere.all("select audit.signed('SIGNED_OUT')");
                elsewhere.keep();
            }
            assertEquals("end", open.hears());
        }
    }

    @Test
    @TestSecurity(user = "police")
    void afterALineToPostgresWasLostEveryPageIsLookedAtAgain() throws SQLException {
        try (var open = OpenPage.at(url, LIVE)) {
            var before = open.hears();
            try (var superuser = HubDatabase.asSuperuser(); var statement = superuser.createStatement()) {
                // Lost and changed in one step, so that nobody is told of the change.
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'panel-hub live' and datname = current_database()");
            }
            assertEquals("unsure", open.hears());
            withdrawOf("HOUSING");
            assertTrue(open.hearsBut(before).startsWith("now "));
        }
    }

    @Test
    @TestSecurity(user = "police")
    void aPageWithoutScriptSaysHowOldItIs() {
        assertTrue(new Visitor().page("/cases/" + CASE + "/plan").select("[data-fresh]").text().startsWith("This page is as it was at "));
    }

    @Test
    @TestSecurity(user = "police")
    void aListHearsThatSomethingOnItIsNoLongerTheirs() {
        var page = new Visitor().page("/cases");
        assertTrue(page.body().attr("data-watch").startsWith("/live/lists/cases,"));
        try (var open = OpenPage.at(url, page.body().attr("data-watch"))) {
            var before = open.hears();
            assertEquals("now " + page.body().attr("data-sum"), before);
            HubRows.run("update hub.case_file set sealed = true where reference = ?", CASE);
            assertTrue(open.hearsBut(before).startsWith("now "));
        }
    }

    /** Were it summed up otherwise than the channel does, each page would be read anew for nothing. */
    @Test
    @TestSecurity(user = "coordinator")
    void everyPageSaysWhatItShowsAndHowThatStandsAsTheChannelDoes() {
        var meeting = "/meetings/" + HubRows.one("select m.id from hub.meeting m join hub.minutes n on n.meeting_id = m.id");
        var action = "/actions/" + HubRows.one("select a.id from hub.action a join hub.case_file c on c.id = a.case_id where c.reference = ? limit 1", CASE);
        var referral = "/referrals/" + HubRows.one("select r.id from hub.referral r join hub.partnership p on p.id = r.partnership_id where r.received_at is not null and p.reference_prefix = 'RV' limit 1");
        var pages = new LinkedHashMap<String, String>();
        for (var tab : List.of("", "/information", "/risk", "/plan", "/actions", "/timeline", "/exit", "/access")) {
            pages.put("/cases/" + CASE + tab, LIVE);
        }
        pages.put(meeting, "/live" + meeting);
        pages.put(meeting + "/minutes", "/live" + meeting);
        pages.put(action, "/live" + action);
        pages.put(referral, "/live" + referral);
        pages.put("/", "/live/home/mine");
        pages.put("/requests", "/live/standing/mine");
        pages.forEach((path, watched) -> {
            var visitor = new Visitor();
            visitor.page(path);
            // Opening minutes puts on them that they were opened.
            var page = visitor.page(path).body();
            assertEquals(watched, page.attr("data-watch"), path);
            try (var open = OpenPage.at(url, watched)) {
                assertEquals("now " + page.attr("data-sum"), open.hears(), path);
            }
        });
    }

    @Test
    void aCaseThatIsNotTheirsSumsUpToWhatAnAbsentOneDoes() throws SQLException {
        var hidden = UUID.fromString(HubRows.one("select id from hub.case_file where reference = ?", CASE));
        try (var other = Entered.as("police.other"); var police = Entered.as("police")) {
            var absent = other.one("select access.case_stamp(?)", UUID.randomUUID());
            assertEquals(absent, other.one("select access.case_stamp(?)", hidden));
            assertNotEquals(absent, police.one("select access.case_stamp(?)", hidden));
            assertEquals(other.one("select access.next_end()"), police.one("select access.next_end()"), "an instant, the same for everybody");
        }
    }

    @Test
    void whereThereIsARowAtAllIsToldToTheSumAlone() throws SQLException {
        for (var of : List.of("case", "meeting", "referral", "action")) {
            try (var police = Entered.as("police")) {
                assertEquals("42501", assertThrows(SQLException.class, () -> police.one("select access.hangs_from_" + of + "(gen_random_uuid())")).getSQLState(), of);
            }
        }
    }

    private static Response asked(String path) {
        return given().redirects().follow(false).accept("text/event-stream").get(path);
    }

    private static void withdrawOf(String kind) {
        HubRows.run("update hub.disclosure d set withdrawn_at = hub.now(), withdrawn_by = d.released_by, withdrawn_reason = 'live test' from hub.case_file c, hub.agency a "
                + "where c.id = d.case_id and c.reference = ? and a.id = d.agency_id and a.kind = ? and d.withdrawn_at is null", CASE, kind);
    }
}
