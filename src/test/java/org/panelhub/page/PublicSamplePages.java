package org.panelhub.page;

import java.net.URI;

import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** A public page with a form. Exists in tests only. */
@Path(PublicPaths.ROOT + "/sample")
@PermitAll
@Blocking
public class PublicSamplePages {

    private static final PublicArea AREA = new PublicArea("Safer Riverside", "/community-trigger/riverside", "https://www.example.org/recipes", "/community-trigger/riverside/privacy", "Community safety team", "020 7946 0000",
            "safer@riverside.example");

    private final Flash flash;

    PublicSamplePages(Flash flash) {
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "sample")
    static class Templates {
        static native TemplateInstance publicForm(PublicArea area, String name, Errors errors);
    }

    @GET
    public TemplateInstance open() {
        return Templates.publicForm(AREA, "", Errors.none());
    }

    @POST
    public Object send(@RestForm String name) {
        var check = new Field.Check();
        check.text("name", "Name", name, 200, true);
        if (check.errors().any()) {
            return Response.status(422).entity(Templates.publicForm(AREA, name, check.errors())).build();
        }
        flash.done("Thank you.");
        return Response.seeOther(URI.create(PublicPaths.ROOT + "/sample")).build();
    }
}
