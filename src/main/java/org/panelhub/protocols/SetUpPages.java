package org.panelhub.protocols;

import java.util.List;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Where an administrator sees what is set up and what is still missing. */
@Path("/set-up")
@Authenticated
public class SetUpPages {

    private final Permissions permissions;
    private final SetUp setUp;

    SetUpPages(Permissions permissions, SetUp setUp) {
        this.permissions = permissions;
        this.setUp = setUp;
    }

    @CheckedTemplate(basePath = "protocols")
    static class Templates {
        static native TemplateInstance setUp(List<SetUp.Section> sections, boolean ready);
    }

    @GET
    @Transactional
    public TemplateInstance open() {
        permissions.require(Permission.SET_UP);
        var sections = setUp.sections();
        return Templates.setUp(sections, sections.size() > 1 && sections.stream().allMatch(SetUp.Section::done));
    }
}
