package org.panelhub.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.panelhub.page.Words;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Proposes what stands on every agenda: how the last meeting's actions went, and other business. */
@ApplicationScoped
class StandingBusiness implements AgendaSource {

    private static final int ACTIONS_MINUTES = 10;
    private static final int OTHER_MINUTES = 5;

    private final EntityManager rows;

    StandingBusiness(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public String heading() {
        return "Every meeting";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Proposal> proposals(Meeting meeting, int minutesPerCase) {
        var there = rows.createNativeQuery("select kind from hub.agenda_item where meeting_id = ?1 and case_id is null", String.class).setParameter(1, meeting.id()).getResultList();
        var proposals = new ArrayList<Proposal>();
        if (!there.contains(AgendaKind.LAST_ACTIONS.name())) {
            proposals.add(new Proposal(AgendaKind.LAST_ACTIONS, null, AgendaKind.LAST_ACTIONS.label(), actions(meeting), ACTIONS_MINUTES));
        }
        if (!there.contains(AgendaKind.OTHER_BUSINESS.name())) {
            proposals.add(new Proposal(AgendaKind.OTHER_BUSINESS, null, AgendaKind.OTHER_BUSINESS.label(), "closes the meeting", OTHER_MINUTES));
        }
        return proposals;
    }

    private String actions(Meeting meeting) {
        long open = count(meeting, LocalDate.of(9999, 12, 31));
        long due = count(meeting, meeting.day());
        return open == 0 ? "no action is open" : Words.count(open, "open action") + ", " + due + " due by the meeting";
    }

    private long count(Meeting meeting, LocalDate by) {
        return (Long) rows.createNativeQuery("select count(*) from hub.action where panel_id = ?1 and state = 'OPEN' and due_on <= ?2", Long.class)
                .setParameter(1, meeting.panelId()).setParameter(2, by).getSingleResult();
    }
}
