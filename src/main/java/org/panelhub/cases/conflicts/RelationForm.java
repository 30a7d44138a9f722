package org.panelhub.cases.conflicts;

import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** Somebody whom a member knows privately, as typed. */
@TemplateData
public record RelationForm(@RestForm String knownName, @RestForm("knownBorn-day") String bornDay, @RestForm("knownBorn-month") String bornMonth, @RestForm("knownBorn-year") String bornYear,
        @RestForm String relation) {

    static final RelationForm EMPTY = new RelationForm("", "", "", "", "");
    private static final int LONGEST = 200;
    static final int MOST = 50;

    public DateBoxes knownBorn() {
        return new DateBoxes(bornDay, bornMonth, bornYear);
    }

    /** What was typed, understood; {@code born} is null where it is not known. */
    record Checked(String name, LocalDate born, String relation, Errors errors) {
    }

    Checked check(LocalDate today, int already) {
        var check = new Field.Check();
        var name = check.text("knownName", "Full name", knownName, LONGEST, true);
        check.that(name.isEmpty() || name.contains(" "), "knownName", "Full name must have a given name and a family name");
        check.that(already < MOST, "knownName", "You have named 50 people, which is the most");
        var date = check.date("knownBorn", "Date of birth", knownBorn(), false);
        check.that(date == null || date.isBefore(today), "knownBorn", "Date of birth must be in the past");
        var how = check.text("relation", "How you know this person", relation, LONGEST, true);
        return new Checked(name, date, how, check.errors());
    }
}
