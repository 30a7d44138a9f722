package org.panelhub.meetings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewer;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts together what the pages and the API say of meetings, for the viewer of the request. */
@ApplicationScoped
class MeetingDesk {

    private static final int PAST = 24;

    private final Meetings meetings;
    private final Agendas agendas;
    private final Attendances attendances;
    private final Invitations invitations;
    private final Declarations declarations;
    private final Guests guests;
    private final Recipients recipients;
    private final Viewers viewers;
    private final Permissions permissions;

    MeetingDesk(Meetings meetings, Agendas agendas, Attendances attendances, Invitations invitations, Declarations declarations, Guests guests, Recipients recipients, Viewers viewers, Permissions permissions) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.attendances = attendances;
        this.invitations = invitations;
        this.declarations = declarations;
        this.guests = guests;
        this.recipients = recipients;
        this.viewers = viewers;
        this.permissions = permissions;
    }

    /** One date in the diary, with the viewer's own reply. */
    @TemplateData
    record Row(MeetingHead head, String reply) {
    }

    List<Row> ahead() {
        return rows(meetings.ahead());
    }

    /** @param next the last of those shown, where others follow; else null */
    @TemplateData
    record Past(List<Row> rows, UUID next) {
    }

    /** @param after {@link Past#next} of the page before, or null */
    Past past(UUID after) {
        var found = meetings.past(after, PAST + 1);
        var shown = found.subList(0, Math.min(found.size(), PAST));
        return new Past(rows(shown), found.size() > PAST ? shown.getLast().id() : null);
    }

    private List<Row> rows(List<MeetingHead> heads) {
        Map<UUID, Invitations.Mine> mine = invitations.mine().stream().collect(Collectors.toMap(Invitations.Mine::meetingId, m -> m));
        return heads.stream().map(h -> new Row(h, mine.containsKey(h.id()) ? mine.get(h.id()).words() : "")).toList();
    }

    MeetingView meeting(UUID id) {
        var head = meetings.head(id);
        var viewer = viewers.current();
        var lines = agendas.of(id);
        var agenda = head.open() ? Timetable.running(head, lines, viewer.now().toInstant()) : Timetable.planned(head, lines);
        var people = attendances.of(id);
        var mine = people.stream().filter(p -> p.memberId().equals(viewer.memberId())).findFirst();
        var signed = declarations.of(id, viewer.memberId()).filter(d -> d.purpose() == Declaration.Purpose.MEETING).map(d -> Dates.moment(d.signedAt())).orElse(null);
        var seated = viewer.seats().stream().anyMatch(s -> s.panelId().equals(head.panelId()));
        var observes = mine.filter(AttendanceView::observer).isPresent();
        var guest = mine.filter(AttendanceView::guest).isPresent();
        var guestFor = guest ? guests.own(id) : List.<String>of();
        return new MeetingView(head, agenda, lines.isEmpty() ? guest ? asGuest(guestFor) : noAgenda(head, viewer, observes) : null, agendas.changes(id), people, mine.map(AttendanceView::reply).orElse(null),
                mine.map(AttendanceView::informationSent).orElse(false), head.ahead() && (seated || mine.isPresent()), signed,
                signed == null ? declarations.obstacle(meetings.byId(id)).orElse(null) : null, permissions.may(Permission.SCHEDULE, head.panelId()),
                permissions.may(Permission.PUBLISH_AGENDA, head.panelId()), permissions.may(Permission.RUN_MEETING, head.panelId()),
                guestFor, !guest || !guestFor.isEmpty(), head.ahead() ? agendas.deputiesNeeded(lines) : List.of(), uninvited(head, people));
    }

    private long uninvited(MeetingHead head, List<AttendanceView> people) {
        if (!head.planned() && !head.published() || !permissions.may(Permission.SCHEDULE, head.panelId())) {
            return 0;
        }
        var invited = people.stream().map(AttendanceView::memberId).toList();
        return recipients.of(head.panelId()).stream().filter(r -> r.active() && !invited.contains(r.memberId())).count();
    }

    private static String asGuest(List<String> cases) {
        return cases.isEmpty() ? "You are invited as a guest, and nothing of the case is open to you."
                : "You are invited as a guest. The case is open to you now; you see its item here once the agenda is published.";
    }

    /** Why the agenda with names is not there, so that nobody has to guess. */
    private String noAgenda(MeetingHead head, Viewer viewer, boolean observes) {
        if (observes) {
            return head.open() ? "You see the agenda in the room, once you have signed the declaration." : "Observers see the room while it is open, and nothing else of the meeting.";
        }
        if (viewer.seats().stream().noneMatch(s -> s.panelId().equals(head.panelId()) && s.standing())) {
            return Declarations.missing(viewer, head.panelId());
        }
        if (permissions.may(Permission.SCHEDULE, head.panelId())) {
            return "Nothing is on the agenda yet.";
        }
        return head.planned() ? "The agenda with names comes out by " + Dates.full(head.agendaBy()) + "." : "There is nothing on the agenda for you to see.";
    }
}
