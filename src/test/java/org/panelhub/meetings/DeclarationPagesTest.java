package org.panelhub.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class DeclarationPagesTest {

    @AfterEach
    void clear() {
        TestMeetings.clear();
    }

    private final Visitor visitor = new Visitor();

    @Test
    @TestSecurity(user = "police")
    void whoHasStandingSignsOnItsOwnDeviceOnce() {
        var meeting = TestMeetings.today("OPEN");
        var path = "/meetings/" + meeting + "/declaration";
        var page = visitor.page(path);
        assertTrue(page.text().contains("What is shared in this meeting is confidential."), page.text());
        assertEquals(422, visitor.sendFrom(page, path).statusCode());
        var room = visitor.follow(visitor.sendFrom(page, path, "agree", "true"));
        assertTrue(room.text().contains("You have signed the declaration."), room.text());
        var twice = visitor.follow(visitor.sendFrom(page, path, "agree", "true"));
        assertTrue(twice.text().contains("It is signed once for each meeting."), twice.text());
        assertEquals(1, TestMeetings.count("select count(*) from hub.declaration where meeting_id = ?::uuid", meeting.toString()));
        assertEquals("t", TestMeetings.text("select present from hub.attendance where meeting_id = ?::uuid", meeting.toString()));
    }

    @Test
    @TestSecurity(user = "unsigned")
    void whoHasNoStandingIsRefusedInPlainWordsAndOnRecord() {
        var meeting = TestMeetings.today("OPEN");
        var path = "/meetings/" + meeting + "/declaration";
        var page = visitor.page(path);
        assertTrue(page.text().contains("Your organisation has no signature in force"), page.text());
        assertTrue(page.select("input[name=agree]").isEmpty());
        var answer = visitor.sendFrom(visitor.page("/meetings/" + meeting), path, "agree", "true");
        assertEquals(403, answer.statusCode());
        assertTrue(Jsoup.parse(answer.asString()).text().contains("Your organisation has no signature in force"), answer.asString());
        assertEquals(0, TestMeetings.count("select count(*) from hub.declaration where meeting_id = ?::uuid", meeting.toString()));
        assertEquals(1, TestMeetings.count("select count(*) from audit.entry where act = 'REFUSED' and kind = 'declaration' and subject = ?", meeting.toString()));
    }

    @Test
    @TestSecurity(user = "police")
    void itIsNotSignedBeforeTheDayOfTheMeeting() {
        var page = visitor.page("/meetings/" + TestMeetings.in(4, "PUBLISHED") + "/declaration");
        assertTrue(page.text().contains("The declaration is signed on the day of the meeting"), page.text());
    }

    @Test
    @TestSecurity(user = "observer")
    void anInvitedObserverSigns() {
        var meeting = TestMeetings.today("OPEN");
        TestMeetings.invite(meeting, "observer", "OBSERVER");
        var path = "/meetings/" + meeting + "/declaration";
        var room = visitor.done(path, path, "agree", "true");
        assertTrue(room.text().contains("You have signed the declaration."), room.text());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void theCoordinatorRecordsItForAPersonInTheRoomButNotForOneWithoutStanding() {
        var meeting = TestMeetings.today("OPEN");
        var path = "/meetings/" + meeting + "/declaration";
        var page = visitor.page(path);
        var choices = page.select("select[name=member] option");
        assertFalse(choices.text().contains("Harbour Homes"), choices.text());
        var fire = choices.stream().filter(o -> o.text().contains("fire brigade")).findFirst().orElseThrow().val();
        assertTrue(visitor.follow(visitor.sendFrom(page, path + "/record", "member", fire)).text().contains("The declaration is recorded."));
        assertTrue(visitor.follow(visitor.sendFrom(page, path + "/record", "member", fire)).text().contains("It is signed once for each meeting."));
        var unsigned = TestMeetings.text("select member_id from hub.sign_in where subject = 'demo-unsigned'");
        assertTrue(visitor.follow(visitor.sendFrom(page, path + "/record", "member", unsigned)).text().contains("cannot sign. The organisation has no signature in force"));
        assertEquals(422, visitor.sendFrom(page, path + "/record").statusCode());
    }

    @Test
    @TestSecurity(user = "police")
    void recordingForAnotherIsForTheCoordinator() {
        var meeting = TestMeetings.today("OPEN");
        var path = "/meetings/" + meeting + "/declaration";
        assertEquals(403, visitor.send(path, path + "/record", "member", TestMeetings.text("select member_id from hub.sign_in where subject = 'demo-fire'")).statusCode());
    }
}
