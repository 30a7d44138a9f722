package org.panelhub.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import biweekly.Biweekly;

/** Entries for people's calendars, read by two programs that did not write them. */
class CalendarFileTest {

    private static final UUID MEETING = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final Instant TEN = Instant.parse("2027-06-10T09:00:00Z");
    private static final String PLACE = "Town Hall; room 4, Łódź House, \"The Annexe\"\\second floor, behind the reception desk that is on the left, and then straight on";

    private final CalendarFile files = new CalendarFile("https://hub.example/", "Panel Hub <hub@hub.example>");

    private static CalendarFile.Entry entry(String venue, String link, int sequence, boolean cancelled) {
        return new CalendarFile.Entry(MEETING, "Vulnerable Victims Panel", TEN, 90, venue, link, sequence, cancelled);
    }

    @Test
    void anInvitationSaysWhenWhereAndWhichPanelToBothReaders() {
        var file = files.message(entry(PLACE, "https://meet.example/vvp", 0, false), "reyes@police.example");
        var one = Biweekly.parse(file).first();
        assertEquals("REQUEST", one.getMethod().getValue());
        var event = one.getEvents().getFirst();
        assertEquals(MEETING + "@panelhub", event.getUid().getValue());
        assertEquals(0, event.getSequence().getValue());
        assertEquals(Date.from(TEN), event.getDateStart().getValue());
        assertEquals(Date.from(TEN.plus(Duration.ofMinutes(90))), event.getDateEnd().getValue());
        assertEquals("Vulnerable Victims Panel", event.getSummary().getValue());
        assertEquals(PLACE, event.getLocation().getValue());
        assertEquals("Join online: https://meet.example/vvp\n\nAgenda, papers and your reply are in the hub:\nhttps://hub.example/meetings/" + MEETING, event.getDescription().getValue());
        assertEquals("hub@hub.example", event.getOrganizer().getEmail());
        assertEquals(List.of("reyes@police.example"), event.getAttendees().stream().map(a -> a.getEmail()).toList());
        assertTrue(event.getStatus().isConfirmed());
        assertTrue(one.validate(biweekly.ICalVersion.V2_0).isEmpty(), () -> one.validate(biweekly.ICalVersion.V2_0).toString());

        assertEquals(List.of("REQUEST|" + MEETING + "@panelhub|0|CONFIRMED|2027-06-10T09:00:00+00:00|2027-06-10T10:30:00+00:00|Vulnerable Victims Panel|" + PLACE), OtherReader.read(file));
    }

    @Test
    void aCancellationTakesTheSameEntryOutForBothReaders() {
        var file = files.message(entry("Town Hall", "", 3, true), "reyes@police.example");
        var one = Biweekly.parse(file).first();
        assertEquals("CANCEL", one.getMethod().getValue());
        assertEquals(MEETING + "@panelhub", one.getEvents().getFirst().getUid().getValue());
        assertEquals(3, one.getEvents().getFirst().getSequence().getValue());
        assertTrue(one.getEvents().getFirst().getStatus().isCancelled());
        assertEquals(List.of("CANCEL|" + MEETING + "@panelhub|3|CANCELLED|2027-06-10T09:00:00+00:00|2027-06-10T10:30:00+00:00|Vulnerable Victims Panel|Town Hall"), OtherReader.read(file));
        assertEquals("text/calendar; method=CANCEL; charset=UTF-8", CalendarFile.messageType(entry("", "", 0, true)));
    }

    @Test
    void aFeedHoldsEachMeetingOnceAndNamesNobody() {
        var later = new CalendarFile.Entry(UUID.randomUUID(), "MARAC", TEN.plus(Duration.ofDays(7)), 120, "", "https://meet.example/marac", 1, true);
        var file = files.feed(List.of(entry("Town Hall", "", 0, false), later));
        var one = Biweekly.parse(file).first();
        assertNull(one.getMethod(), "a feed is no message");
        assertEquals(List.of("Vulnerable Victims Panel", "MARAC"), one.getEvents().stream().map(e -> e.getSummary().getValue()).toList());
        assertEquals("https://meet.example/marac", one.getEvents().getLast().getLocation().getValue());
        assertTrue(one.getEvents().stream().allMatch(e -> e.getAttendees().isEmpty() && e.getOrganizer() == null));
        assertEquals(2, OtherReader.read(file).size());
    }

    @Test
    void aFeedOfNothingIsACalendarAllTheSame() {
        var one = Biweekly.parse(files.feed(List.of())).first();
        assertTrue(one.getEvents().isEmpty());
        assertEquals(List.of(), OtherReader.read(files.feed(List.of())));
    }

    @Test
    void whatWasTypedIsNoLineOfTheFileAndAnyAddressCanBeWrittenTo() {
        var file = files.message(entry("Hall\rATTACH:http://evil.example\r\nX-EVIL:1", "", 0, false), "a%b@police.example");
        var event = Biweekly.parse(file).first().getEvents().getFirst();
        assertEquals("Hall ATTACH:http://evil.example X-EVIL:1", event.getLocation().getValue());
        assertTrue(event.getAttachments().isEmpty() && event.getExperimentalProperties().isEmpty(), file);
        assertTrue(file.replace("\r\n ", "").contains("mailto:a%25b@"), file);
    }

    /** RFC 5545, section 3.1: lines of 75 octets at most, ended by carriage return and line feed. */
    @Test
    void linesAreFolded() {
        var greek = "ΑΒΓΔΕΖΗΘ".repeat(12);
        assertTrue(files.message(entry(greek, "", 0, false), "reyes@police.example").lines().allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75));
        var file = files.message(entry(PLACE.repeat(3), "", 0, false), "reyes@police.example");
        assertTrue(file.lines().allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75), file);
        assertEquals(file.lines().count(), file.split("\r\n").length);
        assertEquals(PLACE.repeat(3), Biweekly.parse(file).first().getEvents().getFirst().getLocation().getValue());
    }
}
