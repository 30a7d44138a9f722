package org.panelhub.plans;

/** Somebody else wrote an edition of the plan while this one was being typed. Neither replaces the other unseen. */
public class PlanChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int edition;

    PlanChanged(int edition) {
        super("The plan has a newer edition than the one that was being changed");
        this.edition = edition;
    }

    /** The edition that stands now. */
    public int edition() {
        return edition;
    }
}
