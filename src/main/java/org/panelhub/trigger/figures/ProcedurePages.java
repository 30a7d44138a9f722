package org.panelhub.trigger.figures;

import java.util.List;

import org.panelhub.page.PublicPaths;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The review procedure of each area and whom to ask, as the relevant bodies must publish it (2014 Act, section 104(2)(b); the point of contact: Home Office statutory guidance). */
@Path(PublicPaths.ROOT + "/arrangements")
@PermitAll
@Blocking
public class ProcedurePages {

    private final Figures figures;

    ProcedurePages(Figures figures) {
        this.figures = figures;
    }

    @CheckedTemplate(basePath = "trigger/figures")
    static class Templates {
        static native TemplateInstance procedures(List<AreaProcedure> procedures);
    }

    @GET
    public TemplateInstance open() {
        return Templates.procedures(figures.procedures());
    }
}
