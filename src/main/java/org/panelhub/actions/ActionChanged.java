package org.panelhub.actions;

import org.panelhub.page.Conflict;

/** Somebody else changed or reported on the action while this was being typed. Neither replaces the other unseen. */
public class ActionChanged extends Conflict {
    private static final long serialVersionUID = 1L;

    ActionChanged() {
        super("Someone else saved first", "The action was changed by someone else in the meantime. Read what stands now, and try again.");
    }
}
