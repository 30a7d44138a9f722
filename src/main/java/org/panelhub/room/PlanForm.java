package org.panelhub.room;

import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** The protection plan as it is made in the room, with the case manager by name. */
@TemplateData
public record PlanForm(@RestForm String aims, @RestForm String measures, @RestForm("victim-view") String victimView, @RestForm String manager, @RestForm("review-day") String reviewDay,
        @RestForm("review-month") String reviewMonth, @RestForm("review-year") String reviewYear, @RestForm String edition) {

    private static final int LONGEST = 4000;

    static PlanForm of(String aims, String measures, String victimView, String manager, LocalDate review, int edition) {
        var boxes = DateBoxes.of(review);
        return new PlanForm(aims, measures, victimView, manager, boxes.day(), boxes.month(), boxes.year(), Integer.toString(edition));
    }

    public DateBoxes review() {
        return new DateBoxes(reviewDay, reviewMonth, reviewYear);
    }

    int seen() {
        return edition != null && edition.matches("\\d{1,6}") ? Integer.parseInt(edition) : 0;
    }

    /** @param on takes the review date that was understood, if one was */
    Errors validate(LocalDate[] on) {
        var check = new Field.Check();
        check.that(Ids.is(manager), "manager", "Choose the case manager: one named person is the victim’s single contact");
        check.text("aims", "Aims", aims, LONGEST, true);
        check.text("measures", "Measures", measures, LONGEST, false);
        check.text("victim-view", "What the victim said", victimView, LONGEST, false);
        on[0] = check.date("review", "Review date", review(), true);
        return check.errors();
    }
}
