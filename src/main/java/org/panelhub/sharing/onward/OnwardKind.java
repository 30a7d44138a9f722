package org.panelhub.sharing.onward;

import io.quarkus.qute.TemplateData;

/** For what an item would be used beyond the panel. In evidence always needs the originator's yes, whatever the release says of onward use. */
@TemplateData
public enum OnwardKind {
    ONWARD("Given on to somebody else"),
    EVIDENCE("Used in evidence");

    private final String label;

    OnwardKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
