package org.panelhub.trigger.risk;

import java.net.URI;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Idempotency;
import org.panelhub.risk.AssessmentForm;
import org.panelhub.risk.Found;
import org.panelhub.risk.Assessments;
import org.panelhub.risk.Band;
import org.panelhub.risk.Instrument;
import org.panelhub.risk.Instruments;
import org.panelhub.risk.Occasion;
import org.panelhub.risk.Purpose;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.ApplicationView;
import org.panelhub.trigger.Applications;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The risk of an application: read with it, assessed by whoever answers for it, whatever was decided. */
@Path("/triggers/{reference}/risk")
@Authenticated
@Blocking
public class RiskPages {

    private final Applications applications;
    private final Risks risks;
    private final Instruments instruments;
    private final Assessments assessments;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Idempotency repeated;
    private final Flash flash;

    RiskPages(Applications applications, Risks risks, Instruments instruments, Assessments assessments, Permissions permissions, Viewers viewers, Idempotency repeated, Flash flash) {
        this.applications = applications;
        this.risks = risks;
        this.instruments = instruments;
        this.assessments = assessments;
        this.permissions = permissions;
        this.viewers = viewers;
        this.repeated = repeated;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger/risk")
    static class Templates {
        static native TemplateInstance risk(ApplicationView view, RiskView risk, boolean handles, boolean assesses, boolean rates);

        static native TemplateInstance assess(ApplicationView view, AssessmentForm form, String once, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestPath String reference) {
        var application = applications.byReference(reference);
        return Templates.risk(applications.view(application), risks.of(application), permissions.may(Permission.HANDLE_APPLICATION, application.panelId()),
                instruments.inUse(Purpose.VULNERABILITY).isPresent(), instruments.inUse(Purpose.CASE_RATING).isPresent());
    }

    @GET
    @Path("{what}")
    @Transactional
    public TemplateInstance ask(@RestPath String reference, @RestPath String what) {
        var application = applications.toHandle(reference);
        return page(application, form(instrument(what), point(application), null), UUID.randomUUID().toString(), Errors.none());
    }

    @POST
    @Path("{what}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response keep(@RestPath String reference, @RestPath String what, MultivaluedMap<String, String> typed) {
        var application = applications.toHandle(reference);
        var instrument = instrument(what);
        var form = form(instrument, point(application), typed);
        var checked = form.check(instrument.definition(), viewers.current().today());
        if (checked.judged() == null) {
            return Response.status(422).entity(page(application, form, typed.getFirst("once"), checked.errors())).build();
        }
        repeated.once(typed.getFirst("once"), path(application) + "/" + what, form, () -> {
            assessments.ofApplication(application.panelId(), application.id(), checked.occasion(), instrument, checked.judged());
            return true;
        });
        boolean high = instrument.purpose() == Purpose.VULNERABILITY && checked.judged().judgement() == Band.HIGH;
        flash.done(high ? "The assessment is recorded. The risk is high: the analyst and the panel for vulnerable victims are to be told." : "The assessment is recorded.");
        return Response.seeOther(URI.create(path(application))).build();
    }

    private static String path(Application application) {
        return "/triggers/" + application.reference() + "/risk";
    }

    private AssessmentForm form(Instrument instrument, Point point, MultivaluedMap<String, String> typed) {
        return AssessmentForm.of(instrument, Occasion.OF_APPLICATION, point.occasion(), typed, viewers.current().today());
    }

    private Point point(Application application) {
        return risks.point(application).orElseThrow(TakenBack::new);
    }

    private Instrument instrument(String what) {
        return Purpose.of(what).flatMap(instruments::inUse).orElseThrow(() -> new NotFound("instrument", what));
    }

    private TemplateInstance page(Application application, AssessmentForm form, String once, Errors errors) {
        return Templates.assess(applications.view(application), form, once, errors);
    }
}
