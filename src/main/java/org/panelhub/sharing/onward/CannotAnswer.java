package org.panelhub.sharing.onward;

import org.panelhub.page.Conflict;

/** The request has its answer already: it is given once. */
public class CannotAnswer extends Conflict {
    private static final long serialVersionUID = 1L;

    CannotAnswer() {
        super("This has been answered", "The request for onward use has its answer already. What was answered stands.");
    }
}
