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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** To whom minutes go, and what the copy of each of them holds. */
@QuarkusTest
@TestSecurity(user = "coordinator")
class CirculatedMinutesTest {

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
    void minutesAreCirculatedOnceAndOnlyWhenAgreed() throws SQLException {
        desk.written();
        var early = Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/circulation", Map.of());
        assertTrue(early.text().contains("The chair has not agreed the minutes yet."), early.text());
        desk.agreeAndCirculate();
        var sent = meeting.one("select count(*) from hub.outbox where template = 'minutes' and body like '%' || ? || '%'", meeting.id.toString());
        var again = Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/circulation", Map.of());
        assertTrue(again.text().contains("circulated already"), again.text());
        assertEquals(sent, meeting.one("select count(*) from hub.outbox where template = 'minutes' and body like '%' || ? || '%'", meeting.id.toString()));
    }

    @Test
    void theMailSaysThatMinutesAreReadyAndNothingOfAnybody() throws SQLException {
        desk.written();
        desk.agreeAndCirculate();
        var mail = meeting.one("select string_agg(o.subject || o.body, ' ') from hub.outbox o where o.body like '%' || ? || '%'", meeting.id.toString());
        assertTrue(mail.contains("Minutes of the VVP of ") && mail.contains("are ready"), mail);
        assertFalse(mail.contains("Okoro") || mail.contains("marker") || mail.contains(HeldMeeting.CASE), mail);
        assertEquals("0", meeting.one("select count(*) from hub.outbox o join hub.sign_in s on s.member_id = o.to_member where s.subject in ('demo-unsigned', 'demo-observer') and o.body like '%' || ? || '%'", meeting.id.toString()));
    }

    @Test
    void theHeadOfTheMinutesSaysThatTheMeetingWasAnEmergencyAndWhy() throws SQLException, IOException {
        HubRows.run("update hub.meeting set out_of_cycle = true, out_of_cycle_reason = 'Harm was likely before the next date.' where id = ?", meeting.id);
        desk.written();
        desk.agreeAndCirculate();
        assertTrue(Account.as("police").page(meeting.path()).select(".govuk-summary-list").text().contains("Emergency meeting Harm was likely before the next date."));
        assertTrue(desk.pdf("police").contains("Emergency meeting, out of cycle: Harm was likely before the next date."));
    }

    @Test
    void whoWasInTheRoomReadsAndTheFirstOpeningIsKept() throws SQLException {
        desk.written();
        desk.agreeAndCirculate();
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
        desk.written();
        desk.agreeAndCirculate();
        var before = Account.as("socialcare").page(meeting.path());
        assertTrue(before.text().contains("Sign to receive these minutes"));
        assertFalse(before.text().contains("marker-"));
        assertEquals(404, Account.as("socialcare").get(meeting.path() + "/pdf").statusCode());
        var unticked = Account.as("socialcare").send(meeting.path(), meeting.path() + "/declaration", Map.of());
        assertEquals(422, unticked.statusCode());
        assertTrue(unticked.asString().contains("Tick the box to sign the declaration"));
        var after = Account.as("socialcare").sendAndFollow(meeting.path(), meeting.path() + "/declaration", Map.of("agrees", "true"));
        assertTrue(after.text().contains("marker-panel"), after.text());
        // Said to those present only.
        assertFalse(after.text().contains("marker-aloud"));
        assertEquals("MINUTES", meeting.one("select purpose from hub.declaration d join hub.sign_in s on s.member_id = d.member_id where d.meeting_id = ? and s.subject = 'demo-socialcare'", meeting.id));
        var twice = Account.as("socialcare").sendAndFollow(meeting.path(), meeting.path() + "/declaration", Map.of("agrees", "true"));
        assertTrue(twice.text().contains("You have signed for this meeting already."));
        assertFalse(desk.pdf("socialcare").contains("marker-aloud"));
    }

    @Test
    void anObserverAndAnUnsignedBodyReadNothingAfterwards() {
        desk.written();
        desk.agreeAndCirculate();
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
        desk.written();
        desk.agreeAndCirculate();
        assertTrue(Account.as("police").page(meeting.path()).text().contains("marker-named"));
        assertTrue(desk.pdf("police").contains("marker-named"));
        assertTrue(Account.as("police").json("GET", meeting.api(), null).asString().contains("marker-named"));
        for (var account : new String[] {"housing", "mentalhealth", "chair"}) {
            boolean same = account.equals("chair");
            assertEquals(same, Account.as(account).page(meeting.path()).text().contains("marker-named"), account);
            assertEquals(same, desk.pdf(account).contains("marker-named"), account);
            assertEquals(same, Account.as(account).json("GET", meeting.api(), null).asString().contains("marker-named"), account);
            assertTrue(desk.pdf(account).contains("marker-panel"), account);
        }
        for (var account : new String[] {"coordinator", "police", "mentalhealth"}) {
            assertFalse(Account.as(account).page(meeting.path()).text().contains("marker-prepared"), account);
        }
    }

    @Test
    void aSealedCaseIsInTheMinutesOfThoseOnItsListOnly() throws SQLException {
        meeting.decided("RV-C8WNP", "marker-sealed");
        desk.written();
        desk.agreeAndCirculate();
        assertTrue(Account.as("police").page(meeting.path()).text().contains("marker-sealed"));
        var housing = Account.as("housing").page(meeting.path());
        assertFalse(housing.text().contains("marker-sealed") || housing.html().contains("RV-C8WNP"));
    }

    @Test
    void aWithdrawnDisclosureLeavesTheCopyOfWhoMayNoLongerSeeIt() throws SQLException, IOException {
        var item = meeting.releasedToPanel("mentalhealth", "marker-withdrawn");
        desk.written();
        desk.agreeAndCirculate();
        assertTrue(Account.as("housing").page(meeting.path()).text().contains("marker-withdrawn"));
        meeting.withdraw(item);
        assertFalse(Account.as("housing").page(meeting.path()).text().contains("marker-withdrawn"));
        assertFalse(desk.pdf("housing").contains("marker-withdrawn"));
        assertTrue(Account.as("mentalhealth").page(meeting.path()).text().contains("marker-withdrawn"));
    }

    @Test
    void everyItemThatIsShownOrTakenOutIsOnRecord() throws SQLException, IOException {
        var item = meeting.releasedToPanel("mentalhealth", "marker-recorded");
        desk.written();
        desk.agreeAndCirculate();
        var count = "select count(*) from audit.entry e join hub.sign_in s on s.member_id = e.member_id where e.kind = 'item' and e.subject = ? and e.act = ? and s.subject = 'demo-housing'";
        assertEquals("0", meeting.one(count, item.toString(), "READ"));
        Account.as("housing").page(meeting.path());
        assertEquals("1", meeting.one(count, item.toString(), "READ"));
        desk.pdf("housing");
        assertEquals("1", meeting.one(count, item.toString(), "EXPORTED"));
    }

    @Test
    void thePdfIsMarkedOnEveryPageTaggedAndNamedForTheMeetingOnly() throws IOException {
        desk.written();
        desk.agreeAndCirculate();
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
}
