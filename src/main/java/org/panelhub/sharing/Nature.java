package org.panelhub.sharing;

import io.quarkus.qute.TemplateData;

/** Research keeps fact apart from opinion. */
@TemplateData
public enum Nature {
    FACT("Fact"),
    OPINION("Opinion");

    private final String label;

    Nature(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
