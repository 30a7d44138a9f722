package org.panelhub.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
class InformationPagesTest {

    private static final String CASE = "/cases/RV-7K4QM/information";
    private static final String OTHER_CASE = "/cases/RV-M2XDT/information";
    private static final String WITHHELD = "Medication history";

    private final Visitor visitor = new Visitor();

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
    void aWithheldItemIsInvisibleToEverybodyElseAndAnswersAsAnUnknownOneDoes() throws SQLException {
        var id = itemId(WITHHELD);
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
    void servicesOfOneSignatoryAreApart() throws SQLException {
        SignedIn.as("socialcare");
        var text = "Only adult social care knows " + UUID.randomUUID();
        var id = enter(OTHER_CASE, text);
        SignedIn.as("childrens");
        assertFalse(visitor.page(OTHER_CASE).text().contains(text));
        assertEquals(404, visitor.answer("/items/" + id).statusCode());
    }

    @Test
    @TestSecurity(user = "fire")
    void anItemIsReleasedSeenAndWithdrawnAgain() throws SQLException {
        var text = "Two chip-pan fires in the flat below " + UUID.randomUUID();
        var id = enter(OTHER_CASE, text);
        SignedIn.as("housing");
        assertFalse(visitor.page(OTHER_CASE).text().contains(text));

        SignedIn.as("fire");
        var page = visitor.follow(release(OTHER_CASE, id, "toPanel", "yes"));
        assertTrue(page.text().contains("1 item released"), page.text());
        assertTrue(ours(page, text).contains("Released to the panel, until"), ours(page, text));
        SignedIn.as("housing");
        assertTrue(visitor.page(OTHER_CASE).text().contains(text));
        assertEquals(404, visitor.answer("/items/" + id + "/edit").statusCode(), "only its agency corrects it");
        SignedIn.as("police.other");
        assertEquals(404, visitor.answer("/items/" + id).statusCode());

        SignedIn.as("fire");
        var form = visitor.page("/items/" + id + "/withdraw");
        assertEquals(422, visitor.sendFrom(form, "/items/" + id + "/withdraw", "disclosures", form.select("input[name=disclosures]").attr("value"), "reason", "").statusCode());
        visitor.follow(visitor.sendFrom(form, "/items/" + id + "/withdraw", "disclosures", form.select("input[name=disclosures]").attr("value"), "reason", "Entered on the wrong person"));
        assertEquals("WITHDRAWN", state(id));
        SignedIn.as("housing");
        assertFalse(visitor.page(OTHER_CASE).text().contains(text));
        assertEquals(404, visitor.answer("/items/" + id).statusCode());
    }

    @Test
    @TestSecurity(user = "police")
    void aReleaseToOneAgencyStaysThere() throws SQLException {
        var text = "For housing only " + UUID.randomUUID();
        var id = enter(OTHER_CASE, text);
        var housing = visitor.page(OTHER_CASE + "/release").select("label:contains(Riverside Council housing)").attr("for");
        var value = visitor.page(OTHER_CASE + "/release").select("#" + housing).attr("value");
        visitor.follow(release(OTHER_CASE, id, "agencies", value));
        SignedIn.as("housing");
        assertTrue(visitor.page(OTHER_CASE).text().contains(text));
        SignedIn.as("mentalhealth");
        assertFalse(visitor.page(OTHER_CASE).text().contains(text));
    }

    @Test
    @TestSecurity(user = "police")
    void aReleaseEndsWithItsLastDay() throws SQLException {
        var text = "Until the day has passed " + UUID.randomUUID();
        var id = enter(OTHER_CASE, text);
        visitor.follow(release(OTHER_CASE, id, "toPanel", "yes"));
        owner("update hub.disclosure set during = daterange(hub.today() - 10, hub.today()) where item_id = '" + id + "'");
        assertTrue(ours(visitor.page(OTHER_CASE), text).contains("Release ended"));
        SignedIn.as("housing");
        assertFalse(visitor.page(OTHER_CASE).text().contains(text));
    }

    @Test
    @TestSecurity(user = "police")
    void whatTheLawDoesNotLetGoIsRefusedByName() throws SQLException {
        var id = enter(OTHER_CASE, "Intelligence " + UUID.randomUUID(), "handlingCode", "C", "handling", "For named officers only");
        var refused = release(OTHER_CASE, id, "toPanel", "yes");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("goes to named agencies or members only"));
        assertEquals("PREPARED", state(id));

        var withoutReason = visitor.send(OTHER_CASE + "/release?item=" + id, OTHER_CASE + "/release", "items", id, "toPanel", "yes", "necessity", "Needed", "proportionality", "Small", "consent", "REFUSED",
                "told", "no", "until-day", "1", "until-month", "1", "until-year", "2020");
        assertEquals(422, withoutReason.statusCode());
        for (var message : List.of("Enter reason for going on without consent", "Enter reason why the person was not told", "must not be in the past")) {
            assertTrue(withoutReason.asString().contains(message), message);
        }
    }

    @Test
    @TestSecurity(user = "police")
    void aGatewayForDepersonalisedSetsDoesNotReleaseANamedCase() throws SQLException {
        var id = enter(OTHER_CASE, "Under the wrong gateway " + UUID.randomUUID());
        owner("update hub.legal_basis set gateway = 'Crime and Disorder Act 1998 s17A' where agency_id = (select id from hub.agency where name = 'Riverside Police safeguarding')");
        try {
            var refused = release(OTHER_CASE, id, "toPanel", "yes");
            assertEquals(422, refused.statusCode());
            assertTrue(refused.asString().contains("depersonalised information only"));
        } finally {
            owner("update hub.legal_basis set gateway = 'Crime and Disorder Act 1998 s115' where agency_id = (select id from hub.agency where name = 'Riverside Police safeguarding')");
        }
    }

    @Test
    @TestSecurity(user = "housing")
    void theReleaseFormShowsTheLawAndWhoWillSeeIt() throws SQLException {
        var id = enter(OTHER_CASE, "Shown before it goes " + UUID.randomUUID());
        var page = visitor.page(OTHER_CASE + "/release?item=" + id);
        assertTrue(page.text().contains("Crime and Disorder Act 1998 s115") && page.text().contains("Information sharing protocol, edition 3"));
        assertTrue(page.text().contains("Riverside Police safeguarding") && !page.select("#reach-title ~ ul").text().contains("Harbour Homes"), "not signed, so it is not reached");
        assertTrue(page.text().contains("These recipients are none: Riverside Victim Care."));
        var preview = visitor.sendFrom(page, OTHER_CASE + "/release", "items", id, "preview", "yes");
        assertTrue(preview.asString().contains("Nobody yet"));
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
    @TestSecurity(user = "mentalhealth")
    void withholdingAndTakingItBackKeepsStateAndReasonTogether() throws SQLException {
        var id = enter(OTHER_CASE, "Perhaps " + UUID.randomUUID());
        visitor.done("/items/" + id + "/withhold", "/items/" + id + "/withhold", "reason", "Told in confidence");
        assertEquals("WITHHELD", state(id));
        assertTrue(visitor.page("/items/" + id).text().contains("Told in confidence"));
        visitor.done("/items/" + id, "/items/" + id + "/prepare");
        assertEquals("PREPARED", state(id));
        assertFalse(visitor.page("/items/" + id).text().contains("Told in confidence"));
        visitor.follow(release(OTHER_CASE, id, "toPanel", "yes"));
        var refused = visitor.send("/items/" + id + "/withhold", "/items/" + id + "/withhold", "reason", "Too late");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("Withdraw it first"));
        assertEquals("RELEASED", state(id));
    }

    @Test
    @TestSecurity(user = "housing")
    void theSecondToCorrectAnItemIsShownWhatTheFirstSaved() throws SQLException {
        var id = enter(OTHER_CASE, "First words " + UUID.randomUUID());
        var opened = visitor.page("/items/" + id + "/edit");
        visitor.follow(correct(opened, id, "Saved first"));
        var second = correct(opened, id, "Saved second");
        assertEquals(409, second.statusCode());
        assertTrue(second.asString().contains("Saved first") && second.asString().contains("Saved second"));
    }

    @Test
    @TestSecurity(user = "unsigned")
    void anAgencyWithoutSignatureReadsAndCorrectsItsOwnOnly() throws SQLException {
        assertEquals(404, visitor.answer(CASE).statusCode());
        var id = itemId("Former tenant of Harbour Homes");
        assertTrue(visitor.page("/items/" + id).text().contains("Former tenant of Harbour Homes"));
        visitor.follow(correct(visitor.page("/items/" + id + "/edit"), id, "Former tenant of Harbour Homes until 2019; no complaints then."));
        assertEquals(404, visitor.answer(CASE + "/new").statusCode());
    }

    @Test
    @TestSecurity(user = "fire")
    void aSeatThatEndsWhileAPageIsOpenGetsAClearAnswer() throws SQLException {
        var open = visitor.page(OTHER_CASE + "/new");
        owner("update hub.seat set during = daterange(lower(during), hub.today()) where member_id = (select member_id from hub.sign_in where subject = 'demo-fire')");
        try {
            var answer = enterFrom(open, OTHER_CASE, "Never kept");
            assertEquals(404, answer.statusCode());
            assertTrue(answer.asString().contains("govuk-heading"), "a page, not an empty answer");
        } finally {
            owner("update hub.seat set during = daterange(lower(during), null) where member_id = (select member_id from hub.sign_in where subject = 'demo-fire')");
        }
        assertEquals(0, count("select count(*) from hub.item where body = 'Never kept'"));
    }

    @Test
    @TestSecurity(user = "police")
    void whatIsReadIsOnRecord() throws SQLException {
        visitor.page(CASE);
        var sql = "select count(*) from audit.entry e join hub.sign_in s on s.member_id = e.member_id where s.subject = 'demo-police' and e.act = 'READ' and e.kind = 'item' and e.subject = '%s'";
        assertTrue(count(sql.formatted(itemId("Care assessment offered"))) > 0, "released to police");
        assertEquals(0, count(sql.formatted(itemId(WITHHELD))));
    }

    private String enter(String information, String text, String... more) throws SQLException {
        visitor.follow(enterFrom(visitor.page(information + "/new"), information, text, more));
        return itemId(text);
    }

    private Response enterFrom(Document page, String information, String text, String... more) {
        var fields = new java.util.ArrayList<>(List.of("nature", "FACT", "body", text, "marking", "OFFICIAL-SENSITIVE", "sourceDate-day", "3", "sourceDate-month", "10", "sourceDate-year", "2025"));
        fields.addAll(List.of(more));
        return visitor.sendFrom(page, information + "/new", fields.toArray(String[]::new));
    }

    private Response correct(Document opened, String id, String text) {
        return visitor.sendFrom(opened, "/items/" + id + "/edit", "nature", "FACT", "body", text, "marking", "OFFICIAL-SENSITIVE", "sourceDate-day", "3", "sourceDate-month", "10", "sourceDate-year", "2025",
                "version", opened.select("input[name=version]").attr("value"));
    }

    private Response release(String information, String id, String recipient, String value) {
        var until = LocalDate.now().plusMonths(2);
        return visitor.send(information + "/release?item=" + id, information + "/release", "items", id, recipient, value, "necessity", "Needed for the plan", "proportionality", "Only this", "consent", "GIVEN", "told", "yes",
                "until-day", "" + until.getDayOfMonth(), "until-month", "" + until.getMonthValue(), "until-year", "" + until.getYear());
    }

    private static String ours(Document page, String text) {
        return page.select(".hub-lines > li").stream().filter(li -> li.text().contains(text)).findFirst().orElseThrow().text();
    }

    /** Without what differs from one request to the next. */
    private static String strip(Response answer) {
        return answer.asString().replaceAll("value=\"[^\"]*\"", "");
    }

    private static String itemId(String body) throws SQLException {
        return text("select id::text from hub.item where body like '" + body + "%'");
    }

    private static String state(String id) throws SQLException {
        return text("select state from hub.item where id = '" + id + "'");
    }

    private static long count(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = HubDatabase.asOwner(); var rows = connection.createStatement().executeQuery(sql)) {
            assertTrue(rows.next(), sql);
            return rows.getString(1);
        }
    }

    private static void owner(String sql) throws SQLException {
        try (Connection connection = HubDatabase.asOwner()) {
            connection.createStatement().executeUpdate(sql);
        }
    }
}
