package org.panelhub.trigger.recommendations;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Forbidden;
import org.panelhub.access.Permission;
import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Ids;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.Applications;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The recommendations of one review: made, changed until they are answered, answered by whom they are addressed to. */
@Path("/triggers/{reference}/recommendations")
@Authenticated
@Blocking
public class RecommendationPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final String LATE = "Someone else changed it since you opened it. Read it again above, then save yours";

    private static final List<Choice> REGARDS = List.of(Choice.of("YES", "Yes"), Choice.of("NO", "No"));

    private final Applications applications;
    private final Recommendations recommendations;
    private final Viewers viewers;
    private final Reads reads;
    private final Flash flash;

    RecommendationPages(Applications applications, Recommendations recommendations, Viewers viewers, Reads reads, Flash flash) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.viewers = viewers;
        this.reads = reads;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger/recommendations")
    static class Templates {
        static native TemplateInstance list(String reference, boolean review, List<RecommendationView> all, boolean writes, List<Choice> to, RecommendationForm form, UUID once, Errors errors);

        static native TemplateInstance one(String reference, RecommendationView view, boolean writes, boolean answers, List<Choice> to, RecommendationForm form, AnswerForm answer, List<Choice> regards, List<Choice> dones, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestPath String reference) {
        return list(seen(reference), RecommendationForm.today(viewers.current().today()), Errors.none());
    }

    @POST
    @Transactional
    public Response add(@RestPath String reference, @BeanParam RecommendationForm form) {
        var application = written(reference);
        var check = new Field.Check();
        var read = form.read(ids(), recommendations.opened(application), viewers.current().today(), check);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(list(application, form, check.errors())).build();
        }
        recommendations.add(application, Ids.parse(form.once()).orElseGet(UUID::randomUUID), read);
        flash.done("The recommendation is on the register.");
        return to(application, "");
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance open(@RestPath String reference, @RestPath UUID id) {
        var application = seen(reference);
        var view = recommendations.view(application, id);
        return one(application, view, RecommendationForm.of(view), AnswerForm.of(view), Errors.none());
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@RestPath String reference, @RestPath UUID id, @BeanParam RecommendationForm form) {
        var application = written(reference);
        var view = recommendations.view(application, id);
        var check = new Field.Check();
        var read = form.read(ids(), recommendations.opened(application), viewers.current().today(), check);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(one(application, view, form, AnswerForm.of(view), check.errors())).build();
        }
        try {
            recommendations.change(application, id, form.version() == null ? -1 : form.version(), read);
        } catch (OptimisticLockException e) {
            return Response.status(CONFLICT).entity(one(application, view, form, AnswerForm.of(view), Errors.one("words", LATE))).build();
        }
        flash.done("The recommendation is changed.");
        return to(application, "/" + id);
    }

    @POST
    @Path("{id}/answer")
    @Transactional
    public Response answer(@RestPath String reference, @RestPath UUID id, @BeanParam AnswerForm form) {
        var application = seen(reference);
        var view = recommendations.view(application, id);
        if (!recommendations.answers(application, view.agencyId())) {
            throw new Forbidden(Permission.HANDLE_APPLICATION);
        }
        var check = new Field.Check();
        var read = form.read(view.answeredOn() != null, view.madeOn(), viewers.current().today(), check);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(one(application, view, RecommendationForm.of(view), form, check.errors())).build();
        }
        try {
            recommendations.answer(application, id, form.version() == null ? -1 : form.version(), read);
        } catch (OptimisticLockException e) {
            return Response.status(CONFLICT).entity(one(application, view, RecommendationForm.of(view), form, Errors.one("answer", LATE))).build();
        }
        flash.done("It is on the register.");
        return to(application, "/" + id);
    }

    /** @throws Forbidden when the viewer does not answer for it, or no review of it is open */
    private Application written(String reference) {
        var application = seen(reference);
        if (!recommendations.writes(application)) {
            throw new Forbidden(Permission.HANDLE_APPLICATION);
        }
        return application;
    }

    private Application seen(String reference) {
        var application = applications.byReference(reference);
        reads.seen("trigger", application.id(), application.caseId(), application.panelId(), null);
        return application;
    }

    private List<String> ids() {
        return recommendations.agencies().stream().map(Choice::value).toList();
    }

    private List<Choice> choices() {
        var choices = new ArrayList<>(recommendations.agencies());
        choices.add(Choice.of(RecommendationForm.ANOTHER, "Somebody else with public functions"));
        return choices;
    }

    private TemplateInstance list(Application application, RecommendationForm form, Errors errors) {
        return Templates.list(application.reference(), application.caseId() != null, recommendations.of(application), recommendations.writes(application), choices(), form, UUID.randomUUID(), errors);
    }

    private TemplateInstance one(Application application, RecommendationView view, RecommendationForm form, AnswerForm answer, Errors errors) {
        return Templates.one(application.reference(), view, recommendations.writes(application) && view.open(), recommendations.answers(application, view.agencyId()), choices(), form, answer, REGARDS, Choice.of(Done.class, Done::label), errors);
    }

    private static Response to(Application application, String further) {
        return Response.seeOther(URI.create("/triggers/" + application.reference() + "/recommendations" + further)).build();
    }
}
