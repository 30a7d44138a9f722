package org.panelhub.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;
import org.panelhub.time.HubClock;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class ActionPagesTest {

    private static final String CASE = "/cases/RV-7K4QM/actions";
    private final Visitor visitor = new Visitor();

    /** Adds an action by the coordinator's hand and gives its address. */
    private String added(String task, String agency, String person, LocalDate due) {
        var list = visitor.done(CASE + "/new", CASE + "/new", fields(visitor.page(CASE + "/new"), task, agency, person, due));
        return list.select("a:contains(" + task + ")").attr("href");
    }

    private static String[] fields(Document form, String task, String agency, String person, LocalDate due) {
        return new String[] { "task", task, "agency", form.select("#agency option:contains(" + agency + ")").val(),
                "person", person.isEmpty() ? "" : form.select("#person option:contains(" + person + ")").val(),
                "due-day", String.valueOf(due.getDayOfMonth()), "due-month", String.valueOf(due.getMonthValue()), "due-year", String.valueOf(due.getYear()) };
    }

    private static LocalDate today() {
        return LocalDate.now(HubClock.LONDON);
    }

    @Test
    @TestSecurity(user = "housing")
    void theTrackerShowsMyActionsAndHowLateTheyAre() {
        var list = visitor.page("/actions?whose=mine&state=overdue");
        assertTrue(list.text().contains("Fit door camera and chain"), list.text());
        assertFalse(list.select(".govuk-tag--red").isEmpty());
        assertFalse(list.text().contains("night patrol"));
        assertTrue(visitor.page("/actions?whose=all&state=any").text().contains("The door has no letterbox.") || visitor.page("/actions?whose=all&state=any").text().contains("Fit a letterbox guard"));
        assertEquals(200, visitor.answer("/actions?whose=nonsense&state=x&panel=y&after=z_z").statusCode());
    }

    @Test
    @TestSecurity(user = "housing")
    void aDayThatIsNotInTheCalendarIsAsIfItWereNotAsked() {
        assertEquals(200, visitor.answer("/actions?after=2026-02-31_00000000-0000-0000-0000-000000000000").statusCode());
    }

    @Test
    @TestSecurity(user = "fire")
    void theLastPageLeadsToNoFurtherOne() {
        var list = "/actions?whose=agency&state=not-done";
        try {
            HubRows.run("""
                    insert into hub.action (partnership_id, id, panel_id, owner_agency_id, task, due_on, state, made_by)
                    select m.partnership_id, gen_random_uuid(), p.id, m.agency_id, 'Test the alarm, page by page', hub.today() + n, 'NOT_DONE', m.id
                      from hub.sign_in s join hub.member m on m.id = s.member_id join hub.panel p on p.partnership_id = m.partnership_id and p.short_name = 'VVP', generate_series(1, 51) n
                     where s.subject = 'demo-fire'""");
            var first = visitor.page(list);
            assertEquals(50, first.select("tbody tr").size());
            assertEquals(1, visitor.page(first.select("a:contains(Next actions)").attr("href")).select("tbody tr").size());
            HubRows.run("delete from hub.action where task = 'Test the alarm, page by page' and due_on = hub.today() + 51");
            var whole = visitor.page(list);
            assertEquals(50, whole.select("tbody tr").size());
            assertTrue(whole.select("a:contains(Next actions)").isEmpty(), "these are all");
        } finally {
            HubRows.run("delete from hub.action where task = 'Test the alarm, page by page'");
        }
    }

    @Test
    @TestSecurity(user = "coordinator")
    void anActionIsReportedDoneOnceAndOpenedAgainWithAReason() {
        var path = added("Ring the landlord about the gate", "community safety", "Lena Fischer", today().plusDays(3));
        var shown = visitor.page(path);
        var version = shown.select("input[name=version]").val();

        var wordless = visitor.send(path, path + "/report", "state", "DONE", "words", "", "version", version);
        assertEquals(422, wordless.statusCode());
        assertTrue(wordless.asString().contains("Enter what was done"));

        var done = visitor.done(path, path + "/report", "state", "DONE", "words", "Rang; the gate is mended.", "version", version);
        assertTrue(done.text().contains("Rang; the gate is mended."));
        assertTrue(done.select(".govuk-tag--green").text().contains("Done"));

        var again = visitor.send(path, path + "/report", "state", "NOT_DONE", "words", "Nobody answered.", "version", version);
        assertEquals(409, again.statusCode());
        assertTrue(again.asString().contains("Nobody answered."), "what was typed is kept");

        var now = visitor.page(path).select("input[name=version]").val();
        var opened = visitor.done(path, path + "/report", "state", "OPEN", "words", "It broke again.", "version", now);
        assertTrue(opened.text().contains("Open"));
        assertTrue(opened.text().contains("It broke again."), "the history keeps every report");
        assertTrue(opened.text().contains("Rang; the gate is mended."));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aDueDateInThePastAndAStrangerAreRefused() {
        var form = visitor.page(CASE + "/new");
        var past = visitor.send(CASE + "/new", CASE + "/new", fields(form, "Too late", "community safety", "", today().minusDays(1)));
        assertEquals(422, past.statusCode());
        assertTrue(past.asString().contains("or later"));
        var stranger = visitor.send(CASE + "/new", CASE + "/new", fields(form, "Wrong hands", "Riverside Fire", "Priya Nair", today().plusDays(3)));
        assertEquals(422, stranger.statusCode());
        assertTrue(stranger.asString().contains("Choose someone who works for the agency"));
        assertFalse(visitor.page(CASE).text().contains("Wrong hands"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void ofTwoWhoChangeAnActionTheSecondSeesBoth() {
        var path = added("Write to the caretaker", "community safety", "", today().plusDays(5));
        var form = visitor.page(path + "/change");
        var version = form.select("input[name=version]").val();
        visitor.done(path + "/change", path + "/change", with(fields(form, "Write to the head caretaker", "community safety", "", today().plusDays(6)), "version", version));
        var second = visitor.send(path + "/change", path + "/change", with(fields(form, "Call the caretaker", "community safety", "", today().plusDays(5)), "version", version));
        assertEquals(409, second.statusCode());
        assertTrue(second.asString().contains("Write to the head caretaker"));
        assertTrue(second.asString().contains("Call the caretaker"));
    }

    private static String[] with(String[] fields, String... more) {
        var all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    @Test
    @TestSecurity(user = "fire")
    void whoSeesAnActionOfAnotherAgencyMayNotReportOnIt() {
        var path = visitor.page(CASE).select("a:contains(night patrol)").attr("href");
        assertTrue(visitor.page(path).select("form[action$=/report]").isEmpty());
        var own = visitor.page(CASE).select("a:contains(letterbox guard)").attr("href");
        assertEquals(403, visitor.send(own, path + "/report", "state", "DONE", "words", "x", "version", "0").statusCode());
        assertEquals(403, visitor.answer(path + "/change").statusCode());
        assertEquals(403, visitor.answer(CASE + "/new").statusCode());
    }

    @Test
    @TestSecurity(user = "unsigned")
    void theCaseAndItsActionsAreNotThereForWhoHasNotSigned() {
        assertEquals(404, visitor.answer(CASE).statusCode());
        assertEquals(404, visitor.answer("/actions/00000000-0000-0000-0000-000000000000").statusCode());
        assertEquals(404, visitor.answer("/actions/nonsense").statusCode());
        assertTrue(visitor.page("/actions?whose=all&state=any").text().contains("No action fits"));
    }

    @Test
    @TestSecurity(user = "childrens")
    void aServiceOfTheSameCouncilSeesNoActionOfACaseThatIsShutToIt() {
        assertFalse(visitor.page("/actions?whose=all&state=any").text().contains("second key holder"));
    }
}
