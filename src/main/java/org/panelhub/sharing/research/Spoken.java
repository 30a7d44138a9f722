package org.panelhub.sharing.research;

import io.quarkus.qute.TemplateData;

/** What became of research that is only spoken: whether it was shared, never what (sharing design, "Protocol"). */
@TemplateData
public enum Spoken {
    SHARED_VERBALLY("Shared verbally"),
    NOT_SHARED("Not shared");

    private final String label;

    Spoken(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
