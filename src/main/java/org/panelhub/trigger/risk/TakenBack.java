package org.panelhub.trigger.risk;

import org.panelhub.page.Conflict;

/** The applicant took the application back: nothing is assessed until it is opened again. */
class TakenBack extends Conflict {

    private static final long serialVersionUID = 1L;

    TakenBack() {
        super("Taken back", "The applicant took the application back. Open it again first.");
    }
}
