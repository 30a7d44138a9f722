package org.panelhub.panels;

import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;

import io.quarkus.qute.TemplateData;

/**
 * A deputy as typed.
 *
 * @param standsInFor the representative; nobody when representatives name a deputy for themselves
 * @param email work address of the deputy
 */
@TemplateData
public record DeputyForm(@RestForm String standsInFor, @RestForm String email, @RestForm("from-day") String fromDay, @RestForm("from-month") String fromMonth, @RestForm("from-year") String fromYear,
        @RestForm("until-day") String untilDay, @RestForm("until-month") String untilMonth, @RestForm("until-year") String untilYear) {

    static DeputyForm empty(LocalDate today) {
        var first = DateBoxes.of(today);
        return new DeputyForm("", "", first.day(), first.month(), first.year(), "", "", "");
    }

    public DateBoxes from() {
        return new DateBoxes(fromDay, fromMonth, fromYear);
    }

    public DateBoxes until() {
        return new DateBoxes(untilDay, untilMonth, untilYear);
    }
}
