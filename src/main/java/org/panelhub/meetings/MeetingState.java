package org.panelhub.meetings;

/** Where a meeting stands, from its date being set to its end. */
public enum MeetingState {
    PLANNED("Planned", "grey"),
    /** Members with standing see the agenda with names. */
    PUBLISHED("Agenda published", "blue"),
    OPEN("Open now", "green"),
    CLOSED("Closed", "grey"),
    CANCELLED("Cancelled", "red");

    private final String label;
    private final String colour;

    MeetingState(String label, String colour) {
        this.label = label;
        this.colour = colour;
    }

    public String label() {
        return label;
    }

    /** The colour of its tag. */
    public String colour() {
        return colour;
    }
}
