package org.panelhub.page;

import java.net.URI;
import java.time.Duration;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.access.NotFound;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** A public page with a form that may be sent twice in a quarter of an hour. Exists in tests only. */
@Path(PublicPaths.ROOT + "/sample")
@PermitAll
@Blocking
public class PublicSamplePages {

    private static final PublicArea AREA = new PublicArea("Safer Riverside", "/community-trigger/riverside", "/community-trigger/exit/riverside", "/community-trigger/riverside/privacy", "Community safety team", "020 7946 0000",
            "safer@riverside.example");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Flash flash;
    private final Limits limits;

    PublicSamplePages(Flash flash, Limits limits) {
        this.flash = flash;
        this.limits = limits;
    }

    @CheckedTemplate(basePath = "sample")
    static class Templates {
        static native TemplateInstance publicForm(PublicArea area, String name, String trap, Errors errors);
    }

    @GET
    public TemplateInstance open() {
        return Templates.publicForm(AREA, "", "", Errors.none());
    }

    @GET
    @Path("absent")
    @Transactional
    public TemplateInstance absent() {
        limits.require("sample reference", limits.address(), 2, QUARTER, null);
        throw new NotFound("trigger", "RV-T00000");
    }

    @POST
    public Object send(@RestForm String name, @RestForm(Trap.NAME) String trap) {
        var check = new Field.Check();
        check.text("name", "Name", name, 200, true);
        Trap.check(check, trap);
        if (check.errors().any()) {
            return Response.status(422).entity(Templates.publicForm(AREA, name, trap, check.errors())).build();
        }
        limits.require("sample form", limits.address(), 2, QUARTER, AREA);
        flash.done("Thank you.");
        return Response.seeOther(URI.create(PublicPaths.ROOT + "/sample")).build();
    }
}
