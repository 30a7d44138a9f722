package org.panelhub.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;
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
            statement.execute("delete from hub.instrument i where i.edition > 1 or i.name like 'Our %' or i.purpose = 'DOMESTIC_ABUSE' or i.name like 'Case rating%'");
            statement.execute("update hub.instrument set during = daterange(hub.today() - 400, null)");
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void theAdministratorAddsTheAreasOwnWhichTakesThePlaceOfTheExample() {
        assertTrue(visitor.page("/set-up/instruments").text().contains("Example: to be replaced by your area’s own"));
        var added = visitor.done("/set-up/instruments", "/set-up/instruments", "name", "Our assessment", "definition", Shipped.VULNERABILITY.definition());
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
        var added = visitor.done("/set-up/instruments", "/set-up/instruments", "purpose", "CASE_RATING", "name", "Our rating", "definition", Shipped.CAMBRIDGE.definition());
        assertTrue(added.select("tr:contains(Our rating)").text().contains("Rating of the case") && added.select("tr:contains(Our rating)").text().contains("In use"), added.text());
        assertTrue(added.select("tr:contains(Victim vulnerability assessment)").text().contains("In use"), "the rating takes the place of no assessment of a person");
        assertTrue(visitor.page(added.select("a:contains(Our rating)").attr("href")).text().contains("Standard 0 to 19"));
        var other = visitor.send("/set-up/instruments", "/set-up/instruments", "purpose", "VULNERABILITY", "name", "Our rating", "definition", Shipped.VULNERABILITY.definition());
        assertEquals(422, other.statusCode());
        assertTrue(Jsoup.parse(other.asString()).select("#name-error").text().contains("for something else"));
        var none = visitor.send("/set-up/instruments", "/set-up/instruments", "purpose", "NOTHING", "name", "Our thing", "definition", Shipped.VULNERABILITY.definition());
        assertEquals(422, none.statusCode());
    }

    @Test
    @TestSecurity(user = "admin")
    void aDefinitionThatCannotBeUsedIsRefusedWithThePlaceAndKeptAsTyped() {
        var wrong = Shipped.VULNERABILITY.definition().replace("\"from\": 14", "\"from\": 13");
        var answer = visitor.send("/set-up/instruments", "/set-up/instruments", "name", "Our assessment", "definition", wrong);
        assertEquals(422, answer.statusCode());
        var page = Jsoup.parse(answer.asString());
        assertTrue(page.select(".govuk-error-summary").text().contains("LOW (to 13) and MEDIUM (from 13) overlap"), page.text());
        assertTrue(page.select("textarea[name=definition]").text().contains("\"from\": 13"));
    }

    private static final String TABLE = """
            what,key,text,help,section,kind,weight,high,source,if question,if answers,from,to
            question,often,How often?,"Count all, also what was not reported",Events
            answer,seldom,Seldom,,,,0
            answer,daily,Most days,,,,3,yes
            question,threat,A threat?,,Events,YES_NO,2,,yes
            question,what,Of what?,,Events,TEXT,,,,threat,yes
            band,LOW,,,,,,,,,,0,2
            band,HIGH,,,,,,,,,,3,5
            """;

    @Test
    @TestSecurity(user = "admin")
    void anInstrumentComesFromASpreadsheetIsLookedAtAndThenAdded() {
        var looked = Jsoup.parse(visitor.send("/set-up/instruments", "/set-up/instruments", "name", "Our table", "definition", TABLE, "then", "look").asString());
        assertTrue(looked.text().contains("Nothing is added yet.") && looked.text().contains("Most days High by itself 3") && looked.text().contains("Asked only if “A threat?” is “Yes”"), looked.text());
        assertEquals("0", HubRows.one("select count(*)::text from hub.instrument where name = 'Our table'"));
        assertTrue(looked.select("textarea[name=definition]").text().contains("question,often"), "what was pasted stays");
        var added = visitor.done("/set-up/instruments", "/set-up/instruments", "name", "Our table", "definition", TABLE, "then", "add");
        assertTrue(added.text().contains("Added: Our table, edition 1"), added.text());
    }

    @Test
    @TestSecurity(user = "admin")
    void ofThreeHundredQuestionsWithTenFaultsEachFaultIsNamedWithItsLineAndNothingIsLost() {
        var table = new StringBuilder("what,key,text,kind,weight,from,to\n");
        var expected = new ArrayList<String>();
        for (int n = 0; n < 300; n++) {
            boolean faulty = n % 30 == 7;
            table.append("question,q").append(n).append(faulty ? "," : ",Question " + n).append(",YES_NO,1\n");
            if (faulty) {
                expected.add("line " + (n + 2) + ".text: is missing");
            }
        }
        table.append("band,LOW,,,,0,99\nband,HIGH,,,,100,300\n");
        var page = Jsoup.parse(visitor.send("/set-up/instruments", "/set-up/instruments", "name", "Our long one", "definition", table.toString(), "then", "add").asString());
        assertEquals(expected, page.select("ol.govuk-list--number li").eachText());
        assertTrue(page.select(".govuk-error-summary").text().contains("10 things are wrong with it. The first: line 9.text: is missing"), page.select(".govuk-error-summary").text());
        assertEquals(table.toString().strip().lines().count(), page.select("textarea[name=definition]").text().lines().count());
        var other = Jsoup.parse(visitor.send("/set-up/instruments", "/set-up/instruments", "name", "Our long one", "definition", "what,key,text\nthing,x,y\nquestion,x,y,z\n").asString());
        assertTrue(other.text().contains("line 2: the first column must be question, answer or band"), other.text());
        assertTrue(Jsoup.parse(visitor.send("/set-up/instruments", "/set-up/instruments", "name", "Our long one", "definition", "neither one nor the other").asString()).text().contains("This is not JSON, and no table either"));
    }

    @Test
    @TestSecurity(user = "admin")
    void eachThatIsShippedIsAddedOnceAndTheChecklistIsForAConferenceOnDomesticAbuse() {
        for (var shipped : Shipped.values()) {
            // The demo has these two.
            if (shipped != Shipped.VULNERABILITY && shipped != Shipped.CAMBRIDGE) {
                var added = visitor.done("/set-up/instruments", "/set-up/instruments/example", "shipped", shipped.name());
                assertTrue(added.text().contains("Added: " + shipped.title() + ", edition 1"), added.text());
                assertTrue(added.select("input[value=" + shipped.name() + "]").isEmpty());
            }
        }
        var none = visitor.send("/set-up/instruments", "/set-up/instruments/example", "shipped", "");
        assertEquals(422, none.statusCode());
        var checklist = DefinitionReader.read(Shipped.CHECKLIST.definition());
        assertEquals(24, checklist.questions().size());
        assertTrue(checklist.questions().stream().allMatch(q -> q.kind() == Kind.YES_NO && q.source()));
        var answers = new HashMap<String, String>();
        checklist.questions().forEach(q -> answers.put(q.key(), answers.size() < 13 ? "yes" : "unknown"));
        assertEquals(Band.LOW, checklist.score(answers).band(), "thirteen is no visible high risk; judgement may say so all the same");
        answers.put(checklist.questions().getLast().key(), "yes");
        assertEquals(Band.HIGH, checklist.score(answers).band(), "fourteen always is");
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
