package org.panelhub.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How often a panel meets, as people say it: "second Thursday", "last Friday", "first working day", "last working day", "every six weeks
 * from 8 January 2026". A date that falls on a bank holiday or a weekend moves to the next working day.
 */
public sealed interface Recurrence {

    /** The same weekday of each month; {@code which} counts from 1, and -1 is the last. */
    record Weekday(int which, DayOfWeek day) implements Recurrence {
    }

    /** A working day of each month, counted from its beginning; -1 is the last. */
    record WorkingDay(int which) implements Recurrence {
    }

    /** Every so many weeks, counted from a date. */
    record Weeks(int weeks, LocalDate from) implements Recurrence {
    }

    /** A date as it is said, and the day on which it is held: another one where the one said is not worked. */
    record Occasion(LocalDate said, LocalDate on) {

        public boolean moved() {
            return !said.equals(on);
        }
    }

    /** Said in a form that is not understood. The message may be shown. */
    final class NotUnderstood extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        NotUnderstood() {
            super("Say how often, like “second Thursday”, “last working day” or “every six weeks from 8 January 2026”");
        }
    }

    List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");
    List<String> NUMBERS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    DateTimeFormatter SAID = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    Pattern MONTHLY = Pattern.compile("(?:every |the |each )*(\\w+) (working day|\\w+day)(?: (?:of|in) (?:the|every|each|a) month| monthly)?");
    Pattern WEEKLY = Pattern.compile("every (?:(\\w+) )?weeks? (?:from|starting|since)(?: the)?(?: on)? (.+)");

    /** @throws NotUnderstood with a message for the person who typed it */
    static Recurrence parse(String said) {
        String text = said == null ? "" : said.strip().toLowerCase(Locale.ENGLISH).replaceAll("\\s+", " ");
        Matcher weekly = WEEKLY.matcher(text);
        if (weekly.matches()) {
            return new Weeks(number(weekly.group(1)), date(weekly.group(2)));
        }
        Matcher monthly = MONTHLY.matcher(text);
        if (monthly.matches()) {
            int which = ordinal(monthly.group(1));
            return monthly.group(2).equals("working day") ? new WorkingDay(which) : new Weekday(which, weekday(monthly.group(2)));
        }
        throw new NotUnderstood();
    }

    /** The first date after another. */
    default LocalDate next(LocalDate after, WorkingDays workingDays) {
        return after(after, workingDays).findFirst().orElseThrow();
    }

    /** The dates after another, in their order. */
    default List<LocalDate> next(LocalDate after, int count, WorkingDays workingDays) {
        return after(after, workingDays).limit(count).toList();
    }

    /** The dates after another, in their order and without an end, each with the day it moved from; two that move to one day are one. */
    default Stream<Occasion> occasions(LocalDate after, WorkingDays workingDays) {
        Set<LocalDate> met = new HashSet<>();
        return said(after, workingDays).map(d -> new Occasion(d, workingDays.onOrAfter(d))).filter(o -> o.on().isAfter(after) && met.add(o.on()));
    }

    /** As one says it. */
    default String words() {
        return switch (this) {
            case Weekday(int which, DayOfWeek day) -> ordinal(which) + " " + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " of each month";
            case WorkingDay(int which) -> ordinal(which) + " working day of each month";
            case Weeks(int weeks, LocalDate from) ->
                (weeks == 1 ? "every week" : "every " + (weeks <= NUMBERS.size() ? NUMBERS.get(weeks - 1) : weeks) + " weeks") + " from " + SAID.format(from);
        };
    }

    private Stream<LocalDate> after(LocalDate after, WorkingDays workingDays) {
        return occasions(after, workingDays).map(Occasion::on);
    }

    /** Begins a step early, as a date of the step before may have moved past the day asked about. */
    private Stream<LocalDate> said(LocalDate after, WorkingDays workingDays) {
        return switch (this) {
            case Weekday(int which, DayOfWeek day) -> months(after).flatMap(m -> on(m, which, day).stream());
            case WorkingDay(int which) -> months(after).map(m -> workingDay(m, which, workingDays));
            case Weeks(int weeks, LocalDate from) -> {
                long passed = Math.max(0, ChronoUnit.WEEKS.between(from, after) / weeks - 1);
                yield Stream.iterate(from.plusWeeks(passed * weeks), d -> d.plusWeeks(weeks));
            }
        };
    }

    private static Stream<YearMonth> months(LocalDate after) {
        return Stream.iterate(YearMonth.from(after).minusMonths(1), m -> m.plusMonths(1));
    }

    /** Not every month has a fifth one. */
    private static Optional<LocalDate> on(YearMonth month, int which, DayOfWeek day) {
        LocalDate date = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(which, day));
        return YearMonth.from(date).equals(month) ? Optional.of(date) : Optional.empty();
    }

    private static LocalDate workingDay(YearMonth month, int which, WorkingDays workingDays) {
        return which < 0 ? workingDays.subtract(month.atEndOfMonth().plusDays(1), -which) : workingDays.add(month.atDay(1).minusDays(1), which);
    }

    private static int ordinal(String word) {
        if (word.equals("last")) {
            return -1;
        }
        int named = ORDINALS.indexOf(word);
        if (named >= 0) {
            return named + 1;
        }
        if (word.matches("[1-5](st|nd|rd|th)")) {
            return word.charAt(0) - '0';
        }
        throw new NotUnderstood();
    }

    private static String ordinal(int which) {
        return which < 0 ? "last" : ORDINALS.get(which - 1);
    }

    private static int number(String word) {
        if (word == null) {
            return 1;
        }
        if (word.equals("other") || word.equals("second")) {
            return 2;
        }
        int named = NUMBERS.indexOf(word);
        if (named >= 0) {
            return named + 1;
        }
        if (word.matches("[1-9]\\d?") && Integer.parseInt(word) <= 52) {
            return Integer.parseInt(word);
        }
        throw new NotUnderstood();
    }

    private static DayOfWeek weekday(String word) {
        return Arrays.stream(DayOfWeek.values()).filter(d -> d.name().equalsIgnoreCase(word)).findFirst().orElseThrow(NotUnderstood::new);
    }

    private static LocalDate date(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : LocalDate.parse(capitalised(text), SAID);
        } catch (DateTimeParseException e) {
            throw new NotUnderstood();
        }
    }

    /** Months begin with a capital for the parser. */
    private static String capitalised(String text) {
        String[] words = text.split(" ");
        if (words.length == 3) {
            words[1] = words[1].substring(0, 1).toUpperCase(Locale.ENGLISH) + words[1].substring(1);
        }
        return String.join(" ", words);
    }
}
