package org.panelhub.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

class SaidDayTest {

    /** A Friday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private final WorkingDays workingDays = new WorkingDays();

    @Test
    void aWeekdayIsTheNextOneAfterToday() {
        is("2026-11-30", "mon", "Monday", "on monday");
        is("2026-12-04", "fri", "this friday");
        is("2026-12-01", "tues");
    }

    @Test
    void nextFridayIsThatOfTheWeekAfterThis() {
        is("2026-12-04", "next fri");
        assertEquals(LocalDate.of(2026, 12, 4), SaidDay.parse("next friday", LocalDate.of(2026, 11, 24), workingDays).orElseThrow(), "said on a Tuesday");
    }

    @Test
    void aDateWithoutItsYearIsTheNextThereIs() {
        is("2026-12-12", "12 dec", "12th December", "the 12th of december", "dec 12", "12/12", "12.12.", "12 december 2026", "12/12/26", "2026-12-12");
        is("2027-01-05", "5 jan", "5/1");
        is("2026-11-27", "27 nov");
    }

    @Test
    void aDateOfTheMonthAWeekdayBesideADateAndWordsBesidesAreUnderstood() {
        is("2026-12-12", "the 12th", "12th");
        is("2026-11-30", "the 30th", "monday morning", "mon at the latest");
        is("2026-12-04", "friday 4 december", "fri 4 dec", "friday the 4th", "fri, 4/12", "end of next week");
    }

    @Test
    void aDateThatMayHavePassedNeedsItsYear() {
        is("2027-01-05", "5 jan");
        for (var said : List.of("12 nov", "1 sept", "999 months")) {
            assertTrue(SaidDay.parse(said, TODAY, workingDays).isEmpty(), said);
        }
        is("2027-11-12", "12 nov 2027");
    }

    @Test
    void spansAreCountedFromToday() {
        is("2026-12-11", "2 weeks", "two weeks", "in 2 weeks", "within two weeks", "a fortnight");
        is("2026-12-07", "10 days", "ten days");
        is("2026-12-11", "ten working days");
        is("2026-12-27", "a month");
        is("2026-12-04", "a week", "next week");
        is("2026-11-30", "end of the month");
        is("2026-11-28", "tomorrow", " Tomorrow. ");
    }

    @Test
    void whatIsNoDayIsNotGuessedAt() {
        for (var said : List.of("", "post", "then", "31 feb", "12/13", "fryday", "x weeks", "0 weeks", "45 dec", "telephone")) {
            assertTrue(SaidDay.parse(said, TODAY, workingDays).isEmpty(), said);
        }
    }

    private void is(String day, String... said) {
        for (var each : said) {
            assertEquals(LocalDate.parse(day), SaidDay.parse(each, TODAY, workingDays).orElse(null), each);
        }
    }
}
