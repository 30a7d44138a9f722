package org.panelhub.referrals;

import java.time.LocalDate;
import java.util.UUID;

import org.panelhub.panels.Panels;
import org.panelhub.time.WorkingDays;

import jakarta.enterprise.context.ApplicationScoped;

/** The clock of the triage: working days from receipt, as the panel's arrangement of that day says. */
@ApplicationScoped
class Clocks {

    private static final int UNTIL_ARRANGED = 5;

    private final Panels panels;
    private final WorkingDays workingDays;

    Clocks(Panels panels, WorkingDays workingDays) {
        this.panels = panels;
        this.workingDays = workingDays;
    }

    /** The day by which a referral received on a day is answered. A panel without an arrangement for that day has five working days. */
    LocalDate triageBy(UUID panelId, LocalDate received) {
        int days = panels.arrangementOn(panelId, received).map(a -> a.figures().triageDays()).orElse(UNTIL_ARRANGED);
        return workingDays.add(received, days);
    }

    /** "due today", "due in 2 working days", "3 working days late". */
    String words(LocalDate by, LocalDate today) {
        int left = workingDays.between(today, by);
        if (by.isBefore(today)) {
            int late = workingDays.late(by, today);
            return late == 0 ? "due on the last working day" : late == 1 ? "1 working day late" : late + " working days late";
        }
        return left == 0 ? "due today" : left == 1 ? "due in 1 working day" : "due in " + left + " working days";
    }
}
