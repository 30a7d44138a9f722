package org.panelhub.meetings;

import java.time.LocalDate;
import java.util.List;

import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/**
 * One date of a series as it is shown, before it is planned.
 *
 * @param on the day, or null where none can be read
 * @param moved why it is not the day that the rhythm gave, in words, or null
 * @param cutOffOn counted back from the day, as are {@code agendaBy}; null without a day
 * @param warnings what a careful coordinator would want to know before it stands
 */
@TemplateData
public record SeriesDate(SeriesLine line, LocalDate on, String moved, LocalDate cutOffOn, LocalDate agendaBy, List<String> warnings) {

    public String title() {
        return on == null ? "Date " + line.number() : Dates.full(on);
    }

    /** What the box says by which it is kept although there is something to know. */
    public String keep() {
        return "Keep " + (on == null ? "this date" : Dates.full(on)) + " all the same";
    }

    public String hint() {
        return on == null ? null
                : (moved == null ? "" : moved + ". ") + place() + "Cases in by " + Dates.weekday(cutOffOn) + ". Agenda out by " + Dates.weekday(agendaBy) + ".";
    }

    private String place() {
        var where = Field.clean(line.venue());
        return Field.clean(line.time()) + (where.isEmpty() ? ", online. " : ", " + where + ". ");
    }

    /** The question whether it is meant all the same is asked where there is something to know. */
    public boolean questioned(Errors errors) {
        return !warnings.isEmpty() || errors.of(line.name("anyway")) != null;
    }

    /** Whether the fields in which it can be changed are to be seen at once. */
    public boolean mended(Errors errors) {
        return List.of("date", "time", "venue").stream().anyMatch(field -> errors.of(line.name(field)) != null);
    }
}
