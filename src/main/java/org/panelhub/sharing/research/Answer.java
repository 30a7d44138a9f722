package org.panelhub.sharing.research;

import io.quarkus.qute.TemplateData;

/** What an agency answers a request with: that its information is entered, or that it knows nothing. */
@TemplateData
public enum Answer {
    INFORMATION("Information entered"),
    NOTHING_KNOWN("Nothing known");

    private final String label;

    Answer(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
