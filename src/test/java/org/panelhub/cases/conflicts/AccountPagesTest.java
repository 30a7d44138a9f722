package org.panelhub.cases.conflicts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class AccountPagesTest {

    private static final String PAGE = "/my-account";

    private final Visitor visitor = new Visitor();

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.case_bar where how = 'FOUND'");
        HubRows.run("delete from hub.member_identity");
        HubRows.run("delete from hub.private_relation");
        HubRows.run("delete from hub.outbox where template in ('conflict-to-decide', 'deputy-needed')");
    }

    @Test
    @TestSecurity(user = "fire")
    void whatIsMissingIsSaidBesideItsFieldAndWhatWasTypedStays() {
        var wrong = visitor.send(PAGE, PAGE + "/identity", "givenNames", "Stan", "familyName", "", "formerNames", "", "born-day", "31", "born-month", "2", "born-year", "1980");
        assertEquals(422, wrong.statusCode());
        var text = wrong.asString();
        assertTrue(text.contains("Enter family name") && text.contains("Date of birth must be a real date") && text.contains("Confirm that these are your own"), text);
        assertTrue(text.contains("value=\"Stan\""), "what was typed stays");
        var alone = visitor.send(PAGE, PAGE + "/relations", "knownName", "Okoro", "relation", "");
        assertEquals(422, alone.statusCode());
        assertTrue(alone.asString().contains("Full name must have a given name and a family name") && alone.asString().contains("Enter how you know this person"));
    }

    @Test
    @TestSecurity(user = "fire")
    void theAnswerReadsTheSameWhetherSomethingWasFoundOrNot() {
        var nothing = give("Stanislav", "Nowhere", "4", "5", "1971");
        visitor.follow(visitor.sendFrom(nothing, PAGE + "/identity/take-back"));
        var found = give("Leonard", "Fitch", "2", "11", "1948");
        assertEquals("FOUND", HubRows.one("select b.how from hub.case_bar b join hub.case_file c on c.id = b.case_id join hub.member m on m.id = b.member_id where c.reference = 'RV-M2XDT' and m.name = 'Stan Kowalski'"),
                "or the test compares nothing");
        assertEquals(told(nothing), told(found).replace("Leonard Fitch", "Stanislav Nowhere").replace("2 November 1948", "4 May 1971"));

        assertEquals(404, visitor.answer("/cases/RV-M2XDT").statusCode());
        assertFalse(visitor.page("/cases").text().contains("RV-M2XDT"));
        assertFalse(visitor.page("/").text().contains("RV-M2XDT"));
        assertFalse(visitor.page(PAGE).text().contains("Compared"));
    }

    private Document give(String given, String family, String day, String month, String year) {
        return visitor.done(PAGE, PAGE + "/identity", "givenNames", given, "familyName", family, "formerNames", "", "born-day", day, "born-month", month, "born-year", year, "agree", "true");
    }

    private static String told(Document page) {
        return page.select("main").text();
    }

    @Test
    @TestSecurity(user = "fire")
    void takingItBackDeletesItAndNoRecordHoldsIt() {
        give("Leonard Quillfeather", "Fitch", "2", "11", "1948");
        visitor.done(PAGE, PAGE + "/relations", "knownName", "Xanthe Quillfeather", "relation", "aunt");
        assertEquals("0", HubRows.one("select count(*) from audit.detail where body::text like '%uillfeather%'"));
        assertEquals("0", HubRows.one("select count(*) from audit.entry where subject like '%uillfeather%'"));
        var page = visitor.page(PAGE);
        assertTrue(page.text().contains("Xanthe Quillfeather"));
        visitor.follow(visitor.sendFrom(page, page.select("form[action$=/remove]").attr("action")));
        visitor.done(PAGE, PAGE + "/identity/take-back");
        assertEquals("0", HubRows.one("select (select count(*) from hub.member_identity) + (select count(*) from hub.private_relation)"));
        assertEquals(404, visitor.answer("/cases/RV-M2XDT").statusCode(), "what was found meanwhile stands until it is decided");
    }

    @Test
    @TestSecurity(user = "fire")
    void nobodyElseReadsIt() {
        visitor.done(PAGE, PAGE + "/relations", "knownName", "Xanthe Quillfeather", "relation", "aunt");
        var id = HubRows.one("select id from hub.private_relation");
        for (var other : new String[] {"chair", "admin", "infolead", "coordinator"}) {
            SignedIn.as(other);
            assertFalse(visitor.page(PAGE).text().contains("Quillfeather"), other);
            assertEquals(404, visitor.send(PAGE, PAGE + "/relations/" + id + "/remove").statusCode(), other);
        }
    }
}
