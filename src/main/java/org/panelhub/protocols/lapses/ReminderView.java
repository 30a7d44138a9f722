package org.panelhub.protocols.lapses;

import java.util.List;
import java.util.stream.Collectors;

import org.panelhub.page.Versioned;

import io.quarkus.qute.TemplateData;

/**
 * How long before something lapses those concerned are told.
 *
 * @param days before the last day, the longest first; 0 is the last day itself
 * @param version -1 while the partnership has not said otherwise than is usual
 */
@TemplateData
public record ReminderView(LapseKind about, List<Integer> days, int version) implements Versioned {

    /** "90, 30, 7". */
    public String text() {
        return days.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** "90, 30 and 7 days before, and on the last day". */
    public String words() {
        var before = days.stream().filter(d -> d > 0).map(String::valueOf).toList();
        var last = days.contains(0) ? "on the last day" : "";
        return before.isEmpty() ? last : org.panelhub.page.Words.join(before) + (days.contains(1) && before.size() == 1 ? " day before" : " days before") + (last.isEmpty() ? "" : ", and " + last);
    }
}
