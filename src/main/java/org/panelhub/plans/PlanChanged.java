package org.panelhub.plans;

import org.panelhub.page.Conflict;

/** Somebody else wrote an edition of the plan while this one was being typed. Neither replaces the other unseen. */
public class PlanChanged extends Conflict {
    private static final long serialVersionUID = 1L;
    private final int edition;

    PlanChanged(int edition) {
        super("Someone else saved first", "The plan has a newer edition than the one that was being changed. Read it, and try again.");
        this.edition = edition;
    }

    /** The edition that stands now. */
    public int edition() {
        return edition;
    }
}
