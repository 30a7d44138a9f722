package org.panelhub.minutes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Which minutes wait for the viewer: to write or send, to check, to agree, to sign for or read. For the page of one's work. */
@ApplicationScoped
public class MinutesWaiting {

    private final EntityManager database;
    private final Viewers viewers;
    private final Permissions permissions;
    private final MinutesBook book;

    MinutesWaiting(EntityManager database, Viewers viewers, Permissions permissions, MinutesBook book) {
        this.database = database;
        this.viewers = viewers;
        this.permissions = permissions;
        this.book = book;
    }

    /**
     * @param dueOn the day by which they are out; null where they are not begun
     */
    @TemplateData
    public record Line(UUID meetingId, UUID panelId, String panel, LocalDate day, LocalDate dueOn) {

        /** The day has passed and they are not out. */
        public boolean late(LocalDate today) {
            return dueOn != null && dueOn.isBefore(today);
        }

        public String path() {
            return "/meetings/" + meetingId + "/minutes";
        }
    }

    private record Found(UUID meetingId, UUID panelId, String panel, LocalDate day, LocalDate dueOn, String meeting, String minutes, boolean unread, boolean ours) {

        /** What is out is no longer due. */
        Line line() {
            return new Line(meetingId, panelId, panel, day, unread ? null : dueOn);
        }

        boolean notBegun() {
            return meeting.equals("CLOSED") && minutes.equals("NONE");
        }
    }

    /**
     * @param toWriteOrSend not begun although the meeting is closed, or agreed and not sent; for the coordinator
     * @param toCheck drafts that say something of the viewer's agency's information
     * @param toAgree drafts, also of a meeting that is still open; for the chair, who is not the writer
     * @param toRead circulated to the viewer and not opened yet; an absent member signs first
     */
    public record Waiting(List<Line> toWriteOrSend, List<Line> toCheck, List<Line> toAgree, List<Line> toRead) {
    }

    /** All of them, by the day of the meeting. */
    public Waiting now() {
        var found = found();
        return new Waiting(found.stream().filter(f -> (f.notBegun() || f.minutes.equals("AGREED")) && permissions.may(Permission.WRITE_MINUTES, f.panelId)).map(Found::line).toList(),
                found.stream().filter(f -> f.ours && f.minutes.equals("DRAFT") && book.mayCorrect(f.panelId)).map(Found::line).toList(),
                found.stream().filter(f -> f.minutes.equals("DRAFT") && permissions.may(Permission.AGREE_MINUTES, f.panelId) && !permissions.may(Permission.WRITE_MINUTES, f.panelId)).map(Found::line).toList(),
                found.stream().filter(Found::unread).map(Found::line).toList());
    }

    private List<Found> found() {
        return database.createNativeQuery("""
                select g.id, g.panel_id, p.short_name, (g.starts_at at time zone 'Europe/London')::date, m.due_on, g.state, coalesce(m.state, 'NONE'),
                       m.state is not distinct from 'CIRCULATED' and r.member_id is not null,
                       m.state is not distinct from 'DRAFT' and exists (select from hub.minutes_paragraph p where p.minutes_id = m.id and p.agency_id = hub.agency() and p.body <> '' and p.corrected_by is null)
                  from hub.meeting g join hub.panel p on p.id = g.panel_id left join hub.minutes m on m.meeting_id = g.id
                  left join hub.minutes_receipt r on r.minutes_id = m.id and r.member_id = ?1 and r.seen_at is null
                 where g.state in ('OPEN', 'CLOSED') and (m.state is distinct from 'CIRCULATED' or r.member_id is not null)
                 order by g.starts_at""", Found.class).setParameter(1, viewers.current().memberId()).getResultList();
    }
}
