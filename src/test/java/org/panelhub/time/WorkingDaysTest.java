package org.panelhub.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private final WorkingDays days = new WorkingDays();

    @Test
    void knowsTheBankHolidaysOfEnglandAndWalesAsPublishedFor2026() {
        List<LocalDate> published = List.of(date("2026-01-01"), date("2026-04-03"), date("2026-04-06"), date("2026-05-04"), date("2026-05-25"),
                date("2026-08-31"), date("2026-12-25"), date("2026-12-28"));
        assertEquals(published, weekdayHolidays(2026));
    }

    @Test
    void christmasOnASaturdayHasItsSubstituteOnMondayAndBoxingDayOnTuesday() {
        List<LocalDate> published = List.of(date("2027-01-01"), date("2027-03-26"), date("2027-03-29"), date("2027-05-03"), date("2027-05-31"),
                date("2027-08-30"), date("2027-12-27"), date("2027-12-28"));
        assertEquals(published, weekdayHolidays(2027));
    }

    @Test
    void newYearOnASaturdayHasItsSubstituteOnMonday() {
        assertTrue(days.isBankHoliday(date("2028-01-03")));
    }

    @Test
    void scottishHolidaysAreWorked() {
        assertTrue(days.isWorkingDay(date("2026-01-02")));
        assertTrue(days.isWorkingDay(date("2026-08-03")));
        assertTrue(days.isWorkingDay(date("2026-11-30")));
    }

    @Test
    void weekendsAreNotWorked() {
        assertFalse(days.isWorkingDay(date("2026-12-12")));
        assertFalse(days.isWorkingDay(date("2026-12-13")));
        assertTrue(days.isWorkingDay(date("2026-12-14")));
    }

    @Test
    void oneWorkingDayAfterFridayOrSaturdayOrSundayIsMonday() {
        assertEquals(date("2026-12-14"), days.add(date("2026-12-11"), 1));
        assertEquals(date("2026-12-14"), days.add(date("2026-12-12"), 1));
        assertEquals(date("2026-12-14"), days.add(date("2026-12-13"), 1));
    }

    @Test
    void fiveWorkingDaysOverChristmasSkipBothHolidays() {
        assertEquals(date("2027-01-04"), days.add(date("2026-12-23"), 5));
    }

    @Test
    void noWorkingDaysAfterADayThatIsNotWorkedIsTheNextThatIs() {
        assertEquals(date("2026-04-07"), days.add(date("2026-04-03"), 0));
        assertEquals(date("2026-04-02"), days.add(date("2026-04-02"), 0));
    }

    @Test
    void goesBackOverEaster() {
        assertEquals(date("2026-04-02"), days.subtract(date("2026-04-07"), 1));
        assertEquals(date("2026-04-02"), days.subtract(date("2026-04-06"), 0));
    }

    @Test
    void addingAndSubtractingAreNeverNegative() {
        assertThrows(IllegalArgumentException.class, () -> days.add(date("2026-12-10"), -1));
        assertThrows(IllegalArgumentException.class, () -> days.subtract(date("2026-12-10"), -1));
    }

    @Test
    void whatWasAddedLiesBetween() {
        for (LocalDate from = date("2026-12-01"); from.isBefore(date("2027-02-01")); from = from.plusDays(1)) {
            for (int n = 1; n < 12; n++) {
                assertEquals(n, days.between(from, days.add(from, n)), from + " and " + n);
                assertEquals(-n, days.between(days.add(from, n), from));
            }
        }
    }

    @Test
    void whatIsDueTodayIsNotLate() {
        assertEquals(0, days.late(date("2026-12-10"), date("2026-12-10")));
        assertEquals(0, days.late(date("2026-12-11"), date("2026-12-10")));
    }

    @Test
    void whatWasDueOnFridayIsOneWorkingDayLateOnMondayAndNotBefore() {
        assertEquals(0, days.late(date("2026-12-11"), date("2026-12-13")));
        assertEquals(1, days.late(date("2026-12-11"), date("2026-12-14")));
    }

    @Test
    void whatWasDueOnTheFourthIsFourWorkingDaysLateOnTheTenth() {
        assertEquals(4, days.late(date("2026-12-04"), date("2026-12-10")));
    }

    private List<LocalDate> weekdayHolidays(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(d -> d.getDayOfWeek().getValue() <= 5 && days.isBankHoliday(d)).toList();
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
