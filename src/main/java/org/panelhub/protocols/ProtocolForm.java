package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.time.DateRange;

import io.quarkus.qute.TemplateData;

/** A protocol as typed. */
@TemplateData
public record ProtocolForm(@RestForm String name, @RestForm String summary, @RestForm("from-day") String fromDay, @RestForm("from-month") String fromMonth,
        @RestForm("from-year") String fromYear, @RestForm("until-day") String untilDay, @RestForm("until-month") String untilMonth,
        @RestForm("until-year") String untilYear, @RestForm("review-day") String reviewDay, @RestForm("review-month") String reviewMonth,
        @RestForm("review-year") String reviewYear, @RestForm List<String> panels, @RestForm String anyway, @RestForm Integer version) {

    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_SUMMARY = 4000;

    /** What was typed, understood; dates are null where they were not. */
    record Read(String name, String summary, LocalDate from, LocalDate until, LocalDate review) {
        DateRange days() {
            return DateRange.through(from, until);
        }
    }

    static ProtocolForm of(String name, String summary, LocalDate from, LocalDate until, LocalDate review, List<String> panels, boolean anyway, Integer version) {
        var f = DateBoxes.of(from);
        var u = DateBoxes.of(until);
        var r = DateBoxes.of(review);
        return new ProtocolForm(name, summary, f.day(), f.month(), f.year(), u.day(), u.month(), u.year(), r.day(), r.month(), r.year(), panels, anyway ? "true" : null, version);
    }

    static ProtocolForm of(ProtocolView view) {
        return of(view.name(), view.summary(), view.inForce().from(), view.inForce().last(), view.reviewBy(), view.panels().stream().map(p -> p.id().toString()).toList(), false, view.version());
    }

    public DateBoxes from() {
        return new DateBoxes(fromDay, fromMonth, fromYear);
    }

    public DateBoxes until() {
        return new DateBoxes(untilDay, untilMonth, untilYear);
    }

    public DateBoxes review() {
        return new DateBoxes(reviewDay, reviewMonth, reviewYear);
    }

    /** Whether a time between two editions in which none is in force is meant. */
    public boolean gapMeant() {
        return "true".equals(anyway);
    }

    Read read(Errors errors) {
        return read(errors, null);
    }

    /**
     * Fills the errors; what it returns is whole only when there are none.
     *
     * @param cutShort the last day that the next edition leaves to this one, which needs no review before then; null where none follows
     */
    Read read(Errors errors, LocalDate cutShort) {
        var check = new Field.Check();
        var called = check.text("name", "Name", name, LONGEST_NAME, true);
        var about = check.text("summary", "Summary", summary, LONGEST_SUMMARY, false);
        var first = check.date("from", "First day", from(), true);
        var last = check.date("until", "Last day", until(), false);
        check.that(first == null || last == null || !last.isBefore(first), "until", "Last day must not be before the first day");
        var by = check.date("review", "Review date", review(), true);
        check.that(by == null || first == null || by.isAfter(first), "review", "Review date must be after the first day");
        check.that(by == null || last == null || last.equals(cutShort) || !by.isAfter(last), "review", "Review date must not be after the last day");
        check.errors().all().forEach(m -> errors.add(m.field(), m.message()));
        return new Read(called, about, first, last, by);
    }
}
