package org.panelhub.live;

import org.panelhub.page.Problem;

/** Another site's page asks in the reader's name. */
final class NotForAnotherSite extends Problem {
    private static final long serialVersionUID = 1L;

    NotForAnotherSite() {
        super(403, "Only for the hub’s own pages", "What changes is told to the pages of the hub, and to no other site’s.");
    }
}
