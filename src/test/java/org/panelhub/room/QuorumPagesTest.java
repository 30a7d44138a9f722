package org.panelhub.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.meetings.TestMeetings;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** What a panel arranged about its meetings, in the room: who must be there, who speaks first; and breaks. */
@QuarkusTest
class QuorumPagesTest {

    private static final String ARRANGED = "update hub.arrangement set quorum_agencies = ?::int, quorum_kinds = ?::text[], first_speaker = ? where panel_id = (select id from hub.panel where short_name = 'VVP' and id in (select panel_id from hub.meeting where id = ?::uuid))";

    private final Visitor visitor = new Visitor();
    private String reference;
    private UUID meeting;
    private UUID item;
    private UUID other;
    private String room;

    @BeforeEach
    void open() {
        reference = TestMeetings.aCase("Dora Quorum");
        meeting = TestMeetings.today("OPEN");
        item = TestMeetings.hear(meeting, 1, reference);
        other = TestMeetings.hear(meeting, 2, "");
        room = "/meetings/" + meeting + "/room";
    }

    @AfterEach
    void clear() {
        arranged("0", "{}", "");
        TestMeetings.clear();
    }

    private void arranged(String agencies, String kinds, String first) {
        HubRows.run(ARRANGED, agencies, kinds, first, meeting.toString());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void withoutAQuorumTheRoomSaysWhoIsMissingAndNothingIsHeardBeforeSomeoneSaysWhy() {
        arranged("3", "{FIRE,POLICE}", "");
        TestMeetings.sign(meeting, "coordinator", "police");
        var page = visitor.page(room);
        assertEquals("Not quorate: 2 of 3 agencies are here; nobody of fire and rescue.", page.select(".hub-quorum").text());
        var refused = visitor.follow(visitor.sendFrom(page, room + "/next", "from", ""));
        assertTrue(refused.text().contains("Say why the meeting goes on, or wait."), refused.text());
        assertEquals(null, current());
        assertEquals(422, visitor.sendFrom(page, room + "/quorum", "quorum", " ").statusCode());
        var goesOn = visitor.follow(visitor.sendFrom(page, room + "/quorum", "quorum", "The victim cannot wait a month."));
        assertTrue(goesOn.select(".hub-quorum").text().endsWith("The meeting goes on: The victim cannot wait a month."), goesOn.text());
        assertTrue(goesOn.select("input[name=quorum]").isEmpty());
        visitor.follow(visitor.sendFrom(page, room + "/quorum", "quorum", "Another reason."));
        assertEquals("The victim cannot wait a month.", TestMeetings.text("select quorum_reason from hub.meeting where id = ?::uuid", meeting.toString()), "the first reason stays");
        visitor.follow(visitor.sendFrom(goesOn, room + "/next", "from", ""));
        assertEquals(item.toString(), current());
        var minutes = visitor.done("/meetings/" + meeting + "/minutes", "/meetings/" + meeting + "/minutes/write");
        assertTrue(minutes.text().contains("Not quorate: 2 of 3 agencies are here; nobody of fire and rescue. The meeting went on: The victim cannot wait a month."), minutes.text());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aDecisionIsRecordedOnceAlsoWhereTheRoomMayNotGoOn() {
        TestMeetings.turn(meeting, item);
        TestMeetings.sign(meeting, "coordinator");
        var page = visitor.page(room);
        arranged("3", "{}", "");
        var fields = new String[] { "risk", "MEDIUM", "rationale", "Quieter", "outcome", "Plan agreed", "dissent", "", "version", "", "spoken", "fire: fit a guard", "go", "on", "once", "key-" + meeting };
        var stays = visitor.follow(visitor.sendFrom(page, room + "/items/" + item + "/decision", fields));
        assertTrue(stays.text().contains("The decision is recorded. Not quorate: 1 of 3 agencies is here."), stays.text());
        assertEquals(item.toString(), current());
        visitor.follow(visitor.sendFrom(page, room + "/items/" + item + "/decision", fields));
        assertEquals(1, TestMeetings.count("select count(*) from hub.action where meeting_id = ?::uuid", meeting.toString()));
        assertEquals(1, TestMeetings.count("select count(*) from hub.decision where meeting_id = ?::uuid", meeting.toString()));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whoHasNotSignedAndWhoOnlyWatchesDoesNotCount() {
        arranged("2", "{}", "");
        TestMeetings.sign(meeting, "coordinator");
        TestMeetings.invite(meeting, "observer", "OBSERVER");
        TestMeetings.sign(meeting, "observer");
        TestMeetings.invite(meeting, "fire", "MEMBER");
        HubRows.run("update hub.attendance set present = true where meeting_id = ?::uuid", meeting.toString());
        assertEquals("Not quorate: 1 of 2 agencies is here.", visitor.page(room).select(".hub-quorum").text());
        TestMeetings.sign(meeting, "fire");
        assertTrue(visitor.page(room).select(".hub-quorum").isEmpty());
    }

    @Test
    @TestSecurity(user = "police")
    void whoDoesNotRunTheMeetingReadsThatItIsNotQuorateAndHasNothingToSayAboutIt() {
        arranged("9", "{}", "");
        TestMeetings.turn(meeting, item);
        TestMeetings.sign(meeting, "police");
        var page = visitor.page(room);
        assertFalse(page.select(".hub-quorum").isEmpty());
        assertTrue(page.select("form[action$=/quorum], form[action$=/break]").isEmpty());
        assertEquals(403, visitor.sendFrom(page, room + "/quorum", "quorum", "x").statusCode());
        assertEquals(403, visitor.sendFrom(page, room + "/break", "begins", "true").statusCode());
        assertEquals(404, visitor.sendFrom(page, "/meetings/" + UUID.randomUUID() + "/room/break", "begins", "true").statusCode());
    }

    @Test
    @TestSecurity(user = "chair")
    void aBreakStopsTheClockOfTheItemAndGoingOnEndsIt() {
        TestMeetings.turn(meeting, item);
        TestMeetings.sign(meeting, "chair");
        var begun = visitor.done(room, room + "/break", "begins", "true");
        assertTrue(begun.select(".hub-clock").text().startsWith("Break, 0:0"), begun.text());
        visitor.done(room, room + "/break", "begins", "true");
        HubRows.run("update hub.meeting set break_since = hub.now() - interval '20 minutes', current_since = hub.now() - interval '25 minutes' where id = ?::uuid", meeting.toString());
        HubRows.run("update hub.agenda_item set started_at = hub.now() - interval '25 minutes' where id = ?::uuid", item.toString());
        assertTrue(visitor.page(room).select(".hub-clock").text().startsWith("Break, 20:"), "it is told how long it is");
        var after = visitor.done(room, room + "/break");
        assertTrue(after.select(".hub-clock").text().matches("5:\\d\\d of 12 min"), after.select(".hub-clock").text());
        assertTrue(after.select(".hub-clock--over").isEmpty());
        visitor.done(room, room + "/break", "begins", "true");
        var next = visitor.done(room, room + "/next", "from", item.toString());
        assertFalse(next.select(".hub-clock").text().startsWith("Break"), next.text());
        assertTrue(next.select(".hub-agenda li").first().text().endsWith("5 min"), next.select(".hub-agenda").text());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void theVictimsVoiceIsHeardFirstWhereThePanelWantsIt() {
        TestMeetings.turn(meeting, item);
        TestMeetings.sign(meeting, "coordinator", "fire");
        assertTrue(visitor.page(room).select(".hub-first-word").isEmpty());
        arranged("0", "{}", "FIRE");
        var page = visitor.page(room);
        assertEquals("Fire and rescue speaks first on this case.", page.select(".hub-first-word").text());
        var fire = page.select("select[name=who] option:contains(Fire brigade)").val();
        var spoken = visitor.follow(visitor.sendFrom(page, room + "/items/" + item + "/say", "who", fire, "said", "She wants to stay.", "nature", "FACT"));
        assertTrue(spoken.select(".hub-first-word").isEmpty(), spoken.text());
    }

    @Test
    @TestSecurity(user = "admin")
    void aPanelArrangesItsQuorumAndWhoSpeaksFirst() {
        var panel = TestMeetings.text("select panel_id::text from hub.meeting where id = ?::uuid", meeting.toString());
        var form = visitor.page("/panels/" + panel + "/arrangements/new");
        assertEquals("0", form.select("input[name=quorumAgencies]").val());
        var refused = visitor.sendFrom(form, "/panels/" + panel + "/arrangements/new", TestMeetings.fields(form, "quorumAgencies", "1", "quorumKinds", "FIRE", "firstSpeaker", "VICTIM_SUPPORT", "quorumKinds", "NO_SUCH_KIND"));
        assertEquals(422, refused.statusCode());
        var kept = Jsoup.parse(refused.asString());
        assertTrue(kept.text().contains("Choose among the kinds of agency"), kept.text());
        assertEquals("VICTIM_SUPPORT", kept.select("select[name=firstSpeaker] option[selected]").val());
    }

    private String current() {
        return TestMeetings.text("select current_item_id::text from hub.meeting where id = ?::uuid", meeting.toString());
    }
}
