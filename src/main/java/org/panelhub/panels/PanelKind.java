package org.panelhub.panels;

/** The forums that the hub knows how to serve; any other board is {@code OTHER} and works by its arrangement. */
public enum PanelKind {
    VVP("Vulnerable Victims Panel"),
    CT_MARAC("ASB Case Review board"),
    PTG("Partnership Tasking Group"),
    MARAC("Domestic abuse MARAC"),
    OTHER("Another board");

    private final String label;

    PanelKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
