package org.panelhub.trigger.ledger;

import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** A complaint as typed into the ledger. A change of one that stands has its reason. */
@TemplateData
public record ComplaintForm(@RestForm String by, @RestForm String complainant, @RestForm String what, @RestForm("happened-day") String happenedDay, @RestForm("happened-month") String happenedMonth,
        @RestForm("happened-year") String happenedYear, @RestForm("reported-day") String reportedDay, @RestForm("reported-month") String reportedMonth, @RestForm("reported-year") String reportedYear,
        @RestForm String to, @RestForm String reference, @RestForm String answer, @RestForm String evidence, @RestForm String hate, @RestForm String why, @RestForm Integer version) {

    private static final int LONG = 4000;
    private static final int SHORT = 200;
    static final int REASON = 500;

    /** Who complained, in the ledger's two kinds. */
    enum By {
        OTHER, APPLICANT
    }

    static ComplaintForm empty() {
        return new ComplaintForm("", "", "", "", "", "", "", "", "", "", "", "", "", "", "", null);
    }

    static ComplaintForm of(ComplaintView c) {
        var happened = c.happenedOn() == null ? DateBoxes.EMPTY : DateBoxes.of(c.happenedOn());
        var reported = c.reportedOn() == null ? DateBoxes.EMPTY : DateBoxes.of(c.reportedOn());
        return new ComplaintForm((c.byApplicant() ? By.APPLICANT : By.OTHER).name(), c.complainant(), c.what(), happened.day(), happened.month(), happened.year(), reported.day(), reported.month(), reported.year(),
                c.reportedTo(), c.theirReference(), c.answer(), c.evidence(), c.hate() ? "true" : "", "", c.version());
    }

    /** Over what is kept now. */
    ComplaintForm over(int kept) {
        return new ComplaintForm(by, complainant, what, happenedDay, happenedMonth, happenedYear, reportedDay, reportedMonth, reportedYear, to, reference, answer, evidence, hate, why, kept);
    }

    public DateBoxes happened() {
        return new DateBoxes(happenedDay, happenedMonth, happenedYear);
    }

    public DateBoxes reported() {
        return new DateBoxes(reportedDay, reportedMonth, reportedYear);
    }

    public boolean ofHate() {
        return "true".equals(hate);
    }

    boolean byApplicant() {
        return By.APPLICANT.name().equals(by);
    }

    LocalDate happenedOn() {
        return happened().parse(Errors.none(), "happened", "", false);
    }

    LocalDate reportedOn() {
        return reported().parse(Errors.none(), "reported", "", false);
    }

    /** @param changing whether one that stands is changed, which has its reason */
    Errors validate(LocalDate today, boolean changing) {
        var check = new Field.Check();
        check.choice("by", "Say who complained", by, By.class, true);
        check.text("complainant", "The complainant’s name", complainant, SHORT, false);
        var happened = check.date("happened", "The day it happened", happened(), false);
        check.that(happened == null || !happened.isAfter(today), "happened", "The day it happened must be today or earlier");
        check.text("what", "What was reported", what, LONG, true);
        var reported = check.date("reported", "The day it was reported", reported(), false);
        check.that(reported == null || !reported.isAfter(today), "reported", "The day it was reported must be today or earlier");
        check.that(reported == null || happened == null || !reported.isBefore(happened), "reported", "The day it was reported must not be before the day it happened");
        check.text("to", "Who was told", to, SHORT, true);
        check.text("reference", "Their reference", reference, SHORT, false);
        check.text("answer", "What came of it", answer, LONG, false);
        check.text("evidence", "The evidence", evidence, LONG, false);
        if (changing) {
            check.text("why", "Why it is changed", why, REASON, true);
        }
        return check.errors();
    }
}
