package org.panelhub.panels;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writers;
import org.panelhub.page.Choice;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The terms of reference of a panel: what it takes, its agenda, its outcomes, its minutes. For the administrator. */
@Path("/panels/{id}/terms")
@Authenticated
public class TermsPages {

    private static final int UNPROCESSABLE = 422;
    private static final List<String> FIELDS = List.of("What it takes", "What one of them is called", "Whom it takes", "Agenda", "Outcomes", "Put off", "Minutes", "Minutes of each case");

    private final Permissions permissions;
    private final Panels panels;
    private final TermsEditions editions;
    private final Flash flash;
    private final Writers writers;

    TermsPages(Permissions permissions, Panels panels, TermsEditions editions, Flash flash, Writers writers) {
        this.permissions = permissions;
        this.panels = panels;
        this.editions = editions;
        this.flash = flash;
        this.writers = writers;
    }

    @CheckedTemplate(basePath = "panels")
    static class Templates {
        static native TemplateInstance terms(PanelView panel, TermsForm form, List<Choice> subjects, List<Choice> gates, Errors errors, Differences theirs, String newest);
    }

    @GET
    @Path("new")
    @Transactional
    public TemplateInstance newTerms(@RestPath UUID id) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        return page(panel, standing(id), Errors.none(), null);
    }

    @POST
    @Path("new")
    @Transactional
    public Response agree(@RestPath UUID id, @BeanParam TermsForm form) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        try {
            panels.agree(id, form);
        } catch (Invalid invalid) {
            return Response.status(UNPROCESSABLE).entity(page(panel, form, invalid.errors(), null)).build();
        } catch (OptimisticLockException stale) {
            return Response.status(Response.Status.CONFLICT).entity(page(panel, form, Errors.none(), differences(id, form))).build();
        }
        flash.done("The terms of reference were kept.");
        return Response.seeOther(URI.create("/panels/" + id)).build();
    }

    /** The newest ones, to be changed. */
    private TermsForm standing(UUID id) {
        var terms = editions.of(id).stream().findFirst().map(TermsView::terms).orElseGet(() -> panels.terms(id));
        return TermsForm.of(editions.earliest(id), terms, editions.newest(id));
    }

    private Differences differences(UUID id, TermsForm yours) {
        var newest = editions.of(id).stream().findFirst();
        var differences = new Differences(newest.flatMap(t -> writers.last("terms", t.id())));
        var left = standing(id).words();
        var right = yours.words();
        for (int i = 0; i < FIELDS.size(); i++) {
            differences.compare(FIELDS.get(i), left.get(i), right.get(i));
        }
        return differences;
    }

    private TemplateInstance page(PanelView panel, TermsForm form, Errors errors, Differences theirs) {
        return Templates.terms(panel, form, Choice.of(SubjectKind.class, SubjectKind::label), Choice.of(Gate.class, Gate::label), errors, theirs, editions.newest(panel.id()));
    }
}
