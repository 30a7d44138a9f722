package org.panelhub.trigger;

import io.quarkus.qute.TemplateData;

/** How an application came. It need not be in writing (Home Office statutory guidance on the ASB case review): what is told is keyed in, and counts from the day on which it was told. */
@TemplateData
public enum Received {
    ONLINE("On the public form"),
    TELEPHONE("By telephone"),
    LETTER("By letter"),
    EMAIL("By e-mail"),
    IN_PERSON("In person");

    private final String label;

    Received(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
