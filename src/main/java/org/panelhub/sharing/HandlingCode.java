package org.panelhub.sharing;

import io.quarkus.qute.TemplateData;

/** Handling of police intelligence [3x5x2]: P, lawful sharing permitted; C, permitted with conditions, to named recipients only. */
@TemplateData
public enum HandlingCode {
    P("Code P: lawful sharing permitted"),
    C("Code C: permitted with conditions, to named recipients only");

    private final String label;

    HandlingCode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
