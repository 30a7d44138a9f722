package org.panelhub.room;

import java.util.List;
import java.util.UUID;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.meetings.AgendaItem;
import org.panelhub.meetings.Agendas;
import org.panelhub.meetings.Meeting;
import org.panelhub.meetings.MeetingClosed;
import org.panelhub.meetings.MeetingRefusal;
import org.panelhub.meetings.MeetingState;
import org.panelhub.meetings.Meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Opens a meeting, takes it from item to item, closes it. One item is heard at a time, and each keeps when it began and ended. */
@ApplicationScoped
public class Running {

    private final Meetings meetings;
    private final Agendas agendas;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Event<MeetingClosed> closed;
    private final Quorums quorums;

    Running(Meetings meetings, Agendas agendas, Viewers viewers, Permissions permissions, Event<MeetingClosed> closed, Quorums quorums) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.viewers = viewers;
        this.permissions = permissions;
        this.closed = closed;
        this.quorums = quorums;
    }

    public void open(UUID meetingId) {
        mine(meetingId).open(viewers.current().now());
    }

    /**
     * Goes on to the first item that was not heard, after the one that is heard now.
     *
     * @param from the item that the person saw when it pressed the button, or null; when another person has gone on already, nothing happens
     * @return the item, or null when all have been heard
     */
    public AgendaItem next(UUID meetingId, UUID from) {
        var meeting = mine(meetingId);
        meeting.requireOpen();
        var items = agendas.items(meetingId);
        if (meeting.currentItemId() != null && !meeting.currentItemId().equals(from)) {
            return items.stream().filter(i -> i.id().equals(meeting.currentItemId())).findFirst().orElse(null);
        }
        refuseWithoutQuorum(meetingId);
        int at = from == null ? 0 : position(items, from) + 1;
        var next = items.stream().skip(at).filter(i -> i.endedAt() == null).findFirst()
                .or(() -> items.stream().filter(i -> i.endedAt() == null && !i.id().equals(from)).findFirst()).orElse(null);
        turn(meeting, items, next);
        return next;
    }

    /** Takes up any item, also one that was heard before. */
    public AgendaItem turnTo(UUID meetingId, UUID itemId) {
        var meeting = mine(meetingId);
        meeting.requireOpen();
        refuseWithoutQuorum(meetingId);
        var item = agendas.item(meetingId, itemId);
        turn(meeting, agendas.items(meetingId), item);
        return item;
    }

    /** Nothing is heard without a quorum before someone has said why it goes on. */
    private void refuseWithoutQuorum(UUID meetingId) {
        var quorum = quorums.of(meetings.head(meetingId));
        if (quorum.open()) {
            throw new MeetingRefusal("Not quorate: " + quorum.words() + ". Say why the meeting goes on, or wait.");
        }
    }

    /** It goes on without a quorum. Who was missing at that moment is kept with the reason, and the first reason stays. */
    void goOnWithout(UUID meetingId, String reason) {
        var meeting = mine(meetingId);
        var quorum = quorums.of(meetings.head(meetingId));
        if (quorum.open()) {
            meeting.goOnWithout(quorum.words(), reason);
        }
    }

    /** A break begins, or ends. Pressed twice it changes nothing. */
    void rest(UUID meetingId, boolean begins) {
        var meeting = mine(meetingId);
        if (begins) {
            meeting.pause(viewers.current().now());
        } else {
            resume(meeting, agendas.items(meetingId));
        }
    }

    private void resume(Meeting meeting, List<AgendaItem> items) {
        var length = meeting.resume(viewers.current().now());
        items.stream().filter(i -> i.id().equals(meeting.currentItemId())).forEach(i -> i.paused(length));
    }

    private void turn(Meeting meeting, List<AgendaItem> items, AgendaItem next) {
        var now = viewers.current().now();
        resume(meeting, items);
        end(meeting, items, next);
        if (next != null) {
            next.start(now);
        }
        meeting.turnTo(next, now);
    }

    private void end(Meeting meeting, List<AgendaItem> items, AgendaItem next) {
        items.stream().filter(i -> i.id().equals(meeting.currentItemId()) && i != next).forEach(i -> i.end(viewers.current().now()));
    }

    public void close(UUID meetingId) {
        var meeting = mine(meetingId);
        var items = agendas.items(meetingId);
        if (meeting.state() == MeetingState.OPEN) {
            resume(meeting, items);
        }
        end(meeting, items, null);
        meeting.close(viewers.current().now());
        closed.fire(new MeetingClosed(meetingId, meeting.panelId()));
    }

    private Meeting mine(UUID meetingId) {
        var meeting = meetings.byId(meetingId);
        permissions.require(Permission.RUN_MEETING, meeting.panelId());
        return meetings.forWriting(meetingId);
    }

    private static int position(List<AgendaItem> items, UUID id) {
        return items.stream().map(AgendaItem::id).toList().indexOf(id);
    }

    /** The item being heard, for those who record. */
    AgendaItem current(UUID meetingId, UUID itemId) {
        var meeting = meetings.byId(meetingId);
        meeting.requireOpen();
        var item = agendas.item(meetingId, itemId);
        if (item.caseId() == null) {
            throw new MeetingRefusal("This item is about no case.");
        }
        return item;
    }
}
