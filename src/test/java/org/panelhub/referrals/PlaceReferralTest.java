package org.panelhub.referrals;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;

/** Referrals about places and groups, to a panel that takes them. */
@QuarkusTest
class PlaceReferralTest {

    private final Account housing = Account.as("housing");
    private final Account coordinator = Account.as("coordinator");

    @BeforeEach
    void thePanelTakesPlacesAndGroupsToo() {
        takes("PERSON', 'PLACE', 'GROUP");
    }

    @AfterEach
    void asItWas() {
        SignedIn.nobody();
        takes("PERSON");
    }

    @Test
    void whoBeginsIsAskedWhatItIsAboutAndOfferedOnlyWhatThePanelTakes() {
        var asked = housing.send("/referrals/new?panel=VVP", "/referrals/new", Map.of("panel", "VVP"));
        assertEquals(303, asked.statusCode());
        var page = housing.page(asked.getHeader("Location").replaceFirst("^https?://[^/]+", ""));
        assertEquals(List.of("A person", "A place", "A group"), page.select("input[name=subject] + label").eachText());
        for (var subject : List.of("", "HOUSEHOLD", "PLANET")) {
            var refused = housing.send("/referrals/new?panel=VVP", "/referrals/new", Map.of("panel", "VVP", "subject", subject));
            assertEquals(422, refused.statusCode(), subject);
            assertEquals("Error: Choose what the referral is about", Jsoup.parse(refused.asString()).select("#subject-error").text());
        }
        takes("PERSON");
        assertTrue(housing.send("/referrals/new?panel=VVP", "/referrals/new", Map.of("panel", "VVP")).getHeader("Location").endsWith("/tasks"), "nobody is asked where there is nothing to choose");
    }

    @Test
    void aPlaceIsNamedAndHasNoSafeContactConsentOrAssessment() {
        var referral = begun("PLACE");
        var tasks = housing.page(referral + "/tasks");
        assertEquals(List.of("Which place", "What is happening", "Who is causing it"), tasks.select(".govuk-task-list__link").eachText());
        assertEquals(404, housing.get(referral + "/steps/person").statusCode());
        assertEquals(404, housing.get(referral + "/steps/group").statusCode());
        var empty = save(referral, "place", Map.of("name", "", "where", "Dock Road"));
        assertEquals(422, empty.statusCode());
        assertEquals("Error: Enter which place it is", Jsoup.parse(empty.asString()).select("#name-error").text());
        assertEquals("Dock Road", Jsoup.parse(empty.asString()).select("textarea[name=where]").text());
        assertEquals(303, save(referral, "place", Map.of("name", "Car park of the Anchor", "where", "Dock Road, RV1 4QX")).statusCode());
        save(referral, "circumstances", Map.of("category", "Noise", "circumstances", "Cars race there at night.", "ownReference", "CP-9"));
        save(referral, "respondent", Map.of("known", "YES", "given", "Ole", "family", "Brandt"));
        assertTrue(housing.page(referral + "/check").text().contains("Which place Car park of the Anchor"), housing.page(referral + "/check").text());
        housing.sendAndFollow(referral + "/check", referral + "/send", Map.of());
        var sent = Account.as("housing.senior").sendAndFollow(referral + "/decision", referral + "/decision", Map.of("decision", "REFER", "reason", "Three agencies are called there."));
        assertEquals("VVP referral Car park of the Anchor", (sent.select("main .govuk-caption-l").text() + " " + sent.select("h1").text()).strip(), sent.select("main").text());
        assertTrue(coordinator.page("/referrals").text().contains("Car park of the Anchor"));
        var read = coordinator.page(referral).text();
        assertTrue(read.contains("Where Dock Road, RV1 4QX") && read.contains("Ole Brandt"), read);
        assertFalse(read.contains("Consent") || read.contains("Vulnerability assessment"), read);

        // More is asked: what was sent stands in its form again, and is sent corrected.
        coordinator.sendAndFollow(referral + "/ask", referral + "/ask", Map.of("note", "Which entrance?"));
        assertEquals("Car park of the Anchor", housing.page(referral + "/steps/place").select("input[name=name]").val());
        save(referral, "place", Map.of("name", "Car park of the Anchor, north gate", "where", "Dock Road, RV1 4QX"));
        housing.sendAndFollow(referral + "/check", referral + "/send", Map.of());
        var accepted = coordinator.sendAndFollow(referral + "/accept", referral + "/accept", Map.of("summary", "Racing at night.", "category", "Noise"));
        assertTrue(accepted.text().contains("The referral is accepted"), accepted.text());
        var file = HubRows.one("select c.subject || '/' || c.subject_kind || '/' || c.subject_where || '/' || c.risk from hub.referral r join hub.case_file c on c.id = r.case_id where r.id = ?::uuid", id(referral));
        assertEquals("Car park of the Anchor, north gate/PLACE/Dock Road, RV1 4QX/NONE", file);
    }

    @Test
    void aCoordinatorKeysInAGroupAndIsRefusedWhatThePanelDoesNotTake() {
        var page = coordinator.page("/referrals/key-in");
        assertEquals(List.of("A person", "A household", "A place", "A group"), page.select("input[name=subject] + label").eachText(), "what any of the coordinator's panels takes");
        var receipt = new HashMap<String, Object>(Map.of("panel", "VVP", "subject", "HOUSEHOLD", "referrer", "OUTSIDE", "outside", "Dock Road residents", "how", "MAIL", "received-day", "1", "received-month", "November", "received-year", "2026", "time", "9:30"));
        var refused = coordinator.send("/referrals/key-in", "/referrals/key-in", receipt);
        assertEquals("Error: The panel does not take this. Choose something else", Jsoup.parse(refused.asString()).select("#subject-error").text(), refused.asString());
        receipt.put("panel", "CT-MARAC");
        receipt.put("subject", "PLACE");
        assertEquals("Error: The panel does not take this. Choose something else", Jsoup.parse(coordinator.send("/referrals/key-in", "/referrals/key-in", receipt).asString()).select("#subject-error").text(), "one takes no household, the other no place");
        receipt.remove("panel");
        var undecided = Jsoup.parse(coordinator.send("/referrals/key-in", "/referrals/key-in", receipt).asString());
        assertEquals("Error: Choose the panel it is for", undecided.select("#panel-error").text(), "none is taken for granted");
        receipt.put("panel", "VVP");
        receipt.put("subject", "GROUP");
        var begun = coordinator.send("/referrals/key-in", "/referrals/key-in", receipt);
        assertEquals(303, begun.statusCode(), begun.asString());
        assertTrue(coordinator.page(begun.getHeader("Location").replaceFirst("^https?://[^/]+", "")).select(".govuk-task-list__link").eachText().contains("Which group"));
    }

    @Test
    void beforeItIsKnownWhichPanelItIsForThePageIsMarkedAsTheMostSensitiveOfThem() {
        var board = " where short_name = 'CT-MARAC' and partnership_id = (select id from hub.partnership where reference_prefix = 'RV')";
        HubRows.run("update hub.panel set marking = 'OFFICIAL'" + board);
        try {
            assertEquals("OFFICIAL-SENSITIVE", coordinator.page("/referrals/key-in").select(".hub-mark").first().text().replaceFirst(" .*", ""));
            assertEquals("OFFICIAL", Account.as("spoc").page("/referrals/key-in").select(".hub-mark").first().text().replaceFirst(" .*", ""));
        } finally {
            HubRows.run("update hub.panel set marking = 'OFFICIAL-SENSITIVE'" + board);
        }
    }

    @Test
    void aProgramHandsInAPlaceAndIsToldWhatIsWrongByTheFieldsOfItsDocument() {
        var document = new HashMap<String, Object>(Map.of("panel", "VVP", "circumstances", "Needles in the stairwell.", "category", "Noise"));
        housing.json("POST", "/api/referrals", document).then().statusCode(422).body("errors.field", hasItem("subject.kind"));
        document.put("subject", Map.of("kind", "PLACE", "name", ""));
        housing.json("POST", "/api/referrals", document).then().statusCode(422).body("errors.field", hasItems("subject.name", "subject.where")).body("errors.field", not(hasItem("person.givenNames")));
        document.put("subject", Map.of("kind", "PLACE", "name", "Stairwell C", "where", "Heron Court"));
        housing.json("POST", "/api/referrals", document).then().statusCode(201).body("subject", equalTo("PLACE")).body("subjectName", equalTo("Stairwell C")).body("subjectWhere", equalTo("Heron Court"))
                .body("people.size()", equalTo(0));
    }

    private String begun(String subject) {
        var answer = housing.send("/referrals/new?panel=VVP", "/referrals/new", Map.of("panel", "VVP", "subject", subject));
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.getHeader("Location").replaceFirst("^https?://[^/]+", "").replaceFirst("/tasks$", "");
    }

    private io.restassured.response.Response save(String referral, String step, Map<String, String> typed) {
        var fields = new HashMap<String, Object>(typed);
        fields.put("version", housing.page(referral + "/steps/" + step).select("input[name=version]").val());
        return housing.send(referral + "/steps/" + step, referral + "/steps/" + step, fields);
    }

    private static String id(String referral) {
        return referral.replace("/referrals/", "");
    }

    private static void takes(String subjects) {
        HubRows.run("update hub.terms t set subjects = array['" + subjects + "'] from hub.panel n join hub.partnership p on p.id = n.partnership_id where n.id = t.panel_id and p.reference_prefix = 'RV' and n.short_name = 'VVP'");
    }
}
