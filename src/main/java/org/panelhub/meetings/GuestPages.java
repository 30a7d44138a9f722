package org.panelhub.meetings;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Who comes as a guest, and for which case. For the coordinator. */
@Path("/meetings/{id}/guests")
@Authenticated
public class GuestPages {

    private static final int UNPROCESSABLE = 422;

    private final Meetings meetings;
    private final Guests guests;
    private final Permissions permissions;
    private final Flash flash;

    GuestPages(Meetings meetings, Guests guests, Permissions permissions, Flash flash) {
        this.meetings = meetings;
        this.guests = guests;
        this.permissions = permissions;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "meetings")
    static class Templates {
        static native TemplateInstance guests(MeetingHead head, List<Guests.View> guests, List<Choice> cases, String chosen, String guest, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath UUID id) {
        var head = meetings.head(id);
        permissions.require(Permission.SCHEDULE, head.panelId());
        return page(head, "", "", Errors.none());
    }

    @POST
    @Transactional
    public Response invite(@RestPath UUID id, @RestForm("case") String chosen, @RestForm String guest) {
        var head = meetings.head(id);
        permissions.require(Permission.SCHEDULE, head.panelId());
        var check = new Field.Check();
        var email = check.email("guest", "Work e-mail address", guest, true);
        var slot = guests.slots(id).stream().filter(s -> s.caseId().toString().equals(chosen)).findFirst();
        check.that(slot.isPresent(), "case", "Choose the item of the agenda");
        if (!check.errors().any()) {
            try {
                guests.invite(id, slot.get().caseId(), email);
                flash.done("The guest is invited.");
                return to(id);
            } catch (MeetingRefusal refusal) {
                check.that(false, "guest", refusal.getMessage());
            }
        }
        return Response.status(UNPROCESSABLE).entity(page(head, chosen, guest, check.errors())).build();
    }

    @POST
    @Path("{guest}/end")
    @Transactional
    public Response end(@RestPath UUID id, @RestPath UUID guest) {
        guests.end(id, guest);
        flash.done("The invitation has ended. The guest sees the case no longer.");
        return to(id);
    }

    private TemplateInstance page(MeetingHead head, String chosen, String guest, Errors errors) {
        return Templates.guests(head, guests.of(head.id()), guests.slots(head.id()).stream().map(s -> Choice.of(s.caseId(), s.title())).toList(), chosen, guest, errors);
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create("/meetings/" + id + "/guests")).build();
    }
}
