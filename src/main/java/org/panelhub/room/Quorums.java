package org.panelhub.room;

import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.meetings.MeetingHead;
import org.panelhub.panels.ArrangementFigures;
import org.panelhub.panels.Panels;

import jakarta.enterprise.context.ApplicationScoped;

/** Counts who is in the room against what the panel arranged for the day of the meeting. */
@ApplicationScoped
class Quorums {

    private final Session rows;
    private final Panels panels;

    Quorums(Session rows, Panels panels) {
        this.rows = rows;
        this.panels = panels;
    }

    /** The figures that hold on the day of the meeting. */
    ArrangementFigures figures(MeetingHead head) {
        return panels.figuresOn(head.panelId(), head.day());
    }

    Quorum of(MeetingHead head) {
        return of(head, figures(head));
    }

    /** @param figures those of {@link #figures} */
    Quorum of(MeetingHead head, ArrangementFigures figures) {
        var kinds = rows.createNativeQuery("""
                select min(a.kind) from hub.attendance t join hub.member m on m.id = t.member_id join hub.agency a on a.id = m.agency_id
                 where t.meeting_id = ?1 and t.present and t.capacity = 'MEMBER'
                   and exists (select from hub.declaration d where d.meeting_id = t.meeting_id and d.member_id = t.member_id and d.purpose = 'MEETING') group by a.id""", String.class)
                .setParameter(1, head.id()).getResultList();
        return Quorum.of(figures, kinds, head.quorumReason());
    }

    /** Whether nobody of that kind of agency has released or said anything of the case since the meeting was opened, as far as the viewer sees. */
    boolean unheard(String kind, UUID caseId, MeetingHead head) {
        return rows.createNativeQuery("""
                select 1 from hub.item i join hub.agency a on a.id = i.agency_id where i.case_id = ?1 and a.kind = ?2 and (i.meeting_id = ?3
                   or exists (select from hub.disclosure d where d.item_id = i.id and d.withdrawn_at is null and d.released_at >= (select m.opened_at from hub.meeting m where m.id = ?3)))""", Integer.class)
                .setParameter(1, caseId).setParameter(2, kind).setParameter(3, head.id()).setMaxResults(1).getResultList().isEmpty();
    }
}
