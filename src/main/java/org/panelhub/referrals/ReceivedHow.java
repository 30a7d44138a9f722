package org.panelhub.referrals;

import io.quarkus.qute.TemplateData;

/** How a referral reached the panel. Any agency may refer, member or not, and not only in the hub. */
@TemplateData
public enum ReceivedHow {
    ONLINE("In the hub"),
    PAPER("On paper"),
    TELEPHONE("By telephone"),
    MAIL("By mail"),
    IN_PERSON("In person");

    private final String label;

    ReceivedHow(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
