package org.panelhub.trigger;

import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.documents.Documents;
import org.panelhub.identity.Viewers;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Idempotency;
import org.panelhub.page.Ids;
import org.panelhub.trigger.apply.Code;
import org.panelhub.trigger.risk.RiskView;
import org.panelhub.trigger.risk.Risks;
import org.panelhub.trigger.rules.StageClock;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The board's applications, and one of them: what was told, what happened, and what is written to the applicant. */
@Path("/triggers")
@Authenticated
@Blocking
public class TriggerPages {

    private static final int LONGEST = 4000;

    private final Applications applications;
    private final ApplicationClocks clocks;
    private final Documents documents;
    private final Risks risks;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Idempotency repeated;
    private final Flash flash;

    TriggerPages(Applications applications, ApplicationClocks clocks, Documents documents, Risks risks, Permissions permissions, Viewers viewers, Idempotency repeated, Flash flash) {
        this.applications = applications;
        this.clocks = clocks;
        this.documents = documents;
        this.risks = risks;
        this.permissions = permissions;
        this.viewers = viewers;
        this.repeated = repeated;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger")
    static class Templates {
        static native TemplateInstance list(List<Running> open, List<ApplicationLine> ended, boolean handles, String marking);

        static native TemplateInstance application(ApplicationView view, ApplicantView applicant, Decided decided, List<EventView> events, List<MessageView> messages, Documents.Count files, List<StageClock> clocks, RiskView risk, boolean paused, boolean running, boolean handles, boolean reopens, boolean acknowledged, boolean owes, String typed, String why, UUID once, Errors errors);

        static native TemplateInstance acknowledge(ApplicationView view, DateBoxes on, String how, String once, Errors errors);
    }

    /** An open application, and what is to be done about it next; null where nothing has to be by a day. */
    @TemplateData
    public record Running(ApplicationLine line, StageClock clock) {
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        permissions.require(Permission.SEE_APPLICATIONS);
        var all = applications.lines();
        var next = clocks.next(all);
        // Not met, or closed, and yet not ended: somebody is still to be told, or an appeal is to be decided.
        Predicate<ApplicationLine> works = l -> l.state().open() || next.containsKey(l.id());
        // What is due first stands first; what nobody has to do by a day, last.
        var open = all.stream().filter(works).map(l -> new Running(l, next.get(l.id())))
                .sorted(Comparator.comparing((Running r) -> r.clock() == null ? LocalDate.MAX : r.clock().due())).toList();
        return Templates.list(open, all.stream().filter(works.negate()).toList().reversed(), permissions.may(Permission.HANDLE_APPLICATION), all.isEmpty() ? null : all.getFirst().marking());
    }

    @GET
    @Path("{reference}")
    @Transactional
    public TemplateInstance open(@RestPath String reference) {
        var application = applications.byReference(reference);
        var page = page(application, "", "", Errors.none());
        applications.read(application);
        return page;
    }

    @POST
    @Path("{reference}/write")
    @Transactional
    public Response write(@RestPath String reference, @RestForm String body, @RestForm String once) {
        var application = applications.toHandle(reference);
        var check = new Field.Check();
        var text = check.text("body", "The message", body, LONGEST, true);
        if (check.errors().any()) {
            return Response.status(422).entity(page(application, body, "", check.errors())).build();
        }
        applications.write(application, Ids.parse(once).orElseGet(UUID::randomUUID), text);
        flash.done("The applicant finds it with their number and code.");
        return to(application);
    }

    @GET
    @Path("{reference}/acknowledge")
    @Transactional
    public TemplateInstance askAcknowledge(@RestPath String reference) {
        return Templates.acknowledge(applications.view(applications.toHandle(reference)), DateBoxes.of(viewers.current().today()), "", UUID.randomUUID().toString(), Errors.none());
    }

    /** That the applicant was told: by a call, a letter, a mail. */
    @POST
    @Path("{reference}/acknowledge")
    @Transactional
    public Response acknowledge(@RestPath String reference, @RestForm("on-day") String day, @RestForm("on-month") String month, @RestForm("on-year") String year, @RestForm String how, @RestForm String once) {
        var application = applications.toHandle(reference);
        var typed = new DateBoxes(day, month, year);
        var check = new Field.Check();
        var on = check.date("on", "The day", typed, true);
        var words = check.text("how", "How the applicant was told", how, 500, true);
        check.that(on == null || !on.isAfter(viewers.current().today()), "on", "The day must be today or earlier");
        check.that(on == null || !on.isBefore(application.receivedOn()), "on", "The day must not be before the application was received");
        if (check.errors().any()) {
            return Response.status(422).entity(Templates.acknowledge(applications.view(application), typed, how, once == null ? "" : once, check.errors())).build();
        }
        repeated.once(once, "/triggers/" + application.reference() + "/acknowledge", List.of(on.toString(), words), () -> {
            applications.happened(application, EventKind.ACKNOWLEDGED, "", on, words, "");
            return true;
        });
        flash.done("Recorded: the applicant knows that it is here.");
        return to(application);
    }

    /** One that its applicant took back, and asks for again; or that was closed under review, and an appeal was upheld. Its clocks go on from the day on which it was received. */
    @POST
    @Path("{reference}/reopen")
    @Transactional
    public Response reopen(@RestPath String reference, @RestForm String why) {
        var application = applications.toHandle(reference);
        var check = new Field.Check();
        var reason = check.text("why", "Why it is opened again", why, 500, true);
        if (check.errors().any()) {
            return Response.status(422).entity(page(application, "", why, check.errors())).build();
        }
        if (applications.mayReopen(application)) {
            applications.reopen(application, reason);
            flash.done("The application is open again.");
        }
        return to(application);
    }

    /** A clock stands still only with a reason, which stays on record. */
    @POST
    @Path("{reference}/pause")
    @Transactional
    public Response pause(@RestPath String reference, @RestForm String why) {
        var application = applications.toHandle(reference);
        var check = new Field.Check();
        var reason = check.text("why", "Why the clocks stand still", why, 500, true);
        if (check.errors().any()) {
            return Response.status(422).entity(page(application, "", why, check.errors())).build();
        }
        if (clocks.of(application).running() && !clocks.paused(application)) {
            applications.happened(application, EventKind.PAUSED, "", viewers.current().today(), reason, "");
            flash.done("The clocks stand still from today.");
        }
        return to(application);
    }

    @POST
    @Path("{reference}/resume")
    @Transactional
    public Response resume(@RestPath String reference) {
        var application = applications.toHandle(reference);
        if (clocks.paused(application)) {
            applications.happened(application, EventKind.RESUMED, "", viewers.current().today(), "", "");
            flash.done("The clocks go on from today.");
        }
        return to(application);
    }

    /** Who has lost the code is asked for it no more: the one before stops working. Only to somebody who was recognised. */
    @POST
    @Path("{reference}/new-code")
    @Transactional
    public Response newCode(@RestPath String reference) {
        var application = applications.toHandle(reference);
        var code = Code.fresh();
        applications.give(application, code);
        flash.done("The new code is " + code.text() + ". It is not shown again, and the one before no longer works.");
        return to(application);
    }

    private TemplateInstance page(Application application, String typed, String why, Errors errors) {
        var standing = clocks.of(application);
        var events = applications.events(application);
        return Templates.application(applications.view(application), applications.applicant(application).orElse(null), applications.decided(application).orElse(null), events, applications.messages(application), documents.count(application.id()),
                standing.clocks(), risks.of(application), standing.paused(), standing.running(),
                permissions.may(Permission.HANDLE_APPLICATION, application.panelId()), applications.mayReopen(application), events.stream().anyMatch(e -> e.kind() == EventKind.ACKNOWLEDGED), applications.owesAnswer(application), typed, why, UUID.randomUUID(), errors);
    }

    private static Response to(Application application) {
        return Response.seeOther(URI.create("/triggers/" + application.reference())).build();
    }
}
