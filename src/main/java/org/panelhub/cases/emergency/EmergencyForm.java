package org.panelhub.cases.emergency;

import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** Finding and opening a case in an emergency, as typed. */
@TemplateData
public record EmergencyForm(@RestForm String known, @RestForm String given, @RestForm String family, @RestForm("born-day") String bornDay, @RestForm("born-month") String bornMonth,
        @RestForm("born-year") String bornYear, @RestForm String reference, @RestForm String reason, @RestForm String hours) {

    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2000;
    private static final int MOST_HOURS = 24;

    static EmergencyForm empty() {
        return new EmergencyForm("", "", "", "", "", "", "", "", "");
    }

    EmergencyForm opening(String reference) {
        return new EmergencyForm(known, given, family, bornDay, bornMonth, bornYear, reference, reason, hours);
    }

    public DateBoxes born() {
        return new DateBoxes(bornDay, bornMonth, bornYear);
    }

    /** What is searched for: a reference, or a name with a date of birth. */
    record Sought(String reference, String given, String family, LocalDate born) {
    }

    Sought sought(Errors errors) {
        var check = new Field.Check();
        var reference = check.text("known", "Reference", known, 20, false);
        var given = check.text("given", "Given names", this.given, LONGEST_NAME, reference.isEmpty());
        var family = check.text("family", "Family name", this.family, LONGEST_NAME, reference.isEmpty());
        var born = check.date("born", "Date of birth", born(), reference.isEmpty());
        check.errors().all().forEach(m -> errors.add(m.field(), m.message()));
        return new Sought(reference, given, family, born);
    }

    /** What is opened, why and for how long. */
    record Opening(String reference, String reason, Integer hours) {
    }

    Opening opening(Errors errors) {
        var check = new Field.Check();
        var reference = check.text("reference", "Reference of the case", this.reference, 20, true);
        var reason = check.text("reason", "Reason", this.reason, LONGEST_REASON, true);
        check.that(reason.isEmpty() || reason.length() >= SHORTEST_REASON, "reason", "Say in a sentence what the emergency is");
        var hours = check.number("hours", "Hours", this.hours, 1, MOST_HOURS, true);
        check.errors().all().forEach(m -> errors.add(m.field(), m.message()));
        return new Opening(reference, reason, hours);
    }
}
