package org.panelhub.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.inject.Singleton;

/**
 * Working days of England and Wales: neither Saturday nor Sunday nor a bank holiday (Banking and Financial Dealings Act 1971), with the
 * substitute day where one falls on a weekend. Deadlines of the hub are counted in them; the day something happens is day 0.
 */
@Singleton
public class WorkingDays {

    /** Wales has the same bank holidays. */
    private static final String ENGLAND = "eng";

    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create("gb"));
    private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

    public boolean isBankHoliday(LocalDate date) {
        return byYear.computeIfAbsent(date.getYear(), this::bankHolidays).contains(date);
    }

    public boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY && !isBankHoliday(date);
    }

    /** The date itself when it is a working day, else the first one after it. */
    public LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The date itself when it is a working day, else the last one before it. */
    public LocalDate onOrBefore(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The first working day after the date. */
    public LocalDate nextWorkingDay(LocalDate date) {
        return onOrAfter(date.plusDays(1));
    }

    /**
     * The date so many working days after another. Nothing is counted on the day itself, so that one working day after a Friday is
     * Monday, and so it is after the Saturday. Zero days after a day that is not worked is the next that is.
     *
     * @param days working days, not negative
     */
    public LocalDate add(LocalDate from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("To go back, subtract");
        }
        LocalDate day = days == 0 ? onOrAfter(from) : from;
        for (int left = days; left > 0; left--) {
            day = nextWorkingDay(day);
        }
        return day;
    }

    /** The date so many working days before another. Zero days before a day that is not worked is the last that was. */
    public LocalDate subtract(LocalDate from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("To go forward, add");
        }
        LocalDate day = days == 0 ? onOrBefore(from) : from;
        for (int left = days; left > 0; left--) {
            day = onOrBefore(day.minusDays(1));
        }
        return day;
    }

    /** How many working days lie after the first date, up to and with the second; negative when the second is earlier. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
    }

    /** How many working days late something due is today: 0 until its day has ended, and over a weekend that follows it. */
    public int late(LocalDate due, LocalDate today) {
        return Math.max(0, between(due, today));
    }

    /** Each bank holiday and its substitute day: of the two only the one on a weekday matters. */
    private Set<LocalDate> bankHolidays(int year) {
        return holidays.getHolidays(Year.of(year), ENGLAND).stream()
                .flatMap(h -> Stream.concat(Stream.of(h.getActualDate(), h.getDate()), h.getObservedDate().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
