package org.panelhub.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** How to read and write here without leaving a trace on a device that somebody else looks at. Every public page leads to it. */
@Path(PublicPaths.ROOT + "/safe-device")
@PermitAll
@Blocking
public class SafeDevicePages {

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance safeDevice();
    }

    @GET
    public TemplateInstance open() {
        return Templates.safeDevice();
    }
}
