package org.panelhub.plans;

import org.panelhub.page.Conflict;

/** The hand-over stands otherwise than it was shown: answered, taken back, or the case has another case manager by now. */
public class NotTaken extends Conflict {
    private static final long serialVersionUID = 1L;

    NotTaken(String detail) {
        super("It stands otherwise by now", detail);
    }
}
