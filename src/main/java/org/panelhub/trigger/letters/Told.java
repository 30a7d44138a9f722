package org.panelhub.trigger.letters;

/** How a letter reached the applicant. Whoever asked to be called and not written to is read it. */
enum Told {
    POST("By post"),
    EMAIL("By e-mail"),
    READ_OUT("Read out on the telephone"),
    BY_HAND("Handed over in person");

    private final String label;

    Told(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
