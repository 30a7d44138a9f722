package org.panelhub.meetings;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Proposes accepted cases that no meeting has heard, and that are on no agenda ahead. */
@ApplicationScoped
class CasesWaiting implements AgendaSource {

    private final EntityManager rows;

    CasesWaiting(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public String heading() {
        return "New cases, accepted and not yet heard";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Proposal> proposals(Meeting meeting, int minutesPerCase) {
        return rows.createNativeQuery("""
                select c.id, c.reference || ', ' || c.subject, 'opened ' || to_char(c.opened_on, 'FMDD FMMonth')
                  from hub.case_file c
                 where c.panel_id = ?1 and c.state = 'OPEN'
                   and not exists (select from hub.agenda_item i join hub.meeting m on m.id = i.meeting_id where i.case_id = c.id and m.state <> 'CANCELLED'
                                      and (m.state <> 'CLOSED' or i.started_at is not null))
                 order by c.opened_on, c.id limit 100""", Waiting.class).setParameter(1, meeting.panelId()).getResultList().stream()
                .map(w -> ((Waiting) w).proposal(AgendaKind.CASE, minutesPerCase)).toList();
    }

    /** A case that waits, and why. */
    record Waiting(UUID caseId, String title, String why) {

        Proposal proposal(AgendaKind kind, int minutes) {
            return new Proposal(kind, caseId, title, why, minutes);
        }
    }
}
