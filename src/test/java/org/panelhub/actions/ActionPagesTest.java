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

    @Test
    @TestSecurity(user = "coordinator")
    void severalAreReportedOnAtOnceAndWhatSomebodyChangedMeanwhileIsToldByItself() {
        var paths = java.util.stream.Stream.of("Sweep the first stair", "Sweep the second stair", "Sweep the third stair").map(t -> added(t, "community safety", "", today().plusDays(2))).toList();
        var list = "/actions?whose=all&state=open&case=rv-7k4qm&due=week";
        var page = visitor.page(list);
        var boxes = page.select("tr:contains(Sweep the) input[name=ticked]").eachAttr("value");
        assertEquals(3, boxes.size(), "the reference may be typed in small letters");
        var to = page.select("form[action^=/actions/report]").attr("action");

        var wordless = visitor.send(list, to, "ticked", boxes.getFirst(), "state", "DONE", "words", "");
        assertEquals(422, wordless.statusCode());
        assertTrue(wordless.asString().contains("Enter what was done") && wordless.asString().contains(boxes.getFirst() + "\" checked"), "what was ticked stays ticked");
        assertEquals(422, visitor.send(list, to, "state", "DONE", "words", "Swept.").statusCode(), "nothing is ticked");

        var form = visitor.page(paths.get(1) + "/change");
        visitor.done(paths.get(1) + "/change", paths.get(1) + "/change", with(fields(form, "Wash the second stair", "community safety", "", today().plusDays(2)), "version", "0"));
        var late = visitor.sendFrom(page, to, "ticked", boxes.get(0), "ticked", boxes.get(1), "ticked", boxes.get(2), "state", "DONE", "words", "Swept today.");
        assertEquals(409, late.statusCode());
        var told = org.jsoup.Jsoup.parse(late.asString());
        assertTrue(told.select("[role=alert]").text().contains("2 actions reported, 1 not") && told.select("[role=alert]").text().contains("Wash the second stair"), told.select("[role=alert]").text());
        assertTrue(told.select("textarea[name=words]").text().contains("Swept today."), "the words are not lost");
        assertEquals(1, told.select("input[name=ticked][checked]").size());
        assertTrue(visitor.page(paths.getFirst()).text().contains("Swept today."));
        assertFalse(visitor.page(paths.get(1)).text().contains("Swept today."));

        var rest = visitor.follow(visitor.sendFrom(told, to, "ticked", told.select("input[name=ticked][checked]").val(), "state", "DONE", "words", "Washed."));
        assertTrue(rest.text().contains("1 action reported done."));
        assertTrue(visitor.page(paths.get(1)).text().contains("Washed."));
    }

    @Test
    @TestSecurity(user = "fire")
    void ofSeveralThatAreNotOnesOwnNoneIsReported() {
        var foreign = HubRows.one("select id || '_' || version from hub.action where task like 'Fit door camera%'");
        var hidden = "00000000-0000-0000-0000-000000000000_0";
        var form = visitor.page(visitor.page(CASE).select("a:contains(letterbox guard)").attr("href"));
        assertEquals(403, visitor.sendFrom(form, "/actions/report", "ticked", foreign, "state", "DONE", "words", "x").statusCode());
        assertEquals(404, visitor.sendFrom(form, "/actions/report", "ticked", hidden, "state", "DONE", "words", "x").statusCode());
        assertTrue(visitor.page("/actions?whose=all&state=any&case=RV-7K4QM").select("tr:contains(Fit door camera) input[name=ticked]").isEmpty(), "no box where one may not report");
    }

    @Test
    @TestSecurity(user = "police")
    void theTrackerIsAskedByAgencyCaseAndDay() {
        var housing = visitor.page("/actions").select("#agency option:contains(Riverside Council Housing)").val();
        var theirs = visitor.page("/actions?whose=mine&state=any&agency=" + housing);
        assertFalse(theirs.select("tbody tr").isEmpty());
        assertEquals(theirs.select("tbody tr").size(), theirs.select("tbody tr:contains(housing)").size(), "who names an agency asks for what that agency owns");
        assertFalse(visitor.page("/actions?whose=all&state=open&due=meeting").select("tbody tr").isEmpty(), "what is due by the next meeting of its panel");
        var late = visitor.page("/actions?whose=all&due=overdue").select("tbody tr");
        assertFalse(late.isEmpty());
        assertEquals(late.size(), late.select(".govuk-tag--red").size());
        assertTrue(visitor.page("/actions?whose=all&state=any&case=HS-4TRWK").text().contains("No action fits"), "another partnership’s case is as if there were none");
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whatTheTrackerShowsIsTakenOutWithItsMarkingAndOnRecord() {
        added("=HYPERLINK(\"x\") the caretaker", "community safety", "", today().plusDays(9));
        var file = io.restassured.RestAssured.given().get("/actions/csv?whose=all&state=open&case=RV-7K4QM");
        assertEquals(200, file.statusCode());
        assertTrue(file.header("Content-Disposition").contains("OFFICIAL-SENSITIVE actions "), file.header("Content-Disposition"));
        assertTrue(file.asString().startsWith("\uFEFFOFFICIAL-SENSITIVE\r\n"));
        assertTrue(file.asString().contains("\"'=HYPERLINK("), "no spreadsheet takes it for a formula");
        assertFalse(file.asString().matches("(?s).*[0-9a-f]{8}-[0-9a-f]{4}-.*"), "no internal id");
        assertFalse(file.asString().contains("Fitch"));
        assertEquals("t", HubRows.one("""
                select count(*) = (select count(*) from hub.action a join hub.case_file c on c.id = a.case_id where a.state = 'OPEN' and c.reference = 'RV-7K4QM') from audit.entry e
                  join hub.sign_in s on s.member_id = e.member_id and s.subject = 'demo-coordinator' where e.kind = 'action' and e.act = 'EXPORTED' and e.tx = (select tx from audit.entry where act = 'EXPORTED' and kind = 'action' order by id desc limit 1)"""));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whatCouldBeClearerIsAdviceAndStopsNobody() {
        var form = visitor.page(CASE + "/new");
        var saturday = today().with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.SATURDAY)).plusWeeks(9);
        var vague = fields(form, "Monitor the stairwell closely", "community safety", "", saturday);
        var looked = visitor.sendFrom(form, CASE + "/new", with(vague, "look", "yes"));
        assertEquals(200, looked.statusCode());
        var advice = org.jsoup.Jsoup.parse(looked.asString()).select("#advice li").eachText();
        assertEquals(5, advice.size(), advice.toString());
        assertTrue(looked.asString().contains("Monitor the stairwell closely"), "what was typed stays");
        assertFalse(visitor.page(CASE).text().contains("Monitor the stairwell closely"), "nothing is kept yet");
        var path = visitor.done(CASE + "/new", CASE + "/new", with(vague, "knownBy", "No calls for a month.")).select("a:contains(Monitor the stairwell)").attr("href");
        var shown = visitor.page(path);
        assertTrue(shown.text().contains("It could be clearer") && shown.text().contains("No calls for a month."), shown.text());
        assertTrue(shown.text().contains("Agreed was: No calls for a month."), "beside the words that say what shows it");
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whatNobodyOfTheAgencyWouldSeeIsAdvisedAgainst() {
        var outside = HubRows.one("""
                select a.name from hub.agency a join hub.partnership p on p.id = a.partnership_id and p.reference_prefix = 'RV'
                 where not exists (select from hub.seat s join hub.member m on m.id = s.member_id where m.agency_id = a.id) and not exists (select from hub.case_team t join hub.member m on m.id = t.member_id where m.agency_id = a.id)
                 order by 1 limit 1""");
        var form = visitor.page(CASE + "/new");
        var advice = org.jsoup.Jsoup.parse(visitor.sendFrom(form, CASE + "/new", with(fields(form, "Fit a lock on the door", outside, "", today().plusDays(3)), "look", "yes")).asString()).select("#advice").text();
        assertTrue(advice.contains("nobody of " + outside + " sits on this panel or works on the case"), advice);
        form = visitor.page(CASE + "/new");
        advice = org.jsoup.Jsoup.parse(visitor.sendFrom(form, CASE + "/new", with(fields(form, "Fit a lock on the door", "community safety", "", today().plusDays(3)), "look", "yes")).asString()).select("#advice").text();
        assertTrue(advice.contains("nobody in the agency is named") && !advice.contains("sits on this panel"), advice);
    }
}
