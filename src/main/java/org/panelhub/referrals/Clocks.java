package org.panelhub.referrals;

import java.time.LocalDate;
import java.util.UUID;

import org.panelhub.panels.Panels;
import org.panelhub.time.WorkingDays;

import jakarta.enterprise.context.ApplicationScoped;

/** The clock of the triage: working days from receipt, as the panel's arrangement of that day says. */
@ApplicationScoped
class Clocks {

    private final Panels panels;
    private final WorkingDays workingDays;

    Clocks(Panels panels, WorkingDays workingDays) {
        this.panels = panels;
        this.workingDays = workingDays;
    }

    /** The day by which a referral received on a day is answered. */
    LocalDate triageBy(UUID panelId, LocalDate received) {
        return workingDays.add(received, panels.figuresOn(panelId, received).triageDays());
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
