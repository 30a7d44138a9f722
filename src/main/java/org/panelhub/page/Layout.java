package org.panelhub.page;

import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;
import org.panelhub.identity.Viewer;
import org.panelhub.identity.Viewers;

import io.quarkus.qute.TemplateData;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What the frame of every page shows of its reader: name, agency, partnership, the sections it may open, and the last message. */
@RequestScoped
@Named("layout")
@TemplateData
public class Layout {

    private static final Logger LOG = Logger.getLogger(Layout.class);

    private final Viewers viewers;
    private final CurrentIdentityAssociation identity;
    private final RoutingContext request;
    private final Flash flash;
    private Optional<Viewer> viewer;

    Layout(Viewers viewers, CurrentIdentityAssociation identity, RoutingContext request, Flash flash) {
        this.viewers = viewers;
        this.identity = identity;
        this.request = request;
        this.flash = flash;
    }

    /** Signed in with an account of a partnership. */
    public boolean isSignedIn() {
        return viewer().isPresent();
    }

    public String getName() {
        return viewer().map(Viewer::name).orElse("");
    }

    public String getAgency() {
        return viewer().map(Viewer::agency).orElse(null);
    }

    public String getPartnership() {
        return viewer().map(Viewer::partnership).orElse(null);
    }

    public List<Navigation.Link> getNavigation() {
        return viewer().map(v -> Navigation.of(v, request.normalizedPath())).orElse(List.of());
    }

    /** What the page before wanted to say, or null. It is said once. */
    public Flash.Message getFlash() {
        return flash.take(viewer().map(Viewer::memberId).orElse(null));
    }

    /** Pages render after their transaction: what it knew is used. The frame of an error page must hold while the database is away. */
    private Optional<Viewer> viewer() {
        if (viewer == null) {
            viewer = viewers.known();
            if (viewer.isEmpty() && known()) {
                try {
                    viewer = viewers.find();
                } catch (RuntimeException e) {
                    LOG.debug("The frame of a page does without its reader", e);
                }
            }
        }
        return viewer;
    }

    private boolean known() {
        try {
            return !identity.getIdentity().isAnonymous();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
