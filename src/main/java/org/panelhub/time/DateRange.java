package org.panelhub.time;

import java.time.LocalDate;

/**
 * Days from a first one up to, and not with, an end; open where there is no end. What holds "while its dates hold" (seats, signatures,
 * arrangements, protocols) has one. People read and type the last day, PostgreSQL keeps the day after it: the two meet here.
 *
 * @param from the first day; null only in an empty range, which holds on no day
 * @param end the day after the last; null when open
 */
public record DateRange(LocalDate from, LocalDate end) {

    public static final DateRange EMPTY = new DateRange(null, null);

    public DateRange {
        if (from != null && end != null && end.isBefore(from)) {
            throw new IllegalArgumentException("A range of days ends before it begins");
        }
    }

    public static DateRange from(LocalDate first) {
        return new DateRange(first, null);
    }

    /** @param last the last day on which it holds; null for no end */
    public static DateRange through(LocalDate first, LocalDate last) {
        return new DateRange(first, last == null ? null : last.plusDays(1));
    }

    public boolean isEmpty() {
        return from == null || from.equals(end);
    }

    public boolean contains(LocalDate day) {
        return !isEmpty() && !day.isBefore(from) && (end == null || day.isBefore(end));
    }

    /** The last day on which it holds; null when open or empty. */
    public LocalDate last() {
        return isEmpty() || end == null ? null : end.minusDays(1);
    }

    /** Holding no longer from that day on. What had not begun by then never holds. */
    public DateRange endedOn(LocalDate day) {
        if (isEmpty() || !from.isBefore(day)) {
            return EMPTY;
        }
        return end != null && end.isBefore(day) ? this : new DateRange(from, day);
    }
}
