package org.panelhub.actions;

import org.panelhub.page.Conflict;

/** What is asked about the action has been asked, or answered, by somebody else meanwhile. */
public class AskedAlready extends Conflict {
    private static final long serialVersionUID = 1L;

    AskedAlready(String detail) {
        super("Somebody was first", detail);
    }
}
