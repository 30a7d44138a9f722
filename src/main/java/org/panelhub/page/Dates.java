package org.panelhub.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.panelhub.time.HubClock;

import io.quarkus.qute.TemplateExtension;

/**
 * Dates and times as people write them, in London. On any date or moment in a template: {@code {due.full}} Thursday 10 December 2026,
 * {@code {due.long}} 10 December 2026, {@code {due.short}} 4 Dec, {@code {due.weekday}} Thu 10 Dec, {@code {at.time}} 10:00,
 * {@code {at.moment}} 10 December 2026 at 10:00. The same by name in Java: {@link #full}, {@link #day} and so on.
 */
public final class Dates {

    public static final ZoneId LONDON = HubClock.LONDON;
    private static final int LAST_YEAR = 9999;

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Dates() {
    }

    @TemplateExtension(matchName = "full")
    public static String full(LocalDate date) {
        return date == null ? "" : FULL.format(date);
    }

    @TemplateExtension(matchName = "long")
    public static String day(LocalDate date) {
        return date == null ? "" : LONG.format(date);
    }

    @TemplateExtension(matchName = "short")
    public static String brief(LocalDate date) {
        return date == null ? "" : SHORT.format(date);
    }

    @TemplateExtension(matchName = "weekday")
    public static String weekday(LocalDate date) {
        return date == null ? "" : WEEKDAY.format(date);
    }

    @TemplateExtension(matchName = "time")
    public static String clock(LocalTime time) {
        return time == null ? "" : TIME.format(time);
    }

    @TemplateExtension(matchName = "full")
    public static String full(OffsetDateTime at) {
        return full(date(at));
    }

    @TemplateExtension(matchName = "long")
    public static String day(OffsetDateTime at) {
        return day(date(at));
    }

    @TemplateExtension(matchName = "short")
    public static String brief(OffsetDateTime at) {
        return brief(date(at));
    }

    @TemplateExtension(matchName = "weekday")
    public static String weekday(OffsetDateTime at) {
        return weekday(date(at));
    }

    @TemplateExtension(matchName = "time")
    public static String clock(OffsetDateTime at) {
        return at == null ? "" : clock(at.atZoneSameInstant(LONDON).toLocalTime());
    }

    @TemplateExtension(matchName = "moment")
    public static String moment(OffsetDateTime at) {
        return at == null ? "" : day(at) + " at " + clock(at);
    }

    @TemplateExtension(matchName = "full")
    public static String full(Instant at) {
        return full(offset(at));
    }

    @TemplateExtension(matchName = "long")
    public static String day(Instant at) {
        return day(offset(at));
    }

    @TemplateExtension(matchName = "short")
    public static String brief(Instant at) {
        return brief(offset(at));
    }

    @TemplateExtension(matchName = "weekday")
    public static String weekday(Instant at) {
        return weekday(offset(at));
    }

    @TemplateExtension(matchName = "time")
    public static String clock(Instant at) {
        return clock(offset(at));
    }

    @TemplateExtension(matchName = "moment")
    public static String moment(Instant at) {
        return moment(offset(at));
    }

    /** How long, in minutes: "7 min"; from an hour on "1 h 5 min". */
    @TemplateExtension(matchName = "words")
    public static String words(Duration length) {
        long minutes = length.toMinutes();
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /** The date in London of a moment. */
    public static LocalDate date(OffsetDateTime at) {
        return at == null ? null : at.atZoneSameInstant(LONDON).toLocalDate();
    }

    /** The moment of a date and time in London. A time that the clocks skip in spring moves on by the hour they skip. */
    public static OffsetDateTime at(LocalDate date, LocalTime time) {
        return LocalDateTime.of(date, time).atZone(LONDON).toOffsetDateTime();
    }

    private static OffsetDateTime offset(Instant at) {
        return at == null ? null : at.atZone(LONDON).toOffsetDateTime();
    }

    /**
     * A date as it stands in an address, where a list goes on.
     *
     * @throws DateTimeException when it is none, or none that people could have meant and a database could keep
     */
    public static LocalDate said(String text) {
        var date = LocalDate.parse(text);
        if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("No date of ours");
        }
        return date;
    }

    /** As {@link #said}, to the moment. */
    public static Instant saidMoment(String text) {
        var at = Instant.parse(text);
        said(at.atZone(LONDON).toLocalDate().toString());
        return at;
    }
}
