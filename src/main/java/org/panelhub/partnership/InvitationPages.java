package org.panelhub.partnership;

import java.net.URI;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.identity.NotLinked;
import org.panelhub.identity.Subjects;
import org.panelhub.page.Flash;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * Where an invited person, signed in and not yet known to the hub, takes the account that was made for them. Opening the link takes
 * nothing, so that a mail scanner cannot use it up.
 */
@Path("/invitation/{code}")
@Authenticated
public class InvitationPages {

    private static final int GONE = 410;

    private final Invitations invitations;
    private final Subjects subjects;
    private final SecurityIdentity identity;
    private final Flash flash;

    InvitationPages(Invitations invitations, Subjects subjects, SecurityIdentity identity, Flash flash) {
        this.invitations = invitations;
        this.subjects = subjects;
        this.identity = identity;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "partnership")
    static class Templates {
        static native TemplateInstance invitation(String code);

        static native TemplateInstance invitationRefused(String title, String why);
    }

    @GET
    public TemplateInstance open(@RestPath String code) {
        return Templates.invitation(code);
    }

    @POST
    @Transactional
    public Response accept(@RestPath String code) {
        subjects.of(identity).orElseThrow(NotLinked::new);
        return switch (invitations.accept(code)) {
            case LINKED -> {
                flash.done("Your sign-in is linked to your account.");
                yield Response.seeOther(URI.create("/")).build();
            }
            case USED -> refused(GONE, "This invitation was used already", "If it was you, go to the start page. If not, tell your partnership’s administrator.");
            case EXPIRED -> refused(GONE, "This invitation has expired", "Ask your partnership’s administrator to send another. The newest one is the one that works.");
            case ALREADY_LINKED -> refused(Response.Status.CONFLICT.getStatusCode(), "Your sign-in is linked to an account already",
                    "One sign-in has one account. If you moved to another agency, ask your partnership’s administrator which of the two is to stay.");
            case UNKNOWN -> refused(Response.Status.NOT_FOUND.getStatusCode(), "We do not know this invitation", "Check that the whole link from the mail was opened, or ask for another.");
        };
    }

    private static Response refused(int status, String title, String why) {
        return Response.status(status).entity(Templates.invitationRefused(title, why)).build();
    }
}
