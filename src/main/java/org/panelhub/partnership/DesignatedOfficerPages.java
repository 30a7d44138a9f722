package org.panelhub.partnership;

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

/** Whom each relevant body has named for what the law addresses to it. For the administrator. */
@Path("/designated-officers")
@Authenticated
public class DesignatedOfficerPages {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 200;

    private final DesignatedOfficers officers;
    private final Signatories signatories;
    private final Permissions permissions;
    private final Flash flash;

    DesignatedOfficerPages(DesignatedOfficers officers, Signatories signatories, Permissions permissions, Flash flash) {
        this.officers = officers;
        this.signatories = signatories;
        this.permissions = permissions;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "partnership")
    static class Templates {
        static native TemplateInstance designatedOfficers(List<DesignatedOfficers.View> officers, List<Choice> bodies, String body, String name, String email, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        permissions.require(Permission.SET_UP);
        return page("", "", "", Errors.none());
    }

    @POST
    @Transactional
    public Response name(@RestForm String body, @RestForm String name, @RestForm String email) {
        permissions.require(Permission.SET_UP);
        var check = new Field.Check();
        var chosen = signatories.list().stream().filter(s -> s.id().toString().equals(body)).findFirst();
        check.that(chosen.isPresent(), "body", "Choose the body");
        var officer = check.text("name", "Name", name, LONGEST, true);
        var address = check.email("email", "E-mail address", email, true);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(page(body, name, email, check.errors())).build();
        }
        officers.name(chosen.get().id(), officer, address);
        flash.done(officer + " receives what the law addresses to " + chosen.get().name() + ".");
        return Response.seeOther(URI.create("/designated-officers")).build();
    }

    @POST
    @Path("{id}/end")
    @Transactional
    public Response end(@RestPath UUID id) {
        permissions.require(Permission.SET_UP);
        officers.end(id);
        flash.done("The officer receives no more notices.");
        return Response.seeOther(URI.create("/designated-officers")).build();
    }

    private TemplateInstance page(String body, String name, String email, Errors errors) {
        return Templates.designatedOfficers(officers.current(), signatories.list().stream().map(s -> Choice.of(s.id(), s.name())).toList(), body, name, email, errors);
    }
}
