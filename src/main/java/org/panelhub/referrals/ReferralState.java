package org.panelhub.referrals;

import io.quarkus.qute.TemplateData;

/** How far a referral has come. */
@TemplateData
public enum ReferralState {
    DRAFT("Not sent yet", "grey"),
    WITH_SENIOR_OFFICER("With senior officer", "blue"),
    NOT_REFERRED("Not referred", "grey"),
    SENT("Waiting for triage", "blue"),
    MORE_ASKED("More is asked", "yellow"),
    ACCEPTED("Accepted", "green"),
    DECLINED("Declined with advice", "grey"),
    WITHDRAWN("Withdrawn", "grey");

    private final String label;
    private final String colour;

    ReferralState(String label, String colour) {
        this.label = label;
        this.colour = colour;
    }

    public String label() {
        return label;
    }

    /** Of the tag that shows it. */
    public String colour() {
        return colour;
    }

    /** The coordinator has it, or waits for what was asked. */
    public boolean atTriage() {
        return this == SENT || this == MORE_ASKED;
    }

    /** Nothing follows. */
    public boolean ended() {
        return this == NOT_REFERRED || this == ACCEPTED || this == DECLINED || this == WITHDRAWN;
    }
}
