package org.panelhub.meetings;

/** A step that does not fit where the meeting stands, such as opening it twice. Its message is for the person who tried. */
public class MeetingRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MeetingRefusal(String message) {
        super(message);
    }
}
