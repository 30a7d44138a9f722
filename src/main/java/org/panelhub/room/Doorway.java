package org.panelhub.room;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.identity.Viewers;
import org.panelhub.meetings.Declaration;
import org.panelhub.meetings.Declarations;
import org.panelhub.meetings.MeetingHead;
import org.panelhub.meetings.MeetingState;
import org.panelhub.page.Flash;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** The one way into the room: the meeting is open, and whoever comes has signed its declaration and still stands on the panel, is invited or watches. Everything under the room's address asks here first. */
@ApplicationScoped
class Doorway {

    private final Declarations declarations;
    private final Viewers viewers;
    private final Flash flash;
    private final Session rows;

    Doorway(Declarations declarations, Viewers viewers, Flash flash, Session rows) {
        this.declarations = declarations;
        this.viewers = viewers;
        this.flash = flash;
        this.rows = rows;
    }

    /** Whether the viewer has signed for the meeting itself, not only to read its minutes. */
    private boolean signed(UUID meetingId) {
        return declarations.of(meetingId, viewers.current().memberId()).filter(d -> d.purpose() == Declaration.Purpose.MEETING).isPresent();
    }

    /** Signed, and nothing of what that rests on has ended since. */
    boolean inside(UUID meetingId) {
        return rows.createNativeQuery("select access.in_room(:id)", Boolean.class).setParameter("id", meetingId).getSingleResult();
    }

    /** Where the viewer is sent instead; empty when it may come in. */
    Optional<Response> elsewhere(MeetingHead head) {
        if (!signed(head.id())) {
            flash.note("Sign the declaration before you go into the room.");
            return Optional.of(to(head.path() + "/declaration"));
        }
        if (!head.open()) {
            flash.note(head.state() == MeetingState.CLOSED ? "The meeting is closed." : "The room opens when the meeting begins.");
            return Optional.of(to(head.path()));
        }
        if (!inside(head.id())) {
            flash.note("You are not in the room now. A seat, a signature, an undertaking or an invitation that it rests on has ended.");
            return Optional.of(to(head.path()));
        }
        return Optional.empty();
    }

    static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
