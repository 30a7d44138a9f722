package org.panelhub.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.Account;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "coordinator")
class MinutesPagesTest {

    private HeldMeeting meeting;

    @BeforeEach
    void aMeetingWasHeld() throws SQLException {
        meeting = new HeldMeeting();
        meeting.releasedToPanel("police", "Two calls last week, marker-panel.");
        meeting.decided(HeldMeeting.CASE, "Keep the plan, marker-decision");
        meeting.action(HeldMeeting.CASE, "Fit a second lock, marker-action");
    }

    @AfterEach
    void clear() throws SQLException {
        Account.leave();
        meeting.close();
    }

    @Test
    void theMinutesWriteThemselvesFromWhatWasRecorded() throws SQLException {
        meeting.saidAloud("fire", "Alarm tested, marker-aloud.");
        var page = written();
        var text = page.text();
        assertTrue(text.contains("Sgt Daniel Reyes, Riverside Police safeguarding"), text);
        assertTrue(text.contains("Lena Fischer, Riverside Council community safety (coordinator)"), text);
        assertTrue(text.contains("Tessa Grant, Riverside Council community safety: declaration signed, yes"), text);
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
        written();
        assertEquals(403, Account.as("police").send(meeting.path(), meeting.path() + "/write", Map.of()).statusCode());
        assertEquals(403, Account.as("coordinator").send(meeting.path(), meeting.path() + "/agreement", Map.of("revision", "any")).statusCode());
        assertEquals(403, Account.as("chair").send(meeting.path(), meeting.path() + "/circulation", Map.of()).statusCode());
    }

    @Test
    void bringingUpToDateAddsWhatIsNewAndLeavesWhatWasEdited() throws SQLException {
        var edited = edit(written(), "marker-panel", "Two calls, as the coordinator puts it.");
        assertTrue(edited.text().contains("as the coordinator puts it"));
        meeting.releasedToPanel("mentalhealth", "marker-later");
        var page = written();
        assertTrue(page.text().contains("marker-later"));
        assertTrue(page.text().contains("as the coordinator puts it"));
        assertFalse(page.text().contains("marker-panel"));
    }

    @Test
    void anEmptyTextLeavesTheParagraphOut() {
        var page = edit(written(), "marker-panel", "");
        assertTrue(page.text().contains("Left out of the minutes."));
        agreeAndCirculate();
        assertFalse(Account.as("police").page(meeting.path()).text().contains("Left out"));
    }

    @Test
    void theSecondWriterIsShownBothTexts() {
        var page = written();
        var paragraph = paragraph(page, "marker-panel");
        var form = Account.as("coordinator").page(meeting.path() + "?edit=" + paragraph);
        var version = form.select("input[name=version]").val();
        edit(page, "marker-panel", "The first writer.");
        var answer = Account.as("coordinator").send(meeting.path(), meeting.path() + "/paragraphs/" + paragraph, Map.of("body", "The second writer.", "version", version));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.asString().contains("The first writer.") && answer.asString().contains("The second writer."));
        assertTrue(Account.as("coordinator").page(meeting.path()).text().contains("The first writer."));
    }

    @Test
    void aParagraphThatIsTooLongIsSentBackWithAMessage() {
        var page = written();
        var paragraph = paragraph(page, "marker-panel");
        var answer = Account.as("coordinator").send(meeting.path(), meeting.path() + "/paragraphs/" + paragraph, Map.of("body", "x".repeat(10_001), "version", "0"));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.asString().contains("There is a problem") && answer.asString().contains("10,000 characters or fewer"));
    }

    @Test
    void agreedMinutesAreFrozenAndTakeOnlyDatedNotes() {
        var page = written();
        var paragraph = paragraph(page, "marker-panel");
        var version = Account.as("coordinator").page(meeting.path() + "?edit=" + paragraph).select("input[name=version]").val();
        agree();
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
        written();
        agree();
        try (var connection = HubDatabase.asApp(); var statement = connection.createStatement()) {
            statement.execute("select access.enter('" + HubDatabase.ISSUER + "', 'demo-coordinator')");
            assertEquals(0, statement.executeUpdate("update hub.minutes_paragraph set body = 'Rewritten' where meeting_id = '" + meeting.id + "'"));
            assertEquals(0, statement.executeUpdate("delete from hub.minutes_paragraph where meeting_id = '" + meeting.id + "'"));
            connection.rollback();
        }
    }

    @Test
    void whoAgreesHasReadTheTextThatIsAgreed() throws SQLException {
        written();
        var revision = Account.as("chair").page(meeting.path()).select("input[name=revision]").val();
        edit(Account.as("coordinator").page(meeting.path()), "marker-panel", "Changed meanwhile.");
        var answer = Account.as("chair").sendAndFollow(meeting.path(), meeting.path() + "/agreement", Map.of("revision", revision));
        assertTrue(answer.text().contains("The minutes changed after you opened this page."), answer.text());
        assertEquals("DRAFT", meeting.one("select state from hub.minutes where meeting_id = ?", meeting.id));
    }

    @Test
    void minutesAreCirculatedOnceAndOnlyWhenAgreed() throws SQLException {
        written();
        var early = Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/circulation", Map.of());
        assertTrue(early.text().contains("The chair has not agreed the minutes yet."), early.text());
        agreeAndCirculate();
        var sent = meeting.one("select count(*) from hub.outbox where template = 'minutes' and body like '%' || ? || '%'", meeting.id.toString());
        var again = Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/circulation", Map.of());
        assertTrue(again.text().contains("circulated already"), again.text());
        assertEquals(sent, meeting.one("select count(*) from hub.outbox where template = 'minutes' and body like '%' || ? || '%'", meeting.id.toString()));
    }

    @Test
    void theMailSaysThatMinutesAreReadyAndNothingOfAnybody() throws SQLException {
        written();
        agreeAndCirculate();
        var mail = meeting.one("select string_agg(o.subject || o.body, ' ') from hub.outbox o where o.body like '%' || ? || '%'", meeting.id.toString());
        assertTrue(mail.contains("Minutes of the VVP of ") && mail.contains("are ready"), mail);
        assertFalse(mail.contains("Okoro") || mail.contains("marker") || mail.contains(HeldMeeting.CASE), mail);
        assertEquals("0", meeting.one("select count(*) from hub.outbox o join hub.sign_in s on s.member_id = o.to_member where s.subject in ('demo-unsigned', 'demo-observer') and o.body like '%' || ? || '%'", meeting.id.toString()));
    }

    @Test
    void whoWasInTheRoomReadsAndTheFirstOpeningIsKept() throws SQLException {
        written();
        agreeAndCirculate();
        var seen = "select r.seen_at from hub.minutes_receipt r join hub.minutes m on m.id = r.minutes_id join hub.sign_in s on s.member_id = r.member_id where m.meeting_id = ? and s.subject = 'demo-police'";
        assertEquals(null, meeting.one(seen, meeting.id));
        assertTrue(Account.as("police").page(meeting.path()).text().contains("marker-panel"));
        var first = meeting.one(seen, meeting.id);
        assertNotNull(first);
        Account.as("police").page(meeting.path());
        assertEquals(first, meeting.one(seen, meeting.id));
    }

    @Test
    void anAbsentMemberSignsToReceive() throws SQLException, IOException {
        meeting.saidAloud("fire", "marker-aloud");
        written();
        agreeAndCirculate();
        var before = Account.as("socialcare").page(meeting.path());
        assertTrue(before.text().contains("Sign to receive these minutes"));
        assertFalse(before.text().contains("marker-"));
        assertEquals(404, Account.as("socialcare").get(meeting.path() + "/pdf").statusCode());
        var unticked = Account.as("socialcare").send(meeting.path(), meeting.path() + "/declaration", Map.of());
        assertTrue(unticked.asString().contains("Tick the box to sign the declaration"));
        var after = Account.as("socialcare").sendAndFollow(meeting.path(), meeting.path() + "/declaration", Map.of("agrees", "true"));
        assertTrue(after.text().contains("marker-panel"), after.text());
        // Said to those present only.
        assertFalse(after.text().contains("marker-aloud"));
        assertEquals("MINUTES", meeting.one("select purpose from hub.declaration d join hub.sign_in s on s.member_id = d.member_id where d.meeting_id = ? and s.subject = 'demo-socialcare'", meeting.id));
        var twice = Account.as("socialcare").sendAndFollow(meeting.path(), meeting.path() + "/declaration", Map.of("agrees", "true"));
        assertTrue(twice.text().contains("You have signed for this meeting already."));
        assertFalse(pdf("socialcare").contains("marker-aloud"));
    }

    @Test
    void anObserverAndAnUnsignedBodyReadNothingAfterwards() {
        written();
        agreeAndCirculate();
        for (var account : new String[] {"observer", "unsigned"}) {
            var answer = Account.as(account).get(meeting.path());
            assertFalse(answer.asString().contains("marker-"), account);
            assertFalse(answer.asString().contains("Okoro"), account);
            assertEquals(404, Account.as(account).get(meeting.path() + "/pdf").statusCode(), account);
        }
    }

    @Test
    void aParagraphIsKeptFromWhoDoesNotSeeItsSourceOnPagePdfAndJson() throws SQLException, IOException {
        meeting.releasedToPoliceByName("socialcare", "marker-named");
        meeting.prepared("mentalhealth", "marker-prepared");
        written();
        agreeAndCirculate();
        assertTrue(Account.as("police").page(meeting.path()).text().contains("marker-named"));
        assertTrue(pdf("police").contains("marker-named"));
        assertTrue(Account.as("police").json("GET", meeting.api(), null).asString().contains("marker-named"));
        for (var account : new String[] {"housing", "mentalhealth", "chair"}) {
            boolean same = account.equals("chair");
            assertEquals(same, Account.as(account).page(meeting.path()).text().contains("marker-named"), account);
            assertEquals(same, pdf(account).contains("marker-named"), account);
            assertEquals(same, Account.as(account).json("GET", meeting.api(), null).asString().contains("marker-named"), account);
            assertTrue(pdf(account).contains("marker-panel"), account);
        }
        for (var account : new String[] {"coordinator", "police", "mentalhealth"}) {
            assertFalse(Account.as(account).page(meeting.path()).text().contains("marker-prepared"), account);
        }
    }

    @Test
    void aSealedCaseIsInTheMinutesOfThoseOnItsListOnly() throws SQLException {
        meeting.decided("RV-C8WNP", "marker-sealed");
        written();
        agreeAndCirculate();
        assertTrue(Account.as("police").page(meeting.path()).text().contains("marker-sealed"));
        var housing = Account.as("housing").page(meeting.path());
        assertFalse(housing.text().contains("marker-sealed") || housing.html().contains("RV-C8WNP"));
    }

    @Test
    void aWithdrawnDisclosureLeavesTheCopyOfWhoMayNoLongerSeeIt() throws SQLException, IOException {
        var item = meeting.releasedToPanel("mentalhealth", "marker-withdrawn");
        written();
        agreeAndCirculate();
        assertTrue(Account.as("housing").page(meeting.path()).text().contains("marker-withdrawn"));
        meeting.withdraw(item);
        assertFalse(Account.as("housing").page(meeting.path()).text().contains("marker-withdrawn"));
        assertFalse(pdf("housing").contains("marker-withdrawn"));
        assertTrue(Account.as("mentalhealth").page(meeting.path()).text().contains("marker-withdrawn"));
    }

    @Test
    void everyItemThatIsShownOrTakenOutIsOnRecord() throws SQLException, IOException {
        var item = meeting.releasedToPanel("mentalhealth", "marker-recorded");
        written();
        agreeAndCirculate();
        var count = "select count(*) from audit.entry e join hub.sign_in s on s.member_id = e.member_id where e.kind = 'item' and e.subject = ? and e.act = ? and s.subject = 'demo-housing'";
        assertEquals("0", meeting.one(count, item.toString(), "READ"));
        Account.as("housing").page(meeting.path());
        assertEquals("1", meeting.one(count, item.toString(), "READ"));
        pdf("housing");
        assertEquals("1", meeting.one(count, item.toString(), "EXPORTED"));
    }

    @Test
    void thePdfIsMarkedOnEveryPageTaggedAndNamedForTheMeetingOnly() throws IOException {
        written();
        agreeAndCirculate();
        var answer = Account.as("housing").get(meeting.path() + "/pdf");
        assertEquals("application/pdf", answer.contentType());
        assertTrue(answer.header("Content-Disposition").matches("attachment; filename=\"VVP-minutes-\\d{4}-\\d\\d-\\d\\d-OFFICIAL-SENSITIVE\\.pdf\""), answer.header("Content-Disposition"));
        try (var document = Loader.loadPDF(answer.asByteArray())) {
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals("en-GB", document.getDocumentCatalog().getLanguage());
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertEquals(3, stripper.getText(document).split("OFFICIAL-SENSITIVE", -1).length, "top and bottom of page " + page);
            }
        }
    }

    @Test
    void anUnknownParagraphOrMeetingIsNotThere() {
        written();
        var unknown = java.util.UUID.randomUUID();
        assertEquals(404, Account.as("coordinator").get("/meetings/" + unknown + "/minutes").statusCode());
        assertEquals(404, Account.as("coordinator").send(meeting.path(), meeting.path() + "/paragraphs/" + unknown, Map.of("body", "x", "version", "0")).statusCode());
    }

    private Document written() {
        return Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/write", Map.of());
    }

    private void agree() {
        var revision = Account.as("chair").page(meeting.path()).select("input[name=revision]").val();
        var agreed = Account.as("chair").sendAndFollow(meeting.path(), meeting.path() + "/agreement", Map.of("revision", revision));
        assertTrue(agreed.text().contains("The minutes are agreed"), agreed.text());
    }

    private void agreeAndCirculate() {
        agree();
        var sent = Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/circulation", Map.of());
        assertTrue(sent.text().contains("The minutes are circulated to"), sent.text());
    }

    private Document edit(Document page, String marker, String text) {
        var paragraph = paragraph(page, marker);
        var version = Account.as("coordinator").page(meeting.path() + "?edit=" + paragraph).select("input[name=version]").val();
        return Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/paragraphs/" + paragraph, Map.of("body", text, "version", version));
    }

    private static String paragraph(Document page, String marker) {
        return page.select("[id^=p-]:contains(" + marker + ")").last().id().substring("p-".length());
    }

    private String pdf(String account) throws IOException {
        var answer = Account.as(account).get(meeting.path() + "/pdf");
        assertEquals(200, answer.statusCode());
        try (var document = Loader.loadPDF(answer.asByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
