package org.panelhub.meetings;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Proposes cases whose review, or whose plan's review, falls due by the day of the meeting. */
@ApplicationScoped
class ReviewsDue implements AgendaSource {

    private final EntityManager rows;

    ReviewsDue(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public String heading() {
        return "Reviews that fall due";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Proposal> proposals(Meeting meeting, int minutesPerCase) {
        return rows.createNativeQuery("""
                select c.id, c.reference || ', ' || c.subject, 'review due ' || to_char(least(c.review_on, p.review_on), 'FMDD FMMonth')
                  from hub.case_file c
                  left join lateral (select l.review_on from hub.plan l where l.case_id = c.id order by l.edition desc limit 1) p on true
                 where c.panel_id = ?1 and c.state = 'OPEN' and least(c.review_on, p.review_on) <= ?2
                   and exists (select from hub.agenda_item i join hub.meeting m on m.id = i.meeting_id where i.case_id = c.id and m.state = 'CLOSED' and i.started_at is not null)
                   and not exists (select from hub.agenda_item i join hub.meeting m on m.id = i.meeting_id where i.case_id = c.id and m.state in ('PLANNED', 'PUBLISHED', 'OPEN'))
                 order by least(c.review_on, p.review_on), c.id limit 100""", CasesWaiting.Waiting.class)
                .setParameter(1, meeting.panelId()).setParameter(2, meeting.day()).getResultList().stream()
                .map(w -> ((CasesWaiting.Waiting) w).proposal(AgendaKind.REVIEW, minutesPerCase)).toList();
    }
}
