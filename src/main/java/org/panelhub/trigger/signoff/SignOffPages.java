package org.panelhub.trigger.signoff;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.trigger.Application;
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

/** Who has to sign a resolution letter reads it here, and signs. */
@Path("/triggers/{reference}/letters/{letter}/sign-off")
@Authenticated
@Blocking
public class SignOffPages {

    private final Applications applications;
    private final SignOffs signOffs;
    private final Permissions permissions;
    private final Flash flash;

    SignOffPages(Applications applications, SignOffs signOffs, Permissions permissions, Flash flash) {
        this.applications = applications;
        this.signOffs = signOffs;
        this.permissions = permissions;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger/letters")
    static class Templates {
        static native TemplateInstance signOff(ApplicationView view, SignOffs.Words letter, List<Signature> signatures, List<Signature> mine, boolean handles, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath String reference, @RestPath UUID letter) {
        return page(applications.byReference(reference), letter, Errors.none());
    }

    @POST
    @Path("forward")
    @Transactional
    public Response forward(@RestPath String reference, @RestPath UUID letter) {
        var application = applications.byReference(reference);
        signOffs.words(application, letter);
        if (application.caseId() == null) {
            return Response.status(422).entity(page(application, letter, Errors.one("forward", "Open the review first: its board signs the letter"))).build();
        }
        signOffs.putForward(application, letter);
        flash.done("The chair and each relevant body can read and sign it now, and are told so.");
        return to(application, letter);
    }

    @POST
    @Transactional
    public Response sign(@RestPath String reference, @RestPath UUID letter, @RestForm String read) {
        var application = applications.byReference(reference);
        if (!signOffs.sign(application, letter, read)) {
            return Response.status(Response.Status.CONFLICT).entity(page(application, letter, Errors.one("sign", "The words have changed since you read them. Read them again, then sign"))).build();
        }
        flash.done("Signed. If the words are changed, you are asked again.");
        return to(application, letter);
    }

    private TemplateInstance page(Application application, UUID id, Errors errors) {
        var all = signOffs.of(id);
        return Templates.signOff(applications.view(application), signOffs.words(application, id), all, signOffs.mine(application.panelId(), all), permissions.may(Permission.HANDLE_APPLICATION, application.panelId()), errors);
    }

    private static Response to(Application application, UUID letter) {
        return Response.seeOther(URI.create("/triggers/" + application.reference() + "/letters/" + letter + "/sign-off")).build();
    }
}
