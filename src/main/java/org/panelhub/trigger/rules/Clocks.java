package org.panelhub.trigger.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.panelhub.time.HubClock;
import org.panelhub.time.Recurrence;
import org.panelhub.time.WorkingDays;

/**
 * The clocks of one application, by the review procedure in force on the day on which it was received. The day on which something happens is day 0; a deadline is never before the day
 * it is counted from, never on a day that is not worked in England and Wales, and a receipt a working day later never makes one earlier. Days of a pause do not count: of a stage in
 * working days the end moves by the working days paused, of one in calendar days by the calendar days paused, and a board that meets during a pause is passed by. A pause
 * that begins when a deadline has passed mends nothing.
 */
public final class Clocks {

    /** When the board meets after a day, in order; nothing where it is not known. */
    public interface Boards {
        Boards UNKNOWN = day -> Stream.empty();

        Stream<LocalDate> after(LocalDate day);

        /**
         * The dates that are planned; after the last of them, as the board's own arrangement says it, and nothing where that cannot be read.
         *
         * @param planned in order
         * @param recurrence as the arrangement says it, such as "third Wednesday"
         */
        static Boards of(List<LocalDate> planned, String recurrence, WorkingDays workingDays) {
            return day -> planned.stream().anyMatch(d -> d.isAfter(day)) ? planned.stream().filter(d -> d.isAfter(day)) : rhythm(recurrence, workingDays).after(day);
        }

        private static Boards rhythm(String recurrence, WorkingDays workingDays) {
            try {
                return by(Recurrence.parse(recurrence), workingDays);
            } catch (Recurrence.NotUnderstood e) {
                return UNKNOWN;
            }
        }

        /** As the board's own arrangement says it. */
        static Boards by(Recurrence recurrence, WorkingDays workingDays) {
            return day -> recurrence.occasions(day, workingDays).map(Recurrence.Occasion::on);
        }
    }

    private final TriggerRules rules;
    private final Boards boards;
    private final WorkingDays workingDays;

    public Clocks(TriggerRules rules, Boards boards, WorkingDays workingDays) {
        this.rules = rules;
        this.boards = boards;
        this.workingDays = workingDays;
    }

    /**
     * All stages that have a time by these rules, in their order.
     *
     * @param happened what has happened so far, the receipt at least
     * @param pauses of this application; they may overlap
     */
    public List<StageClock> of(Map<Moment, LocalDate> happened, List<Pause> pauses, LocalDate today) {
        var clocks = new ArrayList<StageClock>();
        // What has not happened yet is expected on the last day that it may take.
        var expected = new EnumMap<Moment, LocalDate>(Moment.class);
        expected.putAll(happened);
        Predicate<LocalDate> paused = day -> pauses.stream().anyMatch(p -> p.takes(day, today));
        for (var stage : Stage.values()) {
            rules.span(stage).ifPresent(span -> {
                var from = expected.get(span.from());
                var due = from == null ? null : due(span, from, paused);
                // Nobody is expected to appeal; and what is late cannot be done before today.
                if (due != null && !stage.ofApplicant()) {
                    expected.putIfAbsent(stage.reaches(), due.isBefore(today) ? today : due);
                }
                clocks.add(clock(stage, happened.get(span.from()), due, happened.get(stage.reaches()), paused, today));
            });
        }
        return clocks;
    }

    /** The same for one stage; null where these rules give it no time. */
    public StageClock of(Stage stage, Map<Moment, LocalDate> happened, List<Pause> pauses, LocalDate today) {
        return of(happened, pauses, today).stream().filter(c -> c.stage() == stage).findFirst().orElse(null);
    }

    /** Whether something that came at that moment came in time: until the end of the last day in London, also in the night in which the clocks change. */
    public static boolean inTime(LocalDate due, Instant came) {
        return !came.atZone(HubClock.LONDON).toLocalDate().isAfter(due);
    }

    private StageClock clock(Stage stage, LocalDate started, LocalDate due, LocalDate done, Predicate<LocalDate> paused, LocalDate today) {
        int left = due == null ? 0 : workingDays.between(today, due);
        StageClock.Light light;
        if (done != null) {
            light = due != null && done.isAfter(due) ? StageClock.Light.DONE_LATE : StageClock.Light.DONE;
        } else if (started == null || due == null) {
            light = StageClock.Light.WAITING;
        } else if (today.isAfter(due)) {
            light = StageClock.Light.RED;
        } else if (paused.test(today)) {
            light = StageClock.Light.PAUSED;
        } else {
            light = left <= rules.amberDays() ? StageClock.Light.AMBER : StageClock.Light.GREEN;
        }
        return new StageClock(stage, started, due, done, light, left);
    }

    /** @return null where it waits for a board of which no date is known */
    private LocalDate due(Span span, LocalDate from, Predicate<LocalDate> paused) {
        Predicate<LocalDate> held = day -> workingDays.isWorkingDay(day) && !paused.test(day);
        return switch (span.unit()) {
            case WORKING_DAYS -> counted(from, span.days(), held);
            case CALENDAR_DAYS -> counted(counted(from, span.days(), paused.negate()).minusDays(1), 1, held);
            case NEXT_BOARD -> boards.after(from).map(workingDays::onOrAfter).filter(paused.negate()).findFirst().orElse(null);
        };
    }

    /** The day on which so many days that count have passed. */
    private static LocalDate counted(LocalDate from, int days, Predicate<LocalDate> counts) {
        var day = from;
        for (int left = days; left > 0; left--) {
            do {
                day = day.plusDays(1);
            } while (!counts.test(day));
        }
        return day;
    }
}
