package org.panelhub.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.meetings.TestMeetings;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Actions taken down as they are spoken, and a case recorded and left in one go. */
@QuarkusTest
class SpokenActionPagesTest {

    private final Visitor visitor = new Visitor();
    private UUID meeting;
    private UUID item;
    private UUID other;
    private String room;

    @BeforeEach
    void open() {
        meeting = TestMeetings.today("OPEN");
        item = TestMeetings.hear(meeting, 1, TestMeetings.aCase("Dora Spoken"));
        other = TestMeetings.hear(meeting, 2, "");
        TestMeetings.turn(meeting, item);
        TestMeetings.sign(meeting, "coordinator");
        room = "/meetings/" + meeting + "/room";
    }

    @AfterEach
    void clear() {
        TestMeetings.clear();
    }

    @Test
    @TestSecurity(user = "coordinator")
    void anActionIsTakenDownInOneLineAndTheFieldIsReadyForTheNext() {
        var page = visitor.page(room);
        assertTrue(page.select("#spoken[autofocus]").isEmpty(), "nobody is led to the field who only opens the room");
        var after = visitor.follow(visitor.sendFrom(page, form(page, "spoken"), "spoken", "fire: fit a guard by 2 weeks"));
        assertTrue(after.select(".govuk-notification-banner").text().contains("The action is agreed: Fire brigade, due "), after.text());
        assertTrue(after.select("[data-live=actions]").text().contains("Fit a guard") || after.select("[data-live=actions]").text().contains("fit a guard"), after.text());
        assertEquals("", after.select("#spoken[autofocus]").text());
        assertEquals(1, after.select("#spoken[autofocus]").size());
        assertEquals("14", TestMeetings.text("select (due_on - hub.today())::text from hub.action where meeting_id = ?::uuid", meeting.toString()));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void severalLinesAreSeveralActionsAndEachOwnerIsAsSpoken() {
        var page = visitor.page(room);
        visitor.follow(visitor.sendFrom(page, form(page, "spoken"), "spoken", "police reyes: call on the neighbour by tomorrow\nmental: see her\nasc: a care assessment by 3 weeks"));
        assertEquals("Sgt Daniel Reyes", TestMeetings.text("select m.name from hub.action a join hub.member m on m.id = a.owner_member_id where a.meeting_id = ?::uuid", meeting.toString()));
        assertEquals("adult social care, mental health, police", TestMeetings.text("select string_agg(g.short_name, ', ' order by g.short_name) from hub.action a join hub.agency g on g.id = a.owner_agency_id where a.meeting_id = ?::uuid", meeting.toString()));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whatIsNotUnderstoodIsSaidBesideTheFieldAndKeptAndNothingOfItIsRecorded() {
        var page = visitor.page(room);
        var refused = visitor.sendFrom(page, form(page, "spoken"), "spoken", "fire: fit a guard\nnobody: do something");
        assertEquals(422, refused.statusCode());
        var kept = Jsoup.parse(refused.asString());
        assertTrue(kept.select("#spoken-error").text().contains("Line 2: No agency’s name begins with “nobody”"), kept.text());
        assertTrue(kept.select("#spoken").val().contains("fire: fit a guard"), kept.select("#spoken").val());
        assertEquals(0, actions());
        assertEquals(422, visitor.sendFrom(page, form(page, "spoken"), "spoken", " ").statusCode());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aFormThatIsSentAgainBecauseItsAnswerWasLostIsRecordedOnce() {
        var page = visitor.page(room);
        var key = page.select("form[action$=/spoken] input[name=once]").val();
        for (int sent = 0; sent < 3; sent++) {
            assertEquals(303, visitor.sendFrom(page, form(page, "spoken"), "spoken", "fire: fit a guard", "once", key).statusCode());
        }
        assertEquals(1, actions());
        visitor.sendFrom(page, form(page, "spoken"), "spoken", "fire: fit another guard", "once", key);
        assertEquals(2, actions(), "other words are another action, also from a page that was kept");
        var fire = page.select("select[name=who] option:contains(Fire brigade)").val();
        for (int sent = 0; sent < 2; sent++) {
            visitor.follow(visitor.sendFrom(page, form(page, "say"), "who", fire, "said", "A guard can be fitted.", "nature", "FACT", "once", key));
        }
        assertEquals(1, TestMeetings.count("select count(*) from hub.item where meeting_id = ?::uuid", meeting.toString()));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whatWasRefusedMayBeSentAgainWithTheSameKey() {
        var page = visitor.page(room);
        var key = page.select("form[action$=/actions] input[name=once]").val();
        var fire = page.select("select[name=agency] option:contains(Fire brigade)").val();
        var fields = new String[] { "task", "Fit a guard", "agency", fire, "person", "", "due-day", "1", "due-month", "2", "due-year", "2020", "once", key };
        assertEquals(422, visitor.sendFrom(page, form(page, "actions"), fields).statusCode());
        assertEquals(422, visitor.sendFrom(page, form(page, "actions"), fields).statusCode());
        assertEquals(0, actions());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void decisionAndActionsAreRecordedAndTheRoomGoesOnInOneGo() {
        var page = visitor.page(room);
        assertEquals(1, page.select("form[action$=/decision] button[name=go]").size());
        var next = visitor.follow(visitor.sendFrom(page, form(page, "decision"), decision("fire: fit a guard\npolice: patrol by fri", "go", "on")));
        assertEquals("Item 2 of 2: Other business", next.select("h1").text());
        assertEquals("MEDIUM", TestMeetings.text("select risk_after from hub.decision where agenda_item_id = ?::uuid", item.toString()));
        assertEquals(2, actions());
        assertEquals(303, visitor.sendFrom(page, form(page, "decision"), decision("fire: fit a guard\npolice: patrol by fri", "go", "on")).statusCode());
        assertEquals(2, actions(), "sent again because its answer was lost");
    }

    @Test
    @TestSecurity(user = "coordinator")
    void nothingIsRecordedWhereTheActionThatGoesWithTheDecisionIsNotUnderstood() {
        var page = visitor.page(room);
        var refused = visitor.sendFrom(page, form(page, "decision"), decision("call on the neighbour", "go", "on"));
        assertEquals(422, refused.statusCode());
        var kept = Jsoup.parse(refused.asString());
        assertEquals("Plan agreed", kept.select("input[name=outcome]").val());
        assertTrue(kept.select("#spoken-error").text().contains("Begin with the agency"), kept.text());
        assertEquals(0, TestMeetings.count("select count(*) from hub.decision where meeting_id = ?::uuid", meeting.toString()));
        assertEquals(item.toString(), TestMeetings.text("select current_item_id::text from hub.meeting where id = ?::uuid", meeting.toString()));
    }

    @Test
    @TestSecurity(user = "police")
    void onlyWhoRecordsTheMeetingTakesActionsDown() {
        TestMeetings.sign(meeting, "police");
        var page = visitor.page(room);
        assertTrue(page.select("#spoken").isEmpty());
        assertEquals(403, visitor.sendFrom(page, room + "/items/" + item + "/spoken", "spoken", "fire: fit a guard").statusCode());
        assertEquals(404, visitor.sendFrom(page, "/meetings/" + UUID.randomUUID() + "/room/items/" + item + "/spoken", "spoken", "fire: fit a guard").statusCode());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void anItemThatIsAboutNoCaseTakesNoAction() {
        TestMeetings.turn(meeting, other);
        var page = visitor.page(room);
        assertFalse(page.text().contains("As it is spoken"), page.text());
        assertEquals(303, visitor.sendFrom(page, room + "/items/" + other + "/spoken", "spoken", "fire: fit a guard").statusCode());
        assertEquals(0, actions());
    }

    private String[] decision(String spoken, String name, String value) {
        return new String[] { "risk", "MEDIUM", "rationale", "Quieter since March", "outcome", "Plan agreed", "dissent", "", "version", "", "spoken", spoken, name, value, "once", "a-key-of-this-page" + meeting };
    }

    private long actions() {
        return TestMeetings.count("select count(*) from hub.action where meeting_id = ?::uuid", meeting.toString());
    }

    private static String form(Document page, String what) {
        return page.select("form[action$=/" + what + "]").attr("action");
    }
}
