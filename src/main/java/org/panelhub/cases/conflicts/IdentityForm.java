package org.panelhub.cases.conflicts;

import java.time.LocalDate;
import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** A member's own name and date of birth as typed. Former names stand one on a line. */
@TemplateData
public record IdentityForm(@RestForm String givenNames, @RestForm String familyName, @RestForm String formerNames, @RestForm("born-day") String bornDay, @RestForm("born-month") String bornMonth,
        @RestForm("born-year") String bornYear, @RestForm String agree) {

    static final IdentityForm EMPTY = new IdentityForm("", "", "", "", "", "", "");
    private static final int LONGEST = 200;
    private static final int MOST_NAMES = 10;
    private static final int OLDEST = 120;

    public DateBoxes born() {
        return new DateBoxes(bornDay, bornMonth, bornYear);
    }

    public boolean agrees() {
        return "true".equals(agree);
    }

    /** What was typed, understood; not to be used when anything is wrong with it. */
    record Checked(String given, String family, List<String> former, LocalDate born, Errors errors) {
    }

    Checked check(LocalDate today) {
        var check = new Field.Check();
        var given = check.text("givenNames", "Given names", givenNames, LONGEST, true);
        var family = check.text("familyName", "Family name", familyName, LONGEST, true);
        var former = Field.clean(formerNames).lines().map(Field::clean).filter(n -> !n.isEmpty()).distinct().toList();
        check.that(former.size() <= MOST_NAMES, "formerNames", "Enter 10 former names or fewer");
        check.that(former.stream().allMatch(n -> n.length() <= LONGEST), "formerNames", "Each former name must be 200 characters or fewer");
        var date = check.date("born", "Date of birth", born(), true);
        check.that(date == null || date.isBefore(today) && date.isAfter(today.minusYears(OLDEST)), "born", "Date of birth must be in the past");
        check.that(agrees(), "agree", "Confirm that these are your own, and what they may be used for");
        return new Checked(given, family, former, date, check.errors());
    }
}
