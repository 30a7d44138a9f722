package org.panelhub.meetings;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Proposes accepted cases that no meeting has heard, and that are on no agenda ahead. One whose referral came after the meeting's cut-off is late, so that agencies had no time
 * for their research; an emergency meeting is called for such cases, and has none.
 */
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
                select c.id, c.reference || ', ' || c.subject, case when l.late then 'received ' || to_char(l.day, 'FMDD FMMonth') else 'opened ' || to_char(c.opened_on, 'FMDD FMMonth') end
                       || coalesce((select min(case t.involvement when 'ATTEND' then ': the applicant wants to speak at the start' when 'SPEAK_FOR' then ': the applicant wants somebody to speak for it at the start' end)
                                      from hub.trigger t where t.case_id = c.id), ''), l.late
                  from hub.case_file c
                  cross join lateral (select coalesce(min((r.received_at at time zone 'Europe/London')::date), c.opened_on) as day from hub.referral r where r.case_id = c.id) d
                  cross join lateral (select d.day, not cast(?2 as boolean) and d.day > cast(?3 as date) as late) l
                 where c.panel_id = ?1 and c.state = 'OPEN'
                   and not exists (select from hub.agenda_item i join hub.meeting m on m.id = i.meeting_id where i.case_id = c.id and m.state <> 'CANCELLED'
                                      and (m.state <> 'CLOSED' or i.started_at is not null))
                 order by c.opened_on, c.id limit 100""", NewCase.class).setParameter(1, meeting.panelId()).setParameter(2, meeting.outOfCycle()).setParameter(3, meeting.cutOffOn()).getResultList().stream()
                .map(w -> ((NewCase) w).proposal(minutesPerCase)).toList();
    }

    /** A case that was not heard yet. */
    record NewCase(UUID caseId, String title, String why, Boolean late) {

        Proposal proposal(int minutes) {
            return new Proposal(AgendaKind.CASE, caseId, title, why, minutes, late);
        }
    }

    /** A case that waits, and why. */
    record Waiting(UUID caseId, String title, String why) {

        Proposal proposal(AgendaKind kind, int minutes) {
            return new Proposal(kind, caseId, title, why, minutes);
        }
    }
}
