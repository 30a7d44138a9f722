package org.panelhub.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        assertEquals("1", mailsToSocialCare());
    }

    @Test
    void whoseAccountIsClosedIsToldNothing() {
        HubRows.run("update hub.member set active = false where id = (select member_id from hub.sign_in where subject = 'demo-socialcare')");
        circulate();
        assertEquals("0", mailsToSocialCare());
    }

    private void circulate() {
        Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/write", Map.of());
        var revision = Account.as("chair").page(meeting.path()).select("input[name=revision]").val();
        Account.as("chair").sendAndFollow(meeting.path(), meeting.path() + "/agreement", Map.of("revision", revision));
        Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/circulation", Map.of());
    }

    private String mailsToSocialCare() {
        return HubRows.one("select count(*) from hub.outbox o join hub.sign_in s on s.member_id = o.to_member where s.subject = 'demo-socialcare' and o.body like '%' || ? || '%'", meeting.id.toString());
    }
}
