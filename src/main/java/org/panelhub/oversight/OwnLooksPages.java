package org.panelhub.oversight;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Who looked at our information. */
@Path("/looks")
@Authenticated
public class OwnLooksPages {

    private final OwnLooks looks;

    OwnLooksPages(OwnLooks looks) {
        this.looks = looks;
    }

    @CheckedTemplate(basePath = "oversight")
    static class Templates {
        static native TemplateInstance looks(OwnLooks.Found found, boolean first);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestQuery String after) {
        return Templates.looks(looks.find(after), after == null);
    }
}
