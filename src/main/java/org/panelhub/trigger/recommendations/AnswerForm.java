package org.panelhub.trigger.recommendations;

import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** What the addressee answered, and what came of it, as typed. */
@TemplateData
public record AnswerForm(@RestForm String answer, @RestForm String regard, @RestForm("answered-day") String answeredDay, @RestForm("answered-month") String answeredMonth, @RestForm("answered-year") String answeredYear,
        @RestForm String done, @RestForm("done-on-day") String doneDay, @RestForm("done-on-month") String doneMonth, @RestForm("done-on-year") String doneYear, @RestForm String why, @RestForm Integer version) {

    private static final int LONGEST = 4000;
    private static final int SHORT = 1000;

    static AnswerForm of(RecommendationView view) {
        var answered = view.answeredOn() == null ? DateBoxes.EMPTY : DateBoxes.of(view.answeredOn());
        var came = view.doneOn() == null ? DateBoxes.EMPTY : DateBoxes.of(view.doneOn());
        return new AnswerForm(view.answer(), view.regard(), answered.day(), answered.month(), answered.year(), view.came(), came.day(), came.month(), came.year(), view.doneWhy(), view.version());
    }

    public DateBoxes answered() {
        return new DateBoxes(answeredDay, answeredMonth, answeredYear);
    }

    public DateBoxes came() {
        return new DateBoxes(doneDay, doneMonth, doneYear);
    }

    /** @param on null where there is no answer yet */
    record Read(String answer, String regard, LocalDate on, Done done, LocalDate doneOn, String why) {
    }

    /** Answer, regard and day go together; so do done and its day, not done and the reason. */
    Read read(boolean answeredBefore, LocalDate madeOn, LocalDate today, Field.Check check) {
        var said = Field.clean(answer);
        var has = answeredBefore || !said.isEmpty() || !Field.clean(regard).isEmpty();
        LocalDate on = null;
        if (has) {
            said = check.text("answer", "The answer", answer, LONGEST, true);
            check.that("YES".equals(regard) || "NO".equals(regard), "regard", "Say whether regard was had to it");
            on = check.date("answered", "The day of the answer", answered(), true);
            between(check, "answered", "The day of the answer", on, madeOn, today);
        }
        var came = check.choice("done", "Say whether it has been done", done, Done.class, true).orElse(Done.OPEN);
        LocalDate cameOn = null;
        if (came == Done.DONE) {
            cameOn = check.date("done-on", "The day it was done", came(), true);
            between(check, "done-on", "The day it was done", cameOn, madeOn, today);
        }
        var reason = check.text("why", "Why it was not done", why, SHORT, came == Done.NOT_DONE);
        return new Read(said, regard, on, came, cameOn, came == Done.NOT_DONE ? reason : "");
    }

    private static void between(Field.Check check, String field, String label, LocalDate day, LocalDate from, LocalDate to) {
        check.that(day == null || !day.isAfter(to), field, label + " must be today or earlier");
        check.that(day == null || !day.isBefore(from), field, label + " must not be before it was recommended");
    }
}
