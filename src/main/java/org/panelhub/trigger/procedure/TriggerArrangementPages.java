package org.panelhub.trigger.procedure;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
import org.panelhub.panels.PanelKind;
import org.panelhub.panels.Panels;
import org.panelhub.trigger.rules.Route;
import org.panelhub.trigger.rules.TriggerRules;

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

/**
 * The area's review procedure, as it holds, held and will hold. Every member may read what the Act has published (2014 Act, section 104(2)(b)); an administrator, or whoever triages
 * for the board that reviews, arranges it anew.
 */
@Path("/set-up/community-trigger")
@Authenticated
public class TriggerArrangementPages {

    private static final int UNPROCESSABLE = 422;
    private static final String AS_IT_STANDS = "now";
    private static final String HERE = "/set-up/community-trigger";
    private static final List<String> COMPARED = List.of("Qualifying complaints", "Months", "Weighed", "Hate incidents and months", "Different people and months", "Discretion", "Times", "Amber", "To tell others and to answer");

    private final Permissions permissions;
    private final Viewers viewers;
    private final TriggerArrangements arrangements;
    private final TriggerPresets presets;
    private final Panels panels;
    private final Writers writers;
    private final Flash flash;

    TriggerArrangementPages(Permissions permissions, Viewers viewers, TriggerArrangements arrangements, TriggerPresets presets, Panels panels, Writers writers, Flash flash) {
        this.permissions = permissions;
        this.viewers = viewers;
        this.arrangements = arrangements;
        this.presets = presets;
        this.panels = panels;
        this.writers = writers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger")
    static class Templates {
        static native TemplateInstance arrangements(List<TriggerArrangementView> now, List<TriggerArrangementView> others, TriggerRules statutory, boolean may, boolean setsUp);

        static native TemplateInstance arrangementBeginnings(List<Choice> beginnings, String chosen);

        static native TemplateInstance arrangement(TriggerArrangementForm form, List<Choice> weighed, boolean first, Errors errors, Differences theirs, String newest);
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        var today = viewers.current().today();
        var all = arrangements.all();
        return Templates.arrangements(all.stream().filter(a -> a.during().contains(today)).toList(), all.stream().filter(a -> !a.during().contains(today)).toList(), presets.statutory(), may(), permissions.may(Permission.SET_UP));
    }

    @GET
    @Path("new")
    @Transactional
    public TemplateInstance arrangeNew(@RestQuery String preset) {
        require();
        var today = viewers.current().today();
        var standing = arrangements.on(today);
        if (preset == null) {
            var beginnings = new ArrayList<Choice>();
            standing.ifPresent(s -> beginnings.add(Choice.of(AS_IT_STANDS, "As it stands now", "You change what is to be different.")));
            presets.list().forEach(p -> beginnings.add(Choice.of(p.key(), p.title(), p.about())));
            return Templates.arrangementBeginnings(beginnings, beginnings.getFirst().value());
        }
        var rules = presets.find(preset).map(TriggerPreset::rules).or(() -> standing.map(TriggerArrangementView::rules)).orElseGet(presets::statutory);
        return form(TriggerArrangementForm.of(arrangements.earliest().orElse(today), rules, arrangements.newest()), Errors.none(), null);
    }

    @POST
    @Path("new")
    @Transactional
    public Response arrange(@BeanParam TriggerArrangementForm form) {
        require();
        try {
            arrangements.add(form);
        } catch (Invalid invalid) {
            return Response.status(UNPROCESSABLE).entity(form(form, invalid.errors(), null)).build();
        } catch (OptimisticLockException stale) {
            var newest = arrangements.all().getFirst();
            var theirs = new Differences(writers.last("trigger_arrangement", newest.id()));
            var stands = TriggerArrangementForm.of(newest.during().from(), newest.rules(), "").words();
            var typed = form.words();
            for (int i = 0; i < COMPARED.size(); i++) {
                theirs.compare(COMPARED.get(i), stands.get(i), typed.get(i));
            }
            return Response.status(Response.Status.CONFLICT).entity(form(form, Errors.none(), theirs)).build();
        }
        flash.done("The arrangement was kept.");
        return Response.seeOther(URI.create(HERE)).build();
    }

    private TemplateInstance form(TriggerArrangementForm form, Errors errors, Differences theirs) {
        var weighed = Stream.of(Route.values()).filter(TriggerRules.WEIGHED::contains).map(r -> Choice.of(r, r.label())).toList();
        return Templates.arrangement(form, weighed, arrangements.earliest().isEmpty(), errors, theirs, arrangements.newest());
    }

    /** Which board reviews is said elsewhere; boards of this kind are there for nothing else. */
    private boolean may() {
        return permissions.may(Permission.SET_UP) || panels.list().stream().anyMatch(p -> p.kind() == PanelKind.CT_MARAC && permissions.may(Permission.TRIAGE, p.id()));
    }

    private void require() {
        if (!may()) {
            permissions.require(Permission.SET_UP);
        }
    }
}
