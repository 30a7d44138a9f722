package org.panelhub.meetings;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Proposes what was on the agenda of the panel's last meeting and was not reached, unless it is on an agenda ahead or its case is closed. None of it is late: its agencies have known
 * of it since that agenda.
 */
@ApplicationScoped
class CarriedItems implements AgendaSource {

    private final EntityManager rows;

    CarriedItems(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public String heading() {
        return "Not reached at the last meeting";
    }

    @Override
    public int order() {
        return 15;
    }

    private record Carried(String kind, UUID caseId, String title, String why, int minutes) {

        Proposal proposal() {
            return new Proposal(AgendaKind.valueOf(kind), caseId, title, why, minutes);
        }
    }

    @Override
    public List<Proposal> proposals(Meeting meeting, int minutesPerCase) {
        return rows.createNativeQuery("""
                select i.kind, i.case_id, coalesce(c.reference || ', ' || c.subject, i.title), 'on the agenda of ' || to_char(l.starts_at at time zone 'Europe/London', 'FMDD FMMonth'), i.minutes_planned
                  from (select m.id, m.starts_at from hub.meeting m where m.panel_id = ?1 and m.state = 'CLOSED' and m.starts_at < ?2 order by m.starts_at desc limit 1) l
                  join hub.agenda_item i on i.meeting_id = l.id and i.started_at is null and i.kind in ('CASE', 'REVIEW', 'NOTE')
                  left join hub.case_file c on c.id = i.case_id
                 where (i.case_id is null or c.state <> 'CLOSED')
                   and not exists (select from hub.agenda_item o join hub.meeting m on m.id = o.meeting_id where m.panel_id = ?1 and m.state in ('PLANNED', 'PUBLISHED', 'OPEN')
                         and (o.case_id = i.case_id or i.case_id is null and o.case_id is null and o.title = i.title))
                 order by i.position, i.id limit 100""", Carried.class).setParameter(1, meeting.panelId()).setParameter(2, meeting.startsAt()).getResultStream().map(c -> ((Carried) c).proposal()).toList();
    }
}
