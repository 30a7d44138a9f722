package org.panelhub.referrals;

import io.quarkus.qute.TemplateData;

/** Whether the person agrees to the referral. Without consent it may still be made, for a reason that is written down. */
@TemplateData
public enum Consent {
    GIVEN("Given", "They know about the referral and agree to it"),
    REFUSED("Refused", "They were asked and do not agree"),
    NOT_SOUGHT("Not sought", "They were not asked, for instance because asking is not safe");

    private final String label;
    private final String hint;

    Consent(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }
}
