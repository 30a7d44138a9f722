package org.panelhub.trigger.review;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Idempotency;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.ApplicationState;
import org.panelhub.trigger.ApplicationView;
import org.panelhub.trigger.Applications;
import org.panelhub.trigger.Decided;
import org.panelhub.trigger.EventKind;

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

/** Opening a review, who leads it, and what was told, asked and done on the way to its end. */
@Path("/triggers/{reference}")
@Authenticated
@Blocking
public class ReviewPages {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 2000;

    private final Reviews reviews;
    private final Applications applications;
    private final Viewers viewers;
    private final Idempotency repeated;
    private final Flash flash;

    ReviewPages(Reviews reviews, Applications applications, Viewers viewers, Idempotency repeated, Flash flash) {
        this.reviews = reviews;
        this.applications = applications;
        this.viewers = viewers;
        this.repeated = repeated;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger")
    static class Templates {
        static native TemplateInstance review(ApplicationView view, boolean met, List<Choice> leads, List<Choice> officers, ReviewForm form, Errors errors);

        static native TemplateInstance step(ApplicationView view, Step step, DateBoxes on, String words, String once, Errors errors);
    }

    @GET
    @Path("review")
    @Transactional
    public TemplateInstance ask(@RestPath String reference) {
        var application = reviews.toHandle(reference);
        return page(application, application.caseId() == null ? ReviewForm.EMPTY : new ReviewForm(application.leadAgencyId() == null ? "" : application.leadAgencyId().toString(), ""), Errors.none());
    }

    @POST
    @Path("review")
    @Transactional
    public Response open(@RestPath String reference, @BeanParam ReviewForm form) {
        var application = reviews.toHandle(reference);
        var errors = form.validate(reviews.leads(), application.caseId() == null ? reviews.officers(application) : List.of());
        if (errors.any()) {
            return Response.status(UNPROCESSABLE).entity(page(application, form, errors)).build();
        }
        if (application.caseId() != null) {
            reviews.lead(application, form.leadId());
            flash.done("Saved. The case officer is named on the case’s own page.");
            return to(application);
        }
        var opened = reviews.open(application, form);
        if (opened.isEmpty()) {
            return Response.status(UNPROCESSABLE).entity(page(application, form, Errors.one("lead", "A review is opened once the threshold is met"))).build();
        }
        flash.done("The review is case " + opened.get() + ". The board sees the application from now on, and the case is proposed for its next agenda.");
        return to(application);
    }

    @GET
    @Path("steps/{step}")
    @Transactional
    public TemplateInstance askStep(@RestPath String reference, @RestPath String step) {
        var application = reviews.toHandle(reference);
        return Templates.step(applications.view(application), Reviews.step(application, step), DateBoxes.of(viewers.current().today()), "", UUID.randomUUID().toString(), Errors.none());
    }

    @POST
    @Path("steps/{step}")
    @Transactional
    public Response record(@RestPath String reference, @RestPath String step, @RestForm("on-day") String day, @RestForm("on-month") String month, @RestForm("on-year") String year, @RestForm String words, @RestForm String once) {
        var application = reviews.toHandle(reference);
        if (application.state() == ApplicationState.CLOSED && step.equals(Step.CLOSE.path())) {
            // Sent twice, or by two: closed is closed.
            return to(application);
        }
        var what = Reviews.step(application, step);
        var typed = new DateBoxes(day, month, year);
        var check = new Field.Check();
        var on = check.date("on", "The day", typed, true);
        check.that(on == null || !on.isAfter(viewers.current().today()), "on", "The day must be today or earlier");
        check.that(on == null || !on.isBefore(application.receivedOn()), "on", "The day must not be before the application was received");
        check.that(on == null || what != Step.DECISION_TOLD || applications.decided(application).map(Decided::on).stream().noneMatch(on::isBefore), "on", "The day must not be before the day of the decision");
        check.that(!what.afterReview() || applications.past(application).contains(EventKind.REVIEWED), "on", "The board has not reviewed it yet. Record first when it did");
        var said = check.text("words", what.asks().replaceFirst("\\?$", ""), words, LONGEST, true);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(Templates.step(applications.view(application), what, typed, words, once == null ? "" : once, check.errors())).build();
        }
        repeated.once(once, "/triggers/" + application.reference() + "/steps/" + what.path(), List.of(on.toString(), said), () -> {
            reviews.record(application, what, on, said, "");
            return true;
        });
        flash.done("Recorded: " + what.title().substring(0, 1).toLowerCase() + what.title().substring(1) + ".");
        return to(application);
    }

    private TemplateInstance page(Application application, ReviewForm form, Errors errors) {
        return Templates.review(applications.view(application), application.state() == ApplicationState.MET, reviews.leads(), application.caseId() == null ? reviews.officers(application) : List.of(), form, errors);
    }

    private static Response to(Application application) {
        return Response.seeOther(URI.create("/triggers/" + application.reference())).build();
    }
}
