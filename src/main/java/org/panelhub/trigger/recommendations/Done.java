package org.panelhub.trigger.recommendations;

import io.quarkus.qute.TemplateData;

/** Whether what was recommended has been done. */
@TemplateData
public enum Done {
    OPEN("Not known yet", "yellow"), DONE("Done", "green"), NOT_DONE("Not done", "grey");

    private final String label;
    private final String colour;

    Done(String label, String colour) {
        this.label = label;
        this.colour = colour;
    }

    public String label() {
        return label;
    }

    public String colour() {
        return colour;
    }
}
