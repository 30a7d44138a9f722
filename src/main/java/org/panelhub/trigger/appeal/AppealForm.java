package org.panelhub.trigger.appeal;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;

import io.quarkus.qute.TemplateData;

/** What was typed on the page of an appeal, in whichever of its forms. */
@TemplateData
public record AppealForm(@RestForm String about, @RestForm String words, @RestForm String how, @RestForm("asked-day") String askedDay, @RestForm("asked-month") String askedMonth, @RestForm("asked-year") String askedYear,
        @RestForm String take, @RestForm String reason, @RestForm String reviewer, @RestForm String whom, @RestForm("spoken-day") String spokenDay, @RestForm("spoken-month") String spokenMonth,
        @RestForm("spoken-year") String spokenYear, @RestForm String note, @RestForm String outcome, @RestForm String found, @RestForm String once) {

    static final int LONGEST = 4000;
    static final int SHORT = 1000;
    static final AppealForm EMPTY = new AppealForm("", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "");

    public DateBoxes asked() {
        return new DateBoxes(askedDay, askedMonth, askedYear);
    }

    public DateBoxes spoken() {
        return new DateBoxes(spokenDay, spokenMonth, spokenYear);
    }
}
