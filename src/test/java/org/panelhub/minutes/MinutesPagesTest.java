package org.panelhub.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** How minutes are written, edited and agreed. */
@QuarkusTest
@TestSecurity(user = "coordinator")
class MinutesPagesTest {

    private HeldMeeting meeting;
    private MinutesDesk desk;

    @BeforeEach
    void aMeetingWasHeld() throws SQLException {
        meeting = HeldMeeting.withMarkers();
        desk = new MinutesDesk(meeting);
    }

    @AfterEach
    void clear() throws SQLException {
        SignedIn.nobody();
        meeting.close();
    }

    @Test
    void theMinutesWriteThemselvesFromWhatWasRecorded() throws SQLException {
        meeting.saidAloud("fire", "Alarm tested, marker-aloud.");
        var page = desk.written();
        var text = page.text();
        assertTrue(text.contains("Sgt Daniel Reyes, Riverside Police safeguarding"), text);
        assertTrue(text.contains("Lena Fischer, Riverside Council community safety (coordinator)"), text);
        assertTrue(text.contains("Tessa Grant, Riverside Council community safety: declaration signed"), text);
        assertTrue(text.contains("Grace Adeyemi, Riverside Council adult social care: information sent"), text);
        assertTrue(text.contains("What is shared in this meeting is confidential."), text);
        assertTrue(text.contains("No longer possible: Fit a letterbox guard."), text);
        assertTrue(text.contains("Not done: Fit door camera and chain."), text);
        assertTrue(text.contains("Repeated banging on the door"), text);
        assertTrue(text.contains("Before: high. After: medium."), text);
        assertTrue(text.contains("Dissent: Housing would keep it high."), text);
        assertTrue(text.contains("Keep the plan, marker-decision."), text);
        assertTrue(text.contains("Fit a second lock, marker-action. Riverside Council housing (Priya Nair), due "), text);
        assertTrue(text.contains("marker-panel") && text.contains("marker-aloud") && text.contains("shared verbally"), text);
        assertTrue(text.contains("Actions out by") && text.contains("Minutes out by"), text);
        assertEquals(2, page.select(".hub-mark").size());
    }

    @Test
    void beforeTheMinutesAreWrittenTheCoordinatorMayWriteThemAndOthersReadThatThereAreNone() {
        assertEquals(1, Account.as("coordinator").page(meeting.path()).select("button:contains(Write from the room)").size());
        var police = Account.as("police").page(meeting.path());
        assertTrue(police.text().contains("There are no minutes of this meeting for you to read."));
        assertEquals(0, police.select(".hub-mark").size());
        assertEquals(404, Account.as("police").get(meeting.path() + "/pdf").statusCode());
    }

    @Test
    void aMeetingOfAnotherPartnershipOrPanelIsNotThere() {
        assertEquals(404, Account.as("hillside.coordinator").get(meeting.path()).statusCode());
        assertEquals(404, Account.as("police.other").get(meeting.path()).statusCode());
        assertEquals(404, Account.as("admin").get(meeting.path()).statusCode());
    }

    @Test
    void onlyTheCoordinatorWritesAndOnlyTheChairAgrees() {
        desk.written();
        assertEquals(403, Account.as("police").send(meeting.path(), meeting.path() + "/write", Map.of()).statusCode());
        assertEquals(403, Account.as("coordinator").send(meeting.path(), meeting.path() + "/agreement", Map.of("revision", "any")).statusCode());
        assertEquals(403, Account.as("chair").send(meeting.path(), meeting.path() + "/circulation", Map.of()).statusCode());
    }

    @Test
    void bringingUpToDateAddsWhatIsNewAndLeavesWhatWasEdited() throws SQLException {
        var edited = desk.edit(desk.written(), "marker-panel", "Two calls, as the coordinator puts it.");
        assertTrue(edited.text().contains("as the coordinator puts it"));
        meeting.releasedToPanel("mentalhealth", "marker-later");
        var page = desk.written();
        assertTrue(page.text().contains("marker-later"));
        assertTrue(page.text().contains("as the coordinator puts it"));
        assertFalse(page.text().contains("marker-panel"));
    }

    @Test
    void anEmptyTextLeavesTheParagraphOut() {
        var page = desk.edit(desk.written(), "marker-panel", "");
        assertTrue(page.text().contains("Left out of the minutes."));
        desk.agreeAndCirculate();
        assertFalse(Account.as("police").page(meeting.path()).text().contains("Left out"));
    }

    @Test
    void theSecondWriterIsShownBothTexts() {
        var page = desk.written();
        var paragraph = MinutesDesk.paragraph(page, "marker-panel");
        var form = Account.as("coordinator").page(meeting.path() + "?edit=" + paragraph);
        var version = form.select("input[name=version]").val();
        desk.edit(page, "marker-panel", "The first writer.");
        var answer = Account.as("coordinator").send(meeting.path(), meeting.path() + "/paragraphs/" + paragraph, Map.of("body", "The second writer.", "version", version));
        assertEquals(409, answer.statusCode());
        assertTrue(answer.asString().contains("The first writer.") && answer.asString().contains("The second writer."));
        assertTrue(Account.as("coordinator").page(meeting.path()).text().contains("The first writer."));
    }

    @Test
    void aParagraphThatIsTooLongIsSentBackWithAMessage() {
        var page = desk.written();
        var paragraph = MinutesDesk.paragraph(page, "marker-panel");
        var answer = Account.as("coordinator").send(meeting.path(), meeting.path() + "/paragraphs/" + paragraph, Map.of("body", "x".repeat(10_001), "version", "0"));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("There is a problem") && answer.asString().contains("10,000 characters or fewer"));
    }

    @Test
    void agreedMinutesAreFrozenAndTakeOnlyDatedNotes() {
        var page = desk.written();
        var paragraph = MinutesDesk.paragraph(page, "marker-panel");
        var version = Account.as("coordinator").page(meeting.path() + "?edit=" + paragraph).select("input[name=version]").val();
        desk.agree();
        var refused = Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/paragraphs/" + paragraph, Map.of("body", "Rewritten", "version", version));
        assertTrue(refused.text().contains("These minutes are agreed and no longer change."), refused.text());
        assertFalse(refused.text().contains("Rewritten"));
        assertTrue(refused.select("a:contains(Edit)").isEmpty());
        var noted = Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/notes", Map.of("note", "The calls were three.", "about", HeldMeeting.CASE));
        assertTrue(noted.text().contains("The calls were three."));
        assertTrue(noted.text().contains("by Lena Fischer, after the minutes were agreed."));
    }

    @Test
    void alsoTheDatabaseRefusesToRewriteAgreedMinutes() throws SQLException {
        desk.written();
        desk.agree();
        try (var connection = HubDatabase.asApp(); var statement = connection.createStatement()) {
            statement.execute("select access.enter('" + HubDatabase.ISSUER + "', 'demo-coordinator')");
            assertEquals(0, statement.executeUpdate("update hub.minutes_paragraph set body = 'Rewritten' where meeting_id = '" + meeting.id + "'"));
            assertEquals(0, statement.executeUpdate("delete from hub.minutes_paragraph where meeting_id = '" + meeting.id + "'"));
            connection.rollback();
        }
    }

    @Test
    void whoAgreesHasReadTheTextThatIsAgreed() throws SQLException {
        desk.written();
        var revision = Account.as("chair").page(meeting.path()).select("input[name=revision]").val();
        desk.edit(Account.as("coordinator").page(meeting.path()), "marker-panel", "Changed meanwhile.");
        var answer = Account.as("chair").sendAndFollow(meeting.path(), meeting.path() + "/agreement", Map.of("revision", revision));
        assertTrue(answer.text().contains("The minutes changed after you opened this page."), answer.text());
        assertEquals("DRAFT", meeting.one("select state from hub.minutes where meeting_id = ?", meeting.id));
    }

    @Test
    void anUnknownParagraphOrMeetingIsNotThere() {
        desk.written();
        var unknown = java.util.UUID.randomUUID();
        assertEquals(404, Account.as("coordinator").get("/meetings/" + unknown + "/minutes").statusCode());
        assertEquals(404, Account.as("coordinator").send(meeting.path(), meeting.path() + "/paragraphs/" + unknown, Map.of("body", "x", "version", "0")).statusCode());
    }
}
