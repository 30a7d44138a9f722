package org.panelhub.meetings;

/** What an item of an agenda is about. */
public enum AgendaKind {
    LAST_ACTIONS("Actions of the last meeting"),
    /** Before the confidential part, for the applicant or whoever speaks for a victim. */
    OPENING("Opening slot"),
    CASE("New case"),
    REVIEW("Review of a case"),
    OTHER_BUSINESS("Other business"),
    NOTE("Note");

    private final String label;

    AgendaKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the item hangs from a case. */
    public boolean ofCase() {
        return this == CASE || this == REVIEW;
    }
}
