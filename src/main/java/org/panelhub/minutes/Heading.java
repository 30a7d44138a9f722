package org.panelhub.minutes;

/** What a paragraph of the minutes is about, in the order in which minutes are read (SafeLives' guidance on MARAC minutes). */
public enum Heading {
    PRESENT("Present"),
    OBSERVERS("Observers"),
    APOLOGIES("Apologies"),
    REMINDER("Confidentiality"),
    LAST_ACTIONS("Actions from last time"),
    REASON("Reason"),
    INFORMATION("Information shared"),
    RISK("Risk"),
    DECISION("Decision"),
    PLAN("Protection plan"),
    ACTIONS("Actions"),
    NOTE("Note"),
    OTHER_BUSINESS("Other business");

    private final String label;

    Heading(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
