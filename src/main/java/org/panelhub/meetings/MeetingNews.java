package org.panelhub.meetings;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Dates;
import org.panelhub.panels.Panels;

import jakarta.enterprise.context.ApplicationScoped;

/** The mails about a meeting, each with its entry for the calendar. They name the panel, the time and the place, never a person or a case. */
@ApplicationScoped
class MeetingNews {

    /** What somebody typed stays in the hub. */
    private static final String WHY = "Why, its page says:\n";

    private final Outbox outbox;
    private final Panels panels;
    private final String url;

    MeetingNews(Outbox outbox, Panels panels, @ConfigProperty(name = "hub.url") String url) {
        this.outbox = outbox;
        this.panels = panels;
        this.url = url;
    }

    /** The date stands. */
    void invited(Meeting meeting, Collection<UUID> members) {
        var subject = "You are invited to " + name(meeting);
        members.forEach(member -> outbox.put(member, "meeting", subject, subject + ", at " + Dates.clock(meeting.startsAt()) + ".\n\nThe entry for your calendar is attached. Say whether you are coming:\n"
                + link(meeting) + "\n", key("meeting", meeting, member, 0), meeting.id()));
    }

    /** The agenda, or a further edition of it, can be read. */
    void agenda(Meeting meeting, Collection<UUID> members) {
        var first = meeting.agendaEdition() == 1;
        var subject = (first ? "The agenda of " : "The changed agenda of ") + name(meeting) + " is ready";
        members.forEach(member -> outbox.put(member, "agenda", subject, subject + ".\n\nRead it, and say whether you are coming:\n" + link(meeting) + "\n",
                key("agenda", meeting, member, meeting.agendaEdition()), meeting.id()));
    }

    void moved(Meeting meeting, OffsetDateTime before) {
        var subject = "A change to " + panels.byId(meeting.panelId()).name() + " on " + Dates.day(before);
        toInvited(meeting, "meeting moved", subject, "The meeting is now on " + Dates.full(meeting.startsAt()) + " at " + Dates.clock(meeting.startsAt()) + ".\n\n" + (meeting.changeReason().isEmpty() ? "" : WHY) + link(meeting) + "\n");
    }

    void cancelled(Meeting meeting) {
        toInvited(meeting, "meeting cancelled", "Cancelled: " + name(meeting), "The meeting will not take place.\n\n" + WHY + link(meeting) + "\n");
    }

    void observer(Meeting meeting, UUID member) {
        outbox.put(member, "observer", "You are invited to observe " + name(meeting),
                "You see the room while it is open, once you have signed the declaration.\n\n" + link(meeting) + "\n", key("observer", meeting, member, 0), meeting.id());
    }

    /** @param invitation each one of several is told */
    void guest(Meeting meeting, UUID member, UUID invitation) {
        outbox.put(member, "guest", "You are invited as a guest to " + name(meeting),
                "You are invited for one item of the agenda. Sign in to see what it is about and to reply. Where your organisation has not signed the protocol, you sign the panel’s undertaking first.\n\n"
                        + link(meeting) + "\n", "guest/" + invitation, meeting.id());
    }

    /** Goes to the guest only where no other invitation stands, which whoever ends one need not see. */
    void guestEnded(Meeting meeting, UUID member, UUID invitation) {
        outbox.put(member, "guest ended", "You are no longer invited to " + name(meeting), "Your invitation as a guest has ended. The entry in your calendar goes with this mail.\n\n" + url + "/\n",
                "guest ended/" + invitation, meeting.id());
    }

    /** A late case stands on the agenda by this chair's leave, which somebody else wrote down. Each time says so once. */
    void leave(Meeting meeting, UUID chair) {
        outbox.put(chair, "late case", "A late case by your leave", "A case that came after the cut-off was put on the agenda of " + name(meeting)
                + ", by your leave. Look whether that is as you said:\n" + link(meeting) + "\n", "late/" + meeting.id() + "/" + meeting.version() + "/" + chair);
    }

    private void toInvited(Meeting meeting, String template, String subject, String body) {
        outbox.tellInvited(meeting.id(), template, subject, body, template + "/" + meeting.id() + "/" + meeting.version());
    }

    private String name(Meeting meeting) {
        return (meeting.outOfCycle() ? "the emergency meeting of " : "") + panels.byId(meeting.panelId()).name() + " on " + Dates.day(meeting.startsAt());
    }

    private String link(Meeting meeting) {
        return url + "/meetings/" + meeting.id();
    }

    private static String key(String what, Meeting meeting, UUID member, int count) {
        return what + "/" + meeting.id() + "/" + count + "/" + member;
    }
}
