package org.panelhub.sharing.onward;

import io.quarkus.qute.TemplateData;

/** What the originator answers: yes, on its conditions, or no, with its reason. */
@TemplateData
public enum OnwardAnswer {
    GRANTED("Granted", "green"),
    REFUSED("Refused", "red");

    private final String label;
    private final String colour;

    OnwardAnswer(String label, String colour) {
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
