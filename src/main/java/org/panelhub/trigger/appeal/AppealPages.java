package org.panelhub.trigger.appeal;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Ids;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.Applications;
import org.panelhub.trigger.Received;
import org.panelhub.trigger.ledger.Decisions;

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

/** The appeals of an application: asked for, given to somebody who had no part in it, decided by that person. */
@Path("/triggers/{reference}/appeal")
@Authenticated
@Blocking
public class AppealPages {

    private static final int UNPROCESSABLE = 422;
    private static final String KEPT = "The appeal is on record. The designated officers and the chair are told that there is one.";

    private final Applications applications;
    private final Appeals appeals;
    private final Decisions decisions;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Reads reads;
    private final Flash flash;

    AppealPages(Applications applications, Appeals appeals, Decisions decisions, Permissions permissions, Viewers viewers, Reads reads, Flash flash) {
        this.applications = applications;
        this.appeals = appeals;
        this.decisions = decisions;
        this.permissions = permissions;
        this.viewers = viewers;
        this.reads = reads;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger/appeal")
    static class Templates {
        static native TemplateInstance appeal(String reference, String marking, boolean handles, List<AppealView> appeals, boolean hidden, List<Choice> abouts, boolean mayAsk, AppealView.Reviewers reviewers, AppealView.Further further, List<Choice> ways,
                List<Choice> outcomes, List<Choice> whoms, AppealForm form, UUID once, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath String reference) {
        return page(applications.byReference(reference), AppealForm.EMPTY, Errors.none());
    }

    @POST
    @Transactional
    public Response ask(@RestPath String reference, @BeanParam AppealForm form) {
        var application = applications.toHandle(reference);
        var standing = appeals.of(application);
        var once = Ids.parse(form.once()).orElseGet(UUID::randomUUID);
        if (standing.stream().anyMatch(a -> a.row().id().equals(once))) {
            flash.done(KEPT);
            return to(application);
        }
        var open = appeals.open(application, standing);
        var check = new Field.Check();
        var about = check.choice("about", "Choose what the appeal is about", form.about(), About.class, true);
        about.ifPresent(a -> check.that(open.containsKey(a), "about", "There is nothing of that to appeal against, or it has been asked for before"));
        var words = check.text("words", "Why the applicant asks for it", form.words(), AppealForm.LONGEST, true);
        var how = check.choice("how", "Choose how it was asked for", form.how(), Received.class, true);
        how.ifPresent(h -> check.that(h != Received.ONLINE, "how", "Choose how it was asked for"));
        var on = check.date("asked", "The day it was asked for", form.asked(), true);
        check.that(on == null || !on.isAfter(viewers.current().today()), "asked", "The day it was asked for must be today or earlier");
        check.that(on == null || !on.isBefore(application.receivedOn()), "asked", "The day it was asked for must not be before the application was received");
        if (!check.errors().any() && appeals.mayAsk(application, standing)) {
            appeals.ask(application, once, about.orElseThrow(), words, how.orElseThrow(), on, open.get(about.orElseThrow()));
            flash.done(KEPT);
            return to(application);
        }
        // What was typed is not lost where somebody else was first.
        check.that(check.errors().any() || standing.stream().noneMatch(a -> a.row().running()), "words", "It is not entered: another appeal runs, which is decided first");
        return check.errors().any() ? Response.status(UNPROCESSABLE).entity(page(application, form, check.errors())).build() : to(application);
    }

    /** A late one is not lost: whoever answers for applications says whether it is taken, and why. */
    @POST
    @Path("{id}/late")
    @Transactional
    public Response late(@RestPath String reference, @RestPath UUID id, @BeanParam AppealForm form) {
        var application = applications.toHandle(reference);
        var appeal = appeals.toHandle(application, id);
        var check = new Field.Check();
        check.that("YES".equals(form.take()) || "NO".equals(form.take()), "take", "Say whether it is taken");
        var reason = check.text("reason", "Why", form.reason(), AppealForm.SHORT, true);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(page(application, form, check.errors())).build();
        }
        if (appeal.waitsToBeTaken()) {
            appeals.take(appeal, "YES".equals(form.take()), reason);
            flash.done("YES".equals(form.take()) ? "The appeal is taken. Name who is to look at it." : "The appeal is not taken. The applicant reads why.");
        }
        return to(application);
    }

    @POST
    @Path("{id}/reviewer")
    @Transactional
    public Response name(@RestPath String reference, @RestPath UUID id, @BeanParam AppealForm form) {
        var application = applications.toHandle(reference);
        var appeal = appeals.toHandle(application, id);
        var reviewer = Ids.parse(form.reviewer()).filter(r -> appeals.reviewers(application).free().stream().anyMatch(c -> c.value().equals(r.toString())));
        if (reviewer.isEmpty()) {
            return Response.status(UNPROCESSABLE).entity(page(application, form, Errors.one("reviewer", "Choose who is to look at it again"))).build();
        }
        if (appeal.running() && !appeal.waitsToBeTaken() && !reviewer.get().equals(appeal.reviewerId())) {
            appeals.name(application, appeal, reviewer.get());
            flash.done("The reviewer has been asked, and reads the application until the outcome.");
        }
        return to(application);
    }

    @POST
    @Path("{id}/interviews")
    @Transactional
    public Response interview(@RestPath String reference, @RestPath UUID id, @BeanParam AppealForm form) {
        var application = applications.byReference(reference);
        var appeal = appeals.toDecide(application, id);
        var check = new Field.Check();
        var whom = check.choice("whom", "Choose with whom you spoke", form.whom(), Whom.class, true);
        var on = check.date("spoken", "The day you spoke", form.spoken(), true);
        check.that(on == null || !on.isAfter(viewers.current().today()), "spoken", "The day you spoke must be today or earlier");
        check.that(on == null || !on.isBefore(appeal.askedOn()), "spoken", "The day you spoke must not be before the appeal was asked for");
        var note = check.text("note", "What was said", form.note(), AppealForm.LONGEST, true);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(page(application, form, check.errors())).build();
        }
        appeals.interview(application, appeal, Ids.parse(form.once()).orElseGet(UUID::randomUUID), whom.orElseThrow(), on, note);
        flash.done("The interview is on record.");
        return to(application);
    }

    @POST
    @Path("{id}/outcome")
    @Transactional
    public Response conclude(@RestPath String reference, @RestPath UUID id, @BeanParam AppealForm form) {
        var application = applications.byReference(reference);
        var appeal = appeals.toDecide(application, id);
        var check = new Field.Check();
        var outcome = check.choice("outcome", "Choose what came of it", form.outcome(), Appeal.Outcome.class, true);
        var why = check.text("found", "What you found", form.found(), AppealForm.LONGEST, true);
        decisions.naming(application, why).ifPresent(named -> check.that(false, "found", named));
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(page(application, form, check.errors())).build();
        }
        appeals.conclude(appeal, outcome.orElseThrow(), why);
        flash.done("The outcome is on record, and the single point of contact is told. The application is closed to you.");
        return Response.seeOther(URI.create("/triggers")).build();
    }

    private TemplateInstance page(Application application, AppealForm form, Errors errors) {
        reads.seen("trigger", application.id(), application.caseId(), application.panelId(), null);
        var all = appeals.of(application);
        var naming = all.stream().anyMatch(a -> a.may().name());
        // Also where another has come in the meantime, so that what was typed is there.
        var mayAsk = appeals.mayAsk(application, all) || errors.of("words") != null && permissions.may(Permission.HANDLE_APPLICATION, application.panelId());
        return Templates.appeal(application.reference(), appeals.marking(application), permissions.may(Permission.HANDLE_APPLICATION, application.panelId()), all, appeals.hidden(application, all), mayAsk ? abouts(appeals.open(application, all)) : List.of(), mayAsk,
                naming ? appeals.reviewers(application) : null, appeals.further(), Choice.of(Received.class, Received::label).stream().filter(c -> !c.value().equals(Received.ONLINE.name())).toList(),
                Choice.of(Appeal.Outcome.class, Appeal.Outcome::label), Choice.of(Whom.class, Whom::label), form, UUID.randomUUID(), errors);
    }

    private static List<Choice> abouts(Map<About, LocalDate> open) {
        return open.entrySet().stream().map(e -> Choice.of(e.getKey().name(), e.getKey().label(), e.getValue() == null ? null : "The last day to ask is " + Dates.day(e.getValue()))).toList();
    }

    private static Response to(Application application) {
        return Response.seeOther(URI.create("/triggers/" + application.reference() + "/appeal")).build();
    }
}
