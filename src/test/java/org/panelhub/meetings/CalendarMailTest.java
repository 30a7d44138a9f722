package org.panelhub.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.demo.MailCatcher.Mail;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import biweekly.Biweekly;
import biweekly.ICalendar;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Invitations by mail, each with its entry for the calendar, as a mail server got them. */
@QuarkusTest
class CalendarMailTest {

    private static final String POLICE = "police@riverside.example";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Visitor visitor = new Visitor();

    @AfterEach
    void clear() {
        TestMeetings.clear();
        HubRows.run("delete from hub.guest where member_id = (select id from hub.member where name = 'Ella Wood')");
        HubRows.run("delete from hub.attendance where member_id = (select id from hub.member where name = 'Ella Wood')");
    }

    private static ICalendar entry(Mail mail) {
        var file = mail.attached().getFirst();
        assertEquals("OFFICIAL meeting.ics", file.name());
        var calendar = Biweekly.parse(file.text()).first();
        assertTrue(file.type().replaceAll("\\s+", " ").contains("method=" + calendar.getMethod().getValue()), file.type());
        return calendar;
    }

    /** Those about the meeting, in the order in which they came. */
    private static List<Mail> about(String meeting, String address) {
        return HubDatabase.mails().to(address).stream().filter(m -> m.text().contains(meeting)).toList();
    }

    private static Mail awaitAbout(String meeting, String address, int count) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> about(meeting, address), found -> found.size() >= count).get(count - 1);
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aMeetingIsAddedMovedAndTakenOutOfEveryonesCalendar() {
        var day = LocalDate.now().plusDays(301);
        var form = visitor.page("/meetings/new?panel=" + TestMeetings.vvp());
        assertTrue(form.select("#invite").hasAttr("checked"), "inviting is the usual thing");
        var planned = visitor.follow(visitor.sendFrom(form, "/meetings/new", TestMeetings.fields(form, "date-day", "" + day.getDayOfMonth(), "date-month",
                "" + day.getMonthValue(), "date-year", "" + day.getYear(), "time", "9:30", "until", "11:15", "venue", "Library, first floor", "link", "https://meet.example/vvp", "invite", "true")));
        assertTrue(planned.text().contains("09:30 to 11:15"), planned.text());
        var meeting = HubRows.one("select id from hub.meeting where venue = 'Library, first floor' and state = 'PLANNED'");
        try {
            var invited = awaitAbout(meeting, POLICE, 1);
            assertTrue(invited.subject().startsWith("OFFICIAL: You are invited to Vulnerable Victims Panel on "), invited.subject());
            var added = entry(invited);
            assertEquals("REQUEST", added.getMethod().getValue());
            assertEquals(meeting + "@panelhub", added.getEvents().getFirst().getUid().getValue());
            assertEquals(Date.from(day.atTime(9, 30).atZone(LONDON).toInstant()), added.getEvents().getFirst().getDateStart().getValue());
            assertEquals(Date.from(day.atTime(11, 15).atZone(LONDON).toInstant()), added.getEvents().getFirst().getDateEnd().getValue());
            assertEquals("Library, first floor", added.getEvents().getFirst().getLocation().getValue());
            assertEquals(List.of(POLICE), added.getEvents().getFirst().getAttendees().stream().map(a -> a.getEmail()).toList());

            SignedIn.as("coordinator");
            assertTrue(visitor.page("/meetings/" + meeting).select("form[action$=invitations]").isEmpty(), "nobody is left to invite");
            var change = visitor.page("/meetings/" + meeting + "/change");
            assertEquals("11:15", change.select("#until").val());
            assertEquals(303, visitor.sendFrom(change, "/meetings/" + meeting + "/change", TestMeetings.fields(change, "time", "10:00", "until", "12:00", "changeReason", "The hall opens late.")).statusCode());
            var moved = entry(awaitAbout(meeting, POLICE, 2));
            assertEquals("REQUEST", moved.getMethod().getValue());
            assertEquals(added.getEvents().getFirst().getUid().getValue(), moved.getEvents().getFirst().getUid().getValue());
            assertTrue(moved.getEvents().getFirst().getSequence().getValue() > added.getEvents().getFirst().getSequence().getValue());
            assertEquals(Date.from(day.atTime(10, 0).atZone(LONDON).toInstant()), moved.getEvents().getFirst().getDateStart().getValue());

            visitor.done("/meetings/" + meeting + "/cancel", "/meetings/" + meeting + "/cancel", "reason", "No case is to be heard.");
            var gone = entry(awaitAbout(meeting, POLICE, 3));
            assertEquals("CANCEL", gone.getMethod().getValue());
            assertTrue(gone.getEvents().getFirst().getStatus().isCancelled());
            assertTrue(gone.getEvents().getFirst().getSequence().getValue() > moved.getEvents().getFirst().getSequence().getValue());
        } finally {
            HubRows.run("update hub.meeting set state = 'CANCELLED' where id = ?", UUID.fromString(meeting));
        }
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whoJoinsLaterIsInvitedWithoutAskingTheOthersAgain() {
        var meeting = TestMeetings.in(302, "PLANNED");
        TestMeetings.invite(meeting, "police", "MEMBER");
        var page = visitor.page("/meetings/" + meeting);
        assertTrue(page.select("form[action$=invitations]").size() == 1, page.text());
        assertTrue(visitor.done("/meetings/" + meeting, "/meetings/" + meeting + "/invitations").text().contains("sent, each with an entry for the calendar"));
        awaitAbout(meeting.toString(), "fire@riverside.example", 1);
        assertEquals(List.of(), about(meeting.toString(), POLICE));
        // Also who has not signed: a date is every seat's.
        awaitAbout(meeting.toString(), "unsigned@riverside.example", 1);
    }

    @Test
    @TestSecurity(user = "police")
    void invitingIsForTheCoordinator() {
        var meeting = TestMeetings.in(303, "PLANNED");
        assertTrue(visitor.page("/meetings/" + meeting).select("form[action$=invitations]").isEmpty());
        assertEquals(403, visitor.send("/meetings/" + meeting, "/meetings/" + meeting + "/invitations").statusCode());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void anEndBeforeTheBeginningIsRefusedBesideItsField() {
        var form = visitor.page("/meetings/new?panel=" + TestMeetings.vvp());
        var answer = visitor.sendFrom(form, "/meetings/new", TestMeetings.fields(form, "time", "14:00", "until", "13:00"));
        assertEquals(422, answer.statusCode());
        var page = org.jsoup.Jsoup.parse(answer.asString());
        assertEquals("Error: The expected end must be at least 5 minutes after the start time", page.select("#until-error").text());
        assertEquals("13:00", page.select("#until").val());
    }

    /** The entries in the mails to an address about a meeting, as they came: method and sequence. */
    private static List<String> entries(UUID meeting, String address) {
        return HubDatabase.mails().to(address).stream().filter(m -> !m.attached().isEmpty()).map(CalendarMailTest::entry).filter(c -> c.getEvents().getFirst().getUid().getValue().startsWith(meeting.toString()))
                .map(c -> c.getMethod().getValue() + " " + c.getEvents().getFirst().getSequence().getValue()).toList();
    }

    private static void awaitEntries(UUID meeting, String address, List<String> wanted) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertEquals(wanted, entries(meeting, address)));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aGuestInvitedAnewGetsTheEntryAgainWithAHigherSequenceAndWhoIsStillInvitedKeepsIt() {
        var meeting = TestMeetings.in(305, "PUBLISHED");
        var one = TestMeetings.aCase("Dora First");
        var other = TestMeetings.aCase("Dora Second");
        TestMeetings.hear(meeting, 1, one);
        TestMeetings.hear(meeting, 2, other);
        var email = HubRows.one("select c.email from hub.member_contact c join hub.member m on m.id = c.member_id where m.name = 'Ella Wood'");
        invite(meeting, one, email);
        awaitEntries(meeting, email, List.of("REQUEST 1"));
        end(meeting, one);
        awaitEntries(meeting, email, List.of("REQUEST 1", "CANCEL 2"));
        invite(meeting, one, email);
        awaitEntries(meeting, email, List.of("REQUEST 1", "CANCEL 2", "REQUEST 3"));
        invite(meeting, other, email);
        awaitEntries(meeting, email, List.of("REQUEST 1", "CANCEL 2", "REQUEST 3", "REQUEST 4"));
        end(meeting, one);
        // The date stands for the other case: the next that comes is of the move.
        move(meeting, "11:00", "12:30");
        awaitEntries(meeting, email, List.of("REQUEST 1", "CANCEL 2", "REQUEST 3", "REQUEST 4", "REQUEST 6"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aGuestWhoIsShutOutOfTheCaseHearsOfNoNewTimeAndOneWhomTheCoordinatorDoesNotSeeDoes() {
        var meeting = TestMeetings.in(306, "PUBLISHED");
        var reference = TestMeetings.aCase("Dora Apart");
        TestMeetings.hear(meeting, 1, reference);
        TestMeetings.invite(meeting, "police", "MEMBER");
        var email = HubRows.one("select c.email from hub.member_contact c join hub.member m on m.id = c.member_id where m.name = 'Ella Wood'");
        invite(meeting, reference, email);
        awaitEntries(meeting, email, List.of("REQUEST 1"));
        // Whoever moves it is shut out of the case, and sees neither the guest nor the invitation.
        TestMeetings.bar(reference, "coordinator");
        move(meeting, "11:00", "12:30");
        awaitEntries(meeting, email, List.of("REQUEST 1", "REQUEST 2"));
        HubRows.run("update hub.case_bar set member_id = (select id from hub.member where name = 'Ella Wood') where reason = 'test' and case_id = (select id from hub.case_file where reference = ?)", reference);
        move(meeting, "13:00", "14:30");
        awaitEntries(meeting, POLICE, List.of("REQUEST 1", "REQUEST 2"));
        assertEquals(List.of("REQUEST 1", "REQUEST 2"), entries(meeting, email));
        assertEquals("0", HubRows.one("select count(*) from hub.outbox where about_meeting = ? and sent_at is null", meeting));
    }

    private void invite(UUID meeting, String reference, String email) {
        var guests = "/meetings/" + meeting + "/guests";
        assertEquals(303, visitor.sendFrom(visitor.page(guests), guests, "case", HubRows.one("select id from hub.case_file where reference = ?", reference), "guest", email).statusCode());
    }

    private void end(UUID meeting, String reference) {
        var guests = "/meetings/" + meeting + "/guests";
        visitor.done(guests, guests + "/" + HubRows.one("select g.id from hub.guest g join hub.case_file c on c.id = g.case_id where g.meeting_id = ? and c.reference = ? and g.ended_at is null", meeting, reference) + "/end");
    }

    private void move(UUID meeting, String from, String until) {
        var change = visitor.page("/meetings/" + meeting + "/change");
        assertEquals(303, visitor.sendFrom(change, "/meetings/" + meeting + "/change", TestMeetings.fields(change, "time", from, "until", until, "changeReason", "The hall opens late.")).statusCode());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aGuestWhoIsNoLongerInvitedHasTheEntryTakenOutAndNoMailNamesTheCase() {
        var meeting = TestMeetings.in(304, "PUBLISHED");
        var reference = TestMeetings.aCase("Dora Mailed");
        TestMeetings.hear(meeting, 1, reference);
        var guests = "/meetings/" + meeting + "/guests";
        var caseId = HubRows.one("select id from hub.case_file where reference = ?", reference);
        var email = HubRows.one("select c.email from hub.member_contact c join hub.member m on m.id = c.member_id where m.name = 'Ella Wood'");
        var form = visitor.page(guests);
        assertEquals(303, visitor.sendFrom(form, guests, "case", caseId, "guest", email).statusCode(), form.text());
        assertEquals("REQUEST", entry(awaitAbout(meeting.toString(), email, 1)).getMethod().getValue());
        var invited = HubRows.one("select id from hub.guest where meeting_id = ?", meeting);
        visitor.done(guests, guests + "/" + invited + "/end");
        var ended = Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> HubDatabase.mails().to(email).stream()
                .filter(m -> !m.attached().isEmpty() && m.attached().getFirst().text().replace("\r\n ", "").contains(meeting.toString())).toList(), found -> found.size() == 2).getLast();
        assertEquals("CANCEL", entry(ended).getMethod().getValue());
        HubDatabase.mails().all().forEach(mail -> {
            var whole = mail.subject() + mail.text() + mail.attached().toString().replace("\r\n ", "");
            assertFalse(whole.contains(reference) || whole.contains("Dora"), whole);
        });
    }
}
