package org.panelhub.actions;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.audit.Writers;
import org.panelhub.live.Watching;
import org.panelhub.page.Choice;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;
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

/** The action tracker, and the page of one action, where it is reported on and changed. */
@Path("/actions")
@Authenticated
public class ActionPages {

    private static final int INVALID = 422;
    private static final int CONFLICT = 409;

    private final Actions actions;
    private final Tracker tracker;
    private final Owners owners;
    private final Panels panels;
    private final Flash flash;
    private final Writers writers;
    private final Watching watching;

    ActionPages(Actions actions, Tracker tracker, Owners owners, Panels panels, Flash flash, Writers writers, Watching watching) {
        this.actions = actions;
        this.tracker = tracker;
        this.owners = owners;
        this.panels = panels;
        this.flash = flash;
        this.writers = writers;
        this.watching = watching;
    }

    @CheckedTemplate(basePath = "actions")
    static class Templates {
        static native TemplateInstance list(List<ActionView> actions, ActionFilter filter, Choices choices, String next);

        static native TemplateInstance action(Shown shown, ReportForm form, Errors errors);

        static native TemplateInstance change(ActionView view, ActionForm form, Errors errors, List<Choice> agencies, List<Choice> people, Differences differences);
    }

    /** What can be asked of the tracker. */
    record Choices(List<Choice> whose, List<Choice> states, List<Choice> panels) {
    }

    /**
     * An action with its history.
     *
     * @param overtaken what somebody else saved first, so that what was typed has not been saved; null when nobody did
     */
    record Shown(ActionView action, List<ReportView> reports, boolean mayReport, boolean mayChange, List<Choice> ends, Differences overtaken) {
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery String whose, @RestQuery String state, @RestQuery String panel, @RestQuery String after) {
        var filter = new ActionFilter(whose, state, panel, after);
        var found = tracker.list(filter);
        watching.ofList("actions", found.actions().stream().map(ActionView::id));
        var choices = new Choices(ActionFilter.WHOSE, ActionFilter.STATES, panels.list().stream().map(p -> Choice.of(p.id(), p.shortName())).toList());
        return Templates.list(found.actions(), filter, choices, found.next());
    }

    @GET
    @Path("/{id}")
    @Transactional
    public TemplateInstance open(@RestPath UUID id) {
        var shown = shown(id, null);
        return Templates.action(shown, ReportForm.empty(shown.action.version()), Errors.none());
    }

    @POST
    @Path("/{id}/report")
    @Transactional
    public Response report(@RestPath UUID id, @BeanParam ReportForm form) {
        actions.requireReport(id);
        var errors = form.validate();
        if (errors.any()) {
            return Response.status(INVALID).entity(Templates.action(shown(id, null), form, errors)).build();
        }
        try {
            actions.report(id, form.seen(), form.chosen(), form.words());
        } catch (ActionChanged | AlreadyReported e) {
            var shown = shown(id, new Differences(writers.last("action", id)));
            return Response.status(CONFLICT).entity(Templates.action(shown, new ReportForm(form.state(), form.words(), shown.action.version()), Errors.none())).build();
        }
        flash.done(form.chosen() == Action.State.OPEN ? "The action is open again." : "Your report is kept. Thank you.");
        return Response.seeOther(URI.create("/actions/" + id)).build();
    }

    @GET
    @Path("/{id}/change")
    @Transactional
    public TemplateInstance change(@RestPath UUID id) {
        actions.requireChange(id);
        var action = tracker.byId(id);
        return changing(action, ActionForm.of(action), Errors.none(), null);
    }

    @POST
    @Path("/{id}/change")
    @Transactional
    public Response save(@RestPath UUID id, @BeanParam ActionForm form) {
        actions.requireChange(id);
        var errors = form.validate();
        if (!errors.any()) {
            try {
                actions.change(id, form.seen(), form.task(), form.agencyId().orElseThrow(), form.personId().orElse(null), form.dueOn());
                flash.done("The action was changed.");
                return Response.seeOther(URI.create("/actions/" + id)).build();
            } catch (Invalid e) {
                errors = e.errors();
            } catch (ActionChanged | AlreadyReported e) {
                var now = tracker.byId(id);
                return Response.status(CONFLICT).entity(changing(now, form, Errors.none(), differences(id, ActionForm.of(now), form))).build();
            }
        }
        return Response.status(INVALID).entity(changing(tracker.byId(id), form, errors, null)).build();
    }

    private TemplateInstance changing(ActionView action, ActionForm form, Errors errors, Differences differences) {
        return Templates.change(action, form, errors, owners.agencies(), owners.people(action.caseId()), differences);
    }

    private Differences differences(UUID id, ActionForm theirs, ActionForm yours) {
        return new Differences(writers.last("action", id)).compare("What is to be done", theirs.task(), yours.task())
                .compare("Agency", named(owners.agencies(), theirs.agency()), named(owners.agencies(), yours.agency()))
                .compare("Person", named(owners.people(null), theirs.person()), named(owners.people(null), yours.person()))
                .compare("Due", String.valueOf(theirs.dueOn()), String.valueOf(yours.dueOn()));
    }

    private static String named(List<Choice> choices, String value) {
        return choices.stream().filter(c -> c.value().equals(value)).map(Choice::text).findFirst().orElse("");
    }

    private Shown shown(UUID id, Differences overtaken) {
        var action = actions.byId(id);
        return new Shown(tracker.byId(id), tracker.reports(id), actions.mayReport(action), actions.mayAgree(action.panelId(), action.caseId()), ReportForm.ENDS, overtaken);
    }
}
