package org.panelhub.people;

import io.quarkus.qute.TemplateData;

/** What a person is in a referral or case. */
@TemplateData
public enum Part {
    VICTIM("Person at risk"),
    RESPONDENT("Respondent"),
    CHILD("Child in the household"),
    HOUSEHOLD("Other person in the household"),
    WITNESS("Witness");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
