package org.panelhub.meetings;

import org.panelhub.page.Conflict;

/** Someone else changed the agenda while this writer had it open. */
public class AgendaMoved extends Conflict {
    private static final long serialVersionUID = 1L;

    AgendaMoved() {
        super("Someone else changed this agenda first", "It was changed while you had it open. Read it again, and make your change there.");
    }
}
