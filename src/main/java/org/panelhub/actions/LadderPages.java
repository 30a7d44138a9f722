package org.panelhub.actions;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;
import org.panelhub.panels.PanelView;
import org.panelhub.panels.Panels;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Who is told of a panel's actions that are not done, for the administrator. */
@Path("/panels/{id}/escalation")
@Authenticated
public class LadderPages {

    private static final int INVALID = 422;

    private final Panels panels;
    private final Ladders ladders;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Flash flash;

    LadderPages(Panels panels, Ladders ladders, Permissions permissions, Viewers viewers, Flash flash) {
        this.panels = panels;
        this.ladders = ladders;
        this.permissions = permissions;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "actions")
    static class Templates {
        static native TemplateInstance ladder(PanelView panel, List<LadderView> ladders, LadderForm form, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath UUID id) {
        var panel = permitted(id);
        return Templates.ladder(panel, ladders.of(id), LadderForm.of(viewers.current().today(), ladders.now(id).orElse(null)), Errors.none());
    }

    @POST
    @Transactional
    public Response add(@RestPath UUID id, @BeanParam LadderForm form) {
        var panel = permitted(id);
        try {
            ladders.add(id, form);
        } catch (Invalid e) {
            return Response.status(INVALID).entity(Templates.ladder(panel, ladders.of(id), form, e.errors())).build();
        }
        flash.done("The steps are kept.");
        return Response.seeOther(URI.create("/panels/" + id + "/escalation")).build();
    }

    private PanelView permitted(UUID id) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        return panel;
    }
}
