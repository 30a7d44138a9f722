package org.panelhub.room;

import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** A new action as typed in the room: what, which agency, perhaps who, by when. */
@TemplateData
public record AgreeForm(@RestForm String task, @RestForm String agency, @RestForm String person, @RestForm("due-day") String dueDay, @RestForm("due-month") String dueMonth,
        @RestForm("due-year") String dueYear) {

    private static final int LONGEST = 500;

    static AgreeForm dueBy(LocalDate due) {
        var boxes = DateBoxes.of(due);
        return new AgreeForm("", "", "", boxes.day(), boxes.month(), boxes.year());
    }

    public DateBoxes due() {
        return new DateBoxes(dueDay, dueMonth, dueYear);
    }

    /** @param by takes the due date that was understood, if one was */
    Errors validate(LocalDate[] by) {
        var check = new Field.Check();
        check.text("task", "What is to be done", task, LONGEST, true);
        check.that(Ids.is(agency), "agency", "Choose the agency that does it");
        by[0] = check.date("due", "Due date", due(), true);
        return check.errors();
    }
}
