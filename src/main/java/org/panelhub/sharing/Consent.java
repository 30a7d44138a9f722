package org.panelhub.sharing;

import io.quarkus.qute.TemplateData;

/** Whether the person agreed to the sharing. Anything but a given consent needs the reason for going on. */
@TemplateData
public enum Consent {
    GIVEN("Given"),
    REFUSED("Refused"),
    WITHDRAWN("Withdrawn"),
    NOT_SOUGHT("Not sought"),
    UNSAFE_TO_SEEK("Unsafe to seek");

    private final String label;

    Consent(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
