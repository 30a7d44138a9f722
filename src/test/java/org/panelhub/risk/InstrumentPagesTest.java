package org.panelhub.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class InstrumentPagesTest {

    private final Visitor visitor = new Visitor();

    /** Other tests assess with the demo's edition. */
    @AfterEach
    void theDemosEditionIsInUseAgain() throws SQLException {
        try (var owner = HubDatabase.asOwner(); var statement = owner.createStatement()) {
            statement.execute("delete from hub.instrument i where i.edition > 1 or i.name like 'Our %'");
            statement.execute("update hub.instrument set during = daterange(hub.today() - 400, null)");
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void theAdministratorAddsTheAreasOwnWhichTakesThePlaceOfTheExample() {
        assertTrue(visitor.page("/set-up/instruments").text().contains("Example: to be replaced by your area’s own"));
        var added = visitor.done("/set-up/instruments", "/set-up/instruments", "name", "Our assessment", "definition", Instruments.example(Purpose.VULNERABILITY));
        assertTrue(added.text().contains("Added: Our assessment, edition 1. It is in use from today."), added.text());
        var row = added.select("tr:contains(Our assessment)");
        assertTrue(row.text().contains("In use"), row.text());
        var one = visitor.page(row.select("a").attr("href"));
        assertTrue(one.text().contains("How often does it happen?"));
        assertTrue(one.text().contains("High by itself"));
    }

    @Test
    @TestSecurity(user = "admin")
    void anInstrumentIsForThePersonOrForTheCaseAndItsNameStaysWithThat() {
        var added = visitor.done("/set-up/instruments", "/set-up/instruments", "purpose", "CASE_RATING", "name", "Our rating", "definition", Instruments.example(Purpose.CASE_RATING));
        assertTrue(added.select("tr:contains(Our rating)").text().contains("Rating of the case") && added.select("tr:contains(Our rating)").text().contains("In use"), added.text());
        assertTrue(added.select("tr:contains(Victim vulnerability assessment)").text().contains("In use"), "the rating takes the place of no assessment of a person");
        assertTrue(visitor.page(added.select("a:contains(Our rating)").attr("href")).text().contains("Standard 0 to 19"));
        var other = visitor.send("/set-up/instruments", "/set-up/instruments", "purpose", "VULNERABILITY", "name", "Our rating", "definition", Instruments.example(Purpose.VULNERABILITY));
        assertEquals(422, other.statusCode());
        assertTrue(Jsoup.parse(other.asString()).select("#name-error").text().contains("for something else"));
        var none = visitor.send("/set-up/instruments", "/set-up/instruments", "purpose", "NOTHING", "name", "Our thing", "definition", Instruments.example(Purpose.VULNERABILITY));
        assertEquals(422, none.statusCode());
    }

    @Test
    @TestSecurity(user = "admin")
    void aDefinitionThatCannotBeUsedIsRefusedWithThePlaceAndKeptAsTyped() {
        var wrong = Instruments.example(Purpose.VULNERABILITY).replace("\"from\": 14", "\"from\": 13");
        var answer = visitor.send("/set-up/instruments", "/set-up/instruments", "name", "Our assessment", "definition", wrong);
        assertEquals(422, answer.statusCode());
        var page = Jsoup.parse(answer.asString());
        assertTrue(page.select(".govuk-error-summary").text().contains("LOW (to 13) and MEDIUM (from 13) overlap"), page.text());
        assertTrue(page.select("textarea[name=definition]").text().contains("\"from\": 13"));
    }

    @Test
    @TestSecurity(user = "admin")
    void anInstrumentThatIsNotThereIsNotFound() {
        assertEquals(404, visitor.answer("/set-up/instruments/" + UUID.randomUUID()).statusCode());
        assertEquals(404, visitor.answer("/set-up/instruments/none").statusCode());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void nobodyElseSetsItUp() {
        assertEquals(403, visitor.answer("/set-up/instruments").statusCode());
        SignedIn.as("police");
        assertEquals(403, new Visitor().answer("/set-up/instruments").statusCode());
    }
}
