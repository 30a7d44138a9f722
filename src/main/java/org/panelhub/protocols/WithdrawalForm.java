package org.panelhub.protocols;

import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;

import io.quarkus.qute.TemplateData;

/** The withdrawal of a signature as typed. {@code shown} is the day for which its effect was shown on the page that was sent. */
@TemplateData
public record WithdrawalForm(@RestForm String reason, @RestForm("on-day") String onDay, @RestForm("on-month") String onMonth, @RestForm("on-year") String onYear,
        @RestForm String shown) {

    static WithdrawalForm of(String reason, LocalDate on) {
        var day = DateBoxes.of(on);
        return new WithdrawalForm(reason, day.day(), day.month(), day.year(), null);
    }

    public DateBoxes on() {
        return new DateBoxes(onDay, onMonth, onYear);
    }
}
