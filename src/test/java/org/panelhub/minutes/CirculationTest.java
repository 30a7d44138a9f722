package org.panelhub.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.SignedIn;
import org.panelhub.support.HubRows;

import io.quarkus.test.junit.QuarkusTest;

/** To whom minutes go: social care sent apologies to the meeting that these tests hold. */
@QuarkusTest
class CirculationTest {

    private static final String OF_THE_COUNCIL = "signatory_id = (select id from hub.signatory where name = 'Riverside Council')";

    private static final String OF_MENTAL_HEALTH = "member_id = (select member_id from hub.sign_in where subject = 'demo-mentalhealth') and panel_id = (select id from hub.panel where short_name = 'VVP' and partnership_id = undertaking.partnership_id)";

    private HeldMeeting meeting;

    @BeforeEach
    void aMeetingWasHeld() throws SQLException {
        meeting = new HeldMeeting();
    }

    @AfterEach
    void clear() throws SQLException {
        HubRows.run("update hub.signature set withdrawn_on = null where " + OF_THE_COUNCIL);
        HubRows.run("update hub.member set active = true where id = (select member_id from hub.sign_in where subject = 'demo-socialcare')");
        SignedIn.nobody();
        meeting.close();
    }

    @Test
    void anAbsentMemberIsToldOfTheMinutesUntilTheDayOnWhichItsSignatureEnds() {
        HubRows.run("update hub.signature set withdrawn_on = hub.today() + 30 where " + OF_THE_COUNCIL);
        circulate();
        assertEquals("1", mails("socialcare"));
    }

    @Test
    void whoseAccountIsClosedIsToldNothing() {
        HubRows.run("update hub.member set active = false where id = (select member_id from hub.sign_in where subject = 'demo-socialcare')");
        circulate();
        assertEquals("0", mails("socialcare"));
    }

    @Test
    void aGuestIsToldWhileItCanReadThemAndUntilWhen() throws SQLException {
        meeting.goesOn();
        meeting.guest("police.other");
        circulate();
        assertEquals("1", mails("police.other"));
        assertTrue(HubRows.one("select o.body from hub.outbox o join hub.sign_in s on s.member_id = o.to_member where s.subject = 'demo-police-other' and o.body like '%' || ? || '%'", meeting.id.toString())
                .contains("until the meeting is closed"));
        assertEquals(200, Account.as("police.other").get(meeting.path()).statusCode(), "as it was told");
        assertTrue(Account.as("police.other").page(meeting.path()).text().contains(HeldMeeting.CASE));
    }

    @Test
    void onceTheMeetingIsClosedAGuestIsSentNothingThatItCouldNotOpen() throws SQLException {
        meeting.guest("police.other");
        circulate();
        assertEquals("0", mails("police.other"));
        assertEquals("0", HubRows.one("select count(*) from hub.minutes_receipt r join hub.minutes m on m.id = r.minutes_id join hub.sign_in s on s.member_id = r.member_id where m.meeting_id = ?::uuid and s.subject = 'demo-police-other'",
                meeting.id.toString()));
        assertEquals("1", mails("police"));
        assertEquals("0", mails("observer"));
    }

    @Test
    void whoWasThereAndHasLostItsStandingSinceIsSentNothing() {
        HubRows.run("update hub.undertaking set during = daterange(lower(during), hub.today()) where " + OF_MENTAL_HEALTH);
        try {
            circulate();
            assertEquals("0", mails("mentalhealth"));
            assertEquals("1", mails("police"));
        } finally {
            HubRows.run("update hub.undertaking set during = daterange(lower(during), (lower(during) + interval '1 year')::date) where " + OF_MENTAL_HEALTH);
        }
    }

    private void circulate() {
        Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/write", Map.of());
        var revision = Account.as("chair").page(meeting.path()).select("input[name=revision]").val();
        Account.as("chair").sendAndFollow(meeting.path(), meeting.path() + "/agreement", Map.of("revision", revision));
        Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/circulation", Map.of());
    }

    private String mails(String account) {
        return HubRows.one("select count(*) from hub.outbox o join hub.sign_in s on s.member_id = o.to_member where s.subject = 'demo-' || replace(?, '.', '-') and o.body like '%' || ? || '%'", account, meeting.id.toString());
    }
}
