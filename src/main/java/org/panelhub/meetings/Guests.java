package org.panelhub.meetings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Guests of a meeting: invited by name for cases on its agenda. A guest sees these cases from the invitation until the meeting is over, where its
 * organisation has signed the protocol or it has signed the panel’s undertaking itself; afterwards it keeps the plan and its own actions.
 */
@ApplicationScoped
public class Guests {

    private final Session rows;
    private final Meetings meetings;
    private final Attendances attendances;
    private final MeetingNews news;
    private final Permissions permissions;

    Guests(Session rows, Meetings meetings, Attendances attendances, MeetingNews news, Permissions permissions) {
        this.rows = rows;
        this.meetings = meetings;
        this.attendances = attendances;
        this.news = news;
        this.permissions = permissions;
    }

    /** @param name null when the member is not the viewer's to see */
    @TemplateData
    public record View(UUID id, UUID memberId, String name, String agency, String reference, Boolean ended, Boolean bound) {

        public String who() {
            var person = name == null ? "A member" : name;
            return agency == null ? person : person + ", " + agency;
        }
    }

    /** @param title as it stands on the agenda */
    public record Slot(UUID caseId, String title) {
    }

    /** Those invited, by name; whether a signature or an own undertaking binds each. */
    List<View> of(UUID meetingId) {
        return rows.createNativeQuery("""
                select g.id, g.member_id, m.name, a.short_name, c.reference, g.ended_at is not null,
                       exists (select from access.panel_signed s where s.agency_id = m.agency_id and s.panel_id = g.panel_id)
                       or exists (select from hub.undertaking u where u.member_id = g.member_id and u.panel_id = g.panel_id and u.during @> hub.today())
                  from hub.guest g join hub.case_file c on c.id = g.case_id left join hub.member m on m.id = g.member_id left join hub.agency a on a.id = m.agency_id
                 where g.meeting_id = ?1 order by g.ended_at is not null, m.name, c.reference, g.id""", View.class).setParameter(1, meetingId).getResultList();
    }

    /** A guest and the references of the cases for which it comes, by case. */
    record Comes(UUID memberId, String who, Map<UUID, String> references) {
    }

    /** Those whose invitation stands, by name. */
    List<Comes> casesByGuest(UUID meetingId) {
        return rows.createNativeQuery("""
                select g.member_id, coalesce(min(m.name), 'A member'), string_agg(g.case_id || ' ' || c.reference, ',')
                  from hub.guest g join hub.case_file c on c.id = g.case_id left join hub.member m on m.id = g.member_id
                 where g.meeting_id = ?1 and g.ended_at is null group by g.member_id order by 2, 1""", Object[].class).setParameter(1, meetingId).getResultStream()
                .map(row -> new Comes((UUID) row[0], (String) row[1],
                        Arrays.stream(((String) row[2]).split(",")).map(c -> c.split(" ")).collect(Collectors.toMap(c -> UUID.fromString(c[0]), c -> c[1])))).toList();
    }

    /** Who is a guest now: the invitation stands, a signature or an own undertaking binds the member, and the meeting is not over. */
    public List<UUID> bound(UUID meetingId) {
        var over = List.of(MeetingState.CLOSED, MeetingState.CANCELLED).contains(meetings.byId(meetingId).state());
        return over ? List.of() : of(meetingId).stream().filter(g -> !g.ended && g.bound).map(View::memberId).distinct().toList();
    }

    /** The cases on the agenda that the viewer may invite for. */
    List<Slot> slots(UUID meetingId) {
        return rows.createNativeQuery("select i.case_id, i.title from hub.agenda_item i join hub.case_file c on c.id = i.case_id where i.meeting_id = ?1 order by i.position", Slot.class)
                .setParameter(1, meetingId).getResultList();
    }

    /** References of the cases for which the viewer is invited as a guest and which are open to it: none, while nothing binds it. */
    List<String> own(UUID meetingId) {
        return rows.createNativeQuery("""
                select c.reference from hub.guest g join hub.case_file c on c.id = g.case_id where g.meeting_id = ?1 and g.member_id = hub.viewer() and g.ended_at is null order by 1""", String.class)
                .setParameter(1, meetingId).getResultList();
    }

    /** Whether the viewer is a guest of the meeting for a case that is open to it. */
    boolean open(UUID meetingId) {
        return !own(meetingId).isEmpty();
    }

    /**
     * @param email work address of an account of the partnership
     * @throws MeetingRefusal when it cannot be invited
     */
    void invite(UUID meetingId, UUID caseId, String email) {
        var meeting = meetings.byId(meetingId);
        permissions.require(Permission.SCHEDULE, meeting.panelId());
        if (meeting.state() == MeetingState.CLOSED || meeting.state() == MeetingState.CANCELLED) {
            throw new MeetingRefusal("The meeting is " + meeting.state().label().toLowerCase() + ".");
        }
        var member = rows.createNativeQuery("select access.member_at(?1)", UUID.class).setParameter(1, email).uniqueResultOptional()
                .orElseThrow(() -> new MeetingRefusal("No account of this partnership has that address."));
        var known = attendances.of(meetingId, member);
        if (known.filter(a -> a.capacity() != Attendance.Capacity.GUEST).isPresent() || !rows.createNativeQuery("select 1 from hub.seat where member_id = ?1 and panel_id = ?2 and during @> hub.today()", Integer.class)
                .setParameter(1, member).setParameter(2, meeting.panelId()).getResultList().isEmpty()) {
            throw new MeetingRefusal("This person is invited already, as a member or an observer.");
        }
        if (!rows.createNativeQuery("select 1 from hub.guest where meeting_id = ?1 and member_id = ?2 and case_id = ?3 and ended_at is null", Integer.class)
                .setParameter(1, meetingId).setParameter(2, member).setParameter(3, caseId).getResultList().isEmpty()) {
            throw new MeetingRefusal("This person is invited for this case already.");
        }
        var invitation = UUID.randomUUID();
        rows.createNativeQuery("""
                insert into hub.guest (partnership_id, id, meeting_id, panel_id, case_id, member_id, invited_by) values (hub.partnership(), :id, :meeting, :panel, :case, :member, hub.viewer())""")
                .setParameter("id", invitation).setParameter("meeting", meetingId).setParameter("panel", meeting.panelId()).setParameter("case", caseId).setParameter("member", member).executeUpdate();
        if (known.isEmpty()) {
            attendances.persist(new Attendance(meeting, member, Attendance.Capacity.GUEST));
            attendances.flush();
        }
        news.guest(meeting, member, invitation);
    }

    /** The guest sees the case no longer, nor the plan that it would keep. @throws NotFound when no such invitation stands */
    void end(UUID meetingId, UUID id) {
        var meeting = meetings.byId(meetingId);
        permissions.require(Permission.SCHEDULE, meeting.panelId());
        if (rows.createNativeQuery("update hub.guest set ended_at = hub.now(), ended_by = hub.viewer() where id = ?1 and meeting_id = ?2 and ended_at is null").setParameter(1, id)
                .setParameter(2, meetingId).executeUpdate() == 0) {
            throw new NotFound("guest", id);
        }
        var member = rows.createNativeQuery("select member_id from hub.guest where id = ?1", UUID.class).setParameter(1, id).getSingleResult();
        news.guestEnded(meeting, member, id);
    }
}
