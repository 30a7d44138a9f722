package org.panelhub.actions;

/** Somebody else changed or reported on the action while this was being typed. Neither replaces the other unseen. */
public class ActionChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ActionChanged() {
        super("The action was changed by someone else in the meantime");
    }
}
