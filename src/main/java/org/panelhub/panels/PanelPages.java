package org.panelhub.panels;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writers;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;
import org.panelhub.partnership.AgencyView;

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

/** Panels and their texts, for the administrator. */
@Path("/panels")
@Authenticated
public class PanelPages {

    private static final int UNPROCESSABLE = 422;
    private static final String BY_HAND = "none";

    private final Permissions permissions;
    private final Viewers viewers;
    private final Panels panels;
    private final Presets presets;
    private final Arrangements arrangements;
    private final TermsEditions editions;
    private final PanelAgencies panelAgencies;
    private final Seats seats;
    private final Flash flash;
    private final Writers writers;

    PanelPages(Permissions permissions, Viewers viewers, Panels panels, Presets presets, Arrangements arrangements, TermsEditions editions, PanelAgencies panelAgencies, Seats seats, Flash flash, Writers writers) {
        this.permissions = permissions;
        this.viewers = viewers;
        this.panels = panels;
        this.presets = presets;
        this.arrangements = arrangements;
        this.editions = editions;
        this.panelAgencies = panelAgencies;
        this.seats = seats;
        this.flash = flash;
        this.writers = writers;
    }

    @CheckedTemplate(basePath = "panels")
    static class Templates {
        static native TemplateInstance panels(List<PanelView> panels);

        static native TemplateInstance beginnings(List<Choice> beginnings);

        static native TemplateInstance panelForm(String title, String action, PanelForm form, List<Choice> kinds, List<Choice> markings, PanelView panel, Errors errors, Differences theirs);

        static native TemplateInstance panel(PanelView panel, LocalDate today, TermsOfReference terms, List<TermsView> editions, List<ArrangementView> arrangements, List<AgencyView> expected, List<UUID> represented, List<SeatView> seats, List<SeatView> ended, boolean unrepresented);
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        permissions.require(Permission.SET_UP);
        return Templates.panels(panels.list());
    }

    @GET
    @Path("new")
    @Transactional
    public TemplateInstance newPanel(@RestQuery String preset) {
        permissions.require(Permission.SET_UP);
        if (preset == null) {
            var beginnings = new java.util.ArrayList<>(presets.list().stream().map(p -> Choice.of(p.key(), p.title(), p.about())).toList());
            beginnings.add(Choice.of(BY_HAND, "By hand", "You say everything yourself."));
            return Templates.beginnings(beginnings);
        }
        return form(null, presets.find(preset).map(PanelForm::of).orElseGet(PanelForm::empty), Errors.none(), null);
    }

    @POST
    @Path("new")
    @Transactional
    public Response create(@BeanParam PanelForm form) {
        permissions.require(Permission.SET_UP);
        try {
            var id = panels.create(form);
            var preset = presets.find(form.preset());
            flash.done(preset.isPresent() ? "The panel was created with its figures. Now say which agencies it expects." : "The panel was created. Now say how it works.");
            return seeOther("/panels/" + id + (preset.isPresent() ? "/agencies?preset=" + preset.get().key() : "/arrangements/new"));
        } catch (Invalid invalid) {
            return again(form(null, form, invalid.errors(), null));
        }
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance open(@RestPath UUID id) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        var today = viewers.current().today();
        var all = seats.of(id);
        var current = all.stream().filter(s -> !s.endedBy(today)).toList();
        var represented = current.stream().map(SeatView::agencyId).toList();
        var expected = panelAgencies.expected(id);
        return Templates.panel(panel, today, panels.terms(id), editions.of(id), arrangements.of(id), expected, represented, current, all.stream().filter(s -> s.endedBy(today) && !s.during().isEmpty()).toList(),
                expected.stream().anyMatch(a -> !represented.contains(a.id())));
    }

    @GET
    @Path("{id}/edit")
    @Transactional
    public TemplateInstance edit(@RestPath UUID id) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        return form(panel, PanelForm.of(panel), Errors.none(), null);
    }

    @POST
    @Path("{id}/edit")
    @Transactional
    public Response change(@RestPath UUID id, @BeanParam PanelForm typed) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        var form = new PanelForm("", panel.kind().name(), typed.name(), typed.shortName(), typed.purpose(), typed.marking(), typed.tasking(), typed.undertakingText(), typed.declarationText(),
                typed.version());
        try {
            panels.change(id, form);
        } catch (Invalid invalid) {
            return again(form(panel, form, invalid.errors(), null));
        } catch (OptimisticLockException stale) {
            return Response.status(Response.Status.CONFLICT).entity(form(panel, form, Errors.none(), new Differences(writers.last("panel", panel.id())).compare("Name", panel.name(), form.name())
                    .compare("Short name", panel.shortName(), form.shortName()).compare("Purpose", panel.purpose(), form.purpose()).compare("Marking", panel.marking(), form.marking()).compare("Tasks enforcement", panel.tasking() ? "Yes" : "No", form.tasks() ? "Yes" : "No")
                    .compare("Undertaking", panel.undertakingText(), form.undertakingText()).compare("Declaration", panel.declarationText(), form.declarationText()))).build();
        }
        flash.done("The panel was changed. Who has signed its undertaking before has signed the earlier words.");
        return seeOther("/panels/" + id);
    }

    private TemplateInstance form(PanelView panel, PanelForm form, Errors errors, Differences theirs) {
        return Templates.panelForm(panel == null ? "Create a panel" : "Change " + panel.shortName(), panel == null ? "/panels/new" : "/panels/" + panel.id() + "/edit", form,
                Choice.of(PanelKind.class, PanelKind::label), PanelForm.MARKINGS.stream().map(m -> Choice.of(m, m)).toList(), panel, errors, theirs);
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    private static Response again(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
