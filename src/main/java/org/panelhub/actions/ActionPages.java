package org.panelhub.actions;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.audit.Writers;
import org.panelhub.identity.Viewers;
import org.panelhub.live.Watching;
import org.panelhub.page.Choice;
import org.panelhub.page.Csv;
import org.panelhub.page.Dates;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Markings;
import org.panelhub.page.Invalid;
import org.panelhub.page.Words;
import org.panelhub.panels.Panels;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
    private final Bulk bulk;
    private final Asked asked;
    private final Clarity clarity;
    private final Viewers viewers;
    private final Flash flash;
    private final Writers writers;
    private final Watching watching;

    ActionPages(Actions actions, Tracker tracker, Owners owners, Panels panels, Bulk bulk, Asked asked, Clarity clarity, Viewers viewers, Flash flash, Writers writers, Watching watching) {
        this.actions = actions;
        this.tracker = tracker;
        this.owners = owners;
        this.panels = panels;
        this.bulk = bulk;
        this.asked = asked;
        this.clarity = clarity;
        this.viewers = viewers;
        this.flash = flash;
        this.writers = writers;
        this.watching = watching;
    }

    @CheckedTemplate(basePath = "actions")
    static class Templates {
        static native TemplateInstance list(Listed listed, ActionFilter filter, Choices choices, BulkForm form, Errors errors);

        static native TemplateInstance action(Shown shown, ReportForm form, Errors errors);

        static native TemplateInstance change(ActionView view, ActionForm form, Errors errors, List<Choice> agencies, List<Choice> people, List<String> advice, Differences differences);
    }

    /** What can be asked of the tracker. */
    record Choices(List<Choice> whose, List<Choice> states, List<Choice> days, List<Choice> panels, List<Choice> agencies, List<Choice> ends) {
    }

    /** One line of the tracker. {@code box} is its box in the form by which several are reported on at once; null where the viewer may not report on it, or it is ended. {@code asked} is what stands
     * unanswered about it, in a word; null where nothing does. */
    record Line(ActionView action, BulkForm.Box box, String asked) {
    }

    /**
     * A page of the tracker.
     *
     * @param next the address of the next page, or null at the end
     * @param outcome what became of a report on several of which some were not taken; null where none was sent
     */
    record Listed(List<Line> lines, String next, Bulk.Outcome outcome) {
        public boolean mayReport() {
            return lines.stream().anyMatch(l -> l.box != null);
        }
    }

    /**
     * An action with its history.
     *
     * @param asked what stands unanswered about it
     * @param escalated who was told that it is not done
     * @param mayAnswer whether the viewer may take it on for the agency to which it is offered
     * @param mayExtend whether the viewer may agree to a later day
     * @param advice what could be clearer about it, for those who may change it
     * @param overtaken what somebody else saved first, so that what was typed has not been saved; null when nobody did
     */
    record Shown(ActionView action, List<ReportView> reports, Asked.Standing asked, List<Tracker.Escalated> escalated, boolean mayReport, boolean mayChange, boolean mayAnswer, boolean mayExtend, List<String> advice, List<Choice> ends, Differences overtaken) {
    }

    @GET
    @Transactional
    public TemplateInstance list(@BeanParam ActionFilter filter) {
        return listing(filter, BulkForm.EMPTY, Errors.none(), null);
    }

    /** One report for all that are ticked. What somebody else changed meanwhile is told one by one, beside what was typed, and the rest is kept. */
    @POST
    @Path("/report")
    @Transactional
    public Response reportAll(@BeanParam ActionFilter filter, @BeanParam BulkForm form) {
        var errors = form.validate();
        if (errors.any()) {
            return Response.status(INVALID).entity(listing(filter, form, errors, null)).build();
        }
        var outcome = bulk.report(form);
        if (!outcome.missed().isEmpty()) {
            return Response.status(CONFLICT).entity(listing(filter, form.without(outcome.reported()), Errors.none(), outcome)).build();
        }
        flash.done(Words.count(outcome.reported().size(), "action") + " reported " + form.chosen().label().toLowerCase() + ".");
        return Response.seeOther(URI.create("/actions" + filter.here())).build();
    }

    @GET
    @Path("/csv")
    @Produces("text/csv;charset=UTF-8")
    @Transactional
    public Response csv(@BeanParam ActionFilter filter) {
        var found = tracker.exported(filter);
        var marking = found.isEmpty() ? "OFFICIAL" : Markings.highest(found.stream().map(ActionView::marking));
        var csv = new Csv(marking).row(List.of("Action", "How we will know", "Case", "Panel", "Agency", "Person", "Due", "State", "What was done, or why not", "What shows it", "Agreed on", "Reported on"));
        found.forEach(a -> csv.row(Arrays.asList(a.task(), a.knownBy(), a.caseReference(), a.panel(), a.owner(), a.person(), a.due().on().toString(), a.stateText(), a.outcome(), a.evidence(),
                (a.meetingOn() == null ? day(a.madeAt()) : a.meetingOn()).toString(), a.closedAt() == null ? "" : day(a.closedAt()).toString())));
        return Response.ok(csv.bytes()).header("Content-Disposition", "attachment; filename=\"" + marking + " actions " + viewers.current().today() + ".csv\"").build();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Dates.LONDON).toLocalDate();
    }

    private TemplateInstance listing(ActionFilter filter, BulkForm form, Errors errors, Bulk.Outcome outcome) {
        var found = tracker.list(filter);
        watching.ofList("actions", found.actions().stream().map(ActionView::id));
        var standing = asked.of(found.actions().stream().map(ActionView::id).toList());
        var lines = found.actions().stream().map(a -> new Line(a, a.open() && actions.mayReport(a) ? form.box(a) : null, standing.containsKey(a.id()) ? standing.get(a.id()).brief() : null)).toList();
        var choices = new Choices(ActionFilter.WHOSE, ActionFilter.STATES, ActionFilter.DAYS, panels.list().stream().map(p -> Choice.of(p.id(), p.shortName())).toList(), owners.agencies(), ReportForm.ENDS);
        return Templates.list(new Listed(lines, found.next(), outcome), filter, choices, form, errors);
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
            actions.report(id, form.seen(), form.chosen(), form.words(), form.shownBy());
        } catch (ActionChanged | AlreadyReported e) {
            var shown = shown(id, new Differences(writers.last("action", id)));
            return Response.status(CONFLICT).entity(Templates.action(shown, new ReportForm(form.state(), form.words(), form.evidence(), shown.action.version()), Errors.none())).build();
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
        return changing(action, ActionForm.of(action), Errors.none(), List.of(), null);
    }

    @POST
    @Path("/{id}/change")
    @Transactional
    public Response save(@RestPath UUID id, @BeanParam ActionForm form) {
        actions.requireChange(id);
        var errors = form.validate();
        if (!errors.any() && form.looksFirst()) {
            var action = tracker.byId(id);
            var advice = clarity.of(action.panelId(), action.caseId(), form.agencyId().orElseThrow(), form.task(), form.known(), form.personId().isPresent(), form.dueOn());
            if (advice.isEmpty()) {
                flash.note("Nothing comes to mind that would make it clearer.");
            }
            return Response.ok(changing(action, form, errors, advice, null)).build();
        }
        if (!errors.any()) {
            try {
                actions.change(id, form.seen(), form.task(), form.known(), form.agencyId().orElseThrow(), form.personId().orElse(null), form.dueOn());
                flash.done("The action was changed.");
                return Response.seeOther(URI.create("/actions/" + id)).build();
            } catch (Invalid e) {
                errors = e.errors();
            } catch (ActionChanged | AlreadyReported e) {
                var now = tracker.byId(id);
                return Response.status(CONFLICT).entity(changing(now, form, Errors.none(), List.of(), differences(id, ActionForm.of(now), form))).build();
            }
        }
        return Response.status(INVALID).entity(changing(tracker.byId(id), form, errors, List.of(), null)).build();
    }

    private TemplateInstance changing(ActionView action, ActionForm form, Errors errors, List<String> advice, Differences differences) {
        return Templates.change(action, form, errors, owners.agencies(), owners.people(action.caseId()), advice, differences);
    }

    private Differences differences(UUID id, ActionForm theirs, ActionForm yours) {
        return new Differences(writers.last("action", id)).compare("What is to be done", theirs.task(), yours.task())
                .compare("How will we know", theirs.known(), yours.known())
                .compare("Agency", named(owners.agencies(), theirs.agency()), named(owners.agencies(), yours.agency()))
                .compare("Person", named(owners.people(null), theirs.person()), named(owners.people(null), yours.person()))
                .compare("Due", String.valueOf(theirs.dueOn()), String.valueOf(yours.dueOn()));
    }

    private static String named(List<Choice> choices, String value) {
        return choices.stream().filter(c -> c.value().equals(value)).map(Choice::text).findFirst().orElse("");
    }

    private Shown shown(UUID id, Differences overtaken) {
        var action = actions.byId(id);
        var standing = asked.of(id);
        var history = Stream.concat(tracker.reports(id).stream(), asked.history(id).stream()).sorted(Comparator.comparing(ReportView::at).reversed()).toList();
        boolean mayChange = actions.mayAgree(action.panelId(), action.caseId());
        var advice = mayChange && action.state() == Action.State.OPEN ? clarity.of(action.panelId(), action.caseId(), action.ownerAgencyId(), action.task(), action.knownBy(), action.ownerMemberId() != null, action.dueOn()) : List.<String>of();
        return new Shown(tracker.byId(id), history, standing, tracker.escalated(id), actions.mayReport(action), mayChange, asked.mayAnswerOffer(action, standing), asked.mayExtend(action), advice,
                ReportForm.ENDS, overtaken);
    }
}
