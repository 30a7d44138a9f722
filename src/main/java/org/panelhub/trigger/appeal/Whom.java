package org.panelhub.trigger.appeal;

import io.quarkus.qute.TemplateData;

/** With whom the reviewer of an appeal speaks, as needed. */
@TemplateData
public enum Whom {
    APPLICANT("The applicant"), CASE_OFFICER("The case officer"), SPOC("The single point of contact"), CHAIR("The chair");

    private final String label;

    Whom(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
