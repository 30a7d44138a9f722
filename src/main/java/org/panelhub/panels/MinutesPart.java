package org.panelhub.panels;

import io.quarkus.qute.TemplateData;

/**
 * A part of the minutes that the hub can write, with the heading it has unless a panel words it otherwise. The usual order is that of
 * SafeLives' guidance on MARAC minutes: who was there, the actions of last time, then case by case.
 */
@TemplateData
public enum MinutesPart {
    PRESENT("Present", false),
    OBSERVERS("Observers", false),
    APOLOGIES("Apologies", false),
    REMINDER("Confidentiality", false),
    LAST_ACTIONS("Actions from last time", false),
    /** Where the cases stand, in the order of the agenda. */
    CASES("Cases", false),
    OTHER_BUSINESS("Other business", false),
    REASON("Reason", true),
    INFORMATION("Information shared", true),
    RISK("Risk", true),
    DECISION("Decision", true),
    PLAN("Protection plan", true),
    ACTIONS("Actions", true);

    private final String usual;
    private final boolean ofCase;

    MinutesPart(String usual, boolean ofCase) {
        this.usual = usual;
        this.ofCase = ofCase;
    }

    public String usual() {
        return usual;
    }

    /** It is written for each case, and not once for the meeting. */
    public boolean ofCase() {
        return ofCase;
    }
}
