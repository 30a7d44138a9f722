package org.panelhub.panels;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Deputies on a panel: a representative names one, coordinator or chair confirm it. */
@Path("/panels/{id}/deputies")
@Authenticated
public class DeputyPages {

    private static final int UNPROCESSABLE = 422;

    private final Panels panels;
    private final Deputies deputies;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Flash flash;

    DeputyPages(Panels panels, Deputies deputies, Permissions permissions, Viewers viewers, Flash flash) {
        this.panels = panels;
        this.deputies = deputies;
        this.permissions = permissions;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "panels")
    static class Templates {
        static native TemplateInstance deputies(PanelView panel, List<DeputyView> deputies, List<Choice> represented, DeputyForm form, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath UUID id) {
        var panel = panels.byId(id);
        permissions.require(Permission.NAME_DEPUTY, id);
        return page(panel, DeputyForm.empty(viewers.current().today()), Errors.none());
    }

    @POST
    @Transactional
    public Response name(@RestPath UUID id, @BeanParam DeputyForm form) {
        var panel = panels.byId(id);
        permissions.require(Permission.NAME_DEPUTY, id);
        try {
            deputies.name(id, form);
        } catch (Invalid invalid) {
            return Response.status(UNPROCESSABLE).entity(page(panel, form, invalid.errors())).build();
        }
        flash.done("The deputy is named. It holds the seat once somebody else has confirmed it, and sees cases once it has signed the undertaking.");
        return to(id);
    }

    @POST
    @Path("{deputy}/confirm")
    @Transactional
    public Response confirm(@RestPath UUID id, @RestPath UUID deputy) {
        deputies.confirm(id, deputy);
        flash.done("The deputy is confirmed.");
        return to(id);
    }

    @POST
    @Path("{deputy}/refuse")
    @Transactional
    public Response refuse(@RestPath UUID id, @RestPath UUID deputy) {
        deputies.refuse(id, deputy);
        flash.done("The deputy is not confirmed.");
        return to(id);
    }

    @POST
    @Path("{deputy}/end")
    @Transactional
    public Response end(@RestPath UUID id, @RestPath UUID deputy) {
        deputies.end(id, deputy);
        flash.done("The deputy’s place has ended.");
        return to(id);
    }

    private TemplateInstance page(PanelView panel, DeputyForm form, Errors errors) {
        var represented = deputies.represented(panel.id()).stream().map(s -> Choice.of(s.memberId(), s.member() + ", " + s.agency())).distinct().toList();
        return Templates.deputies(panel, deputies.of(panel.id()), represented, form, errors);
    }

    private static Response to(UUID panel) {
        return Response.seeOther(URI.create("/panels/" + panel + "/deputies")).build();
    }
}
