package org.panelhub.minutes;

import org.panelhub.panels.MinutesPart;

/** What a paragraph of the minutes is about. In which order they are read, and under which words, the panel's terms of reference say ({@link Layout}). */
public enum Heading {
    PRESENT, OBSERVERS, APOLOGIES, REMINDER, LAST_ACTIONS, REASON, INFORMATION, RISK, DECISION, PLAN, ACTIONS,
    /** Added by hand; always kept. */
    NOTE, OTHER_BUSINESS;

    String usual() {
        return this == NOTE ? "Note" : MinutesPart.valueOf(name()).usual();
    }
}
