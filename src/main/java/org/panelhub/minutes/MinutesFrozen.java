package org.panelhub.minutes;

import org.panelhub.page.Conflict;

/** Agreed minutes are not rewritten: a death review will need what was agreed then. A correction is added as a note. */
public class MinutesFrozen extends Conflict {
    private static final long serialVersionUID = 1L;

    MinutesFrozen() {
        super("These minutes are frozen", "These minutes are agreed and no longer change. Add a note instead: it is dated and carries your name.");
    }
}
