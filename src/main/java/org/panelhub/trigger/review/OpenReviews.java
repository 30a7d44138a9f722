package org.panelhub.trigger.review;

import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.meetings.AgendaKind;
import org.panelhub.meetings.AgendaSource;
import org.panelhub.meetings.Meeting;

import jakarta.enterprise.context.ApplicationScoped;

/** Open case reviews stand on every agenda of their board until they are closed [Lambeth]. One that no meeting has heard yet is a new case, and proposed as such. */
@ApplicationScoped
class OpenReviews implements AgendaSource {

    private final Session rows;

    OpenReviews(Session rows) {
        this.rows = rows;
    }

    @Override
    public String heading() {
        return "Case reviews that are open";
    }

    @Override
    public int order() {
        return 22;
    }

    record Open(UUID caseId, String title, String why) {
    }

    @Override
    public List<Proposal> proposals(Meeting meeting, int minutesPerCase) {
        return rows.createNativeQuery("""
                select c.id, c.reference || ', ' || c.subject, 'application ' || t.reference || ' of ' || to_char(t.received_on, 'FMDD FMMonth')
                       || case t.involvement when 'ATTEND' then ': wants to speak at the start' when 'SPEAK_FOR' then ': wants somebody to speak for them at the start' else '' end
                  from hub.trigger t join hub.case_file c on c.id = t.case_id
                 where c.panel_id = ?1 and t.state = 'MET' and c.state <> 'CLOSED'
                   and exists (select from hub.agenda_item i join hub.meeting m on m.id = i.meeting_id where i.case_id = c.id and m.state = 'CLOSED' and i.started_at is not null)
                   and not exists (select from hub.agenda_item i join hub.meeting m on m.id = i.meeting_id where i.case_id = c.id and m.state in ('PLANNED', 'PUBLISHED', 'OPEN'))
                 order by t.received_on, c.id limit 100""", Open.class).setParameter(1, meeting.panelId()).getResultStream()
                .map(r -> new Proposal(AgendaKind.REVIEW, r.caseId, r.title, r.why, minutesPerCase)).toList();
    }
}
