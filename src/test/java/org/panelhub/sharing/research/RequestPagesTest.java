package org.panelhub.sharing.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class RequestPagesTest {

    private static final String ASKED = "/cases/RV-P9ZTG/requests";

    private final Visitor visitor = new Visitor();

    @Test
    @TestSecurity(user = "fire")
    void anAgencySeesWhatIsAskedOfItAndWhatIsLate() {
        var page = visitor.page("/requests");
        assertTrue(page.text().contains("Leonard Fitch") && page.text().contains("Late"), page.text());
        SignedIn.as("police.other");
        assertTrue(visitor.page("/requests").text().contains("No panel waits"), "no seat");
    }

    @Test
    @TestSecurity(user = "analyst")
    void theAnalystAsksAndTheAgencyAnswersAndOnlyThatItAnsweredIsSeen() throws SQLException {
        // The police have nothing on this case yet, whatever was prepared elsewhere and never released.
        HubRows.run("delete from hub.item where state = 'PREPARED' and body like 'Bars stay hidden %'");
        var form = visitor.page(ASKED);
        var police = form.select("#" + form.select("label:contains(Riverside Police)").attr("for")).attr("value");
        var day = LocalDate.now().plusDays(5);
        var after = visitor.follow(visitor.sendFrom(form, ASKED, "agencies", police, "question", "What is known?", "due-day", "" + day.getDayOfMonth(), "due-month", "" + day.getMonthValue(), "due-year", "" + day.getYear()));
        assertTrue(after.text().contains("Waiting"));
        try (var connection = HubDatabase.asOwner(); var rows = connection.createStatement()
                .executeQuery("select o.subject || o.body from hub.outbox o join hub.sign_in s on s.member_id = o.to_member where s.subject = 'demo-police' and o.template = 'research-asked' order by o.made_at desc limit 1")) {
            assertTrue(rows.next(), "the seat holder is told");
            assertFalse(rows.getString(1).contains("Walsh") || rows.getString(1).contains("RV-P9ZTG"), rows.getString(1));
        }
        var twice = visitor.sendFrom(form, ASKED, "agencies", police, "question", "Again?", "due-day", "" + day.getDayOfMonth(), "due-month", "" + day.getMonthValue(), "due-year", "" + day.getYear());
        assertEquals(422, twice.statusCode());
        assertTrue(twice.asString().contains("asked already"));

        SignedIn.as("police");
        var page = visitor.page("/cases/RV-P9ZTG/information");
        assertTrue(page.text().contains("Asked of us by"));
        var answer = page.select("form[action^=/requests/]").first().attr("action");
        var early = visitor.sendFrom(page, answer, "answer", "INFORMATION");
        assertEquals(422, early.statusCode());
        assertTrue(early.asString().contains("Enter your information first"));
        var back = visitor.follow(visitor.sendFrom(page, answer, "answer", "NOTHING_KNOWN", "back", "/cases/RV-P9ZTG/information"));
        assertTrue(back.text().contains("Answered: nothing known."));
        assertEquals(422, visitor.sendFrom(page, answer, "answer", "NOTHING_KNOWN").statusCode(), "answered once");

        SignedIn.as("coordinator");
        assertTrue(visitor.page(ASKED).text().contains("Nothing known"));
        SignedIn.as("housing");
        assertFalse(visitor.page(ASKED).text().contains("Riverside Police"), "what another agency was asked is not theirs to see");
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whoeverIsBarredFromTheCaseIsNotToldThatItIsAskedAbout() throws SQLException {
        var form = visitor.page(ASKED);
        var childrens = form.select("#" + form.select("label:contains(children’s services)").attr("for")).attr("value");
        var day = LocalDate.now().plusDays(5);
        var after = visitor.follow(visitor.sendFrom(form, ASKED, "agencies", childrens, "question", "What is known?", "due-day", "" + day.getDayOfMonth(), "due-month", "" + day.getMonthValue(), "due-year", "" + day.getYear()));
        assertTrue(after.text().contains("needs a deputy"), after.text());
        try (var connection = HubDatabase.asOwner(); var rows = connection.createStatement()
                .executeQuery("select count(*) from hub.outbox o join hub.sign_in s on s.member_id = o.to_member where s.subject = 'demo-childrens' and o.template = 'research-asked'")) {
            assertTrue(rows.next());
            assertEquals(0, rows.getInt(1));
        }
    }

    @Test
    @TestSecurity(user = "analyst")
    void aDayInThePastOrNoAgencyIsRefused() {
        var answer = visitor.send(ASKED, ASKED, "question", "What is known?", "due-day", "1", "due-month", "1", "due-year", "2020");
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("Choose at least one agency") && answer.asString().contains("must not be in the past"));
    }

    @Test
    @TestSecurity(user = "police")
    void aRepresentativeMayNotAskAndAnswersOnlyForItsOwnAgency() throws SQLException {
        var page = visitor.page(ASKED);
        assertEquals(403, visitor.sendFrom(visitor.page("/requests"), ASKED, "question", "x").statusCode());
        assertTrue(page.select("textarea").isEmpty());
        try (var connection = HubDatabase.asOwner(); var rows = connection.createStatement()
                .executeQuery("select q.id::text from hub.research_request q join hub.agency a on a.id = q.agency_id where a.short_name = 'fire brigade' and q.answered_at is null limit 1")) {
            assertTrue(rows.next());
            assertEquals(404, visitor.send("/requests", "/requests/" + rows.getString(1) + "/answer", "answer", "NOTHING_KNOWN").statusCode());
        }
    }
}
