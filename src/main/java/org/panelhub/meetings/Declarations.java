package org.panelhub.meetings;

import java.util.Optional;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewer;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;
import org.panelhub.panels.Panels;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Signing the declaration opens the room, so it is signed on the day: a member with standing, or someone invited to observe, signs on its own
 * device, or the coordinator records it for a person in the room. It is signed once.
 */
@ApplicationScoped
public class Declarations implements PanacheRepositoryBase<Declaration, UUID> {

    private final Meetings meetings;
    private final Attendances attendances;
    private final Recipients recipients;
    private final Guests guests;
    private final Panels panels;
    private final Viewers viewers;
    private final Permissions permissions;

    Declarations(Meetings meetings, Attendances attendances, Recipients recipients, Guests guests, Panels panels, Viewers viewers, Permissions permissions) {
        this.meetings = meetings;
        this.attendances = attendances;
        this.recipients = recipients;
        this.guests = guests;
        this.panels = panels;
        this.viewers = viewers;
        this.permissions = permissions;
    }

    /** A member's declaration for the meeting, if the viewer may see it. */
    public Optional<Declaration> of(UUID meetingId, UUID memberId) {
        return find("meetingId = ?1 and memberId = ?2", meetingId, memberId).firstResultOptional();
    }

    /** Why the viewer cannot sign, in words for it; empty when it can. */
    public Optional<String> obstacle(Meeting meeting) {
        var viewer = viewers.current();
        return when(meeting).or(() -> standing(viewer, meeting));
    }

    /** @throws MeetingRefusal when it was signed before, or cannot be signed */
    public void sign(UUID meetingId) {
        var meeting = meetings.byId(meetingId);
        var viewer = viewers.current();
        refuseTwice(meetingId, viewer.memberId(), "You signed");
        obstacle(meeting).ifPresent(why -> {
            throw new MeetingRefusal(why);
        });
        enter(meeting, viewer.memberId(), null);
    }

    /** For a person in the room who has no device at hand. The coordinator answers for it. */
    public void record(UUID meetingId, UUID memberId) {
        var meeting = meetings.byId(meetingId);
        permissions.require(Permission.RECORD_MEETING, meeting.panelId());
        when(meeting).ifPresent(why -> {
            throw new MeetingRefusal(why);
        });
        var observes = attendances.of(meetingId, memberId).filter(a -> a.capacity() != Attendance.Capacity.MEMBER).isPresent();
        var recipient = recipients.of(meeting.panelId()).stream().filter(r -> r.memberId().equals(memberId)).findFirst();
        if (!observes && recipient.isEmpty()) {
            throw new NotFound("member", memberId);
        }
        if (!observes && !recipient.get().receives()) {
            throw new MeetingRefusal(recipient.get().name() + " cannot sign. " + recipient.get().why());
        }
        refuseTwice(meetingId, memberId, recipient.map(Recipients.Recipient::name).orElse("This person") + " signed");
        enter(meeting, memberId, viewers.current().memberId());
    }

    private void enter(Meeting meeting, UUID memberId, UUID recordedBy) {
        var now = viewers.current().now();
        var attendance = attendances.of(meeting.id(), memberId).orElseGet(() -> {
            var walkedIn = new Attendance(meeting, memberId, Attendance.Capacity.MEMBER);
            attendances.persist(walkedIn);
            return walkedIn;
        });
        attendance.arrive(now);
        persist(new Declaration(meeting, memberId, Declaration.Purpose.MEETING, panels.byId(meeting.panelId()).declarationText(), now, recordedBy));
    }

    private void refuseTwice(UUID meetingId, UUID memberId, String who) {
        of(meetingId, memberId).ifPresent(d -> {
            throw new AlreadySigned(who + " the declaration at " + Dates.clock(d.signedAt()) + " on " + Dates.day(d.signedAt()) + ". It is signed once for each meeting.");
        });
    }

    private Optional<String> when(Meeting meeting) {
        return switch (meeting.state()) {
            case OPEN -> Optional.empty();
            case PUBLISHED -> viewers.current().today().isBefore(meeting.day()) ? Optional.of("The declaration is signed on the day of the meeting, " + Dates.full(meeting.startsAt()) + ".")
                    : Optional.empty();
            case PLANNED -> Optional.of("The declaration can be signed once the agenda is published.");
            case CLOSED -> Optional.of("The meeting is closed.");
            case CANCELLED -> Optional.of("The meeting is cancelled.");
        };
    }

    /** The rule for the room; PostgreSQL holds it too. */
    private Optional<String> standing(Viewer viewer, Meeting meeting) {
        var seats = viewer.seats().stream().filter(s -> s.panelId().equals(meeting.panelId())).toList();
        if (seats.stream().anyMatch(Viewer.Place::standing)) {
            return Optional.empty();
        }
        var named = attendances.of(meeting.id(), viewer.memberId()).map(Attendance::capacity).filter(c -> c != Attendance.Capacity.MEMBER);
        if (named.isPresent()) {
            return named.get() == Attendance.Capacity.OBSERVER || guests.open(meeting.id()) ? Optional.empty()
                    : Optional.of("You are invited as a guest. Your organisation has no signature in force on the protocol of this panel, so sign the panel’s undertaking yourself first.");
        }
        return Optional.of(missing(viewer, meeting.panelId()));
    }

    /** What the viewer lacks to see the papers of a panel, in words that one can act on. */
    public static String missing(Viewer viewer, UUID panelId) {
        var seats = viewer.seats().stream().filter(s -> s.panelId().equals(panelId)).toList();
        if (seats.isEmpty()) {
            return "You hold no seat on this panel and are not invited to this meeting.";
        }
        if (seats.stream().noneMatch(Viewer.Place::signed)) {
            return "Your organisation has no signature in force on the information sharing protocol of this panel, so its papers and its room are closed to you.";
        }
        return "You have no undertaking in force for this panel, so its papers and its room are closed to you until you sign it.";
    }
}
