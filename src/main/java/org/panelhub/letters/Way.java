package org.panelhub.letters;

/** How a letter reached the person. */
public enum Way {
    POST("By post"),
    EMAIL("By e-mail"),
    BY_HAND("Handed over in person");

    private final String label;

    Way(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
