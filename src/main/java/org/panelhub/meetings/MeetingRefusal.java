package org.panelhub.meetings;

import org.panelhub.page.Conflict;

/** A step that does not fit where the meeting stands, such as opening it twice. Its message is for the person who tried. */
public class MeetingRefusal extends Conflict {
    private static final long serialVersionUID = 1L;

    public MeetingRefusal(String message) {
        super("Not as the meeting stands", message);
    }
}
