package org.panelhub.actions;

import java.time.LocalDate;

import org.panelhub.page.Dates;
import org.panelhub.page.Words;
import org.panelhub.time.WorkingDays;

import io.quarkus.qute.TemplateData;

/**
 * When an action is due, in words: "15 Dec", or "4 Dec, 4 working days late". Lateness is counted in working days, so that nobody is
 * later on a Monday after a bank holiday weekend than on the Friday before it.
 *
 * @param late whether its day has passed while it is open
 */
@TemplateData
public record Due(LocalDate on, String words, boolean late) {

    static Due of(LocalDate on, boolean open, LocalDate today, WorkingDays workingDays) {
        var day = on.getYear() == today.getYear() ? Dates.brief(on) : Dates.day(on);
        if (!open || !on.isBefore(today)) {
            return new Due(on, on.equals(today) && open ? "today" : day, false);
        }
        var days = workingDays.late(on, today);
        return new Due(on, days == 0 ? day + ", overdue" : day + ", " + Words.count(days, "working day") + " late", true);
    }
}
