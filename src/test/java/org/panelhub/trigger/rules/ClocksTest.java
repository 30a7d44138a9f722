package org.panelhub.trigger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.panelhub.time.Recurrence;
import org.panelhub.time.WorkingDays;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The decision table of the clocks, in {@code trigger/clocks.txt}, and what holds for any procedure and any history. */
class ClocksTest {

    private static final WorkingDays WORKING_DAYS = new WorkingDays();
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int YEARS = 3;

    @ParameterizedTest(name = "{0} {1}, {2} after {3}: {6} {7} ({8})")
    @CsvFileSource(resources = "/trigger/clocks.txt", delimiter = '|', numLinesToSkip = 1, encoding = "UTF-8", maxCharsPerColumn = 1000)
    void theTableOfTheClocks(String area, String with, Stage stage, String happened, String pauses, LocalDate today, String due, String light, String source) {
        assertFalse(source == null || source.isBlank(), "each row names its source");
        var boards = with != null && with.startsWith("boards ") ? with.substring("boards ".length()) : "third Wednesday";
        var clock = new Clocks(Area.of(area, with), Clocks.Boards.by(Recurrence.parse(boards), WORKING_DAYS), WORKING_DAYS).of(stage, happened(happened), pauses(pauses), today);
        if (light.equals("-")) {
            assertNull(clock);
        } else {
            assertEquals(due, clock.due() == null ? "-" : clock.due().toString());
            assertEquals(StageClock.Light.valueOf(light), clock.light(), clock::toString);
        }
    }

    @Test
    void theLastDayEndsAtMidnightInLondonAlsoWhenTheClocksHaveChanged() {
        var winter = LocalDate.of(2027, 3, 25);
        assertTrue(Clocks.inTime(winter, Instant.parse("2027-03-25T23:59:00Z")));
        assertFalse(Clocks.inTime(winter, Instant.parse("2027-03-26T00:00:00Z")));
        var summer = LocalDate.of(2027, 3, 31);
        assertTrue(Clocks.inTime(summer, Instant.parse("2027-03-31T22:59:00Z")), "23:59 in London");
        assertFalse(Clocks.inTime(summer, Instant.parse("2027-03-31T23:00:00Z")), "a minute later");
        var night = LocalDate.of(2027, 3, 28);
        assertTrue(Clocks.inTime(night, Instant.parse("2027-03-28T22:59:59Z")));
        assertFalse(Clocks.inTime(night, Instant.parse("2027-03-28T23:00:00Z")));
    }

    @Test
    void aClockIsPausedOnlyWithAReason() {
        assertThrows(IllegalArgumentException.class, () -> new Pause(FIRST, null, " "));
        assertThrows(IllegalArgumentException.class, () -> new Pause(FIRST, FIRST.minusDays(1), "Waits for the applicant"));
    }

    @Test
    void timesThatCannotBeKeptAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Span(Stage.ACKNOWLEDGEMENT, 0, Span.Unit.WORKING_DAYS, Moment.RECEIPT));
        assertThrows(IllegalArgumentException.class, () -> new Span(Stage.ACKNOWLEDGEMENT, 2, Span.Unit.WORKING_DAYS, Moment.DECISION), "from what comes after it");
        assertThrows(IllegalArgumentException.class, () -> new Span(Stage.OUTCOME, 0, Span.Unit.NEXT_BOARD, Moment.DECISION), "only the review is held at a board");
        assertThrows(IllegalArgumentException.class, () -> new Span(Stage.REVIEW, 3, Span.Unit.NEXT_BOARD, Moment.DECISION));
    }

    @Test
    void aBoardOfWhichNoDateIsKnownLeavesTheDayOpen() {
        var happened = happened("RECEIPT 2026-11-09, DECISION 2026-11-17");
        var clock = new Clocks(Area.of("lambeth"), Clocks.Boards.UNKNOWN, WORKING_DAYS).of(Stage.REVIEW, happened, List.of(), LocalDate.of(2026, 11, 17));
        assertNull(clock.due());
        assertEquals(StageClock.Light.WAITING, clock.light());
    }

    /** A procedure, what has happened under it, and the day on which it is looked at. */
    record History(TriggerRules rules, String boards, Map<Moment, LocalDate> happened, List<Pause> pauses, LocalDate today) {

        Clocks clocks() {
            return new Clocks(rules, boards.isEmpty() ? Clocks.Boards.UNKNOWN : Clocks.Boards.by(Recurrence.parse(boards), WORKING_DAYS), WORKING_DAYS);
        }
    }

    @Property(tries = 1000)
    void aDeadlineIsNeverBeforeItsStartAndNeverOnADayThatIsNotWorked(@ForAll("histories") History history) {
        for (var clock : history.clocks().of(history.happened(), history.pauses(), history.today())) {
            if (clock.due() != null) {
                assertTrue(WORKING_DAYS.isWorkingDay(clock.due()), clock::toString);
                assertTrue(clock.started() == null || clock.due().isAfter(clock.started()), clock::toString);
                assertFalse(clock.started() == null && clock.due().isBefore(history.happened().get(Moment.RECEIPT)), clock::toString);
            }
        }
    }

    @Property(tries = 1000)
    void aReceiptAWorkingDayLaterNeverMakesADeadlineEarlier(@ForAll("histories") History history) {
        var later = new EnumMap<>(history.happened());
        later.computeIfPresent(Moment.RECEIPT, (m, day) -> WORKING_DAYS.nextWorkingDay(day));
        var before = history.clocks().of(history.happened(), history.pauses(), history.today());
        var after = history.clocks().of(later, history.pauses(), history.today());
        for (int i = 0; i < before.size(); i++) {
            var was = before.get(i);
            var is = after.get(i);
            assertEquals(was.due() == null, is.due() == null);
            assertFalse(was.due() != null && is.due().isBefore(was.due()), () -> was + " became " + is);
        }
    }

    @Property(tries = 500)
    void aPauseMovesTheEndOfAStageInWorkingDaysByTheWorkingDaysThatItTook(@ForAll("days") LocalDate receipt, @ForAll("lengths") int days, @ForAll("lengths") int begins, @ForAll("lengths") int lasts) {
        var clocks = new Clocks(new TriggerRules(3, 1, 6, java.util.Set.of(), null, null, false, List.of(new Span(Stage.ACKNOWLEDGEMENT, days, Span.Unit.WORKING_DAYS, Moment.RECEIPT)), 2), Clocks.Boards.UNKNOWN, WORKING_DAYS);
        var happened = Map.of(Moment.RECEIPT, receipt);
        var pause = new Pause(receipt.plusDays(begins), receipt.plusDays(begins + lasts), "Waits for the applicant");
        var plain = clocks.of(Stage.ACKNOWLEDGEMENT, happened, List.of(), receipt).due();
        var paused = clocks.of(Stage.ACKNOWLEDGEMENT, happened, List.of(pause), receipt).due();
        boolean tooLate = pause.from().isAfter(plain);
        int taken = tooLate ? 0 : (int) pause.from().datesUntil(pause.until()).filter(WORKING_DAYS::isWorkingDay).count();
        assertEquals(taken == 0 ? plain : WORKING_DAYS.add(plain, taken), paused, () -> pause + ", due " + plain);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 365 * YEARS).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(1, 30);
    }

    @Provide
    Arbitrary<History> histories() {
        return Combinators.combine(procedures(), Arbitraries.of("", "third Wednesday", "last Monday", "first working day", "every six weeks from 8 January 2026"), happened(), pauses().list().ofMaxSize(3), days())
                .as(History::new);
    }

    private Arbitrary<TriggerRules> procedures() {
        var spans = Arbitraries.of(Stage.values()).flatMap(stage -> Combinators.combine(Arbitraries.of(Span.Unit.values()), Arbitraries.integers().between(1, 40), Arbitraries.of(stage.countedFrom()))
                .as((unit, days, from) -> unit == Span.Unit.NEXT_BOARD ? stage == Stage.REVIEW ? new Span(stage, 0, unit, from) : new Span(stage, days, Span.Unit.WORKING_DAYS, from) : new Span(stage, days, unit, from)));
        return spans.list().ofMaxSize(Stage.values().length).uniqueElements(Span::stage).map(s -> new TriggerRules(3, 1, 6, java.util.Set.of(), null, null, false, s, 2));
    }

    /** The receipt, and some of what may follow, in the order of time. */
    private Arbitrary<Map<Moment, LocalDate>> happened() {
        return Combinators.combine(days(), Arbitraries.integers().between(0, 30).list().ofSize(Moment.values().length), Arbitraries.of(Moment.values()).set()).as((receipt, gaps, which) -> {
            Map<Moment, LocalDate> happened = new EnumMap<>(Moment.class);
            var day = receipt;
            for (var moment : Moment.values()) {
                if (moment == Moment.RECEIPT || which.contains(moment)) {
                    happened.put(moment, day);
                }
                day = day.plusDays(gaps.get(moment.ordinal()));
            }
            return happened;
        });
    }

    private Arbitrary<Pause> pauses() {
        return Combinators.combine(days(), Arbitraries.integers().between(0, 40).injectNull(0.2)).as((from, length) -> new Pause(from, length == null ? null : from.plusDays(length), "Waits for the applicant"));
    }

    private static Map<Moment, LocalDate> happened(String row) {
        Map<Moment, LocalDate> happened = new EnumMap<>(Moment.class);
        for (var each : row.split(", ")) {
            var words = each.split(" ");
            happened.put(Moment.valueOf(words[0]), LocalDate.parse(words[1]));
        }
        return happened;
    }

    private static List<Pause> pauses(String row) {
        var pauses = new ArrayList<Pause>();
        for (var each : row == null ? new String[0] : row.split(" ")) {
            var ends = each.split(">");
            pauses.add(new Pause(LocalDate.parse(ends[0]), ends[1].equals("?") ? null : LocalDate.parse(ends[1]), "Waits for the applicant"));
        }
        return pauses;
    }
}
