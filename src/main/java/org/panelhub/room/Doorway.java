package org.panelhub.room;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.identity.Viewers;
import org.panelhub.meetings.Declaration;
import org.panelhub.meetings.Declarations;
import org.panelhub.meetings.MeetingHead;
import org.panelhub.meetings.MeetingState;
import org.panelhub.page.Flash;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** The one way into the room: the meeting is open, and whoever comes has signed its declaration. Everything under the room's address asks here first. */
@ApplicationScoped
class Doorway {

    private final Declarations declarations;
    private final Viewers viewers;
    private final Flash flash;

    Doorway(Declarations declarations, Viewers viewers, Flash flash) {
        this.declarations = declarations;
        this.viewers = viewers;
        this.flash = flash;
    }

    /** Whether the viewer has signed for the meeting itself, not only to read its minutes. */
    boolean signed(UUID meetingId) {
        return declarations.of(meetingId, viewers.current().memberId()).filter(d -> d.purpose() == Declaration.Purpose.MEETING).isPresent();
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
        return Optional.empty();
    }

    static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
