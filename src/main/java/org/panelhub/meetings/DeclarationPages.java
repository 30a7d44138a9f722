package org.panelhub.meetings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Refusals;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The declaration: read and signed on one's own device, or recorded by the coordinator. It is the door of the room. */
@Path("/meetings/{id}/declaration")
@Authenticated
public class DeclarationPages {

    private static final int UNPROCESSABLE = 422;

    private final Meetings meetings;
    private final Declarations declarations;
    private final Attendances attendances;
    private final Recipients recipients;
    private final Permissions permissions;
    private final Refusals refusals;
    private final Viewers viewers;
    private final Flash flash;

    DeclarationPages(Meetings meetings, Declarations declarations, Attendances attendances, Recipients recipients, Permissions permissions, Refusals refusals, Viewers viewers,
            Flash flash) {
        this.meetings = meetings;
        this.declarations = declarations;
        this.attendances = attendances;
        this.recipients = recipients;
        this.permissions = permissions;
        this.refusals = refusals;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "meetings")
    static class Templates {
        static native TemplateInstance declaration(MeetingHead head, String signed, String obstacle, boolean mayRecord, List<Choice> unsigned, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance read(@RestPath UUID id) {
        return page(id, Errors.none());
    }

    @POST
    @Transactional
    public Response sign(@RestPath UUID id, @RestForm String agree) {
        var head = meetings.head(id);
        if (!"true".equals(agree)) {
            return Response.status(UNPROCESSABLE).entity(page(id, Errors.one("agree", "Tick the box to say that you have read the declaration and will keep to it"))).build();
        }
        try {
            declarations.sign(id);
        } catch (AlreadySigned signed) {
            flash.note(signed.getMessage());
            return Response.seeOther(URI.create(head.path() + "/declaration")).build();
        } catch (MeetingRefusal refusal) {
            refusals.refused("declaration", id.toString(), refusal.getMessage());
            return Response.status(Response.Status.FORBIDDEN).entity(page(id, Errors.none())).build();
        }
        flash.done("You have signed the declaration." + (head.open() ? "" : " The room opens when the meeting begins."));
        return Response.seeOther(URI.create(head.open() ? head.path() + "/room" : head.path())).build();
    }

    @POST
    @Path("record")
    @Transactional
    public Response record(@RestPath UUID id, @RestForm String member) {
        var head = meetings.head(id);
        permissions.require(Permission.RECORD_MEETING, head.panelId());
        if (member == null || !member.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Response.status(UNPROCESSABLE).entity(page(id, Errors.one("member", "Choose the person who signed"))).build();
        }
        try {
            declarations.record(id, UUID.fromString(member));
            flash.done("The declaration is recorded.");
        } catch (MeetingRefusal refusal) {
            flash.note(refusal.getMessage());
        }
        return Response.seeOther(URI.create(head.path() + "/declaration")).build();
    }

    private TemplateInstance page(UUID id, Errors errors) {
        var head = meetings.head(id);
        var signed = declarations.of(id, viewers.current().memberId()).filter(d -> d.purpose() == Declaration.Purpose.MEETING).map(d -> Dates.moment(d.signedAt())).orElse(null);
        var mayRecord = head.ahead() && permissions.may(Permission.RECORD_MEETING, head.panelId());
        return Templates.declaration(head, signed, signed == null ? declarations.obstacle(meetings.byId(id)).orElse(null) : null, mayRecord, mayRecord ? unsigned(head) : List.of(), errors);
    }

    /** Who may sign and has not: seats with standing, and those invited to observe. */
    private List<Choice> unsigned(MeetingHead head) {
        var people = attendances.of(head.id());
        var signed = people.stream().filter(AttendanceView::signed).map(AttendanceView::memberId).toList();
        var choices = new ArrayList<>(recipients.of(head.panelId()).stream().filter(r -> r.receives() && !signed.contains(r.memberId())).map(r -> Choice.of(r.memberId(), r.who())).toList());
        people.stream().filter(p -> (p.observer() || p.guest()) && !p.signed()).forEach(p -> choices.add(Choice.of(p.memberId(), p.whoAndSeat())));
        return choices;
    }
}
