package org.panelhub.sharing.controller;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.Cases;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** What a controller holds, for its information lead: a reason first, then the list, then one item at a time. */
@Path("/our-information")
@Authenticated
public class ControllerPages {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1000;

    private final ControllerItems items;
    private final Permissions permissions;
    private final Viewers viewers;

    ControllerPages(ControllerItems items, Permissions permissions, Viewers viewers) {
        this.items = items;
        this.permissions = permissions;
        this.viewers = viewers;
    }

    @CheckedTemplate(basePath = "sharing")
    static class Templates {
        static native TemplateInstance controller(String agency, List<ControllerAccess> accesses, String reason, Errors errors);

        static native TemplateInstance controllerItems(ControllerAccess access, List<ControllerItem> items, String reference, UUID next);

        static native TemplateInstance controllerItem(ControllerAccess access, ControllerItem item);
    }

    @GET
    @Transactional
    public TemplateInstance begin() {
        permissions.require(Permission.OPEN_CONTROLLERS_INFORMATION);
        return page(null, Errors.none());
    }

    private TemplateInstance page(String reason, Errors errors) {
        return Templates.controller(viewers.current().agencyOrNone(), items.accesses(), reason, errors);
    }

    @POST
    @Transactional
    public Response open(@RestForm String reason) {
        permissions.require(Permission.OPEN_CONTROLLERS_INFORMATION);
        var check = new Field.Check();
        var why = check.text("reason", "Reason", reason, LONGEST_REASON, true);
        check.that(why.isEmpty() || why.length() >= SHORTEST_REASON, "reason", "Reason must say for what it is needed, in 10 characters or more");
        if (check.errors().any()) {
            return Response.status(422).entity(page(reason, check.errors())).build();
        }
        return Response.seeOther(URI.create("/our-information/" + items.open(why))).build();
    }

    @GET
    @Path("{access}")
    @Transactional
    public TemplateInstance list(@PathParam("access") String access, @QueryParam("reference") String reference, @QueryParam("after") String after) {
        var opened = items.usable(NotFound.id("own information", access));
        var find = Field.clean(reference).isEmpty() ? "" : Cases.normalised(reference);
        var found = items.list(opened.id(), find, after == null || after.isBlank() ? null : NotFound.id("own information", after));
        var shown = found.size() > ControllerItems.PAGE ? found.subList(0, ControllerItems.PAGE) : found;
        return Templates.controllerItems(opened, shown, find, found.size() > ControllerItems.PAGE ? shown.getLast().id() : null);
    }

    @GET
    @Path("{access}/items/{item}")
    @Transactional
    public TemplateInstance item(@PathParam("access") String access, @PathParam("item") String item) {
        var opened = items.usable(NotFound.id("own information", access));
        return Templates.controllerItem(opened, items.read(opened.id(), NotFound.id("own information", item)).orElseThrow(() -> new NotFound("item", item)));
    }
}
