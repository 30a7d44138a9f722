package org.panelhub.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** Until the chair agrees, an agency that was in the room corrects what the draft says of its information, and sees nothing else of the draft. */
@QuarkusTest
@TestSecurity(user = "police")
class AgencyCorrectionTest {

    private HeldMeeting meeting;
    private MinutesDesk desk;

    @BeforeEach
    void aDraftHoldsWhatTwoAgenciesSaid() throws SQLException {
        meeting = HeldMeeting.withMarkers();
        desk = new MinutesDesk(meeting);
        meeting.releasedToPanel("mentalhealth", "A nurse visits weekly, marker-health.");
        desk.written();
    }

    @AfterEach
    void clear() throws SQLException {
        SignedIn.nobody();
        meeting.close();
    }

    private String paragraph(String marker) {
        return MinutesDesk.paragraph(Account.as("coordinator").page(meeting.path()), marker);
    }

    private Document form(String account, String paragraph) {
        return Account.as(account).page(meeting.path() + "?edit=" + paragraph);
    }

    private Response correct(String account, String paragraph, String version, String text) {
        return Account.as(account).send(meeting.path(), meeting.path() + "/paragraphs/" + paragraph, Map.of("body", text, "version", version));
    }

    private String version(String paragraph) {
        return form("police", paragraph).select("input[name=version]").val();
    }

    @Test
    void itSeesItsOwnParagraphsOfTheDraftAndNothingElse() {
        var page = Account.as("police").page(meeting.path());
        assertTrue(page.text().contains("marker-panel"), page.text());
        assertTrue(page.text().contains("Check what is written of your agency"));
        assertFalse(page.text().contains("marker-health") || page.text().contains("marker-decision") || page.text().contains("Who was there"), page.text());
        assertTrue(page.select("a[href$=/pdf]").isEmpty(), "It is no copy to take along yet");
        for (var account : new String[] {"socialcare", "observer", "fire", "unsigned"}) {
            assertFalse(Account.as(account).get(meeting.path()).asString().contains("marker-"), account);
        }
    }

    @Test
    void whatItCorrectsStandsInTheDraftForCoordinatorAndChairAndStaysWhenTheDraftIsBroughtUpToDate() {
        var paragraph = paragraph("marker-panel");
        var after = Account.as("police").sendAndFollow(meeting.path(), meeting.path() + "/paragraphs/" + paragraph, Map.of("body", "Three calls, not two.", "version", version(paragraph)));
        assertTrue(after.text().contains("Your correction is in the draft."), after.text());
        desk.written();
        for (var account : new String[] {"coordinator", "chair"}) {
            var page = Account.as(account).page(meeting.path());
            assertTrue(page.select("#p-" + paragraph).text().contains("Three calls, not two."), account);
            assertTrue(page.select("#p-" + paragraph).text().contains("corrected by the agency"), account);
        }
        desk.agreeAndCirculate();
        var copy = Account.as("housing").page(meeting.path()).select("#p-" + paragraph).text();
        assertTrue(copy.contains("Three calls, not two.") && !copy.contains("corrected"), copy);
    }

    @Test
    void itIsAskedToCheckOnItsPageOfWorkUntilItHasCorrectedOrTheChairHasAgreed() {
        assertTrue(Account.as("police").page("/").text().contains("draft minutes to check"));
        var paragraph = paragraph("marker-panel");
        desk.edit(Account.as("coordinator").page(meeting.path()), "marker-panel", "As the coordinator heard it.");
        assertTrue(Account.as("police").page("/").text().contains("draft minutes to check"), "reworded, there is all the more to check");
        correct("police", paragraph, version(paragraph), "As the police said it.");
        desk.agree();
        assertFalse(Account.as("police").page("/").text().contains("draft minutes to check"));
    }

    @Test
    void anothersParagraphIsNotThereAndNobodyElseMayCorrect() {
        var paragraph = paragraph("marker-panel");
        var version = version(paragraph);
        assertEquals(404, correct("mentalhealth", paragraph, version, "Not so.").statusCode());
        assertEquals(403, correct("observer", paragraph, version, "Not so.").statusCode());
        assertEquals(403, correct("chair", paragraph, version, "Not so.").statusCode());
        assertEquals(404, correct("hillside.police", paragraph, version, "Not so.").statusCode());
    }

    @Test
    void whatIsMissingIsSaidBesideTheFieldAndTheSecondWriterIsShownBothTexts() {
        var paragraph = paragraph("marker-panel");
        var version = version(paragraph);
        var empty = correct("police", paragraph, version, " ");
        assertEquals(422, empty.statusCode());
        assertTrue(empty.asString().contains("body-error"));
        desk.edit(Account.as("coordinator").page(meeting.path()), "marker-panel", "As the coordinator heard it.");
        var second = correct("police", paragraph, version, "As the police said it.");
        assertEquals(409, second.statusCode());
        assertTrue(second.asString().contains("As the coordinator heard it.") && second.asString().contains("As the police said it."));
    }

    @Test
    void nothingIsAgreedButWhatTheChairReadAndAgreedMinutesTakeNoCorrection() throws SQLException {
        var paragraph = paragraph("marker-panel");
        var read = Account.as("chair").page(meeting.path()).select("input[name=revision]").val();
        correct("police", paragraph, version(paragraph), "Corrected while the chair was reading.");
        var answer = Account.as("chair").sendAndFollow(meeting.path(), meeting.path() + "/agreement", Map.of("revision", read));
        assertTrue(answer.text().contains("The minutes changed after you opened this page."), answer.text());
        var version = version(paragraph);
        desk.agree();
        var late = Account.as("police").sendAndFollow(meeting.path(), meeting.path() + "/paragraphs/" + paragraph, Map.of("body", "Too late.", "version", version));
        assertFalse(late.text().contains("Too late."), late.text());
        assertEquals("Corrected while the chair was reading.", meeting.one("select body from hub.minutes_paragraph where id = ?::uuid", paragraph));
    }

    @Test
    void theDatabaseTakesFromAnAgencyItsWordsAloneAndInItsOwnName() throws SQLException {
        var paragraph = paragraph("marker-panel");
        for (var change : new String[] {"body = 'x'", "position = 1, corrected_by = hub.viewer(), corrected_at = hub.now()", "body = '', corrected_by = hub.viewer(), corrected_at = hub.now()"}) {
            try (var connection = HubDatabase.asApp(); var statement = connection.createStatement()) {
                statement.execute("select access.enter('" + HubDatabase.ISSUER + "', 'demo-police')");
                assertThrows(SQLException.class, () -> statement.executeUpdate("update hub.minutes_paragraph set " + change + " where id = '" + paragraph + "'"), change);
                connection.rollback();
            }
        }
        try (var connection = HubDatabase.asApp(); var statement = connection.createStatement()) {
            statement.execute("select access.enter('" + HubDatabase.ISSUER + "', 'demo-police')");
            var theirs = Integer.parseInt(meeting.one("select count(*) from hub.minutes_paragraph p join hub.agency a on a.id = p.agency_id where p.meeting_id = ? and a.name = 'Riverside Police safeguarding'", meeting.id));
            assertEquals(theirs, statement.executeUpdate("update hub.minutes_paragraph set body = 'x', corrected_by = hub.viewer(), corrected_at = hub.now() where meeting_id = '" + meeting.id + "'"));
            connection.rollback();
        }
    }

    @Test
    void whatTheCoordinatorLeftOutStaysOutAndNobodyCorrectsInAnothersName() throws SQLException {
        var paragraph = paragraph("marker-panel");
        desk.edit(Account.as("coordinator").page(meeting.path()), "marker-panel", "");
        assertEquals(404, correct("police", paragraph, "1-0", "Back again.").statusCode());
        var police = meeting.one("select member_id from hub.sign_in where subject = 'demo-police'");
        try (var connection = HubDatabase.asApp(); var statement = connection.createStatement()) {
            statement.execute("select access.enter('" + HubDatabase.ISSUER + "', 'demo-coordinator')");
            assertThrows(SQLException.class, () -> statement.executeUpdate("update hub.minutes_paragraph set body = 'x', corrected_at = hub.now(), corrected_by = '" + police + "' where id = '" + paragraph + "'"));
            connection.rollback();
        }
    }

    @Test
    void whoOnlyCorrectsTakesNoCopyOfTheDraft() {
        assertEquals(404, Account.as("police").get(meeting.path() + "/pdf").statusCode());
        assertEquals(404, Account.as("police").get(meeting.api() + "/pdf").statusCode());
        assertEquals(200, Account.as("coordinator").get(meeting.path() + "/pdf").statusCode());
    }

    @Test
    void theSameByJson() {
        var paragraph = paragraph("marker-panel");
        var path = meeting.api() + "/paragraphs/" + paragraph;
        var tag = Account.as("police").json("GET", path, null).header("ETag");
        var answer = Account.as("police").json("PUT", path, tag, Map.of("body", "By another program."));
        assertEquals(200, answer.statusCode(), answer.asString());
        assertTrue(answer.asString().contains("By another program.") && !answer.asString().contains("marker-health"), answer.asString());
    }
}
