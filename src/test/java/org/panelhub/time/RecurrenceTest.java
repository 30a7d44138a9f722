package org.panelhub.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

class RecurrenceTest {

    private final WorkingDays workingDays = new WorkingDays();

    @Test
    void secondThursday() {
        assertEquals(dates("2026-11-12", "2026-12-10", "2027-01-14"), next("second Thursday", "2026-11-01", 3));
    }

    @Test
    void theDayItselfIsNotTheNextOne() {
        assertEquals(dates("2027-01-14"), next("second Thursday", "2026-12-10", 1));
        assertEquals(dates("2026-12-10"), next("second Thursday", "2026-12-09", 1));
    }

    @Test
    void saidInManyWays() {
        var second = new Recurrence.Weekday(2, DayOfWeek.THURSDAY);
        for (String said : List.of("second Thursday", "2nd thursday", "  The  second THURSDAY of each month ", "every second Thursday of the month", "second Thursday monthly")) {
            assertEquals(second, Recurrence.parse(said), said);
        }
        assertEquals(new Recurrence.Weekday(-1, DayOfWeek.FRIDAY), Recurrence.parse("last Friday"));
        assertEquals(new Recurrence.WorkingDay(3), Recurrence.parse("third working day of the month"));
    }

    @Test
    void firstMondayOfMayIsABankHolidayAndMovesToTuesday() {
        assertEquals(dates("2026-05-05"), next("first Monday", "2026-04-30", 1));
    }

    @Test
    void aDateThatMovedIsStillToComeOnTheDayItLeft() {
        assertEquals(dates("2026-05-05"), next("first Monday", "2026-05-04", 1));
    }

    @Test
    void lastFridayOfDecember2026IsChristmasDayAndMovesOverTheHolidays() {
        assertEquals(dates("2026-12-29", "2027-01-29"), next("last Friday", "2026-12-01", 2));
    }

    @Test
    void aFifthWeekdayComesOnlyInMonthsThatHaveOne() {
        assertEquals(dates("2026-12-31", "2027-04-29", "2027-07-29"), next("fifth Thursday", "2026-11-01", 3));
    }

    @Test
    void lastWorkingDay() {
        assertEquals(dates("2026-10-30", "2026-11-30", "2026-12-31", "2027-01-29"), next("last working day", "2026-10-01", 4));
    }

    @Test
    void firstWorkingDayOfJanuaryIsAfterNewYear() {
        assertEquals(dates("2027-01-04"), next("first working day", "2026-12-15", 1));
    }

    @Test
    void everySixWeeksFromADate() {
        assertEquals(dates("2026-01-08", "2026-02-19", "2026-04-02", "2026-05-14"), next("every six weeks from 2026-01-08", "2026-01-01", 4));
        assertEquals(dates("2026-12-10"), next("every 6 weeks from 8 January 2026", "2026-11-22", 1));
    }

    @Test
    void everySoManyWeeksKeepsItsStepAfterAHoliday() {
        assertEquals(dates("2026-12-11", "2026-12-29", "2027-01-08"), next("every two weeks from 11 December 2026", "2026-12-01", 3));
    }

    @Test
    void everyWeekAndEveryOtherWeek() {
        assertEquals(new Recurrence.Weeks(1, LocalDate.parse("2026-12-01")), Recurrence.parse("every week from 1 December 2026"));
        assertEquals(new Recurrence.Weeks(2, LocalDate.parse("2026-12-01")), Recurrence.parse("every other week from 1 December 2026"));
    }

    @Test
    void whatItSaysIsUnderstoodAgain() {
        for (String said : List.of("second Thursday", "last working day", "last Friday", "every six weeks from 2026-01-08", "every week from 1 December 2026", "every 26 weeks from 2026-01-08")) {
            var parsed = Recurrence.parse(said);
            assertEquals(parsed, Recurrence.parse(parsed.words()), parsed.words());
        }
        assertEquals("every six weeks from 8 January 2026", Recurrence.parse("every 6 weeks from 2026-01-08").words());
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithAnExample() {
        for (String said : List.of("", "sometimes", "sixth Thursday", "second Caturday", "every six weeks", "every 0 weeks from 2026-01-08",
                "every six weeks from 2026-02-30", "every six weeks from 30 February 2026x", "every 99 weeks from 2026-01-08")) {
            var refused = assertThrows(Recurrence.NotUnderstood.class, () -> Recurrence.parse(said), said);
            assertTrue(refused.getMessage().contains("second Thursday"));
        }
        assertThrows(Recurrence.NotUnderstood.class, () -> Recurrence.parse(null));
    }

    @Test
    void aDateThatMovedSaysFromWhichDay() {
        var occasions = Recurrence.parse("every two weeks from 11 December 2026").occasions(LocalDate.parse("2026-12-01"), workingDays).limit(3).toList();
        assertEquals(dates("2026-12-11", "2026-12-25", "2027-01-08"), occasions.stream().map(Recurrence.Occasion::said).toList());
        assertEquals(dates("2026-12-11", "2026-12-29", "2027-01-08"), occasions.stream().map(Recurrence.Occasion::on).toList());
        assertEquals(List.of(false, true, false), occasions.stream().map(Recurrence.Occasion::moved).toList());
    }

    private List<LocalDate> next(String said, String after, int count) {
        return Recurrence.parse(said).next(LocalDate.parse(after), count, workingDays);
    }

    private static List<LocalDate> dates(String... dates) {
        return java.util.Arrays.stream(dates).map(LocalDate::parse).toList();
    }
}
