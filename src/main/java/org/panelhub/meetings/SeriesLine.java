package org.panelhub.meetings;

import java.util.List;
import java.util.stream.IntStream;

import org.panelhub.page.DateBoxes;
import org.panelhub.page.Field;
import org.panelhub.time.Recurrence;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;

/**
 * One date of a series as it stands in the form.
 *
 * @param number from 1
 * @param said the day that the rhythm gave before it moved off a day that is not worked, as 2026-12-25; empty where no rhythm gave it
 * @param taken the box that says that it is to be planned
 * @param anyway the box that says that a warning was read and the date is meant
 */
@TemplateData
public record SeriesLine(int number, String said, DateBoxes date, String time, String venue, boolean taken, boolean anyway) {

    static SeriesLine of(int number, Recurrence.Occasion occasion, SeriesForm form) {
        return new SeriesLine(number, occasion.said().toString(), DateBoxes.of(occasion.on()), Field.clean(form.time()), Field.clean(form.venue()), true, false);
    }

    /** The lines that were sent, up to the first number that is missing. */
    static List<SeriesLine> of(MultivaluedMap<String, String> sent) {
        return IntStream.rangeClosed(1, Series.MOST).takeWhile(n -> sent.containsKey("date-" + n + "-day"))
                .mapToObj(n -> new SeriesLine(n, Field.clean(sent.getFirst("said-" + n)), SeriesForm.boxes(sent, "date-" + n), sent.getFirst("time-" + n), sent.getFirst("venue-" + n),
                        "true".equals(sent.getFirst("take-" + n)), "true".equals(sent.getFirst("anyway-" + n))))
                .toList();
    }

    SeriesLine take(boolean yes) {
        return new SeriesLine(number, said, date, time, venue, yes, anyway);
    }

    /** Of one of its fields in the form. */
    public String name(String field) {
        return field + "-" + number;
    }
}
