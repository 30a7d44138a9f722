package org.panelhub.meetings;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class MeetingPagesTest {

    private final Visitor visitor = new Visitor();

    @AfterEach
    void clear() {
        TestMeetings.clear();
    }

    @Test
    @TestSecurity(user = "police")
    void aMemberSeesTheMeetingsOfItsPanels() {
        var page = visitor.page("/meetings");
        assertTrue(page.text().contains("Vulnerable Victims Panel"), page.text());
        assertFalse(page.text().contains("Hillside"), page.text());
        assertEquals("Meetings", page.select("h1").text());
        assertTrue(page.select("a[href=/meetings/new]").isEmpty());
    }

    @Test
    @TestSecurity(user = "police")
    void whatHasBeenGoesBackToTheFirstMeetingOnPagesAndInAnswers() {
        for (int week = 1; week <= 30; week++) {
            TestMeetings.in(-2000 - week, "CLOSED");
        }
        var first = TestMeetings.in(-3000, "CLOSED");
        try {
            String page = "/meetings";
            String answer = "/api/meetings";
            for (int n = 0; n < 100 && visitor.page(page).select("a[href=/meetings/" + first + "]").isEmpty(); n++) {
                page = visitor.page(page).select("a[rel=next]").attr("href");
            }
            for (int n = 0; n < 100 && !given().get(answer).asString().contains(first.toString()); n++) {
                answer = given().get(answer).header("Link").replaceAll("^<|>.*$", "");
            }
            assertTrue(visitor.page(page).select("a[rel=next]").isEmpty(), "it was the first");
            assertNull(given().get(answer).header("Link"));
        } finally {
            HubRows.run("delete from hub.meeting where starts_at < hub.now() - interval '1990 days'");
        }
    }

    @Test
    @TestSecurity(user = "police")
    void aMeetingSoonAfterMidnightOnASummerDayIsStillToday() {
        try {
            HubRows.clock("make_interval(days => make_date(extract(year from now())::int + 1, 6, 15) - current_date)");
            var meeting = TestMeetings.today("PUBLISHED");
            HubRows.run("update hub.meeting set starts_at = (hub.today() + time '00:30') at time zone 'Europe/London' where id = ?", meeting);
            assertEquals(1, visitor.page("/meetings").select("table:has(caption:contains(Coming up)) a[href=/meetings/" + meeting + "]").size());
        } finally {
            HubRows.clock("interval '0'");
        }
    }

    @Test
    @TestSecurity(user = "police.other")
    void whoHasNoSeatSeesNoMeeting() {
        assertTrue(visitor.page("/meetings").text().contains("No meeting of your panels is planned."));
        assertEquals(404, visitor.answer("/meetings/" + TestMeetings.today("PUBLISHED")).statusCode());
    }

    @Test
    @TestSecurity(user = "hillside.coordinator")
    void nothingCrossesFromAnotherPartnership() {
        var meeting = TestMeetings.today("PUBLISHED");
        assertEquals(404, visitor.answer("/meetings/" + meeting).statusCode());
        assertEquals(404, visitor.answer("/meetings/" + meeting + "/agenda").statusCode());
        assertEquals(404, visitor.answer("/meetings/" + meeting + "/room").statusCode());
    }

    @Test
    @TestSecurity(user = "admin")
    void anAdministratorSeesNoMeetingAndNoCase() {
        assertEquals(404, visitor.answer("/meetings/" + TestMeetings.today("PUBLISHED")).statusCode());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void theNextDateIsProposedByTheRhythmOfThePanel() {
        var page = visitor.page("/meetings/new?panel=" + TestMeetings.vvp());
        assertEquals("Vulnerable Victims Panel", page.select("main .govuk-caption-l").text());
        assertTrue(page.text().contains("second Thursday of each month"), page.text());
        var date = LocalDate.of(value(page, "date-year"), value(page, "date-month"), value(page, "date-day"));
        assertTrue(date.isAfter(LocalDate.now()));
        assertEquals("10:00", page.select("input[name=time]").val());
        assertEquals("Town Hall, room 4", page.select("input[name=venue]").val());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whoSchedulesForSeveralPanelsIsAskedForWhichBeforeADateIsProposed() {
        var asked = visitor.page("/meetings/new");
        assertEquals("Which panel meets?", asked.select("h1").text());
        assertEquals(List.of("ASB Case Review board", "Vulnerable Victims Panel"), asked.select("main li a").eachText());
        assertTrue(asked.select("main form").isEmpty(), "no date, time or place of a panel that happens to be the first");
        var board = visitor.page(asked.select("main li a").first().attr("href"));
        assertTrue(board.text().contains("third Wednesday of each month"), board.text());
        assertEquals("14:00", board.select("input[name=time]").val());
        assertEquals("/meetings/new", board.select("main a:contains(For another panel)").attr("href"));
        var planned = visitor.follow(visitor.sendFrom(board, "/meetings/new", TestMeetings.fields(board, "venue", "Board room")));
        try {
            assertTrue(planned.text().contains("CT-MARAC meets on"), planned.text());
            assertTrue(visitor.page("/meetings").select("tr:contains(Board room)").text().contains("ASB Case Review board"));
        } finally {
            HubRows.run("update hub.meeting set state = 'CANCELLED' where venue = 'Board room'");
        }
    }

    @Test
    @TestSecurity(user = "hillside.coordinator")
    void whoSchedulesForOnePanelIsNotAskedWhich() {
        var page = visitor.page("/meetings/new");
        assertEquals("Vulnerable Victims Panel", page.select("main .govuk-caption-l").text());
        assertTrue(page.select("main a:contains(For another panel)").isEmpty());
        assertEquals(404, visitor.answer("/meetings/new?panel=" + TestMeetings.vvp()).statusCode());
        assertEquals(404, visitor.sendFrom(page, "/meetings/new", TestMeetings.fields(page, "panel", TestMeetings.vvp())).statusCode());
    }

    private static int value(org.jsoup.nodes.Document page, String name) {
        return Integer.parseInt(page.select("input[name=" + name + "]").val());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aMeetingIsPlannedWithItsDaysCountedBackInWorkingDays() {
        var form = visitor.page("/meetings/new?panel=" + TestMeetings.vvp());
        var panel = TestMeetings.vvp();
        var planned = visitor.follow(visitor.sendFrom(form, "/meetings/new", "panel", panel, "date-day", "15", "date-month", "7", "date-year", "2027", "time", "9:30", "venue", "Library", "link", "",
                "order", "Welcome"));
        assertTrue(planned.text().contains("Thursday 15 July 2027"), planned.text());
        assertTrue(planned.text().contains("Cases in by Mon 5 Jul. Agenda out by Thu 8 Jul."), planned.text());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aDateInThePastIsRefusedAndWhatWasTypedStays() {
        var form = visitor.page("/meetings/new?panel=" + TestMeetings.vvp());
        var answer = visitor.sendFrom(form, "/meetings/new", "panel", TestMeetings.vvp(), "date-day", "1", "date-month", "2", "date-year", "2020", "time", "9:30",
                "venue", "Library of the past", "link", "", "order", "Welcome");
        assertEquals(422, answer.statusCode());
        var page = Jsoup.parse(answer.asString());
        assertTrue(page.select(".govuk-error-summary").text().contains("must be today or in the future"), page.text());
        assertEquals("Library of the past", page.select("input[name=venue]").val());
        assertEquals("2020", page.select("input[name=date-year]").val());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aSecondMeetingOnOneDayIsWarnedOfAndMayBeKept() {
        TestMeetings.in(333, "PLANNED");
        var day = LocalDate.now().plusDays(333);
        var form = visitor.page("/meetings/new?panel=" + TestMeetings.vvp());
        String[] fields = { "panel", TestMeetings.vvp(), "date-day", "" + day.getDayOfMonth(), "date-month", "" + day.getMonthValue(), "date-year", "" + day.getYear(),
                "time", "15:00", "venue", "Annexe", "link", "", "order", "Welcome" };
        var warned = visitor.sendFrom(form, "/meetings/new", fields);
        assertEquals(422, warned.statusCode());
        assertTrue(Jsoup.parse(warned.asString()).text().contains("VVP already has a meeting on"), warned.asString());
        var kept = java.util.Arrays.copyOf(fields, fields.length + 2);
        kept[fields.length] = "anyway";
        kept[fields.length + 1] = "true";
        assertEquals(303, visitor.sendFrom(form, "/meetings/new", kept).statusCode());
    }

    @Test
    @TestSecurity(user = "police")
    void planningIsForTheCoordinator() {
        assertEquals(403, visitor.answer("/meetings/new").statusCode());
        assertEquals(403, visitor.answer("/meetings/" + TestMeetings.in(40, "PLANNED") + "/change").statusCode());
        assertEquals(403, visitor.answer("/meetings/" + TestMeetings.in(40, "PLANNED") + "/agenda").statusCode());
        assertEquals(403, visitor.answer("/meetings/" + TestMeetings.in(40, "PLANNED") + "/publish").statusCode());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void ofTwoWhoMoveAMeetingTheSecondSeesBothVersions() {
        var meeting = TestMeetings.in(41, "PLANNED");
        var path = "/meetings/" + meeting + "/change";
        var form = visitor.page(path);
        assertEquals(303, visitor.sendFrom(form, path, TestMeetings.fields(form, "venue", "First writer's hall")).statusCode());
        var second = visitor.sendFrom(form, path, TestMeetings.fields(form, "venue", "Second writer's hall"));
        assertEquals(409, second.statusCode());
        var page = Jsoup.parse(second.asString());
        assertTrue(page.select("#conflict").text().contains("First writer's hall") && page.select("#conflict").text().contains("Second writer's hall"), page.text());
        assertEquals("Second writer's hall", page.select("input[name=venue]").val());
        assertEquals(303, visitor.sendFrom(page, path, TestMeetings.fields(page, "venue", "Second writer's hall")).statusCode());
    }

    @Test
    @TestSecurity(user = "unsigned")
    void withoutASignatureOneSeesDateAndPlaceButNoName() {
        var meeting = TestMeetings.in(3, "PUBLISHED");
        var reference = TestMeetings.aCase("Dora Unseen");
        TestMeetings.hear(meeting, 1, reference);
        var page = visitor.page("/meetings/" + meeting);
        assertTrue(page.text().contains("Town Hall, room 9"), page.text());
        assertTrue(page.text().contains("no signature in force"), page.text());
        assertFalse(page.text().contains(reference) || page.text().contains("Dora Unseen"), page.text());
    }

    @Test
    @TestSecurity(user = "police")
    void theAgendaIsForMembersOnlyOnceItIsPublished() {
        var reference = TestMeetings.aCase("Dora Listed");
        var planned = TestMeetings.in(5, "PLANNED");
        TestMeetings.hear(planned, 1, reference);
        assertFalse(visitor.page("/meetings/" + planned).text().contains(reference));
        var published = TestMeetings.in(5, "PUBLISHED");
        TestMeetings.hear(published, 1, reference);
        var page = visitor.page("/meetings/" + published);
        assertTrue(page.text().contains(reference + ", Dora Listed"), page.text());
        assertEquals(2, page.select(".hub-mark").size());
    }

    @Test
    @TestSecurity(user = "childrens")
    void theAgendaOfABarredMemberLacksTheCase() {
        var meeting = TestMeetings.in(6, "PUBLISHED");
        var shut = TestMeetings.aCase("Dora Shut");
        TestMeetings.bar(shut, "childrens");
        TestMeetings.hear(meeting, 1, shut);
        var open = TestMeetings.aCase("Dora Open");
        TestMeetings.hear(meeting, 2, open);
        var page = visitor.page("/meetings/" + meeting);
        assertTrue(page.text().contains(open), page.text());
        assertFalse(page.text().contains(shut) || page.text().contains("Dora Shut"), page.text());
    }

    @Test
    @TestSecurity(user = "police")
    void oneRepliesForOneself() {
        var meeting = TestMeetings.in(7, "PUBLISHED");
        var page = visitor.done("/meetings/" + meeting, "/meetings/" + meeting + "/reply", "reply", "APOLOGIES", "sent", "true");
        assertTrue(page.text().contains("Your apologies are noted."), page.text());
        assertTrue(page.text().contains("Apologies, information sent"), page.text());
        assertEquals(422, visitor.send("/meetings/" + meeting, "/meetings/" + meeting + "/reply").statusCode());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void anObserverIsInvitedByWorkAddress() {
        var meeting = TestMeetings.in(8, "PUBLISHED");
        var path = "/meetings/" + meeting;
        var page = visitor.done(path, path + "/observers", "observer", "observer@riverside.example");
        assertTrue(page.select(".hub-people").text().contains("(observer)"), page.text());
        var twice = visitor.send(path, path + "/observers", "observer", "observer@riverside.example");
        assertTrue(twice.statusCode() == 422 && twice.asString().contains("invited already"), twice.asString());
        var stranger = visitor.send(path, path + "/observers", "observer", "hillside.police@hillside.example");
        assertTrue(stranger.statusCode() == 422 && stranger.asString().contains("No account of this partnership"), stranger.asString());
    }

    @Test
    @TestSecurity(user = "observer")
    void anObserverSeesDateAndPlaceOnly() {
        var meeting = TestMeetings.today("PUBLISHED");
        var reference = TestMeetings.aCase("Dora Observed");
        TestMeetings.hear(meeting, 1, reference);
        TestMeetings.invite(meeting, "observer", "OBSERVER");
        var page = visitor.page("/meetings/" + meeting);
        assertTrue(page.text().contains("Observers see the room while it is open"), page.text());
        assertFalse(page.text().contains(reference) || page.text().contains("Dora Observed"), page.text());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aCancelledMeetingIsNotMoved() {
        var meeting = TestMeetings.in(9, "PUBLISHED");
        var path = "/meetings/" + meeting;
        var page = visitor.done(path + "/cancel", path + "/cancel", "reason", "No case is to be heard.");
        assertTrue(page.text().contains("Cancelled"), page.text());
        assertTrue(visitor.done(path + "/cancel", path + "/cancel", "reason", "Again").text().contains("cannot be cancelled"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aMeetingIsCancelledForAReasonThatStandsOnItsPageAndInItsMail() {
        var meeting = TestMeetings.in(42, "PLANNED");
        TestMeetings.invite(meeting, "police", "MEMBER");
        var path = "/meetings/" + meeting;
        var refused = visitor.send(path + "/cancel", path + "/cancel", "reason", " ");
        assertEquals(422, refused.statusCode());
        assertEquals("Error: Say why it is cancelled", Jsoup.parse(refused.asString()).select("#reason-error").text());
        var tooLong = visitor.send(path + "/cancel", path + "/cancel", "reason", "x".repeat(201));
        assertEquals("x".repeat(201), Jsoup.parse(tooLong.asString()).select("#reason").val(), "what was typed stays");
        assertTrue(visitor.page(path).text().contains("Planned"));
        var page = visitor.done(path + "/cancel", path + "/cancel", "reason", "The chair is ill.");
        assertTrue(page.text().contains("Cancelled: The chair is ill."), page.text());
        assertTrue(mail(meeting, "meeting cancelled").contains("Why, its page says") && !mail(meeting, "meeting cancelled").contains("The chair is ill."), mail(meeting, "meeting cancelled"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whoWasInvitedIsOwedAReasonWhenTheDayOrTimeIsAnother() {
        var meeting = TestMeetings.in(43, "PLANNED");
        var path = "/meetings/" + meeting;
        assertEquals(303, visitor.sendFrom(visitor.page(path + "/change"), path + "/change", TestMeetings.fields(visitor.page(path + "/change"), "time", "10:30")).statusCode(), "nobody was invited");
        TestMeetings.invite(meeting, "police", "MEMBER");
        var form = visitor.page(path + "/change");
        var refused = visitor.sendFrom(form, path + "/change", TestMeetings.fields(form, "time", "11:00"));
        assertEquals(422, refused.statusCode());
        var again = Jsoup.parse(refused.asString());
        assertEquals("Error: Say why it is moved: people were invited", again.select("#changeReason-error").text());
        assertEquals("11:00", again.select("#time").val());
        var page = visitor.follow(visitor.sendFrom(again, path + "/change", TestMeetings.fields(again, "changeReason", "The hall opens late.")));
        assertTrue(page.text().contains("Date or place changed: The hall opens late."), page.text());
        assertFalse(mail(meeting, "meeting moved").contains("The hall opens late."), mail(meeting, "meeting moved"));
        form = visitor.page(path + "/change");
        page = visitor.follow(visitor.sendFrom(form, path + "/change", TestMeetings.fields(form, "order", "Another order")));
        assertTrue(page.text().contains("Date or place changed: The hall opens late."), "what is no move takes no reason away: " + page.text());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aNewPlaceForWhichNobodyGaveAReasonIsToldWithoutPromisingOne() {
        var meeting = TestMeetings.in(78, "PLANNED");
        TestMeetings.invite(meeting, "police", "MEMBER");
        var path = "/meetings/" + meeting + "/change";
        var form = visitor.page(path);
        assertEquals(303, visitor.sendFrom(form, path, TestMeetings.fields(form, "venue", "The annexe")).statusCode());
        assertTrue(mail(meeting, "meeting moved").contains("The meeting is now on"), mail(meeting, "meeting moved"));
        assertFalse(mail(meeting, "meeting moved").contains("Why"), mail(meeting, "meeting moved"));
    }

    private static String mail(java.util.UUID meeting, String template) {
        return HubRows.one("select min(body) from hub.outbox where about_meeting = ? and template = ?", meeting, template);
    }
}
