package org.panelhub.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** What an agency enters and corrects, and who sees which item of a case. */
@QuarkusTest
class InformationPagesTest {

    private static final String CASE = "/cases/RV-7K4QM/information";
    private static final String OTHER_CASE = "/cases/RV-M2XDT/information";
    private static final String WITHHELD = "Medication history";

    private final Visitor visitor = new Visitor();
    private final ItemDesk desk = new ItemDesk(visitor);

    @Test
    @TestSecurity(user = "mentalhealth")
    void anAgencySeesItsOwnAndWhatWasReleasedToIt() {
        var page = visitor.page(CASE);
        assertTrue(page.text().contains("Ours, Riverside mental health trust"));
        assertTrue(page.text().contains(WITHHELD) && page.text().contains("Not necessary for the plan. Nobody outside Riverside mental health trust can see that this exists."), page.text());
        assertTrue(page.text().contains("Four calls from the address") && page.text().contains("Handling, code P: not to be repeated to the family."));
        assertTrue(page.text().contains("A named associate"), "code C, and its agency is named");
        assertTrue(page.text().contains("Home visit done") && page.text().contains("shared verbally"), "was present");
        assertFalse(page.text().contains("Care assessment offered"), "released to police only");
        assertFalse(page.text().contains("A warning was given"), "prepared by police, not released");
        assertFalse(page.text().contains("null"));
    }

    @Test
    @TestSecurity(user = "police")
    void aWithheldItemIsInvisibleToEverybodyElseAndAnswersAsAnUnknownOneDoes() {
        var id = ItemDesk.itemId(WITHHELD);
        var unknown = strip(visitor.answer("/items/" + UUID.randomUUID()));
        for (var account : List.of("police", "police.other", "housing", "socialcare", "childrens", "coordinator", "chair", "analyst", "infolead", "admin", "unsigned", "hillside.police", "hillside.coordinator")) {
            SignedIn.as(account);
            var answer = visitor.answer("/items/" + id);
            assertEquals(404, answer.statusCode(), account);
            if (account.equals("police")) {
                assertEquals(unknown, strip(answer));
            }
            for (var path : List.of("/cases?q=medication", "/cases/RV-7K4QM", CASE, "/cases/RV-7K4QM/timeline", "/cases/RV-7K4QM/access", "/cases/RV-7K4QM/risk", "/cases/RV-7K4QM/requests", "/requests",
                    "/api/cases/RV-7K4QM/items", "/api/disclosures", "/api/cases/RV-7K4QM")) {
                var seen = visitor.answer(path).asString();
                assertFalse(seen.contains(WITHHELD) || seen.contains("Not necessary for the plan"), account + " " + path);
                assertFalse(seen.contains(id), account + " " + path);
            }
        }
    }

    @Test
    @TestSecurity(user = "socialcare")
    void codeCReachesOnlyTheRecipientsItNames() {
        var associate = "A named associate";
        assertFalse(visitor.page(CASE).text().contains(associate));
        SignedIn.as("housing");
        assertTrue(visitor.page(CASE).text().contains(associate), "named as a member");
        SignedIn.as("coordinator");
        assertFalse(visitor.page(CASE).text().contains(associate));
        SignedIn.as("fire");
        assertFalse(visitor.page(CASE).text().contains(associate));
    }

    @Test
    @TestSecurity(user = "childrens")
    void servicesOfOneSignatoryAreApart() {
        SignedIn.as("socialcare");
        var text = "Only adult social care knows " + UUID.randomUUID();
        var id = desk.enter(OTHER_CASE, text);
        SignedIn.as("childrens");
        assertFalse(visitor.page(OTHER_CASE).text().contains(text));
        assertEquals(404, visitor.answer("/items/" + id).statusCode());
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void anItemWithADateInTheFutureOrWithoutWordsIsRefusedAndKeptAsTyped() {
        var tomorrow = LocalDate.now().plusDays(2);
        var answer = visitor.send(CASE + "/new", CASE + "/new", "nature", "FACT", "body", "Kept as typed", "marking", "OFFICIAL", "handlingCode", "C", "handling", "", "sourceDate-day", "" + tomorrow.getDayOfMonth(),
                "sourceDate-month", "" + tomorrow.getMonthValue(), "sourceDate-year", "" + tomorrow.getYear());
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("Date of the source must not be in the future") && answer.asString().contains("Kept as typed") && answer.asString().contains("conditions that code C requires"));
        assertEquals(422, visitor.send(CASE + "/new", CASE + "/new", "nature", "", "body", "", "marking", "SECRET").statusCode());
    }

    @Test
    @TestSecurity(user = "housing")
    void theSecondToCorrectAnItemIsShownWhatTheFirstSaved() {
        var id = desk.enter(OTHER_CASE, "First words " + UUID.randomUUID());
        var opened = visitor.page("/items/" + id + "/edit");
        visitor.follow(desk.correct(opened, id, "Saved first"));
        var second = desk.correct(opened, id, "Saved second");
        assertEquals(409, second.statusCode());
        assertTrue(second.asString().contains("Saved first") && second.asString().contains("Saved second"));
    }

    @Test
    @TestSecurity(user = "unsigned")
    void anAgencyWithoutSignatureReadsAndCorrectsItsOwnOnly() {
        assertEquals(404, visitor.answer(CASE).statusCode());
        var id = ItemDesk.itemId("Former tenant of Harbour Homes");
        assertTrue(visitor.page("/items/" + id).text().contains("Former tenant of Harbour Homes"));
        visitor.follow(desk.correct(visitor.page("/items/" + id + "/edit"), id, "Former tenant of Harbour Homes until 2019; no complaints then."));
        assertEquals(404, visitor.answer(CASE + "/new").statusCode());
    }

    @Test
    @TestSecurity(user = "fire")
    void aSeatThatEndsWhileAPageIsOpenGetsAClearAnswer() {
        var open = visitor.page(OTHER_CASE + "/new");
        HubRows.run("update hub.seat set during = daterange(lower(during), hub.today()) where member_id = (select member_id from hub.sign_in where subject = 'demo-fire')");
        try {
            var answer = desk.enterFrom(open, OTHER_CASE, "Never kept");
            assertEquals(404, answer.statusCode());
            assertTrue(answer.asString().contains("govuk-heading"), "a page, not an empty answer");
        } finally {
            HubRows.run("update hub.seat set during = daterange(lower(during), null) where member_id = (select member_id from hub.sign_in where subject = 'demo-fire')");
        }
        assertEquals("0", HubRows.one("select count(*) from hub.item where body = 'Never kept'"));
    }

    @Test
    @TestSecurity(user = "police")
    void whatIsReadIsOnRecord() {
        visitor.page(CASE);
        var sql = "select count(*) from audit.entry e join hub.sign_in s on s.member_id = e.member_id where s.subject = 'demo-police' and e.act = 'READ' and e.kind = 'item' and e.subject = '%s'";
        assertTrue(Long.parseLong(HubRows.one(sql.formatted(ItemDesk.itemId("Care assessment offered")))) > 0, "released to police");
        assertEquals("0", HubRows.one(sql.formatted(ItemDesk.itemId(WITHHELD))));
    }

    /** Without what differs from one request to the next. */
    private static String strip(Response answer) {
        return answer.asString().replaceAll("value=\"[^\"]*\"", "");
    }
}
