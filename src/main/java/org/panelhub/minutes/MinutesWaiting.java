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

/** Which minutes wait for the viewer: to write or send, to agree, to sign for or read. For the page of one's work. */
@ApplicationScoped
public class MinutesWaiting {

    private final EntityManager database;
    private final Viewers viewers;
    private final Permissions permissions;

    MinutesWaiting(EntityManager database, Viewers viewers, Permissions permissions) {
        this.database = database;
        this.viewers = viewers;
        this.permissions = permissions;
    }

    /**
     * @param dueOn the day by which they are out; null where they are not begun
     */
    @TemplateData
    public record Line(UUID meetingId, UUID panelId, String panel, LocalDate day, LocalDate dueOn) {

        public String path() {
            return "/meetings/" + meetingId + "/minutes";
        }
    }

    /** Of closed meetings: not begun, or agreed and not sent. For the coordinator. */
    public List<Line> toWriteOrSend() {
        return lines("write or send").stream().filter(l -> permissions.may(Permission.WRITE_MINUTES, l.panelId)).toList();
    }

    /** Drafts of closed meetings. For the chair. */
    public List<Line> toAgree() {
        return lines("agree").stream()
                .filter(l -> permissions.may(Permission.AGREE_MINUTES, l.panelId) && !permissions.may(Permission.WRITE_MINUTES, l.panelId)).toList();
    }

    /** Circulated to the viewer and not opened yet; an absent member signs first. */
    public List<Line> toRead() {
        return lines("read");
    }

    private List<Line> lines(String task) {
        return database.createNativeQuery("""
                select g.id, g.panel_id, p.short_name, (g.starts_at at time zone 'Europe/London')::date, m.due_on
                  from hub.meeting g join hub.panel p on p.id = g.panel_id left join hub.minutes m on m.meeting_id = g.id
                 where case ?2
                         when 'write or send' then g.state = 'CLOSED' and (m.id is null or m.state = 'AGREED')
                         when 'agree' then g.state = 'CLOSED' and m.state = 'DRAFT'
                         else m.state = 'CIRCULATED' and exists (select from hub.minutes_receipt r where r.minutes_id = m.id and r.member_id = ?1 and r.seen_at is null)
                       end
                 order by g.starts_at""", Line.class).setParameter(1, viewers.current().memberId()).setParameter(2, task).getResultList();
    }
}
