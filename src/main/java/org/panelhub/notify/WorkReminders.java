package org.panelhub.notify;

import java.time.LocalDate;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.page.Words;
import org.panelhub.time.WorkingDays;

import jakarta.enterprise.context.ApplicationScoped;

/** On each working day: actions overdue, requests for information that wait for an answer, declarations to sign for a meeting of today or of the next working day. Who may be told, PostgreSQL decides. */
@ApplicationScoped
class WorkReminders implements Reminding {

    /** Working days before the day on which an answer is due. */
    private static final int RESEARCH_AHEAD = 2;

    private final Session database;
    private final ReminderMail mail;
    private final WorkingDays workingDays;

    WorkReminders(Session database, ReminderMail mail, WorkingDays workingDays) {
        this.database = database;
        this.mail = mail;
        this.workingDays = workingDays;
    }

    record Overdue(UUID partnershipId, UUID memberId, Long actions) {
    }

    record Asked(UUID partnershipId, UUID memberId, Long requests, Long late) {
    }

    record Unsigned(UUID partnershipId, UUID memberId, Long meetings) {
    }

    @Override
    public void remind(Day day) {
        if (!day.working()) {
            return;
        }
        for (var to : database.createNativeQuery("select * from access.overdue_actions()", Overdue.class).getResultList()) {
            mail.put(day, to.partnershipId, to.memberId, "overdue", "You have " + Words.count(to.actions, "action") + " overdue", "Please say what was done, or why it was not or is no longer possible:", "/actions");
        }
        for (var to : database.createNativeQuery("select * from access.research_due(?1)", Asked.class).setParameter(1, workingDays.add(day.today(), RESEARCH_AHEAD)).getResultList()) {
            var late = to.late == 0 ? "" : to.late.equals(to.requests) ? to.requests == 1 ? ", late" : ", all late" : ", " + to.late + " of them late";
            mail.put(day, to.partnershipId, to.memberId, "research", "Your agency is asked for " + Words.count(to.requests, "answer") + late, "Say what your agency knows, or that it knows nothing:", "/requests");
        }
        declarations(day, day.today(), "today");
        declarations(day, workingDays.nextWorkingDay(day.today()), "on the next working day");
    }

    private void declarations(Day day, LocalDate of, String when) {
        for (var to : database.createNativeQuery("select * from access.declarations_due(?1)", Unsigned.class).setParameter(1, of).getResultList()) {
            mail.put(day, to.partnershipId, to.memberId, "declaration " + of, "You have " + Words.count(to.meetings, "declaration") + " to sign for a meeting " + when, "Its papers open when you have signed:", "/meetings");
        }
    }
}
