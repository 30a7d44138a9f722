package org.panelhub.sharing.research;

import io.quarkus.qute.TemplateData;

/** What an agency answers a request with: that its information is entered, that it knows nothing, or that it has researched and will speak. */
@TemplateData
public enum Answer {
    INFORMATION("Information entered"),
    NOTHING_KNOWN("Nothing known"),
    /** Where the protocol has the agency's research only spoken: nothing is entered. */
    RESEARCHED("Researched");

    private final String label;

    Answer(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
