package org.panelhub.actions;

/** The action has been ended; it is opened again before something else is reported. */
public class AlreadyReported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyReported(Action.State state) {
        super("The action has been reported as " + state.label().toLowerCase() + ". Open it again first.");
    }
}
