package org.panelhub.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What an agency keeps as its own, to read, correct, withdraw and report on, also while the cases are not open to it. */
@Path("/own")
@Authenticated
public class OwnPages {

    private final OwnWork own;

    OwnPages(OwnWork own) {
        this.own = own;
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance own(OwnWork.All own);
    }

    @GET
    @Transactional
    public TemplateInstance open() {
        return Templates.own(own.ofViewer());
    }
}
