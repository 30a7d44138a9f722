package org.panelhub.panels;

import io.quarkus.qute.TemplateData;

/**
 * What stands on every agenda of a panel, in its place.
 *
 * @param minutes planned for it; of an opening slot, for each case; 0 for the cases, which have minutes of their own
 */
@TemplateData
public record Section(Kind kind, String title, int minutes) {

    /** What a section is, so that the hub knows what belongs to it. */
    public enum Kind {
        LAST_ACTIONS("Actions of the last meeting"),
        /** Before the confidential part: the applicant, or who speaks for a victim, is heard. */
        OPENING("Opening slot for the applicant or a representative"),
        CASES("Cases"),
        OTHER_BUSINESS("Other business"),
        /** Anything else that the panel hears each time. */
        NOTE("");

        private final String usual;

        Kind(String usual) {
            this.usual = usual;
        }

        /** How it is called unless the panel calls it otherwise. */
        public String usual() {
            return usual;
        }
    }
}
