package org.panelhub.sharing;

import io.quarkus.qute.TemplateData;

/** Where an item stands with its agency. */
@TemplateData
public enum ItemState {
    PREPARED("Prepared to release", "blue"),
    /** At least one disclosure was not withdrawn; whether one is in force depends on its days. */
    RELEASED("Released", "green"),
    WITHHELD("Withheld", "grey"),
    /** Was released; every disclosure of it has been withdrawn. */
    WITHDRAWN("Withdrawn", "orange");

    private final String label;
    private final String colour;

    ItemState(String label, String colour) {
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
