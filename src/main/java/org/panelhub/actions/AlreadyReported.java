package org.panelhub.actions;

import org.panelhub.page.Conflict;

/** The action has been ended; it is opened again before something else is reported. */
public class AlreadyReported extends Conflict {
    private static final long serialVersionUID = 1L;

    AlreadyReported(Action.State state) {
        super("Reported already", "The action has been reported as " + state.label().toLowerCase() + ". Open it again first.");
    }
}
