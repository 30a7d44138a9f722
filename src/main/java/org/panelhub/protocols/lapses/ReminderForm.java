package org.panelhub.protocols.lapses;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;

import io.quarkus.qute.TemplateData;

/** Days of reminders as typed: "90, 30, 7". */
@TemplateData
public record ReminderForm(@RestForm String days, @RestForm Integer version) {

    private static final int MOST = 10;
    private static final int LONGEST = 365;

    /**
     * The longest first, each once.
     *
     * @throws Invalid naming the field to mend
     */
    List<Integer> read() {
        var check = new Field.Check();
        var typed = Field.clean(days);
        check.that(!typed.isEmpty(), "days", "Enter at least one number of days");
        var parts = Arrays.stream(typed.split("[,;\\s]+")).filter(p -> !p.isEmpty()).toList();
        check.that(parts.stream().allMatch(p -> p.matches("\\d{1,3}") && Integer.parseInt(p) <= LONGEST), "days", "Days must be whole numbers between 0 and " + LONGEST + ", such as 90, 30, 7");
        check.that(parts.size() <= MOST, "days", "Enter " + MOST + " numbers or fewer");
        Invalid.unless(check.errors());
        return parts.stream().map(Integer::valueOf).distinct().sorted(Comparator.reverseOrder()).toList();
    }
}
