package org.panelhub.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;

class FieldTest {

    private final Field.Check check = new Field.Check();

    @Test
    void saysInPlainWordsWhatIsTooLong() {
        check.text("circumstances", "Circumstances", "x".repeat(4001), 4000, true);
        assertEquals("Circumstances must be 4,000 characters or fewer", check.errors().of("circumstances"));
    }

    @Test
    void countsCharactersAsAPersonDoes() {
        check.text("name", "Name", "👩".repeat(200), 200, true);
        assertTrue(check.errors().isEmpty());
    }

    @Test
    void whatIsOnlySpaceOrInvisibleIsNothing() {
        assertEquals("", check.text("name", "Given name", " \t\u0000\u0007 ", 200, true));
        assertEquals("Enter given name", check.errors().of("name"));
    }

    @Test
    void lineEndsOfABrowserAreSingle() {
        assertEquals("one\ntwo", check.text("name", "Name", " one\r\ntwo ", 200, true));
    }

    @Test
    void datesSayWhatIsMissing() {
        assertDate("Due date must include a month", "1", "", "2027");
        assertDate("Due date must include a day and a year", "", "5", "");
        assertDate("Due date must be a real date", "30", "2", "2027");
        assertDate("Due date must be a real date", "one", "2", "2027");
        assertDate("Due date: the year must have four numbers", "1", "2", "27");
        assertDate("Enter due date", "", " ", "");
    }

    @Test
    void monthsMayBeNamed() {
        for (String month : List.of("12", "December", "dec", "DEC")) {
            assertEquals(LocalDate.of(2026, 12, 10), new DateBoxes("10", month, "2026").parse(new Errors(), "due", "Due date", true), month);
        }
        assertEquals(LocalDate.of(2026, 9, 1), new DateBoxes("1", "Sep", "2026").parse(new Errors(), "due", "Due date", true));
    }

    @Test
    void aDateThatIsNotNeededMayBeLeftOut() {
        assertNull(check.date("due", "Due date", DateBoxes.EMPTY, false));
        assertTrue(check.errors().isEmpty());
    }

    @Test
    void timesAndNumbersAreUnderstoodOrExplained() {
        assertEquals(LocalTime.of(9, 30), check.time("at", "Start", "9.30", true));
        assertNull(check.time("end", "End", "half nine", true));
        assertEquals("End must be a time, like 9:30 or 14:00", check.errors().of("end"));
        assertEquals(12, check.number("minutes", "Minutes", "12", 1, 120, true));
        assertNull(check.number("order", "Order", "999999999999", 1, 120, true));
        assertEquals("Order must be a whole number between 1 and 120", check.errors().of("order"));
    }

    @Test
    void momentsAreShownInLondonTime() {
        OffsetDateTime summer = OffsetDateTime.parse("2026-07-01T09:00:00Z");
        assertEquals("1 July 2026 at 10:00", Dates.moment(summer));
        assertEquals("Thursday 10 December 2026", Dates.full(LocalDate.of(2026, 12, 10)));
        assertEquals("4 Dec", Dates.brief(LocalDate.of(2026, 12, 4)));
        assertEquals("Thu 10 Dec", Dates.weekday(LocalDate.of(2026, 12, 10)));
        assertEquals("1 h 5 min", Dates.words(Duration.ofMinutes(65)));
    }

    @Test
    void wordsFollowNumbers() {
        assertEquals("1 action", Words.count(1, "action"));
        assertEquals("2 agencies", Words.count(2, "agency", "agencies"));
        assertEquals("police, housing and health", Words.join(List.of("police", "housing", "health")));
        assertEquals("YOS officer", Words.lower("YOS officer"));
    }

    private static void assertDate(String message, String day, String month, String year) {
        Errors errors = new Errors();
        assertNull(new DateBoxes(day, month, year).parse(errors, "due", "Due date", true));
        assertEquals(message, errors.of("due"));
    }
}
