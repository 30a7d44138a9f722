package org.panelhub.panels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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
class PanelPagesTest {

    private final Visitor visitor = new Visitor();

    @Test
    @TestSecurity(user = "admin")
    void anAdministratorSeesHowAPanelWorksAndWhoSitsOnIt() {
        var page = visitor.page("/panels/" + panel("RV"));
        assertTrue(page.text().contains("second Thursday, 10:00"), page.text());
        assertTrue(page.text().contains("within 2 working days of receipt"), page.text());
        assertTrue(page.text().contains("Sgt Daniel Reyes"), page.text());
        assertTrue(page.text().contains("Theo Webb"), page.text());
        assertTrue(visitor.page("/panels").text().contains("Vulnerable Victims Panel"));
    }

    @Test
    @TestSecurity(user = "police")
    void setUpIsForTheAdministratorOnly() {
        var panel = "/panels/" + panel("RV");
        for (var path : List.of("/panels", "/panels/new", panel, panel + "/edit", panel + "/agencies", panel + "/seats/new", panel + "/representatives", panel + "/arrangements/new", panel + "/terms/new")) {
            assertEquals(403, visitor.answer(path).statusCode(), path);
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void anotherPartnershipsPanelIsNotThere() {
        var panel = "/panels/" + panel("HS");
        for (var path : List.of(panel, panel + "/edit", panel + "/agencies", panel + "/seats/new", panel + "/representatives", panel + "/arrangements/new", panel + "/terms/new", "/undertakings/" + panel("HS"))) {
            assertEquals(404, visitor.answer(path).statusCode(), path);
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void aPanelWithoutNameOrTextsIsRefusedAndATakenNameToo() {
        var page = refused(visitor.send("/panels/new?preset=none", "/panels/new", "kind", "OTHER", "name", "vulnerable victims panel", "shortName", "VVP2", "purpose", "", "marking", "SECRET"));
        assertEquals("Error: There is already a panel of this name", page.select("#name-error").text());
        assertEquals("Error: Enter purpose", page.select("#purpose-error").text());
        assertEquals("Error: Choose a marking", page.select("#marking-error").text());
        assertEquals("VVP2", page.select("#shortName").val());
    }

    @Test
    @TestSecurity(user = "admin")
    void aNewArrangementEndsTheEarlierOneOnItsDay() {
        var panel = create();
        var form = visitor.page(panel + "/arrangements/new");
        visitor.follow(visitor.sendFrom(form, panel + "/arrangements/new", fields(form)));
        var next = visitor.page(panel + "/arrangements/new");
        var later = fields(next, "from-year", String.valueOf(Integer.parseInt(next.select("#from-year").val()) + 1), "minutesPerCase", "20");
        var page = visitor.follow(visitor.sendFrom(next, panel + "/arrangements/new", later));
        assertTrue(page.text().contains("Planned from"), page.text());
        assertEquals("t", HubRows.one("select upper(a.during) = lower(b.during) from hub.arrangement a join hub.arrangement b on b.panel_id = a.panel_id and b.minutes_per_case = 20 where a.panel_id = ?::uuid and a.minutes_per_case = 15",
                panel.replace("/panels/", "")));
    }

    @Test
    @TestSecurity(user = "admin")
    void figuresThatCannotBeAreRefusedBesideTheirFields() {
        var panel = create();
        var form = visitor.page(panel + "/arrangements/new");
        var page = refused(visitor.sendFrom(form, panel + "/arrangements/new", fields(form, "from-year", "2020", "minutesPerCase", "none", "recurrence", "whenever", "cutOffDays", "3", "agendaDays", "5", "onlineLink", "javascript:x")));
        assertEquals("Error: First day must be today or later: what held in the past is not rewritten", page.select("#from-error").text());
        assertEquals("Error: Minutes for each case must be a whole number between 1 and 240", page.select("#minutesPerCase-error").text());
        assertEquals("Error: The agenda cannot go out before the last referral is in", page.select("#agendaDays-error").text());
        assertEquals("Error: Online link must begin with https://", page.select("#onlineLink-error").text());
        assertTrue(page.select("#recurrence-error").text().contains("second Thursday"));
        assertEquals("none", page.select("#minutesPerCase").val());
    }

    @Test
    @TestSecurity(user = "admin")
    void aSeatIsGivenOnceAndEndsAtOnce() {
        var panel = create();
        var form = visitor.page(panel + "/seats/new");
        var tom = HubRows.one("select id::text from hub.member where name = 'PC Tom Ashby'");
        var given = visitor.follow(visitor.sendFrom(form, panel + "/seats/new", fields(form, "member", tom, "role", "DEPUTY")));
        assertTrue(given.text().contains("PC Tom Ashby"), given.text());
        var twice = refused(visitor.sendFrom(form, panel + "/seats/new", fields(form, "member", tom, "role", "DEPUTY")));
        assertEquals("Error: PC Tom Ashby holds this seat already", twice.select("#role-error").text());
        var ended = visitor.follow(visitor.sendFrom(given, given.select("form[action$=/end]").attr("action")));
        assertTrue(ended.text().contains("Nobody has a seat yet"), ended.text());
        assertEquals("0", HubRows.one("select count(*) from hub.seat where panel_id = ?::uuid and during @> hub.today()", panel.replace("/panels/", "")));
    }

    @Test
    @TestSecurity(user = "admin")
    void anAdministratorGivesItselfNoSeat() {
        var panel = create();
        var form = visitor.page(panel + "/seats/new");
        var self = HubRows.one("select id::text from hub.member where name = 'Peter Osei'");
        assertTrue(form.select("select[name=member] option[value=" + self + "]").isEmpty(), "it is not offered itself");
        var page = refused(visitor.sendFrom(form, panel + "/seats/new", fields(form, "member", self, "role", "COORDINATOR")));
        assertEquals("Error: You cannot give yourself a seat. Ask another administrator", page.select("#member-error").text());
    }

    @Test
    @TestSecurity(user = "admin")
    void aSeatForSomebodyOfAnotherPartnershipIsNotThere() {
        var panel = create();
        var form = visitor.page(panel + "/seats/new");
        var theirs = HubRows.one("select id::text from hub.member where name = 'Sgt Ravi Menon'");
        assertEquals(404, visitor.sendFrom(form, panel + "/seats/new", fields(form, "member", theirs, "role", "DEPUTY")).statusCode());
    }

    @Test
    @TestSecurity(user = "admin")
    void anIndependentChairNeedsATerm() {
        var panel = create();
        var form = visitor.page(panel + "/seats/new");
        var page = refused(visitor.sendFrom(form, panel + "/seats/new", fields(form, "member", HubRows.one("select id::text from hub.member where name = 'PC Tom Ashby'"), "role", "INDEPENDENT_CHAIR")));
        assertEquals("Error: An independent chair is appointed for a term: enter its last day", page.select("#until-error").text());
        assertEquals(422, visitor.sendFrom(form, panel + "/seats/new", "member", "", "role", "").statusCode());
    }

    @Test
    @TestSecurity(user = "noise")
    void aMemberWithASeatSignsTheUndertakingForAYearAndOnlyOnce() {
        var path = "/undertakings/" + panel("RV");
        try {
            var page = visitor.page(path);
            assertTrue(page.text().contains("I will keep what I learn through this panel confidential"), page.text());
            var signed = visitor.follow(visitor.sendFrom(page, path));
            assertTrue(signed.text().contains("You signed this. It holds until"), signed.text());
            assertEquals(422, visitor.sendFrom(page, path).statusCode());
            assertEquals("1", HubRows.one("select count(*) from hub.undertaking u join hub.member m on m.id = u.member_id where m.name = 'Theo Webb' and u.during = daterange(hub.today(), (hub.today() + interval '1 year')::date)"));
        } finally {
            HubRows.run("delete from hub.undertaking where member_id = (select id from hub.member where name = 'Theo Webb')");
        }
    }

    @Test
    @TestSecurity(user = "police")
    void theStartPageSaysHowOneStandsAndUntilWhen() {
        var standing = visitor.page("/").select(".hub-standing").text();
        assertTrue(standing.contains("VVP, representative. Protocol signed until"), standing);
        assertTrue(standing.contains("Undertaking signed until"), standing);
    }

    @Test
    @TestSecurity(user = "probation")
    void whoHasNoPartInAPanelHasNothingToSign() {
        var path = "/undertakings/" + panel("RV");
        var page = visitor.page(path);
        assertTrue(page.text().contains("You have no part in this panel"), page.text());
        assertTrue(page.select("main form").isEmpty());
    }

    @Test
    @TestSecurity(user = "admin")
    void anAgencyThatAPresetNamesJoinsUnderItsOwnNameAndNotUnderOneThatIsTaken() {
        var panel = create();
        var page = visitor.page(panel + "/agencies?preset=vvp-lambeth");
        var missing = page.select("input[name=called]").eachAttr("value");
        assertTrue(missing.contains("Public protection and regulatory services"), missing.toString());
        List<String> fields = new ArrayList<>(List.of("preset", "vvp-lambeth"));
        missing.forEach(name -> fields.addAll(List.of("called", name.startsWith("Public protection") ? "Riverside POLICE safeguarding" : name, "body", name.startsWith("Public protection") ? "own" : "")));
        var refused = refused(visitor.sendFrom(page, panel + "/agencies", fields.toArray(String[]::new)));
        assertEquals("Error: There is already an agency of this name", refused.select("#called-" + missing.indexOf("Public protection and regulatory services") + "-error").text());
        assertTrue(refused.select("input[name=called]").eachAttr("value").contains("Riverside POLICE safeguarding"), "what was typed is kept");
        assertEquals("own", refused.select("#body-" + missing.indexOf("Public protection and regulatory services") + " option[selected]").val());
    }

    @Test
    @TestSecurity(user = "admin")
    void theRepresentativesOfAllAgenciesAreSeatedAtOnceEachOfTheirOwnAgency() {
        var panel = create();
        var agencies = visitor.page(panel + "/agencies");
        List<String> two = new ArrayList<>();
        agencies.select(".govuk-checkboxes__item").forEach(item -> {
            if (List.of("Riverside Police safeguarding", "Riverside Council noise team").contains(item.text())) {
                two.addAll(List.of("agencies", item.select("input").val()));
            }
        });
        assertTrue(visitor.follow(visitor.sendFrom(agencies, panel + "/agencies", two.toArray(String[]::new))).text().contains("Seat the representatives"));
        var page = visitor.page(panel + "/representatives");
        assertEquals(2, page.select("label:containsOwn(Riverside)").size(), page.text());
        assertTrue(page.select("select option").eachText().contains("Sgt Daniel Reyes"));
        var police = HubRows.one("select id::text from hub.member where name = 'Sgt Daniel Reyes'");
        var stranger = HubRows.one("select id::text from hub.member where name = 'Priya Nair'");
        var given = visitor.follow(visitor.sendFrom(page, panel + "/representatives", "member", police, "member", "", "member", stranger));
        assertTrue(given.text().contains("1 seat was given"), given.text());
        assertEquals("Sgt Daniel Reyes REPRESENTATIVE", HubRows.one("select string_agg(m.name || ' ' || s.role, ',') from hub.seat s join hub.member m on m.id = s.member_id where s.panel_id = ?::uuid",
                panel.replace("/panels/", "")));
        assertEquals(1, visitor.page(panel + "/representatives").select("label:containsOwn(Riverside)").size());
    }

    /** A panel of its own, so that nobody's access depends on it. */
    private String create() {
        var answer = visitor.send("/panels/new?preset=none", "/panels/new", "preset", "none", "kind", "OTHER", "name", "Trial board " + UUID.randomUUID(), "shortName", "TB", "purpose", "Trying",
                "marking", "OFFICIAL", "undertakingText", "I keep it to myself.", "declarationText", "So do we.");
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.header("Location").replaceFirst("^https?://[^/]+", "").replace("/arrangements/new", "");
    }

    /** What a form would send as it stands, with figures where it has none; the pairs given replace its values. */
    private static String[] fields(Document page, String... instead) {
        var values = new java.util.LinkedHashMap<String, String>();
        page.select("main input.govuk-input").forEach(i -> values.put(i.attr("name"), i.val()));
        if (values.containsKey("recurrence") && values.get("recurrence").isEmpty()) {
            List.of("cutOffDays", "agendaDays", "researchDays", "actionsDays", "minutesDays", "triageDays", "reviewWeeks").forEach(n -> values.put(n, "5"));
            values.put("recurrence", "last Friday");
            values.put("startsAt", "9:30");
            values.put("minutesPerCase", "15");
        }
        for (int i = 0; i < instead.length; i += 2) {
            values.put(instead[i], instead[i + 1]);
        }
        List<String> fields = new ArrayList<>();
        values.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return fields.toArray(String[]::new);
    }

    private static Document refused(Response answer) {
        assertEquals(422, answer.statusCode(), answer.asString());
        return Jsoup.parse(answer.asString());
    }

    private static String panel(String prefix) {
        return HubRows.one("select n.id::text from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.reference_prefix = ? and n.short_name = 'VVP'", prefix);
    }
}
