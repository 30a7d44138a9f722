package org.panelhub.minutes;

/** Agreed minutes are not rewritten: a death review will need what was agreed then. A correction is added as a note. */
public class MinutesFrozen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MinutesFrozen() {
        super("These minutes are agreed and no longer change. Add a note instead: it is dated and carries your name.");
    }
}
