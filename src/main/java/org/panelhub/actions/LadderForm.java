package org.panelhub.actions;

import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;

import io.quarkus.qute.TemplateData;

/** A ladder as typed: from when, and after how many working days each is told. What is left empty is left out. */
@TemplateData
public record LadderForm(@RestForm("from-day") String fromDay, @RestForm("from-month") String fromMonth, @RestForm("from-year") String fromYear,
        @RestForm String owner, @RestForm String officer, @RestForm String chair, @RestForm String lead) {

    private static final int MOST_DAYS = 120;

    /** What was typed, understood. */
    record Read(LocalDate from, Integer owner, Integer officer, Integer chair, Integer lead) {
    }

    static LadderForm of(LocalDate from, LadderView now) {
        var day = DateBoxes.of(from);
        return now == null ? new LadderForm(day.day(), day.month(), day.year(), "1", "3", "5", "10")
                : new LadderForm(day.day(), day.month(), day.year(), text(now.owner()), text(now.officer()), text(now.chair()), text(now.lead()));
    }

    private static String text(Integer days) {
        return days == null ? "" : days.toString();
    }

    public DateBoxes from() {
        return new DateBoxes(fromDay, fromMonth, fromYear);
    }

    /** @throws Invalid naming the fields to mend */
    Read read(LocalDate today) {
        var check = new Field.Check();
        var day = check.date("from", "First day", from(), true);
        check.that(day == null || !day.isBefore(today), "from", "First day must be today or later: what held in the past is not rewritten");
        var first = check.number("owner", "Working days until the owner is told", owner, 0, MOST_DAYS, false);
        var second = check.number("officer", "Working days until the designated officer is told", officer, 0, MOST_DAYS, false);
        var third = check.number("chair", "Working days until the chair is told", chair, 0, MOST_DAYS, false);
        var fourth = check.number("lead", "Working days until the partnership lead is told", lead, 0, MOST_DAYS, false);
        var errors = check.errors();
        after(errors, "officer", "The designated officer", second, first);
        after(errors, "chair", "The chair", third, first, second);
        after(errors, "lead", "The partnership lead", fourth, first, second, third);
        Invalid.unless(errors);
        return new Read(day, first, second, third, fourth);
    }

    private static void after(Errors errors, String field, String who, Integer days, Integer... earlier) {
        for (var before : earlier) {
            errors.addIf(days != null && before != null && days <= before, field, who + " is told later than those before");
        }
    }
}
