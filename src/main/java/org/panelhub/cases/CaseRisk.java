package org.panelhub.cases;

import io.quarkus.qute.TemplateData;

/** How the panel rates the risk in a case: low, medium, high as in the vulnerability assessment, or not yet rated. */
@TemplateData
public enum CaseRisk {
    NONE("Not rated", "grey"),
    LOW("Low", "green"),
    MEDIUM("Medium", "yellow"),
    HIGH("High", "red");

    private final String label;
    private final String colour;

    CaseRisk(String label, String colour) {
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

    /** As the head of a case says it: "High, was medium". */
    public String label(CaseRisk before) {
        return before == null || before == NONE ? label : label + ", was " + before.label.toLowerCase();
    }
}
