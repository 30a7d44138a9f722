package org.panelhub.people;

import io.quarkus.qute.TemplateData;

/** Whether a way of reaching a person is safe. Not knowing is an answer of its own, and is not a yes. */
@TemplateData
public enum Safe {
    YES("Yes"),
    NO("No"),
    UNKNOWN("Not known");

    private final String label;

    Safe(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
