package org.panelhub.meetings;

import java.util.List;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.audit.Reads;
import org.panelhub.cases.conflicts.Conflicts;
import org.panelhub.live.Watched;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** The lines of agendas that the viewer sees. A case it may not see is not on its agenda. */
@ApplicationScoped
public class Agendas implements PanacheRepositoryBase<AgendaItem, UUID> {

    private final Reads reads;
    private final Conflicts conflicts;

    Agendas(Reads reads, Conflicts conflicts) {
        this.reads = reads;
        this.conflicts = conflicts;
    }

    /** In their order; each line with a case is a read that the record keeps. */
    public List<AgendaLine> of(UUID meetingId) {
        var lines = getSession().createNativeQuery("""
                select i.id, row_number() over (order by i.position, i.id)::int, i.kind, i.panel_id, i.case_id, c.reference, c.subject, i.title, i.minutes_planned, i.started_at, i.ended_at, i.version, i.break_seconds,
                       i.late_reason, case when i.leave_by is not null then coalesce(m.name, 'the chair') end
                  from hub.agenda_item i left join hub.case_file c on c.id = i.case_id left join hub.member m on m.id = i.leave_by
                 where i.meeting_id = ?1 order by i.position, i.id""", AgendaLine.class).setParameter(1, meetingId).getResultList();
        lines.stream().filter(AgendaLine::ofCase).forEach(line -> reads.seen("agenda_item", line.id(), line.caseId(), line.panelId(), null));
        return lines;
    }

    /** An agency of which nobody can come for an item, by the item's number. Why is not said; the panel is where its deputies are named. */
    @TemplateData
    public record DeputyNeeded(int number, UUID panelId, String reference, String sentence) {
    }

    /** Told to those who prepare the panel and see the case, and to nobody else: of these lines, as the viewer sees them. */
    List<DeputyNeeded> deputiesNeeded(List<AgendaLine> lines) {
        var needed = conflicts.deputies();
        return lines.stream().flatMap(line -> needed.stream().filter(d -> d.caseId().equals(line.caseId()) && d.panelId().equals(line.panelId()))
                .map(d -> new DeputyNeeded(line.position(), d.panelId(), d.reference(), d.sentence()))).toList();
    }

    /** The items themselves, in their order. */
    public List<AgendaItem> items(UUID meetingId) {
        return list("meetingId = ?1 order by position, id", meetingId);
    }

    /** @throws NotFound when there is no such line on that agenda, or not for this viewer */
    public AgendaItem item(UUID meetingId, UUID itemId) {
        return find("id = ?1 and meetingId = ?2", itemId, meetingId).firstResultOptional().orElseThrow(() -> new NotFound("agenda item", itemId));
    }

    /** @throws NotFound also when what was typed is no id */
    AgendaItem item(UUID meetingId, String typed) {
        return item(meetingId, Watched.id(typed).orElseThrow(() -> new NotFound("agenda item", typed)));
    }

    /** By whose leave one of these late cases may be heard. */
    List<UUID> mayGiveLeave(UUID... caseIds) {
        return getSession().createNativeQuery("select distinct l from unnest(?1) c (id) cross join access.leave_of(c.id) l", UUID.class).setParameter(1, caseIds).getResultList();
    }

    void note(AgendaChange change) {
        getEntityManager().persist(change);
    }

    /** What changed after the agenda was first published, newest first. */
    public List<AgendaChangeView> changes(UUID meetingId) {
        return getSession().createNativeQuery("select kind, title, edition, made_at from hub.agenda_change where meeting_id = ?1 order by made_at desc, id", AgendaChangeView.class)
                .setParameter(1, meetingId).getResultList();
    }

    /** How many changes were made since the edition that was sent last. */
    long changesSince(Meeting meeting) {
        return changes(meeting, "%");
    }

    /** Of several moves one is noted. */
    boolean lacksOrderChange(Meeting meeting) {
        return meeting.agendaEdition() > 0 && changes(meeting, "ORDER") == 0;
    }

    private long changes(Meeting meeting, String kinds) {
        return getSession().createNativeQuery("select count(*) from hub.agenda_change where meeting_id = ?1 and edition = ?2 and kind like ?3", Long.class)
                .setParameter(1, meeting.id()).setParameter(2, meeting.agendaEdition()).setParameter(3, kinds).getSingleResult();
    }
}
