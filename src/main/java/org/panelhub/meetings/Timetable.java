package org.panelhub.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.qute.TemplateData;

/** An agenda against the clock: when each item begins, in minutes as planned or, once heard, as it went, and when the meeting ends. */
@TemplateData
public record Timetable(List<Slot> slots, Instant ends, long minutes, long late) {

    /** One line and when it begins, or began. */
    @TemplateData
    public record Slot(int number, AgendaLine line, Instant at, boolean first, boolean last, boolean current) {
    }

    /** Of a meeting that is not open: from its start on. */
    static Timetable planned(MeetingHead meeting, List<AgendaLine> lines) {
        return of(meeting, lines, null);
    }

    /** Of an open meeting: from now on. An item that runs over pushes the rest. */
    public static Timetable running(MeetingHead meeting, List<AgendaLine> lines, Instant now) {
        return of(meeting, lines, now);
    }

    private static Timetable of(MeetingHead meeting, List<AgendaLine> lines, Instant now) {
        var slots = new ArrayList<Slot>();
        var clock = now == null ? meeting.startsAt() : now;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var current = line.id().equals(meeting.currentItemId());
            var at = clock;
            if (line.done()) {
                at = line.startedAt();
            } else if (current && now != null) {
                at = meeting.currentSince();
                // The clock of the item stands while there is a break.
                if (meeting.breakSince() != null && meeting.breakSince().isBefore(now)) {
                    at = at.plus(Duration.between(meeting.breakSince(), now));
                }
                var ends = at.plus(Duration.ofMinutes(line.minutes()));
                clock = ends.isAfter(now) ? ends : now;
            } else {
                clock = clock.plus(Duration.ofMinutes(line.minutes()));
            }
            slots.add(new Slot(i + 1, line, at, i == 0, i == lines.size() - 1, current));
        }
        long minutes = lines.stream().mapToLong(AgendaLine::minutes).sum();
        return new Timetable(slots, clock, minutes, Duration.between(meeting.startsAt().plus(Duration.ofMinutes(minutes)), clock).toMinutes());
    }

    public int count() {
        return slots.size();
    }
}
