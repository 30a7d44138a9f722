package org.panelhub.trigger.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
class TriggerArrangementPagesTest {

    private static final String HERE = "/set-up/community-trigger";
    private static final String NEW = HERE + "/new";

    private final Visitor visitor = new Visitor();

    @BeforeEach
    @AfterEach
    void nothingArranged() {
        HubRows.run("delete from hub.trigger_arrangement");
    }

    @Test
    @TestSecurity(user = "admin")
    void whereNothingIsArrangedTheActAloneHolds() {
        var page = visitor.page(HERE);
        assertTrue(page.text().contains("Nothing is arranged today"), page.text());
        assertTrue(page.text().contains("Reports that are enough 3"), page.text());
        assertTrue(page.text().contains("No stage has a clock"), page.text());
        assertFalse(visitor.page("/set-up").select("a[href=" + HERE + "]").isEmpty());
    }

    @Test
    @TestSecurity(user = "admin")
    void anAreaBeginsFromAnotherOnesFiguresAndMayHaveHeldThemForLong() {
        var beginnings = visitor.page(NEW);
        assertTrue(beginnings.text().contains("As in Gosport"), beginnings.text());
        var page = begin("lambeth", "from-year", "2019");
        assertTrue(page.text().contains("Review by the board at the next board after the threshold decision"), page.text());
        assertTrue(page.text().contains("Outcome told within 2 working days of the review"), page.text());
        assertEquals("lambeth's", HubRows.one("select case when jsonb_array_length(spans) = 7 and lower(during) < '2020-01-01' and upper_inf(during) then 'lambeth''s' end from hub.trigger_arrangement"));
    }

    @Test
    @TestSecurity(user = "admin")
    void oneThatAsksForMoreThanThreeComplaintsIsRefusedBesideTheFieldWithTheReason() {
        var form = visitor.page(NEW + "?preset=statutory");
        var page = refused(visitor.sendFrom(form, NEW, fields(form, "complaints", "4")));
        assertEquals("Error: Qualifying complaints must be 1, 2 or 3: the law does not let an area ask for more than three (2014 Act, section 104(4); explanatory note 231)", page.select("#complaints-error").text());
        assertEquals("4", page.select("#complaints").val());
        assertEquals("0", HubRows.one("select count(*) from hub.trigger_arrangement"));
    }

    @Test
    void norDoesPostgresTakeOne() {
        assertEquals("23514", owner("4"));
        assertEquals("", owner("3"));
    }

    @Test
    @TestSecurity(user = "admin")
    void whatCannotBeIsRefusedBesideItsField() {
        var form = visitor.page(NEW + "?preset=lambeth");
        var typed = fields(form, "from-day", "30", "from-month", "2", "reportMonths", "0", "hateNumber", "1", "hateMonths", "", "amberDays", "none", "tellWithin", "0", "answerWithin", "");
        set(typed, "stageDays", 0, "soon");
        set(typed, "stageDays", 2, "5");
        set(typed, "stageUnit", 3, "NEXT_BOARD");
        set(typed, "stageFrom", 1, "MEETING");
        var page = refused(visitor.sendFrom(form, NEW, typed));
        assertEquals("Error: First day must be a real date", page.select("#from-error").text());
        assertEquals("Error: Months in which it must be reported must be a whole number between 1 and 24", page.select("#reportMonths-error").text());
        assertEquals("Error: Enter months for hate incidents", page.select("#hateMonths-error").text());
        assertEquals("Error: Working days left must be a whole number between 0 and 20", page.select("#amberDays-error").text());
        assertEquals("Error: Working days in which others are told must be a whole number between 1 and 60", page.select("#tellWithin-error").text());
        assertEquals("Error: Enter working days for an answer", page.select("#answerWithin-error").text());
        assertEquals("Error: The number for “First contact or acknowledgement” must be a whole number between 1 and 365", page.select("#stageDays-1-error").text());
        assertEquals("Error: Leave the number empty: the review is held at the next board", page.select("#stageDays-3-error").text());
        assertEquals("Error: Only the review waits for the next board", page.select("#stageUnit-4-error").text());
        assertEquals("Error: Choose something that comes before it", page.select("#stageFrom-2-error").text());
        assertEquals("soon", page.select("#stageDays-1").val());
    }

    @Test
    @TestSecurity(user = "admin")
    void aNewOneEndsTheEarlierOneOnItsDayAndWhatHeldIsNotRewritten() {
        begin("westminster", "from-year", "2019");
        var form = visitor.page(NEW + "?preset=islington");
        var page = refused(visitor.sendFrom(form, NEW, fields(form, "from-year", "2020")));
        assertEquals("Error: First day must be tomorrow or later: applications that came before are judged by what held then", page.select("#from-error").text());
        var kept = visitor.follow(visitor.sendFrom(form, NEW, fields(form)));
        assertTrue(kept.text().contains("within 21 calendar days of the threshold decision"), kept.text());
        assertEquals("t", HubRows.one("select upper(a.during) = hub.today() + 1 and lower(b.during) = hub.today() + 1 from hub.trigger_arrangement a, hub.trigger_arrangement b where jsonb_array_length(a.spans) = 4 and jsonb_array_length(b.spans) = 3"));
    }

    @Test
    @TestSecurity(user = "admin")
    void ofTwoAdministratorsTheSecondIsShownWhatTheFirstSaved() {
        var first = visitor.page(NEW + "?preset=statutory");
        begin("statutory");
        var second = visitor.page(NEW + "?preset=now");
        visitor.follow(visitor.sendFrom(second, NEW, fields(second, "complaints", "2")));
        var answer = visitor.sendFrom(second, NEW, fields(second, "complaints", "1"));
        assertEquals(409, answer.statusCode(), answer.asString());
        var conflict = Jsoup.parse(answer.asString());
        assertTrue(conflict.select("#conflict").text().contains("Qualifying complaints 2 1"), conflict.select("#conflict").text());
        assertEquals(409, visitor.sendFrom(first, NEW, fields(first)).statusCode(), "who read that there was none");
        var kept = visitor.follow(visitor.sendFrom(conflict, NEW, fields(conflict)));
        assertTrue(kept.text().contains("Reports that are enough 1"), kept.text());
    }

    @Test
    @TestSecurity(user = "police")
    void everyMemberReadsItAndOnlyWhoSetsUpOrTriagesForTheBoardArrangesIt() {
        assertTrue(visitor.page(HERE).select("a[href=" + NEW + "]").isEmpty());
        for (var account : List.of("police", "observer", "infolead", "analyst")) {
            SignedIn.as(account);
            assertEquals(403, visitor.answer(NEW).statusCode(), account + ": the analyst’s panel reviews no applications");
            assertEquals(403, visitor.send("/reminders", NEW, "complaints", "3").statusCode(), account);
        }
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whoTriagesForTheBoardThatReviewsArrangesIt() {
        HubRows.run("update hub.panel set kind = 'CT_MARAC' where short_name = 'VVP'");
        try {
            assertTrue(begin("gosport").text().contains("within 20 working days of the threshold decision"));
            SignedIn.as("police");
            assertEquals(403, visitor.answer(NEW).statusCode(), "a seat alone is not enough");
        } finally {
            HubRows.run("update hub.panel set kind = 'VVP' where short_name = 'VVP'");
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void anotherPartnershipSeesNothingOfIt() {
        begin("gosport");
        SignedIn.as("hillside.police");
        assertTrue(visitor.page(HERE).text().contains("Nothing is arranged today"));
    }

    @Test
    @TestSecurity(user = "admin")
    void sqlThatGotPastThePagesRewritesNothingThatHeld() throws SQLException {
        begin("gosport");
        try (var admin = Entered.as("admin"); var police = Entered.as("police")) {
            assertEquals("42501", admin.refusal("update hub.trigger_arrangement set complaints = 1"));
            assertEquals("42501", admin.refusal("delete from hub.trigger_arrangement"));
            assertEquals("42501", police.refusal("insert into hub.trigger_arrangement (partnership_id, id, during, complaints, report_months, apply_months, weighed, discretion, spans, amber_days) values (hub.partnership(), gen_random_uuid(), 'empty', 3, 1, 6, '{}', false, '[]', 2)"));
            assertEquals(List.of(), police.all("update hub.trigger_arrangement set during = 'empty' returning id::text"));
        }
    }

    private Document begin(String preset, String... instead) {
        var form = visitor.page(NEW + "?preset=" + preset);
        return visitor.follow(visitor.sendFrom(form, NEW, fields(form, instead)));
    }

    private static String owner(String complaints) {
        try {
            HubRows.run("insert into hub.trigger_arrangement (partnership_id, id, during, complaints, report_months, apply_months, weighed, discretion, spans, amber_days) select id, gen_random_uuid(), 'empty', " + complaints
                    + ", 1, 6, '{}', false, '[]', 2 from hub.partnership limit 1");
            return "";
        } catch (RuntimeException e) {
            return ((SQLException) e.getCause()).getSQLState();
        }
    }

    /** What the form would send as it stands; the pairs given replace its values. */
    private static String[] fields(Document page, String... instead) {
        Map<String, String> others = new LinkedHashMap<>();
        for (int i = 0; i < instead.length; i += 2) {
            others.put(instead[i], instead[i + 1]);
        }
        List<String> fields = new ArrayList<>();
        page.select("main form[method=post] input[name], main form[method=post] select[name]").stream().filter(e -> !e.attr("name").equals("form-token") && (!e.attr("type").equals("checkbox") || e.hasAttr("checked"))).forEach(e -> {
            var name = e.attr("name");
            fields.addAll(List.of(name, others.getOrDefault(name, e.tagName().equals("select") ? e.select("option[selected]").val() : e.val())));
        });
        return fields.toArray(String[]::new);
    }

    private static void set(String[] fields, String name, int which, String value) {
        int seen = 0;
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(name) && seen++ == which) {
                fields[i + 1] = value;
                return;
            }
        }
        throw new AssertionError("no " + name + " " + which);
    }

    private static Document refused(Response answer) {
        assertEquals(422, answer.statusCode(), answer.asString());
        return Jsoup.parse(answer.asString());
    }
}
