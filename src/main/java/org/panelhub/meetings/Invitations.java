package org.panelhub.meetings;

import java.util.List;
import java.util.UUID;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;

import jakarta.enterprise.context.ApplicationScoped;

/** Replies to a meeting, one's own or noted by the coordinator, and invitations to observe it. */
@ApplicationScoped
public class Invitations {

    private final Meetings meetings;
    private final Attendances attendances;
    private final Recipients recipients;
    private final MeetingNews news;
    private final Viewers viewers;
    private final Permissions permissions;

    Invitations(Meetings meetings, Attendances attendances, Recipients recipients, MeetingNews news, Viewers viewers, Permissions permissions) {
        this.meetings = meetings;
        this.attendances = attendances;
        this.recipients = recipients;
        this.news = news;
        this.viewers = viewers;
        this.permissions = permissions;
    }

    /** One's own reply. Who holds a seat may reply before the agenda is out, and without standing: a date is every seat's. */
    public void reply(UUID meetingId, Attendance.Reply reply, boolean informationSent) {
        var meeting = ahead(meetingId);
        var viewer = viewers.current();
        var mine = attendances.of(meetingId, viewer.memberId()).orElseGet(() -> {
            if (viewer.seats().stream().noneMatch(s -> s.panelId().equals(meeting.panelId()))) {
                throw new MeetingRefusal("You hold no seat on this panel and are not invited, so the meeting expects no reply from you.");
            }
            var own = new Attendance(meeting, viewer.memberId(), Attendance.Capacity.MEMBER);
            attendances.persist(own);
            return own;
        });
        mine.reply(reply, informationSent);
    }

    /**
     * Invites everyone with a seat on the panel who is not on the meeting's list yet, with standing or without: a date is every seat's.
     *
     * @return how many
     */
    public int send(Meeting meeting) {
        permissions.require(Permission.SCHEDULE, meeting.panelId());
        if (meeting.state() != MeetingState.PLANNED && meeting.state() != MeetingState.PUBLISHED) {
            throw new MeetingRefusal("The meeting is " + meeting.state().label().toLowerCase() + ".");
        }
        meetings.flush();
        var invited = recipients.invite(meeting, recipients.of(meeting.panelId()).stream().filter(Recipients.Recipient::active).map(Recipients.Recipient::memberId).toList());
        attendances.flush();
        news.invited(meeting, invited);
        return invited.size();
    }

    /** A reply that reached the coordinator by mail or telephone. */
    public void note(UUID meetingId, UUID memberId, Attendance.Reply reply, boolean informationSent) {
        var meeting = ahead(meetingId);
        permissions.require(Permission.SCHEDULE, meeting.panelId());
        attendances.of(meetingId, memberId).orElseThrow(() -> new MeetingRefusal("This person is not invited to the meeting.")).reply(reply, informationSent);
    }

    /** Invites an account of the partnership, by its work address, to see the room while it is open. */
    public void observe(UUID meetingId, String email) {
        var meeting = ahead(meetingId);
        permissions.require(Permission.SCHEDULE, meeting.panelId());
        var member = attendances.getSession().createNativeQuery("select access.member_at(?1)", UUID.class).setParameter(1, email).uniqueResultOptional()
                .orElseThrow(() -> new MeetingRefusal("No account of this partnership has that address."));
        if (attendances.of(meetingId, member).isPresent()) {
            throw new MeetingRefusal("This person is invited already.");
        }
        if (!attendances.getSession().createNativeQuery("select 1 from hub.seat where member_id = ?1 and panel_id = ?2 and during @> hub.today()", Integer.class)
                .setParameter(1, member).setParameter(2, meeting.panelId()).getResultList().isEmpty()) {
            throw new MeetingRefusal("This person holds a seat on the panel, and comes as a member.");
        }
        attendances.persist(new Attendance(meeting, member, Attendance.Capacity.OBSERVER));
        attendances.flush();
        news.observer(meeting, member);
    }

    /** The viewer's own replies, by meeting. */
    public List<Mine> mine() {
        return attendances.getSession().createNativeQuery("select meeting_id, capacity, reply, information_sent from hub.attendance where member_id = hub.viewer()", Mine.class).getResultList();
    }

    /** How the viewer stands to one meeting. */
    record Mine(UUID meetingId, String capacity, String reply, Boolean informationSent) {

        String words() {
            var said = Attendance.Reply.valueOf(reply).label() + (informationSent ? ", information sent" : "");
            return switch (Attendance.Capacity.valueOf(capacity)) {
                case OBSERVER -> said + " (as observer)";
                case GUEST -> said + " (as guest)";
                case MEMBER -> said;
            };
        }
    }

    private Meeting ahead(UUID meetingId) {
        var meeting = meetings.byId(meetingId);
        if (meeting.state() == MeetingState.CLOSED || meeting.state() == MeetingState.CANCELLED) {
            throw new MeetingRefusal("The meeting is " + meeting.state().label().toLowerCase() + ".");
        }
        return meeting;
    }
}
