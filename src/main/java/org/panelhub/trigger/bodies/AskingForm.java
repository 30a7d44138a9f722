package org.panelhub.trigger.bodies;

import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/**
 * What was told or asked, as typed. A day of chasing is added to those before.
 *
 * @param must {@code "true"} where whoever is asked exercises public functions
 * @param version the one that was read; null where there was none
 */
@TemplateData
public record AskingForm(@RestForm String recipient, @RestForm String agency, @RestForm String what, @RestForm("must") String mustSaid, @RestForm("due-day") String dueDay, @RestForm("due-month") String dueMonth,
        @RestForm("due-year") String dueYear, @RestForm("told-day") String toldDay, @RestForm("told-month") String toldMonth, @RestForm("told-year") String toldYear, @RestForm String how,
        @RestForm("chased-day") String chasedDay, @RestForm("chased-month") String chasedMonth, @RestForm("chased-year") String chasedYear, @RestForm("answered-day") String answeredDay,
        @RestForm("answered-month") String answeredMonth, @RestForm("answered-year") String answeredYear, @RestForm String answer, @RestForm String notNeeded, @RestForm Integer version) {

    static AskingForm of(String what, LocalDate due, LocalDate told) {
        return of(what, false, due, told, "", null, "", "", null);
    }

    static AskingForm of(Asking a) {
        return of(a.what(), a.mustAnswer(), a.dueOn(), a.toldOn(), a.toldHow(), a.answeredOn(), a.answer(), a.notNeeded(), a.version());
    }

    private static AskingForm of(String what, boolean must, LocalDate due, LocalDate told, String how, LocalDate answered, String answer, String notNeeded, Integer version) {
        var by = boxes(due);
        var on = boxes(told);
        var came = boxes(answered);
        return new AskingForm("", "", what, must ? "true" : "", by.day(), by.month(), by.year(), on.day(), on.month(), on.year(), how, "", "", "", came.day(), came.month(), came.year(), answer, notNeeded, version);
    }

    private static DateBoxes boxes(LocalDate day) {
        return day == null ? DateBoxes.EMPTY : DateBoxes.of(day);
    }

    public boolean must() {
        return "true".equals(mustSaid);
    }

    public DateBoxes due() {
        return new DateBoxes(dueDay, dueMonth, dueYear);
    }

    public DateBoxes told() {
        return new DateBoxes(toldDay, toldMonth, toldYear);
    }

    public DateBoxes chased() {
        return new DateBoxes(chasedDay, chasedMonth, chasedYear);
    }

    public DateBoxes answered() {
        return new DateBoxes(answeredDay, answeredMonth, answeredYear);
    }

    String said(String typed) {
        return Field.clean(typed);
    }
}
