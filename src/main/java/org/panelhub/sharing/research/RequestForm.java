package org.panelhub.sharing.research;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** A request for information as typed. */
@TemplateData
public record RequestForm(@RestForm List<String> agencies, @RestForm String question, @RestForm("due-day") String day, @RestForm("due-month") String month, @RestForm("due-year") String year) {

    static final String OFFERED = "What do you know of the person and of the incidents in the last year?";
    private static final int LONGEST_QUESTION = 2000;

    static RequestForm offered(LocalDate due) {
        var date = DateBoxes.of(due);
        return new RequestForm(List.of(), OFFERED, date.day(), date.month(), date.year());
    }

    public DateBoxes due() {
        return new DateBoxes(day, month, year);
    }

    List<UUID> agencyIds() {
        var ids = new ArrayList<UUID>();
        for (var each : agencies == null ? List.<String>of() : agencies) {
            try {
                ids.add(UUID.fromString(each));
            } catch (IllegalArgumentException e) {
                continue;
            }
        }
        return ids.stream().distinct().toList();
    }

    /** What was typed, or what is wrong with it. {@code due} is null when anything is. */
    record Checked(String question, LocalDate due, Errors errors) {
    }

    Checked check(LocalDate today) {
        var check = new Field.Check();
        check.that(!agencyIds().isEmpty(), "agencies", "Choose at least one agency");
        var asked = check.text("question", "What is asked", question, LONGEST_QUESTION, true);
        var date = check.date("due", "Day of the answer", due(), true);
        check.that(date == null || !date.isBefore(today), "due", "Day of the answer must not be in the past");
        return new Checked(asked, check.errors().any() ? null : date, check.errors());
    }
}
