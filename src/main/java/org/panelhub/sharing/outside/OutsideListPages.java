package org.panelhub.sharing.outside;

import java.util.List;

import org.panelhub.identity.Viewers;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What an agency gave outside the panel, and what it withheld: its own, and for the information lead its controller's. */
@Path("/outside")
@Authenticated
public class OutsideListPages {

    private final Outside outside;
    private final Viewers viewers;

    OutsideListPages(Outside outside, Viewers viewers) {
        this.outside = outside;
        this.viewers = viewers;
    }

    @CheckedTemplate(basePath = "sharing")
    static class Templates {
        static native TemplateInstance outsideList(String agency, List<OutsideView> given, List<WithheldView> withheld);
    }

    @GET
    @Transactional
    public TemplateInstance all() {
        return Templates.outsideList(viewers.current().agencyOrNone(), outside.all(), outside.withheld());
    }
}
