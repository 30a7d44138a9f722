package org.panelhub.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Where one lands after signing out, and when a session ran out. Open to everybody; they show nothing of anyone. */
@Path("/")
@PermitAll
@Blocking
public class SignedOutPages {

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance signedOut();

        static native TemplateInstance sessionExpired();
    }

    @GET
    @Path("signed-out")
    public TemplateInstance signedOut() {
        return Templates.signedOut();
    }

    @GET
    @Path("session-expired")
    public TemplateInstance sessionExpired() {
        return Templates.sessionExpired();
    }
}
