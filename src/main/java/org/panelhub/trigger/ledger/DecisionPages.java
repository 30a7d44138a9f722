package org.panelhub.trigger.ledger;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.ApplicationState;
import org.panelhub.trigger.ApplicationView;
import org.panelhub.trigger.Applications;
import org.panelhub.trigger.rules.Route;
import org.panelhub.trigger.rules.Threshold;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The threshold decision: what the hub finds, and what a person finds and decides. */
@Path("/triggers/{reference}/decision")
@Authenticated
@Blocking
public class DecisionPages {

    private static final int INVALID = 422;
    private static final int CONFLICT = 409;
    private static final List<Choice> FOUND = List.of(Choice.of(DecisionForm.Found.YES, "Yes"), Choice.of(DecisionForm.Found.NO, "No"));
    private static final List<Choice> OUTCOMES = List.of(Choice.of(DecisionForm.Outcome.MET, "The threshold is met: it is reviewed"), Choice.of(DecisionForm.Outcome.NOT_MET, "The threshold is not met"));

    private final Applications applications;
    private final Ledger ledger;
    private final Decisions decisions;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Drafts drafts;
    private final Flash flash;

    DecisionPages(Applications applications, Ledger ledger, Decisions decisions, Permissions permissions, Viewers viewers, Drafts drafts, Flash flash) {
        this.applications = applications;
        this.ledger = ledger;
        this.decisions = decisions;
        this.permissions = permissions;
        this.viewers = viewers;
        this.drafts = drafts;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger/ledger")
    static class Templates {
        static native TemplateInstance decision(ApplicationView view, Book book, List<DecisionView> decisions, boolean told, boolean handles, boolean open, List<Choice> found, List<Choice> outcomes, List<Choice> routes,
                DecisionForm form, boolean overtaken, List<String> against, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath String reference) {
        var application = applications.byReference(reference);
        var taken = decisions.of(application);
        var fresh = DecisionForm.empty(viewers.current().today(), taken.size());
        // What was typed before somebody else decided is over.
        var form = drafts.load(draft(application)).map(DecisionForm::of).filter(typed -> typed.seen() != null && typed.seen() == taken.size()).orElse(fresh);
        return page(application, form, false, List.of(), Errors.none());
    }

    @POST
    @Transactional
    public Response decide(@RestPath String reference, @BeanParam DecisionForm form) {
        var application = applications.toHandle(reference);
        var taken = decisions.of(application).size();
        if (form.seen() == null || form.seen() != taken) {
            return Response.status(CONFLICT).entity(page(application, form.after(taken), true, List.of(), Errors.none())).build();
        }
        var book = ledger.book(application);
        var judged = new Judged(book.rules(), book.threshold());
        var errors = form.validate(judged, application.receivedOn(), viewers.current().today());
        decisions.naming(application, Field.clean(form.why())).ifPresent(named -> errors.add("why", named));
        if (!errors.any() && !mayDecide(application)) {
            errors.add("outcome", "It cannot be decided: it stands as “" + application.state().label() + "”");
        }
        if (!errors.any() && application.state() != ApplicationState.RECEIVED && !form.met()) {
            errors.add("outcome", "That it is not met is decided already");
        }
        List<String> against = errors.any() ? List.of() : judged.against(form.met(), form.way(), form.weighed());
        if (!against.isEmpty() && Field.clean(form.against()).isEmpty()) {
            errors.add("against", "Say why you decide otherwise than the hub finds");
        }
        if (errors.any()) {
            return Response.status(INVALID).entity(page(application, form, false, against, errors)).build();
        }
        decisions.add(application, taken + 1, judged, form);
        drafts.discard(draft(application));
        flash.done(form.met() ? "Decided: the threshold is met. Now tell the applicant." : "Decided: the threshold is not met. Now tell the applicant, with how to appeal.");
        return to(application);
    }

    private TemplateInstance page(Application application, DecisionForm form, boolean overtaken, List<String> against, Errors errors) {
        var book = ledger.book(application);
        var ways = book.threshold().routes().stream().collect(Collectors.toMap(Threshold.Way::route, Threshold.Way::why));
        var routes = Arrays.stream(Route.values()).filter(r -> ways.containsKey(r) || r == Route.DISCRETION).map(r -> Choice.of(r, r.label(), ways.getOrDefault(r, "Only where it is about hate"))).toList();
        return Templates.decision(applications.view(application), book, decisions.of(application), applications.toldOfDecision(application), permissions.may(Permission.HANDLE_APPLICATION, application.panelId()),
                mayDecide(application), FOUND, OUTCOMES, routes, form, overtaken, against, errors);
    }

    /** Not met may be found met later, as after an appeal, also where it was closed since; what is met stays so. */
    private boolean mayDecide(Application application) {
        return switch (application.state()) {
            case RECEIVED, NOT_MET -> true;
            case CLOSED -> !applications.foundMet(application);
            case MET, WITHDRAWN -> false;
        };
    }

    private static String draft(Application application) {
        return "trigger-decision/" + application.id();
    }

    private static Response to(Application application) {
        return Response.seeOther(URI.create("/triggers/" + application.reference() + "/decision")).build();
    }
}
