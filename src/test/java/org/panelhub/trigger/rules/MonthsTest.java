package org.panelhub.trigger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class MonthsTest {

    @Test
    void aPeriodNeverEndsEarlierForBeginningLater() {
        for (int months = 1; months <= 24; months++) {
            var day = LocalDate.of(2026, 1, 1);
            while (day.isBefore(LocalDate.of(2030, 1, 1))) {
                assertFalse(Months.lastDay(day.plusDays(1), months).isBefore(Months.lastDay(day, months)), day + ", " + months);
                day = day.plusDays(1);
            }
        }
    }

    @Test
    void aMonthThatBeginsWithTheFirstIsThatMonth() {
        for (int month = 1; month <= 12; month++) {
            var first = LocalDate.of(2028, month, 1);
            assertEquals(first.plusMonths(1).minusDays(1), Months.lastDay(first, 1));
        }
    }

    @Test
    void aYearThatBeginsWithALeapDayEndsOnTheDayBeforeItWouldReturn() {
        assertEquals(LocalDate.of(2029, 2, 28), Months.lastDay(LocalDate.of(2028, 2, 29), 12));
        assertEquals(LocalDate.of(2028, 2, 28), Months.lastDay(LocalDate.of(2027, 2, 28), 12).plusDays(1));
    }

    @Test
    void bothEndsCount() {
        var first = LocalDate.of(2026, 3, 10);
        assertTrue(Months.within(first, first, 1));
        assertTrue(Months.within(LocalDate.of(2026, 4, 9), first, 1));
        assertFalse(Months.within(LocalDate.of(2026, 4, 10), first, 1));
        assertFalse(Months.within(LocalDate.of(2026, 3, 9), first, 1));
        assertThrows(IllegalArgumentException.class, () -> Months.lastDay(first, 0));
    }
}
