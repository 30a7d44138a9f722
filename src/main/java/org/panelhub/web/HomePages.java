package org.panelhub.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The first page: what needs the member who has signed in. */
@Path("/")
@Authenticated
public class HomePages {

    private final Home home;

    HomePages(Home home) {
        this.home = home;
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance home(HomeView home);
    }

    @GET
    @Transactional
    public TemplateInstance home() {
        return Templates.home(home.ofViewer());
    }
}
