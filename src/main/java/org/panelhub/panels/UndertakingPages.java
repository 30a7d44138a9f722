package org.panelhub.panels;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Where a member reads and signs the confidentiality undertaking of a panel. */
@Path("/undertakings/{panel}")
@Authenticated
public class UndertakingPages {

    private static final int UNPROCESSABLE = 422;

    private final Panels panels;
    private final Undertakings undertakings;
    private final Viewers viewers;
    private final Flash flash;

    UndertakingPages(Panels panels, Undertakings undertakings, Viewers viewers, Flash flash) {
        this.panels = panels;
        this.undertakings = undertakings;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "panels")
    static class Templates {
        static native TemplateInstance undertaking(PanelView panel, LocalDate until, boolean due, boolean takesPart, LocalDate nextUntil, String name, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath UUID panel) {
        return page(panel, Errors.none());
    }

    @POST
    @Transactional
    public Response sign(@RestPath UUID panel) {
        try {
            undertakings.sign(panel);
        } catch (Invalid invalid) {
            return Response.status(UNPROCESSABLE).entity(page(panel, invalid.errors())).build();
        }
        flash.done("You have signed the undertaking for a year.");
        return Response.seeOther(URI.create("/undertakings/" + panel)).build();
    }

    private TemplateInstance page(UUID id, Errors errors) {
        var viewer = viewers.current();
        var panel = panels.byId(id);
        var until = undertakings.ownUntil(id).orElse(null);
        return Templates.undertaking(panel, until, Undertakings.due(until, viewer.today()), undertakings.takesPart(id), viewer.today().plusYears(1).minusDays(1), viewer.name(), errors);
    }
}
