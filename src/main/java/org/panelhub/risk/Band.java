package org.panelhub.risk;

import io.quarkus.qute.TemplateData;

/** How vulnerable a person is found to be, or how urgent a case: the three bands of the vulnerability assessment [Lambeth 3.3.2] and of the case rating [Cambridge], whose lowest is called standard. */
@TemplateData
public enum Band {
    LOW("Low", "green"),
    MEDIUM("Medium", "yellow"),
    HIGH("High", "red");

    private final String label;
    private final String colour;

    Band(String label, String colour) {
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
}
