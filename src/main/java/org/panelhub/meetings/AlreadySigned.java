package org.panelhub.meetings;

/** A declaration is signed once for each meeting. */
public class AlreadySigned extends MeetingRefusal {
    private static final long serialVersionUID = 1L;

    AlreadySigned(String message) {
        super(message);
    }
}
