package org.panelhub.trigger.bodies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;
import org.panelhub.time.WorkingDays;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Whom an application makes it necessary to tell is worked out from what was told, with a day by which; whom the board asks is chased until an answer is here. */
@QuarkusTest
class AskingPagesTest {

    @Inject
    WorkingDays workingDays;

    private final Visitor visitor = new Visitor();
    private final UUID application = UUID.randomUUID();
    private String path;

    @BeforeEach
    void applied() {
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, hate, respondent_minor, children, landlord) "
                + "select partnership_id, ?, id, '', hub.today() - 10, 'ONLINE', 'PERSON', 'Ivy Marlow', 'YES', 'YES', 'NO', 'Kestrel Homes' from hub.panel where kind = 'CT_MARAC'", application);
        path = "/triggers/" + HubRows.one("select reference from hub.trigger where id = ?", application) + "/people";
        SignedIn.as("spoc");
    }

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.trigger_asking where trigger_id = ?", application);
        HubRows.run("delete from hub.trigger where id = ?", application);
    }

    private static String[] fields(Document page, String... changed) {
        var fields = new ArrayList<String>();
        for (var name : List.of("what", "due-day", "due-month", "due-year", "told-day", "told-month", "told-year", "how", "answered-day", "answered-month", "answered-year", "answer", "notNeeded", "recipient", "agency", "version", "once")) {
            var input = page.select("form [name=" + name + "]");
            if (!input.isEmpty()) {
                fields.addAll(List.of(name, input.first().tagName().equals("textarea") ? input.first().text() : input.first().tagName().equals("select") ? "" : input.val()));
            }
        }
        for (int i = 0; i < changed.length; i += 2) {
            int at = fields.indexOf(changed[i]);
            if (at < 0) {
                fields.addAll(List.of(changed[i], changed[i + 1]));
            } else {
                fields.set(at + 1, changed[i + 1]);
            }
        }
        return fields.toArray(String[]::new);
    }

    @Test
    void whomItMakesNecessaryToTellStandsThereByItselfWithADayAndIsDoneOnceToldOrSaidWhyNot() {
        var list = visitor.page(path);
        assertEquals(4, list.select("table").first().select("tbody tr").size(), list.text());
        assertTrue(list.text().contains("Hate Crime Coordinator") && list.text().contains("Riverside Police") && list.text().contains("Kestrel Homes") && list.text().contains("under 18"), list.text());
        assertEquals(4, list.select("tbody .govuk-tag:contains(Late)").size(), "ten days have gone by");
        var form = visitor.page(path + "/hate");
        assertTrue(form.text().contains("Hate Crime Coordinator"));
        visitor.follow(visitor.sendFrom(form, path + "/hate", fields(form, "how", "By telephone")));
        var landlord = visitor.page(path + "/landlord");
        var after = visitor.follow(visitor.sendFrom(landlord, path + "/landlord", fields(landlord, "told-day", "", "told-month", "", "told-year", "", "notNeeded", "It is the council’s own home")));
        assertEquals(2, after.select("tbody .govuk-tag:contains(Late)").size(), after.text());
        assertTrue(after.text().contains("By telephone") && after.text().contains("Not needed: It is the council’s own home"), after.text());
    }

    @Test
    void howSoonOthersAreToldAndAnswerIsWhatTheProcedureOfTheDayOfReceiptSays() {
        HubRows.run("update hub.trigger set received_on = '2013-06-03' where id = ?", application);
        HubRows.run("insert into hub.trigger_arrangement (partnership_id, id, during, complaints, report_months, apply_months, weighed, discretion, spans, amber_days, tell_within, answer_within) "
                + "select partnership_id, id, '[2013-06-03,2013-06-04)', 3, 1, 6, '{}', false, '[]', 2, 30, 1 from hub.trigger where id = ?", application);
        try {
            assertTrue(visitor.page(path).select("tbody").first().text().contains("15 Jul"), "thirty working days from the day of receipt");
            var form = visitor.page(path + "/information");
            var by = LocalDate.of(Integer.parseInt(form.select("[name=due-year]").val()), Integer.parseInt(form.select("[name=due-month]").val()), Integer.parseInt(form.select("[name=due-day]").val()));
            assertEquals(workingDays.add(LocalDate.parse(HubRows.one("select hub.today()::text")), 1), by, "the next working day");
        } finally {
            HubRows.run("delete from hub.trigger_arrangement where id = ?", application);
        }
    }

    @Test
    void whoeverIsAskedIsChasedUntilTheAnswerIsHere() {
        var form = visitor.page(path + "/information");
        var sent = fields(form, "recipient", "Harbour Leisure Ltd", "what", "Who had the keys in May?", "must", "true", "due-day", "1", "due-month", "1", "due-year", "2030", "how", "By telephone");
        var unsaid = visitor.sendFrom(form, path + "/information", fields(form, "recipient", "Harbour Leisure Ltd", "what", "Who had the keys in May?"));
        assertTrue(unsaid.statusCode() == 422 && unsaid.asString().contains("Say how they were asked: the hub asks nobody itself"), "the hub only keeps that somebody was asked");
        assertTrue(visitor.page(path).text().contains("Record whom you asked"));
        assertTrue(visitor.follow(visitor.sendFrom(form, path + "/information", sent)).text().contains("Harbour Leisure Ltd"));
        assertEquals(303, visitor.sendFrom(form, path + "/information", sent).statusCode());
        assertEquals("1", HubRows.one("select count(*) from hub.trigger_asking where trigger_id = ? and reason = 'INFORMATION'", application), "sent twice it is one");
        var one = visitor.page(path).select("a:contains(Harbour Leisure)").attr("href");
        var another = visitor.page(path + "/information");
        assertFalse(another.text().contains("Harbour Leisure Ltd"), "whoever is asked next is somebody else");
        assertTrue(visitor.follow(visitor.sendFrom(another, path + "/information", fields(another, "recipient", "The caretaker", "what", "Who has keys?", "how", "At the door"))).text().contains("The caretaker"));
        var page = visitor.page(one);
        var today = fields(page, "chased-day", page.select("[name=told-day]").val(), "chased-month", page.select("[name=told-month]").val(), "chased-year", page.select("[name=told-year]").val());
        assertTrue(visitor.follow(visitor.sendFrom(page, one, today)).text().contains("Chased on"));
        var again = visitor.page(one);
        var answered = visitor.follow(visitor.sendFrom(again, one, fields(again, "answer", "The caretaker", "answered-day", page.select("[name=told-day]").val(), "answered-month", page.select("[name=told-month]").val(), "answered-year",
                page.select("[name=told-year]").val())));
        assertTrue(answered.text().contains("The caretaker") && answered.text().contains("must answer"), answered.text());
        assertEquals(1, answered.select("table").get(1).select(".govuk-tag:contains(Done)").size());
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndTheSecondIsShownBoth() {
        var form = visitor.page(path + "/information");
        var refused = visitor.sendFrom(form, path + "/information", fields(form, "what", "", "recipient", "", "due-day", "30", "due-month", "2"));
        assertEquals(422, refused.statusCode());
        var again = Jsoup.parse(refused.asString());
        assertTrue(!again.select("#recipient-error").isEmpty() && !again.select("#what-error").isEmpty() && !again.select("#due-error").isEmpty(), again.text());
        var early = visitor.page(path + "/youth");
        visitor.follow(visitor.sendFrom(early, path + "/youth", fields(early, "how", "By mail")));
        var second = visitor.sendFrom(early, path + "/youth", fields(early, "how", "By letter"));
        assertEquals(409, second.statusCode(), "somebody else has recorded it in the meantime");
        assertTrue(second.asString().contains("By mail") && second.asString().contains("By letter"));
        assertEquals("1", HubRows.one("select count(*)::text from hub.trigger_asking where trigger_id = ?", application));
    }

    @Test
    void theBoardReadsItOnceTheReviewIsOpenAndWritesNothing() {
        assertEquals(404, visitor.answer(path + "/nothing").statusCode());
        SignedIn.as("police");
        assertEquals(404, visitor.answer(path).statusCode());
        var review = UUID.randomUUID();
        HubRows.run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject) select partnership_id, ?, panel_id, 'RV-T9997', 'A review' from hub.trigger where id = ?", review, application);
        HubRows.run("update hub.trigger set state = 'MET', case_id = ? where id = ?", review, application);
        try {
            var page = visitor.page(path);
            assertTrue(page.text().contains("Hate Crime Coordinator"));
            assertTrue(page.select("a:contains(Record)").isEmpty());
            assertEquals(403, visitor.answer(path + "/hate").statusCode());
            assertEquals(403, visitor.send("/my-account", path + "/hate", "what", "x").statusCode());
            SignedIn.as("hillside.coordinator");
            assertEquals(404, visitor.answer(path).statusCode());
        } finally {
            HubRows.run("delete from hub.trigger where id = ?", application);
            HubRows.run("delete from hub.case_file where id = ?", review);
        }
    }
}
