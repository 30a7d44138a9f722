package org.panelhub.meetings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is invited to a meeting, what they replied, and who was there. */
@ApplicationScoped
public class Attendances implements PanacheRepositoryBase<Attendance, UUID> {

    /** Everyone on the list of the meeting, chair and coordinator first. */
    public List<AttendanceView> of(UUID meetingId) {
        return getSession().createNativeQuery("""
                select t.member_id, m.name, a.short_name,
                       (select s.role from hub.seat s where s.member_id = t.member_id and s.panel_id = t.panel_id and s.during @> hub.today()
                         order by array_position(array['CHAIR', 'INDEPENDENT_CHAIR', 'VICE_CHAIR', 'COORDINATOR'], s.role) limit 1) seat,
                       t.capacity, t.reply, t.information_sent, t.present,
                       exists (select from hub.declaration d where d.meeting_id = t.meeting_id and d.member_id = t.member_id and d.purpose = 'MEETING')
                  from hub.attendance t left join hub.member m on m.id = t.member_id left join hub.agency a on a.id = m.agency_id
                 where t.meeting_id = ?1
                 order by t.capacity = 'OBSERVER', array_position(array['CHAIR', 'INDEPENDENT_CHAIR', 'VICE_CHAIR', 'COORDINATOR'],
                       (select min(s.role) from hub.seat s where s.member_id = t.member_id and s.panel_id = t.panel_id and s.during @> hub.today())), a.short_name, m.name""",
                AttendanceView.class).setParameter(1, meetingId).getResultList();
    }

    /** Whether a change of time or place concerns somebody whom the viewer sees: who is invited, and still has a seat, watches, or is a guest. Whom it is told to, the database decides. */
    boolean anybodyInvited(UUID meetingId) {
        return getSession().createNativeQuery("""
                select exists (select from hub.attendance t
                 where t.meeting_id = ?1 and (t.capacity = 'OBSERVER'
                   or exists (select from hub.seat s where s.member_id = t.member_id and s.panel_id = t.panel_id and s.during @> hub.today())
                   or exists (select from hub.guest g where g.meeting_id = t.meeting_id and g.member_id = t.member_id and g.ended_at is null)))""", Boolean.class).setParameter(1, meetingId).getSingleResult();
    }

    public Optional<Attendance> of(UUID meetingId, UUID memberId) {
        return find("meetingId = ?1 and memberId = ?2", meetingId, memberId).firstResultOptional();
    }
}
