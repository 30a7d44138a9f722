package org.panelhub.cases;

import io.quarkus.qute.TemplateData;

/** Open; closing, while the written notice of the end runs; closed. */
@TemplateData
public enum CaseState {
    OPEN("Open"),
    CLOSING("Closing"),
    CLOSED("Closed");

    private final String label;

    CaseState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
