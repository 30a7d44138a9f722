package org.panelhub.trigger.recommendations;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Field;
import org.panelhub.page.Ids;

import io.quarkus.qute.TemplateData;

/** A recommendation as typed. */
@TemplateData
public record RecommendationForm(@RestForm String agency, @RestForm String another, @RestForm String words, @RestForm("made-day") String madeDay, @RestForm("made-month") String madeMonth, @RestForm("made-year") String madeYear,
        @RestForm("by-day") String byDay, @RestForm("by-month") String byMonth, @RestForm("by-year") String byYear, @RestForm Integer version, @RestForm String once) {

    /** Sent in place of an agency's id. */
    static final String ANOTHER = "ANOTHER";
    private static final int LONGEST = 4000;
    private static final int NAME = 200;

    static RecommendationForm today(LocalDate today) {
        var day = DateBoxes.of(today);
        return new RecommendationForm("", "", "", day.day(), day.month(), day.year(), "", "", "", null, "");
    }

    static RecommendationForm of(RecommendationView view) {
        var made = DateBoxes.of(view.madeOn());
        var by = view.answerBy() == null ? DateBoxes.EMPTY : DateBoxes.of(view.answerBy());
        return new RecommendationForm(view.agencyId() == null ? ANOTHER : view.agencyId().toString(), view.another(), view.words(), made.day(), made.month(), made.year(), by.day(), by.month(), by.year(), view.version(), "");
    }

    public DateBoxes made() {
        return new DateBoxes(madeDay, madeMonth, madeYear);
    }

    public DateBoxes by() {
        return new DateBoxes(byDay, byMonth, byYear);
    }

    record Read(UUID agency, String another, String words, LocalDate madeOn, LocalDate answerBy) {
    }

    /**
     * @param agencies ids of those it may be addressed to
     * @param opened the day on which the review was opened
     * @param check notes what is wrong
     */
    Read read(List<String> agencies, LocalDate opened, LocalDate today, Field.Check check) {
        check.that(ANOTHER.equals(agency) || agencies.contains(agency), "agency", "Choose to whom it is addressed");
        var body = check.text("another", "Name of the body", another, NAME, ANOTHER.equals(agency));
        var what = check.text("words", "What is recommended", words, LONGEST, true);
        var on = check.date("made", "The day it was made", made(), true);
        check.that(on == null || !on.isAfter(today), "made", "The day it was made must be today or earlier");
        check.that(on == null || !on.isBefore(opened), "made", "The day it was made must not be before the review was opened");
        var due = check.date("by", "The day by which an answer is asked for", by(), false);
        check.that(due == null || on == null || !due.isBefore(on), "by", "The day by which an answer is asked for must not be before it was made");
        return new Read(ANOTHER.equals(agency) ? null : Ids.parse(agency).orElse(null), ANOTHER.equals(agency) ? body : "", what, on, due);
    }
}
