package org.panelhub.meetings;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.panelhub.page.DateBoxes;
import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.time.Recurrence;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;

/**
 * From what the dates of a series are worked out, as typed.
 *
 * @param rhythm how the panel meets, as people say it
 * @param count how many dates, or empty
 * @param until the last day that may be one, or empty boxes; where both are given, whichever comes first
 */
@TemplateData
public record SeriesForm(String panel, String rhythm, DateBoxes from, String count, DateBoxes until, String time, String venue, String link, String order) {

    /** What was understood. Only to be used where {@code errors} are empty. */
    record Understood(Recurrence recurrence, LocalDate from, Integer count, LocalDate until, Errors errors) {
    }

    static SeriesForm of(MultivaluedMap<String, String> sent) {
        return new SeriesForm(Field.clean(sent.getFirst("panel")), sent.getFirst("rhythm"), boxes(sent, "from"), sent.getFirst("count"), boxes(sent, "until"), sent.getFirst("time"),
                sent.getFirst("venue"), sent.getFirst("link"), sent.getFirst("order"));
    }

    static DateBoxes boxes(MultivaluedMap<String, String> sent, String name) {
        return new DateBoxes(sent.getFirst(name + "-day"), sent.getFirst(name + "-month"), sent.getFirst(name + "-year"));
    }

    Understood validate(OffsetDateTime now) {
        var check = new Field.Check();
        var today = Dates.date(now);
        var recurrence = recurrence(check.errors());
        var first = check.date("from", "First date on or after", from, true);
        check.that(first == null || !first.isBefore(today), "from", "First date on or after must be today or in the future");
        check.that(first == null || first.isBefore(today.plusYears(2)), "from", "First date on or after must be within two years");
        var howMany = check.number("count", "How many dates", count, 1, Series.MOST, false);
        var last = check.date("until", "Last day", until, false);
        check.that(last == null || first == null || !last.isBefore(first), "until", "Last day must be the first date or after it");
        check.that(last == null || last.isBefore(today.plusYears(2)), "until", "Last day must be within two years");
        check.that(!Field.clean(count).isEmpty() || !until.isBlank(), "count", "Say how many dates, or up to which day");
        // Time and place are those of a single meeting, under the same rules; its own date is not typed here.
        at(from, time, venue).validate(now).errors().all().stream().filter(e -> !e.field().equals("date")).forEach(e -> check.errors().add(e.field(), e.message()));
        return new Understood(recurrence, first, howMany, last, check.errors());
    }

    /** One date of the series, as it would be typed by itself. */
    MeetingForm at(DateBoxes date, String ownTime, String ownVenue) {
        return new MeetingForm(panel, date.day(), date.month(), date.year(), ownTime, "", ownVenue, link, order, "", "", "", "false", "", "");
    }

    private Recurrence recurrence(Errors errors) {
        try {
            return Recurrence.parse(rhythm);
        } catch (Recurrence.NotUnderstood e) {
            errors.add("rhythm", e.getMessage());
            return null;
        }
    }

    /** In words, where it is understood. */
    public String words() {
        return Recurrence.parse(rhythm).words();
    }
}
