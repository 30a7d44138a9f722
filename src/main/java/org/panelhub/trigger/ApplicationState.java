package org.panelhub.trigger;

import io.quarkus.qute.TemplateData;

/** How far an application is. Not met is not the end: it may be appealed, and risk is offered whatever the decision. */
@TemplateData
public enum ApplicationState {
    RECEIVED("To decide", "blue"),
    MET("Threshold met", "purple"),
    NOT_MET("Threshold not met", "yellow"),
    WITHDRAWN("Withdrawn", "grey"),
    CLOSED("Closed", "grey");

    private final String label;
    private final String colour;

    ApplicationState(String label, String colour) {
        this.label = label;
        this.colour = colour;
    }

    public String label() {
        return label;
    }

    public String colour() {
        return colour;
    }

    /** Whether somebody still has to do something about it. */
    public boolean open() {
        return this == RECEIVED || this == MET;
    }
}
