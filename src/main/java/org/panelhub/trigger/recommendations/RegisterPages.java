package org.panelhub.trigger.recommendations;

import java.util.List;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** All recommendations that the viewer sees, of whichever review: what is not answered stands first. */
@Path("/triggers/recommendations")
@Authenticated
@Blocking
public class RegisterPages {

    private final Recommendations recommendations;
    private final Permissions permissions;

    RegisterPages(Recommendations recommendations, Permissions permissions) {
        this.recommendations = recommendations;
        this.permissions = permissions;
    }

    @CheckedTemplate(basePath = "trigger/recommendations")
    static class Templates {
        static native TemplateInstance register(List<RecommendationView> all);
    }

    @GET
    @Transactional
    public TemplateInstance register() {
        permissions.require(Permission.SEE_APPLICATIONS);
        return Templates.register(recommendations.all());
    }
}
