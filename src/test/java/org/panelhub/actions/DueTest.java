package org.panelhub.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.panelhub.time.WorkingDays;

class DueTest {

    private final WorkingDays workingDays = new WorkingDays();

    private Due due(String on, String today) {
        return Due.of(LocalDate.parse(on), true, LocalDate.parse(today), workingDays);
    }

    @Test
    void latenessIsCountedInWorkingDays() {
        assertEquals("4 Dec, 4 working days late", due("2026-12-04", "2026-12-10").words());
        assertEquals("9 Dec, 1 working day late", due("2026-12-09", "2026-12-10").words());
    }

    @Test
    void bankHolidaysDoNotCount() {
        // Christmas Day is a Friday; Boxing Day, a Saturday, is kept on Monday the 28th.
        assertEquals("24 Dec, 1 working day late", due("2026-12-24", "2026-12-29").words());
        assertEquals("24 Dec, overdue", due("2026-12-24", "2026-12-28").words());
    }

    @Test
    void overTheNewYearTheYearIsSaid() {
        assertEquals("31 December 2026, 1 working day late", due("2026-12-31", "2027-01-04").words());
    }

    @Test
    void whatIsDueTodayIsNotLate() {
        assertEquals("today", due("2026-12-10", "2026-12-10").words());
        assertFalse(due("2026-12-10", "2026-12-10").late());
        assertTrue(due("2026-12-09", "2026-12-10").late());
    }

    @Test
    void whatHasEndedIsNotLate() {
        assertFalse(Due.of(LocalDate.parse("2026-12-04"), false, LocalDate.parse("2026-12-10"), workingDays).late());
    }
}
