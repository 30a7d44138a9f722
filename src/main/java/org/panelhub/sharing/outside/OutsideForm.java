package org.panelhub.sharing.outside;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** Sharing outside the panel as typed: one record for one or several items. */
@TemplateData
public record OutsideForm(@RestForm List<String> items, @RestForm String body, @RestForm String contact, @RestForm String gateway, @RestForm String reason, @RestForm("givenOn-day") String day,
        @RestForm("givenOn-month") String month, @RestForm("givenOn-year") String year) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1000;

    static OutsideForm begun(String item, LocalDate today) {
        var date = DateBoxes.of(today);
        return new OutsideForm(List.of(item), "", "", "", "", date.day(), date.month(), date.year());
    }

    public DateBoxes givenOn() {
        return new DateBoxes(day, month, year);
    }

    /** What was given, to whom and why. */
    record Given(List<UUID> items, String body, String contact, String gateway, String reason, LocalDate on) {
    }

    /** What was typed, or what is wrong with it. {@code given} is null when anything is. */
    record Checked(Given given, Errors errors) {
    }

    Checked check(LocalDate today) {
        var check = new Field.Check();
        var chosen = ids();
        check.that(!chosen.isEmpty(), "items", "Choose what was given");
        var who = check.text("body", "Body that received it", body, LONGEST_NAME, true);
        var there = check.text("contact", "Contact there", contact, LONGEST_NAME, true);
        var law = check.text("gateway", "Power or duty to share", gateway, LONGEST_NAME, true);
        var why = check.text("reason", "Reason", reason, LONGEST_REASON, true);
        var date = check.date("givenOn", "Day on which it was given", givenOn(), true);
        check.that(date == null || !date.isAfter(today), "givenOn", "Day on which it was given must not be in the future");
        return check.errors().any() ? new Checked(null, check.errors()) : new Checked(new Given(chosen, who, there, law, why, date), check.errors());
    }

    /** Anything that is no id was not offered, and is dropped. */
    private List<UUID> ids() {
        var ids = new ArrayList<UUID>();
        for (var each : items == null ? List.<String>of() : items) {
            try {
                ids.add(UUID.fromString(each));
            } catch (IllegalArgumentException e) {
                continue;
            }
        }
        return ids;
    }
}
