package org.panelhub.room;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.meetings.Declaration;
import org.panelhub.meetings.Declarations;
import org.panelhub.meetings.MeetingHead;
import org.panelhub.meetings.MeetingRefusal;
import org.panelhub.meetings.MeetingState;
import org.panelhub.meetings.Meetings;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Idempotency;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The live meeting: its page, and taking it from opening to closing. Who has not signed the declaration is sent to it, and sees no paper. */
@Path("/meetings/{id}/room")
@Authenticated
public class RoomPages {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 500;

    private final RoomDesk desk;
    private final RoomCards cards;
    private final Meetings meetings;
    private final Doorway doorway;
    private final Running running;
    private final Permissions permissions;
    private final Flash flash;
    private final Idempotency idempotency;

    RoomPages(RoomDesk desk, RoomCards cards, Meetings meetings, Doorway doorway, Running running, Permissions permissions, Flash flash, Idempotency idempotency) {
        this.desk = desk;
        this.cards = cards;
        this.meetings = meetings;
        this.doorway = doorway;
        this.running = running;
        this.permissions = permissions;
        this.flash = flash;
        this.idempotency = idempotency;
    }

    @CheckedTemplate(basePath = "room")
    static class Templates {
        static native TemplateInstance room(RoomView view, RoomForms forms, Errors errors, boolean ready);

        static native TemplateInstance closing(MeetingHead head, RoomView view);
    }

    /** @param ready the form of which the page comes back, whose field is ready for the next */
    @GET
    @Transactional
    public Response room(@RestPath UUID id, @RestQuery String ready) {
        desk.begins(id);
        var head = meetings.head(id);
        return doorway.elsewhere(head).orElseGet(() -> Response.ok(page(desk.room(id, null), "spoken".equals(ready))).build());
    }

    /** What an open page asks every few seconds. It holds no word of a case; who may not be in the room learns nothing from it. */
    @GET
    @Path("stamp")
    @Transactional
    public Response stamp(@RestPath UUID id) {
        if (!meetings.head(id).open() || !doorway.inside(id)) {
            throw new NotFound("room", id);
        }
        return Response.ok(desk.stamp(id)).type(MediaType.TEXT_PLAIN).build();
    }

    @POST
    @Path("open")
    @Transactional
    public Response open(@RestPath UUID id) {
        var head = meetings.head(id);
        return refusedOr(head, () -> {
            running.open(id);
            flash.done("The meeting is open.");
        });
    }

    /** @param from the item on the page from which the button was pressed */
    @POST
    @Path("next")
    @Transactional
    public Response next(@RestPath UUID id, @RestForm String from, @RestForm String once) {
        var head = meetings.head(id);
        // Sent again after somebody took the same item up anew, it would go on from there too.
        return refusedOr(head, () -> idempotency.once(once, head.path() + "/room/next", List.of(Objects.requireNonNullElse(from, "")), () -> {
            if (running.next(id, Ids.of(from)) == null) {
                flash.note("All items have been heard. Close the meeting when you are done.");
            }
            return true;
        }));
    }

    @POST
    @Path("turn")
    @Transactional
    public Response turn(@RestPath UUID id, @RestForm String item) {
        var head = meetings.head(id);
        if (!Ids.is(item)) {
            throw new NotFound("agenda item", item);
        }
        return refusedOr(head, () -> running.turnTo(id, Ids.of(item)));
    }

    /** It goes on without a quorum, for a reason. */
    @POST
    @Path("quorum")
    @Transactional
    public Response goOn(@RestPath UUID id, @RestForm String quorum) {
        var head = meetings.head(id);
        permissions.require(Permission.RUN_MEETING, head.panelId());
        var elsewhere = doorway.elsewhere(head);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        var check = new Field.Check();
        var reason = check.text("quorum", "The reason", quorum, LONGEST, true);
        if (check.errors().any()) {
            var view = desk.room(id, null);
            return Response.status(UNPROCESSABLE).entity(Templates.room(view, cards.forms(view).withQuorum(quorum), check.errors(), false)).build();
        }
        return refusedOr(head, () -> running.goOnWithout(id, reason));
    }

    /** @param begins "true" where a break begins; else it ends */
    @POST
    @Path("break")
    @Transactional
    public Response rest(@RestPath UUID id, @RestForm String begins) {
        return refusedOr(meetings.head(id), () -> running.rest(id, "true".equals(begins)));
    }

    @GET
    @Path("close")
    @Transactional
    public Response askToClose(@RestPath UUID id) {
        var head = meetings.head(id);
        permissions.require(Permission.RUN_MEETING, head.panelId());
        return doorway.elsewhere(head).orElseGet(() -> Response.ok(Templates.closing(head, desk.room(id, null))).build());
    }

    @POST
    @Path("close")
    @Transactional
    public Response close(@RestPath UUID id) {
        var head = meetings.head(id);
        try {
            running.close(id);
            flash.done("The meeting is closed.");
        } catch (MeetingRefusal refusal) {
            flash.note(refusal.getMessage());
        }
        return Doorway.to(head.path());
    }

    private TemplateInstance page(RoomView view, boolean ready) {
        return Templates.room(view, cards.forms(view), Errors.none(), ready);
    }

    private Response refusedOr(MeetingHead head, Runnable work) {
        try {
            work.run();
        } catch (MeetingRefusal refusal) {
            flash.note(refusal.getMessage());
            return Doorway.to(head.open() ? head.path() + "/room" : head.path());
        }
        return Doorway.to(head.path() + "/room");
    }

}
