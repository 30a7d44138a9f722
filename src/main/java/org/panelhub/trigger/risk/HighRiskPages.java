package org.panelhub.trigger.risk;

import java.net.URI;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.page.Flash;
import org.panelhub.trigger.ApplicationView;
import org.panelhub.trigger.Applications;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Referring a person at high risk to a panel for vulnerable victims: begun here in the name of whoever answers for the application, checked and sent as every referral. */
@Path("/triggers/{reference}/risk/referral")
@Authenticated
@Blocking
public class HighRiskPages {

    private final Applications applications;
    private final HighRisk highRisk;
    private final Flash flash;

    HighRiskPages(Applications applications, HighRisk highRisk, Flash flash) {
        this.applications = applications;
        this.highRisk = highRisk;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger/risk")
    static class Templates {
        static native TemplateInstance referral(ApplicationView view, Referring referring);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath String reference) {
        var application = applications.toHandle(reference);
        return Templates.referral(applications.view(application), highRisk.of(application));
    }

    @POST
    @Transactional
    public Response begin(@RestPath String reference, @RestForm String panel) {
        var application = applications.toHandle(reference);
        var referral = highRisk.begin(application, NotFound.id("panel", panel));
        if (referral.isEmpty()) {
            return Response.seeOther(URI.create("/triggers/" + application.reference() + "/risk/referral")).build();
        }
        flash.done("The referral is begun. Nothing is sent until you say so.");
        return Response.seeOther(URI.create("/referrals/" + referral.get() + "/tasks")).build();
    }
}
