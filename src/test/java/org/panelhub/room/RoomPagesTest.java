package org.panelhub.room;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.meetings.TestMeetings;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class RoomPagesTest {

    private final Visitor visitor = new Visitor();
    private String reference;
    private UUID meeting;
    private UUID item;
    private UUID other;
    private String room;

    @BeforeEach
    void open() {
        reference = TestMeetings.aCase("Dora Room");
        meeting = TestMeetings.today("OPEN");
        item = TestMeetings.hear(meeting, 1, reference);
        other = TestMeetings.hear(meeting, 2, "");
        TestMeetings.turn(meeting, item);
        room = "/meetings/" + meeting + "/room";
    }

    @AfterEach
    void clear() {
        TestMeetings.clear();
    }

    @Test
    @TestSecurity(user = "police")
    void whoHasNotSignedSeesNoPapersAndIsSentToTheDeclaration() {
        var answer = visitor.answer(room);
        assertEquals(303, answer.statusCode());
        assertTrue(answer.header("Location").endsWith("/declaration"), answer.header("Location"));
        assertEquals(404, visitor.answer(room + "/stamp").statusCode());
        for (var form : new String[] { "/conflict", "/release", "/lines/" + java.util.UUID.randomUUID() }) {
            var refused = visitor.send("/meetings/" + meeting + "/declaration", room + "/items/" + item + form, "conflict", "", "consent", "");
            assertEquals(303, refused.statusCode(), form + refused.asString());
            assertTrue(refused.header("Location").endsWith("/declaration"), form);
        }
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whatWasDoneIsSaidOnceAndNotOnTheNextPageOfTheRoomAgain() {
        TestMeetings.sign(meeting, "coordinator");
        visitor.done(room, room + "/next", "from", String.valueOf(item));
        var said = visitor.done(room, room + "/next", "from", String.valueOf(other));
        assertTrue(said.text().contains("Close the meeting when you are done."), said.text());
        assertFalse(visitor.page(room).text().contains("Close the meeting when you are done."));
    }

    @Test
    @TestSecurity(user = "police")
    void aMemberSeesTheItemItsOwnPreparedInformationAndNoFormOfTheCoordinator() {
        TestMeetings.sign(meeting, "police");
        TestMeetings.prepare("police", reference, "Two calls this week.");
        TestMeetings.prepare("mentalhealth", reference, "Nobody else may read this.");
        var page = visitor.page(room);
        assertEquals("Item 1 of 2: " + reference + ", Dora Room", page.select("h1").text());
        assertTrue(page.text().contains("Ours, prepared: 1") && page.text().contains("Two calls this week."), page.text());
        assertFalse(page.text().contains("Nobody else may read this."), page.text());
        assertTrue(page.select("form[action$=/say], form[action$=/decision], form[action$=/next]").isEmpty());
        assertEquals(2, page.select(".hub-mark").size());
        assertTrue(page.select(".hub-clock").text().endsWith("of 12 min"), page.text());
        assertTrue(TestMeetings.count("select count(*) from audit.entry e join hub.case_file c on c.id = e.case_id where c.reference = ? and e.act = 'READ' and e.kind = 'item'", reference) > 0);
    }

    @Test
    @TestSecurity(user = "police")
    void whatIsPreparedIsReleasedInTheRoomWithTheConsentAsked() {
        TestMeetings.sign(meeting, "police");
        TestMeetings.prepare("police", reference, "Two calls this week.");
        TestMeetings.prepare("police", reference, "One caution given.");
        var page = visitor.page(room);
        var without = visitor.sendFrom(page, form(page, "release"), "consent", "REFUSED", "consent-reason", "");
        assertEquals(422, without.statusCode());
        assertEquals("REFUSED", Jsoup.parse(without.asString()).select("select[name=consent] option[selected]").val());
        var one = page.select("button[name=one]").first().val();
        var after = visitor.follow(visitor.sendFrom(page, form(page, "release"), "consent", "GIVEN", "consent-reason", "", "one", one));
        assertTrue(after.text().contains("1 item released to the panel.") && after.text().contains("Ours, prepared: 1"), after.text());
        assertTrue(after.select("[data-live=shared] .hub-how").text().startsWith("released "), after.text());
        var all = visitor.follow(visitor.sendFrom(after, form(after, "release"), "consent", "GIVEN", "consent-reason", ""));
        assertTrue(all.text().contains("Ours, prepared: 0"), all.text());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aFactSaidAloudIsMinutedAsALineOfTheSpeakersAgency() {
        TestMeetings.sign(meeting, "coordinator");
        var page = visitor.page(room);
        var nobody = visitor.sendFrom(page, form(page, "say"), "who", "", "said", "A guard can be fitted.", "nature", "FACT");
        assertEquals(422, nobody.statusCode());
        var kept = Jsoup.parse(nobody.asString());
        assertEquals("A guard can be fitted.", kept.select("input[name=said]").val());
        assertTrue(kept.select(".govuk-error-summary").text().contains("Choose who said it"), kept.text());
        var fire = page.select("select[name=who] option:contains(Fire brigade)").val();
        var after = visitor.follow(visitor.sendFrom(page, form(page, "say"), "who", fire, "said", "A guard can be fitted.", "nature", "FACT"));
        var line = after.select("[data-live=shared] li").text();
        assertTrue(line.startsWith("Fire brigade said aloud") && line.endsWith("A guard can be fitted."), line);
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whatAnAgencyWithoutSignatureSaysIsNotKept() {
        TestMeetings.sign(meeting, "coordinator");
        var page = visitor.page(room);
        assertTrue(page.select("select[name=who] option:contains(Lumen)").isEmpty(), page.select("select[name=who]").text());
        var unsigned = TestMeetings.text("select a.id::text from hub.agency a join hub.member m on m.agency_id = a.id join hub.sign_in s on s.member_id = m.id where s.subject = 'demo-unsigned'");
        var refused = visitor.sendFrom(page, form(page, "say"), "who", unsigned, "said", "Rent is three months behind.", "nature", "FACT");
        assertEquals(422, refused.statusCode());
        assertTrue(Jsoup.parse(refused.asString()).select(".govuk-error-summary").text().contains("has not signed the protocol"), refused.asString());
        assertEquals(0, TestMeetings.count("select count(*) from hub.item where body = ?", "Rent is three months behind."));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aDecisionIsChosenFromThePanelsOutcomesAndSaidMoreOf() {
        TestMeetings.sign(meeting, "coordinator");
        var page = visitor.page(room);
        assertTrue(page.select("select[name=chosen] option").eachText().containsAll(List.of("In our own words", "Protection plan agreed", "Adjourned to the next meeting")), page.select("select[name=chosen]").text());
        var neither = visitor.sendFrom(page, form(page, "decision"), "risk", "HIGH", "rationale", "As before", "chosen", "", "outcome", "", "dissent", "", "version", "");
        assertEquals(422, neither.statusCode());
        var chosen = visitor.follow(visitor.sendFrom(page, form(page, "decision"), "risk", "HIGH", "rationale", "As before", "chosen", "Plan changed", "outcome", "a second lock", "dissent", "", "version", ""));
        assertEquals("Plan changed: a second lock", TestMeetings.text("select outcome from hub.decision where agenda_item_id = ?::uuid", item.toString()));
        assertEquals("Plan changed", chosen.select("select[name=chosen] option[selected]").text());
        assertEquals("a second lock", chosen.select("input[name=outcome]").val());
        visitor.follow(visitor.sendFrom(chosen, form(chosen, "decision"), "risk", "HIGH", "rationale", "As before", "chosen", "Plan goes on as it is", "outcome", "", "dissent", "", "version",
                chosen.select("form[action$=/decision] input[name=version]").val()));
        assertEquals("Plan goes on as it is", TestMeetings.text("select outcome from hub.decision where agenda_item_id = ?::uuid", item.toString()));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void riskAndDecisionAreRecordedAndOfTwoWritersTheSecondSeesBoth() {
        TestMeetings.sign(meeting, "coordinator");
        var page = visitor.page(room);
        var empty = visitor.sendFrom(page, form(page, "decision"), "risk", "MEDIUM", "rationale", "", "outcome", "Kept outcome", "dissent", "", "version", "");
        assertEquals(422, empty.statusCode());
        assertEquals("Kept outcome", Jsoup.parse(empty.asString()).select("input[name=outcome]").val());
        visitor.follow(visitor.sendFrom(page, form(page, "decision"), "risk", "MEDIUM", "rationale", "Quieter since March", "outcome", "Plan agreed", "dissent", "", "version", ""));
        assertEquals("MEDIUM/HIGH", TestMeetings.text("select risk || '/' || risk_before from hub.case_file where reference = ?", reference));
        var second = visitor.sendFrom(page, form(page, "decision"), "risk", "LOW", "rationale", "Another view", "outcome", "Close it", "dissent", "", "version", "");
        assertEquals(409, second.statusCode());
        var both = Jsoup.parse(second.asString());
        assertTrue(both.select("#conflict").text().contains("Quieter since March") && both.select("#conflict").text().contains("Another view"), both.text());
        visitor.follow(visitor.sendFrom(both, form(both, "decision"), "risk", "LOW", "rationale", "Another view", "outcome", "Close it", "dissent", "Police", "version",
                both.select("form[action$=/decision] input[name=version]").val()));
        assertEquals("LOW/HIGH", TestMeetings.text("select risk || '/' || risk_before from hub.case_file where reference = ?", reference));
        var again = visitor.page(room);
        visitor.follow(visitor.sendFrom(again, form(again, "decision"), "risk", "HIGH", "rationale", "As before after all", "outcome", "Plan agreed", "dissent", "Police", "version",
                again.select("form[action$=/decision] input[name=version]").val()));
        assertEquals("HIGH/HIGH", TestMeetings.text("select risk || '/' || risk_before from hub.case_file where reference = ?", reference), "what was corrected in the same meeting was never agreed");
        visitor.follow(visitor.sendFrom(visitor.page(room), form(again, "decision"), "risk", "LOW", "rationale", "Another view", "outcome", "Close it", "dissent", "Police", "version",
                visitor.page(room).select("form[action$=/decision] input[name=version]").val()));
        assertEquals("HIGH/LOW/Police", TestMeetings.text("select risk_before || '/' || risk_after || '/' || dissent from hub.decision where meeting_id = ?::uuid", meeting.toString()));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void anActionIsAgreedAndOneDueBeforeTheMeetingIsRefused() {
        TestMeetings.sign(meeting, "coordinator");
        var page = visitor.page(room);
        var fire = page.select("select[name=agency] option:contains(Fire brigade)").val();
        var early = visitor.sendFrom(page, form(page, "actions"), "task", "Fit a guard", "agency", fire, "person", "", "due-day", "1", "due-month", "2", "due-year", "2020");
        assertEquals(422, early.statusCode());
        var kept = Jsoup.parse(early.asString());
        assertEquals("Fit a guard", kept.select("input[name=task]").val());
        assertTrue(kept.select(".govuk-error-summary").text().contains("it cannot be before the meeting"), kept.text());
        var police = page.select("select[name=person] option:contains(Reyes)").val();
        assertEquals(422, visitor.sendFrom(page, form(page, "actions"), action(fire, police, page)).statusCode());
        var after = visitor.follow(visitor.sendFrom(page, form(page, "actions"), action(fire, "", page)));
        assertTrue(after.select("[data-live=actions]").text().contains("Actions (1)") && after.select("[data-live=actions]").text().contains("Fit a guard"), after.text());
    }

    private static String[] action(String agency, String person, Document page) {
        return new String[] { "task", "Fit a guard", "agency", agency, "person", person, "due-day", page.select("input[name=due-day]").val(), "due-month", page.select("input[name=due-month]").val(),
                "due-year", page.select("input[name=due-year]").val() };
    }

    @Test
    @TestSecurity(user = "coordinator")
    void thePlanIsMadeInTheRoomWithANamedCaseManager() {
        TestMeetings.sign(meeting, "coordinator");
        var page = visitor.page(room);
        var nobody = visitor.sendFrom(page, form(page, "plan"), plan(page, ""));
        assertEquals(422, nobody.statusCode());
        assertTrue(Jsoup.parse(nobody.asString()).select(".govuk-error-summary").text().contains("Choose the case manager"), nobody.asString());
        var after = visitor.follow(visitor.sendFrom(page, form(page, "plan"), plan(page, page.select("select[name=manager] option:contains(Nair)").val())));
        assertTrue(after.text().contains("Case manager: Priya Nair"), after.text());
        assertTrue(after.text().contains("made at this meeting"), after.text());
    }

    private static String[] plan(Document page, String manager) {
        return new String[] { "manager", manager, "aims", "She is safe at night", "measures", "Camera", "victimView", "", "review-day", page.select("input[name=review-day]").val(), "review-month",
                page.select("input[name=review-month]").val(), "review-year", page.select("input[name=review-year]").val(), "version", "0" };
    }

    @Test
    @TestSecurity(user = "chair")
    void theChairGoesFromItemToItemAndAPageThatIsBehindSkipsNone() {
        TestMeetings.sign(meeting, "chair");
        var page = visitor.page(room);
        var key = page.select("form[action$=/next] input[name=once]").val();
        var next = visitor.follow(visitor.sendFrom(page, room + "/next", "from", item.toString(), "once", key));
        assertEquals("Item 2 of 2: Other business", next.select("h1").text());
        var late = visitor.follow(visitor.sendFrom(page, room + "/next", "from", item.toString()));
        assertEquals("Item 2 of 2: Other business", late.select("h1").text());
        assertEquals("true", TestMeetings.text("select (ended_at is not null and started_at is not null)::text from hub.agenda_item where id = ?::uuid", item.toString()));
        var back = visitor.follow(visitor.sendFrom(next, room + "/turn", "item", item.toString()));
        var again = visitor.follow(visitor.sendFrom(page, room + "/next", "from", item.toString(), "once", key));
        assertEquals(back.select("h1").text(), again.select("h1").text(), "what went on before is sent again, and does not go on from the item that was taken up anew");
        assertTrue(back.select("h1").text().startsWith("Item 1 of 2"), back.text());
    }

    @Test
    @TestSecurity(user = "police")
    void runningAndRecordingAreNotForEveryMember() {
        TestMeetings.sign(meeting, "police");
        var page = visitor.page(room);
        assertEquals(403, visitor.sendFrom(page, room + "/next", "from", item.toString()).statusCode());
        assertEquals(403, visitor.sendFrom(page, room + "/close").statusCode());
        assertEquals(403, visitor.sendFrom(page, room + "/items/" + item + "/say", "who", "", "said", "x", "nature", "FACT").statusCode());
        assertEquals(403, visitor.sendFrom(page, room + "/items/" + item + "/decision", "risk", "LOW").statusCode());
    }

    @Test
    @TestSecurity(user = "chair")
    void aClosedMeetingIsNotOpenedOrClosedAgain() {
        TestMeetings.sign(meeting, "chair");
        var page = visitor.page(room);
        var closed = visitor.follow(visitor.send(room + "/close", room + "/close"));
        assertTrue(closed.text().contains("The meeting is closed."), closed.text());
        assertTrue(visitor.follow(visitor.sendFrom(page, room + "/close")).text().contains("already closed"));
        assertTrue(visitor.follow(visitor.sendFrom(page, room + "/open")).text().contains("not opened again"));
        assertEquals(303, visitor.answer(room).statusCode());
    }

    @Test
    @TestSecurity(user = "chair")
    void aMeetingOpensOnItsDayOnceItsAgendaIsOut() {
        var early = TestMeetings.in(3, "PUBLISHED");
        assertTrue(visitor.done("/meetings/" + early, "/meetings/" + early + "/room/open").text().contains("Move it to today to open it now."));
        var today = TestMeetings.today("PUBLISHED");
        TestMeetings.sign(today, "chair");
        assertTrue(visitor.done("/meetings/" + today, "/meetings/" + today + "/room/open").text().contains("The meeting is open."));
    }

    @Test
    @TestSecurity(user = "police")
    void aConflictOfInterestShutsTheCaseAndTheScreenLeavesIt() {
        TestMeetings.sign(meeting, "police");
        var page = visitor.page(room);
        assertEquals(422, visitor.sendFrom(page, form(page, "conflict"), "conflict", "").statusCode());
        var left = visitor.follow(visitor.sendFrom(page, form(page, "conflict"), "conflict", "My neighbour"));
        assertFalse(left.select("main").text().contains(reference) || left.text().contains("Dora Room"), left.text());
        assertEquals("Welcome", left.select("h1").text(), "as if no item were being heard");
        assertEquals(404, visitor.sendFrom(page, room + "/items/" + item + "/conflict", "conflict", "again").statusCode());
    }

    @Test
    @TestSecurity(user = "police")
    void whoseUndertakingHasEndedIsNoLongerInTheRoomThoughTheDeclarationStands() {
        TestMeetings.sign(meeting, "police");
        visitor.page(room);
        var undertaking = HubRows.one("select u.id from hub.undertaking u join hub.member m on m.id = u.member_id join hub.panel p on p.id = u.panel_id where m.name = 'Sgt Daniel Reyes' and p.short_name = 'VVP' and u.during @> hub.today()");
        var during = HubRows.one("select during::text from hub.undertaking where id = ?::uuid", undertaking);
        HubRows.run("update hub.undertaking set during = daterange(lower(during), hub.today()) where id = ?::uuid", undertaking);
        try {
            var answer = visitor.answer(room);
            assertEquals(303, answer.statusCode());
            assertTrue(answer.header("Location").endsWith("/meetings/" + meeting), answer.header("Location"));
            assertEquals(404, visitor.answer(room + "/stamp").statusCode());
            assertEquals(404, given().accept("text/event-stream").get("/live/rooms/" + meeting).statusCode());
            assertEquals(303, visitor.send("/meetings/" + meeting, room + "/items/" + item + "/conflict", "conflict", "x").statusCode());
        } finally {
            HubRows.run("update hub.undertaking set during = ?::daterange where id = ?::uuid", during, undertaking);
        }
        visitor.page(room);
    }

    @Test
    @TestSecurity(user = "observer")
    void anObserverSeesTheRoomOnlyWhileItIsOpen() {
        TestMeetings.invite(meeting, "observer", "OBSERVER");
        TestMeetings.sign(meeting, "observer");
        TestMeetings.prepare("police", reference, "Not for observers.");
        var page = visitor.page(room);
        assertTrue(page.select("h1").text().contains("Dora Room"), page.text());
        assertFalse(page.text().contains("Not for observers."), page.text());
        assertTrue(page.select("main form").isEmpty(), "an observer presses nothing");
        assertEquals(404, visitor.answer("/cases/" + reference).statusCode());
        TestMeetings.clear();
        assertEquals(303, visitor.answer(room).statusCode());
        assertFalse(visitor.page("/meetings/" + meeting).text().contains("Dora Room"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void theStampChangesWithTheRoomAndTellsNothingElse() {
        TestMeetings.sign(meeting, "coordinator");
        var before = visitor.answer(room + "/stamp").asString();
        assertTrue(before.matches("[\\w-]{43}"), before);
        assertEquals(before, visitor.answer(room + "/stamp").asString());
        var page = visitor.page(room);
        assertEquals(before, page.select("[data-room]").attr("data-stamp"), "whoever asks and whoever is told follow the same page");
        assertEquals(before, page.body().attr("data-sum"));
        TestMeetings.prepare("coordinator", reference, "New.");
        assertNotEquals(before, visitor.answer(room + "/stamp").asString());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aFormSentAfterTheRoomMovedOnStillGoesToItsItem() {
        TestMeetings.sign(meeting, "coordinator");
        var page = visitor.page(room);
        TestMeetings.turn(meeting, other);
        var late = visitor.sendFrom(page, form(page, "decision"), "risk", "HIGH", "rationale", "", "outcome", "Typed before", "dissent", "", "version", "");
        assertEquals(422, late.statusCode());
        var shown = Jsoup.parse(late.asString());
        assertTrue(shown.text().contains("The room is on another item now."), shown.text());
        assertEquals("Typed before", shown.select("input[name=outcome]").val());
        var kept = visitor.sendFrom(page, form(page, "decision"), "risk", "HIGH", "rationale", "As before", "outcome", "Typed before", "dissent", "", "version", "");
        assertEquals(303, kept.statusCode());
        assertEquals(1, TestMeetings.count("select count(*) from hub.decision where agenda_item_id = ?::uuid", item.toString()));
    }

    private static String form(Document page, String what) {
        return page.select("form[action$=/" + what + "]").attr("action");
    }
}
