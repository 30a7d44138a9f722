package org.panelhub.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day as people say it: "fri", "next friday", "tomorrow", "12 dec", "12/12/2026", "2 weeks", "ten working days", "end of the month". A weekday is the next one
 * after today, "next friday" the one of the week after this; a date without a year is the next there is. Nothing is moved to a working day: what was said counts.
 */
public final class SaidDay {

    private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern SPAN = Pattern.compile("(?:in |within )?(an?|\\d{1,3}|[a-z]+) (working days?|days?|weeks?|fortnights?|months?)(?: time)?");
    private static final Pattern WEEKDAY = Pattern.compile("(?:(this|next|on) )?([a-z]{3,9})");
    private static final Pattern DAY_MONTH = Pattern.compile("(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\\.?,?(?: (\\d{4}))?");
    private static final Pattern MONTH_DAY = Pattern.compile("([a-z]{3,9}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?");
    private static final Pattern NUMERIC = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})(?:[/.](\\d{4}|\\d{2}))?\\.?");
    private static final Pattern OF_MONTH = Pattern.compile("(?:the )?(\\d{1,2})(?:st|nd|rd|th)");
    /** What is said besides of the day, and changes nothing. */
    private static final String ASIDE = ",? (in the )?(morning|afternoon|evening|noon|at the latest|latest|if possible)$";
    private static final String WEEKDAY_BEFORE = "^(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?,? (?=(the )?\\d)";
    private static final int CENTURY = 2000;
    /** Years within which anything is due. */
    private static final int FARTHEST = 2;
    /** Months ahead beyond which a date without its year may as well be one that has passed. */
    private static final int SURE = 6;
    private static final int SHORT_YEAR = 100;

    private SaidDay() {
    }

    /** @return empty when no day is understood */
    public static Optional<LocalDate> parse(String said, LocalDate today, WorkingDays workingDays) {
        var text = said.strip().toLowerCase(Locale.ENGLISH).replaceAll("\\s+", " ").replaceFirst("[.!]$", "").replaceFirst(ASIDE, "");
        try {
            return named(text, today).or(() -> span(text, today, workingDays)).or(() -> weekday(text, today)).or(() -> date(text.replaceFirst(WEEKDAY_BEFORE, ""), today)).filter(d -> d.isBefore(today.plusYears(FARTHEST)));
        } catch (DateTimeException e) {
            // There is no 31 February.
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> named(String text, LocalDate today) {
        return Optional.ofNullable(switch (text) {
            case "today", "tonight" -> today;
            case "tomorrow", "tmrw" -> today.plusDays(1);
            case "next week" -> today.plusWeeks(1);
            case "next month" -> today.plusMonths(1);
            case "end of week", "end of the week", "the end of the week" -> today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
            case "end of next week", "the end of next week" -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
            case "end of month", "end of the month", "the end of the month" -> today.with(TemporalAdjusters.lastDayOfMonth());
            default -> null;
        });
    }

    private static Optional<LocalDate> span(String text, LocalDate today, WorkingDays workingDays) {
        var span = SPAN.matcher(text);
        if (!span.matches()) {
            return Optional.empty();
        }
        var word = span.group(1);
        int count = word.matches("an?") ? 1 : word.matches("\\d+") ? Integer.parseInt(word) : NUMBERS.indexOf(word) + 1;
        if (count == 0) {
            return Optional.empty();
        }
        return Optional.of(switch (span.group(2).replaceFirst("s$", "")) {
            case "working day" -> workingDays.add(today, count);
            case "day" -> today.plusDays(count);
            case "week" -> today.plusWeeks(count);
            case "fortnight" -> today.plusWeeks(2L * count);
            default -> today.plusMonths(count);
        });
    }

    private static Optional<LocalDate> weekday(String text, LocalDate today) {
        var said = WEEKDAY.matcher(text);
        if (!said.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(DayOfWeek.values()).filter(d -> d.name().toLowerCase(Locale.ENGLISH).startsWith(said.group(2))).findFirst()
                .map(d -> "next".equals(said.group(1)) ? today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(d)) : today.with(TemporalAdjusters.next(d)));
    }

    private static Optional<LocalDate> date(String text, LocalDate today) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Optional.of(LocalDate.parse(text));
        }
        var nth = OF_MONTH.matcher(text);
        if (nth.matches()) {
            var here = today.withDayOfMonth(1);
            var nearest = here.plusDays(Integer.parseInt(nth.group(1)) - 1L);
            var ahead = nearest.isBefore(today) ? here.plusMonths(1) : here;
            return Optional.of(LocalDate.of(ahead.getYear(), ahead.getMonth(), Integer.parseInt(nth.group(1))));
        }
        var day = DAY_MONTH.matcher(text);
        if (day.matches()) {
            return month(day.group(2)).map(m -> dated(day.group(1), m.getValue(), day.group(3), today));
        }
        var month = MONTH_DAY.matcher(text);
        if (month.matches()) {
            return month(month.group(1)).map(m -> dated(month.group(2), m.getValue(), month.group(3), today));
        }
        var numbers = NUMERIC.matcher(text);
        return numbers.matches() ? Optional.of(dated(numbers.group(1), Integer.parseInt(numbers.group(2)), numbers.group(3), today)) : Optional.empty();
    }

    private static LocalDate dated(String day, int month, String year, LocalDate today) {
        if (year != null) {
            int typed = Integer.parseInt(year);
            return LocalDate.of(typed < SHORT_YEAR ? CENTURY + typed : typed, month, Integer.parseInt(day));
        }
        var soon = LocalDate.of(today.getYear(), month, Integer.parseInt(day));
        if (!soon.isBefore(today)) {
            return soon;
        }
        var next = soon.plusYears(1);
        if (next.isAfter(today.plusMonths(SURE))) {
            throw new DateTimeException("Which year is meant is not sure");
        }
        return next;
    }

    private static Optional<Month> month(String word) {
        return Arrays.stream(Month.values()).filter(m -> m.name().toLowerCase(Locale.ENGLISH).startsWith(word)).findFirst();
    }
}
