package org.panelhub.trigger.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "spoc")
class LedgerPagesTest {

    private final Visitor visitor = new Visitor();
    private Planted planted;
    private String path;

    @BeforeEach
    void plant() {
        planted = new Planted();
        path = planted.path() + "/complaints";
    }

    @AfterEach
    void undo() {
        planted.remove();
    }

    @Test
    void anEmptyLedgerSaysSo() {
        assertTrue(visitor.page(path).text().contains("There is no complaint yet."));
        assertTrue(visitor.page(planted.path()).select("a[href=" + path + "]").size() == 1, "the application leads to its ledger");
    }

    @Test
    void aNeighboursComplaintIsAddedAndCounts() {
        planted.complaint(40, "Police");
        var list = visitor.done(path + "/new", path + "/new", typed(planted.today.minusDays(30), planted.today.minusDays(29), "Noise team", "once", UUID.randomUUID().toString()));
        var rows = list.select("section[aria-labelledby=ledger] tbody tr");
        assertEquals(2, rows.size());
        assertTrue(rows.get(1).text().contains("Mireille Tanguy") && rows.get(1).text().contains("Qualifies"), rows.get(1).text());
        assertTrue(list.text().contains("2 complaints qualify of the three needed."), list.text());
        assertEquals("INSERT", HubRows.one("select act from audit.entry where kind = 'trigger_complaint' and subject = (select id::text from hub.trigger_complaint where trigger_id = ? and not by_applicant)", planted.id));
    }

    @Test
    void theSameFormSentTwiceAddsOneComplaint() {
        var form = visitor.page(path + "/new");
        var fields = typed(planted.today.minusDays(30), planted.today.minusDays(29), "Police", "once", form.select("input[name=once]").val());
        assertEquals(303, visitor.sendFrom(form, path + "/new", fields).statusCode());
        assertEquals(303, visitor.sendFrom(form, path + "/new", fields).statusCode());
        assertEquals("1", HubRows.one("select count(*) from hub.trigger_complaint where trigger_id = ?", planted.id));
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndKept() {
        var answer = visitor.send(path + "/new", path + "/new", typed(planted.today.minusDays(3), planted.today.minusDays(4), "", "why", ""));
        assertEquals(422, answer.statusCode());
        var page = Jsoup.parse(answer.asString());
        assertEquals(List.of("#reported", "#to"), page.select(".govuk-error-summary a").eachAttr("href"));
        assertEquals("Mireille Tanguy", page.select("#complainant").val());
        assertEquals("Bottles against the window", page.select("#what").text());
        var february = visitor.send(path + "/new", path + "/new", "by", "OTHER", "what", "x", "to", "Police", "happened-day", "30", "happened-month", "2", "happened-year", "2026");
        assertEquals("#happened", Jsoup.parse(february.asString()).select(".govuk-error-summary a").attr("href"));
        var tomorrow = visitor.send(path + "/new", path + "/new", typed(planted.today.plusDays(1), planted.today.plusDays(1), "Police"));
        assertTrue(tomorrow.asString().contains("The day it happened must be today or earlier"));
    }

    @Test
    void oneIncidentToldToThreeAgenciesIsOneOnceAPersonSaidSo() {
        planted.complaint(40, "Police");
        planted.complaint(40, "Council");
        planted.complaint(39, "Housing association");
        planted.complaint(20, "Police");
        var list = visitor.page(path);
        assertEquals(3, list.select("section[aria-labelledby=proposed] form").size(), "each two of the three, and nothing with the fourth");
        assertTrue(list.text().contains("4 complaints qualify, and 3 are enough"), list.text());
        list = decided(list, "SAME");
        assertEquals(1, list.select("section[aria-labelledby=proposed] form").size(), "the third with the two that are one, and once");
        list = decided(list, "SAME");
        assertEquals(0, list.select("section[aria-labelledby=proposed] form").size());
        assertTrue(list.text().contains("2 complaints qualify of the three needed."), list.text());
        assertEquals(2, list.select("section[aria-labelledby=ledger] tr:contains(Same incident)").size());
        var decided = list.select("section[aria-labelledby=decided] li");
        assertTrue(decided.getFirst().text().matches("Reports 1 and 2: one incident\\. .+, \\d+ \\w+ \\d{4}.*"), decided.text());
        var undone = visitor.follow(visitor.sendFrom(list, path + "/pair", pair(list.select("section[aria-labelledby=decided] form").first(), "OPEN")));
        assertTrue(undone.text().contains("3 complaints qualify, and 3 are enough"), undone.text());
        assertEquals("3", HubRows.one("select count(*) from hub.trigger_complaint_pair where trigger_id = ?", planted.id), "what was decided before stays on record");
    }

    @Test
    void twoIncidentsAreNotProposedAgainAndCannotBecomeOneThroughAThird() {
        var one = planted.complaint(40, "Police");
        var two = planted.complaint(40, "Council");
        var three = planted.complaint(40, "Landlord");
        visitor.done(path, path + "/pair", "first", one, "second", two, "verdict", "DIFFERENT");
        var list = visitor.done(path, path + "/pair", "first", three, "second", one, "verdict", "SAME");
        assertTrue(list.select("section[aria-labelledby=proposed]").isEmpty(), "of the second and the third it is decided by that");
        var refused = visitor.send(path, path + "/pair", "first", two, "second", three, "verdict", "SAME");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("Reports 1 and 2 would be one incident through a third report"), refused.asString());
        assertEquals(422, visitor.send(path, path + "/pair", "first", two, "second", two, "verdict", "SAME").statusCode());
        assertEquals(422, visitor.send(path, path + "/pair", "first", two, "second", three, "verdict", "PERHAPS").statusCode());
        assertEquals(404, visitor.send(path, path + "/pair", "first", two, "second", UUID.randomUUID().toString(), "verdict", "SAME").statusCode());
    }

    @Test
    void aPersonsWordOnAComplaintGoesBeforeItsDatesAndCanBeTakenBack() {
        var late = planted.complaint(400, "Police");
        assertTrue(visitor.page(path).text().contains("Does not qualify"));
        var none = visitor.send(path + "/" + late, path + "/" + late + "/qualifies", "ruling", "QUALIFIES", "reason", " ");
        assertEquals(422, none.statusCode());
        assertEquals("#reason", Jsoup.parse(none.asString()).select(".govuk-error-summary a").attr("href"));
        var list = visitor.done(path + "/" + late, path + "/" + late + "/qualifies", "ruling", "QUALIFIES", "reason", "The police lost the report and took it anew");
        var row = list.select("section[aria-labelledby=ledger] tbody tr").text();
        assertTrue(row.contains("Qualifies The police lost the report and took it anew"), row);
        var page = visitor.page(path + "/" + late);
        assertTrue(page.select(".hub-steps").text().contains("Decided: qualifies: The police lost the report and took it anew"), page.text());
        list = visitor.done(path + "/" + late, path + "/" + late + "/qualifies", "ruling", "BY_DATES", "reason", "It was another report");
        assertTrue(list.text().contains("Does not qualify"), list.text());
        assertEquals(422, visitor.send(path + "/" + late, path + "/" + late + "/qualifies", "ruling", "REMOVED", "reason", "x").statusCode(), "not a way around taking it out");
    }

    @Test
    void whatIsTakenOutStaysReadableWithItsReason() {
        var complaint = planted.complaint(40, "Police");
        assertEquals(422, visitor.send(path + "/" + complaint, path + "/" + complaint + "/remove", "removal", "").statusCode());
        var list = visitor.done(path + "/" + complaint, path + "/" + complaint + "/remove", "removal", "It is about a lost bicycle");
        assertTrue(list.text().contains("There is no complaint yet."), list.text());
        assertTrue(list.select("section[aria-labelledby=removed]").text().contains("It is about a lost bicycle"), list.text());
        assertTrue(list.text().contains("0 complaints qualify"), list.text());
        list = visitor.done(path + "/" + complaint, path + "/" + complaint + "/put-back", "back", "It is the same people");
        assertTrue(list.select("section[aria-labelledby=removed]").isEmpty() && list.text().contains("1 complaint qualifies"), list.text());
        assertEquals(2, visitor.page(path + "/" + complaint).select(".hub-steps > li").size());
    }

    @Test
    void aChangeKeepsWhatStoodBeforeAndTheSecondOfTwoIsShownTheFirst() {
        var complaint = planted.complaint(40, "Police");
        var page = visitor.page(path + "/" + complaint);
        var fields = typed(planted.today.minusDays(40), planted.today.minusDays(39), "Noise team", "version", page.select("input[name=version]").val(), "why", "The diary says so");
        assertEquals(422, visitor.sendFrom(page, path + "/" + complaint, typed(planted.today.minusDays(40), planted.today.minusDays(39), "Noise team", "version", "0")).statusCode(), "a change has its reason");
        var changed = visitor.follow(visitor.sendFrom(page, path + "/" + complaint, fields));
        assertTrue(changed.select(".hub-steps").text().contains("Changed: The diary says so") && changed.select(".hub-steps").text().contains("to Police"), changed.text());
        var second = visitor.sendFrom(page, path + "/" + complaint, typed(planted.today.minusDays(40), planted.today.minusDays(39), "Landlord", "version", "0", "why", "They told me"));
        assertEquals(409, second.statusCode());
        var shown = Jsoup.parse(second.asString());
        assertTrue(shown.select("#conflict td").eachText().containsAll(List.of("Noise team", "Landlord")), shown.select("#conflict").text());
        assertEquals("Landlord", shown.select("#to").val());
        assertEquals("Noise team", HubRows.one("select reported_to from hub.trigger_complaint where trigger_id = ?", planted.id));
    }

    @Test
    void aComplaintThatStandsInAnotherApplicationIsPointedOutByItsReferenceAlone() {
        planted.complaint(40, "Police");
        planted.complaint(30, "Council");
        var other = new Planted();
        try {
            other.complaint(30, "Landlord");
            other.complaint(12, "the police");
            HubRows.run("update hub.trigger_complaint set their_reference = case reported_to when 'Police' then 'CAD 7702' when 'the police' then 'cad 7702' else '' end where trigger_id in (?, ?)", planted.id, other.id);
            assertEquals(List.of("Report 2 may also stand in application " + other.reference + ": the same day and place."), visitor.page(path).select("section[aria-labelledby=elsewhere] li").eachText(), "by its own name only");
            HubRows.run("update hub.trigger_complaint set reported_to = 'POLICE' where reported_to = 'the police' and trigger_id = ?", other.id);
            assertEquals(List.of("Report 1 may also stand in application " + other.reference + ": the same reference of the same agency.", "Report 2 may also stand in application " + other.reference + ": the same day and place."),
                    visitor.page(path).select("section[aria-labelledby=elsewhere] li").eachText().stream().sorted().toList());
            HubRows.run("update hub.trigger set place = '' where id = ?", other.id);
            HubRows.run("update hub.trigger_complaint set their_reference = '' where trigger_id = ?", other.id);
            assertTrue(visitor.page(path).select("section[aria-labelledby=elsewhere]").isEmpty(), "no place is no same place");
        } finally {
            other.remove();
        }
    }

    @Test
    @TestSecurity(user = "police")
    void beforeThereIsAReviewTheBoardDoesNotFindTheLedger() {
        assertEquals(404, visitor.answer(path).statusCode());
    }

    @Test
    @TestSecurity(user = "police")
    void theBoardReadsTheLedgerOfAReviewAndChangesNothing() {
        var complaint = planted.complaint(40, "Police");
        var review = UUID.randomUUID();
        HubRows.run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject) select partnership_id, ?, id, 'RV-LEDGR', 'Planted' from hub.panel where kind = 'CT_MARAC'", review);
        HubRows.run("update hub.trigger set state = 'MET', case_id = ? where id = ?", review, planted.id);
        try {
            var list = visitor.page(path);
            assertTrue(list.text().contains("Report 1") && list.select("main form").isEmpty(), list.text());
            assertTrue(visitor.page(path + "/" + complaint).select("main form").isEmpty());
            var decision = visitor.page(planted.path() + "/decision");
            assertTrue(decision.text().contains("Threshold decision") && decision.select("main form").isEmpty(), decision.text());
            assertEquals(403, visitor.send("/reminders", planted.path() + "/decision", "outcome", "MET").statusCode());
            assertEquals(403, visitor.send("/reminders", path + "/new", typed(planted.today, planted.today, "Police")).statusCode());
            assertEquals(403, visitor.send("/reminders", path + "/" + complaint + "/remove", "removal", "x").statusCode());
            assertEquals(403, visitor.answer(path + "/new").statusCode());
        } finally {
            HubRows.run("update hub.trigger set case_id = null where id = ?", planted.id);
            HubRows.run("update hub.trigger_complaint set case_id = null where trigger_id = ?", planted.id);
            HubRows.run("delete from hub.case_file where id = ?", review);
        }
    }

    @Test
    void nobodyWritesInAnotherNameChangesWhatWasDecidedOrWritesToWhatItDoesNotHandle() throws SQLException {
        var one = UUID.fromString(planted.complaint(40, "Police"));
        var word = "insert into hub.trigger_complaint_step (partnership_id, id, trigger_id, panel_id, complaint_id, kind, why, by) select c.partnership_id, gen_random_uuid(), c.trigger_id, c.panel_id, c.id, 'REMOVED', 'x', %s from hub.trigger_complaint c where c.id = ?";
        var decided = "insert into hub.trigger_decision (partnership_id, id, trigger_id, panel_id, position, met, decided_on, why, weighed, found, by) select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, 1, false, hub.today(), 'x', '{}', '{}', %s from hub.trigger t where t.id = ?";
        SignedIn.as("spoc");
        SignedIn.as("police");
        try (var spoc = Entered.as("spoc"); var police = Entered.as("police")) {
            var another = "(select id from hub.member where name = 'Sgt Daniel Reyes')";
            assertEquals("42501", spoc.refusal(word.formatted(another), one));
            assertEquals("42501", spoc.refusal(decided.formatted(another), planted.id));
            for (var table : List.of("trigger_complaint_step", "trigger_complaint_pair", "trigger_decision")) {
                assertEquals("42501", spoc.refusal("update hub." + table + " set at = hub.now()"), table);
                assertEquals("42501", spoc.refusal("delete from hub." + table), table);
            }
            assertEquals("42501", spoc.refusal("delete from hub.trigger_complaint"));
            var panel = UUID.fromString(HubRows.one("select panel_id from hub.trigger where id = ?", planted.id));
            assertEquals("42501", police.refusal("insert into hub.trigger_decision (partnership_id, id, trigger_id, panel_id, position, met, decided_on, why, weighed, found, by) values (hub.partnership(), gen_random_uuid(), ?, ?, 1, false, hub.today(), 'x', '{}', '{}', hub.viewer())",
                    planted.id, panel));
        }
    }

    @Test
    @TestSecurity(user = "hillside.coordinator")
    void anotherPartnershipDoesNotFindIt() {
        assertEquals(404, visitor.answer(path).statusCode());
    }

    private Document decided(Document list, String verdict) {
        return visitor.follow(visitor.sendFrom(list, path + "/pair", pair(list.select("section[aria-labelledby=proposed] form").first(), verdict)));
    }

    private static String[] pair(Element form, String verdict) {
        return new String[] {"first", form.select("input[name=first]").val(), "second", form.select("input[name=second]").val(), "verdict", verdict};
    }

    private static String[] typed(LocalDate happened, LocalDate reported, String to, String... more) {
        var fields = new ArrayList<>(List.of("by", "OTHER", "complainant", "Mireille Tanguy", "what", "Bottles against the window", "happened-day", "" + happened.getDayOfMonth(), "happened-month", "" + happened.getMonthValue(),
                "happened-year", "" + happened.getYear(), "reported-day", "" + reported.getDayOfMonth(), "reported-month", "" + reported.getMonthValue(), "reported-year", "" + reported.getYear(), "to", to));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }
}
