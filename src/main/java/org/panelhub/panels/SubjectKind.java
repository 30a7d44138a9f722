package org.panelhub.panels;

import io.quarkus.qute.TemplateData;

/** What a case of a panel may be about. A tasking group works on places and groups as well as on people [Lambeth 3.5]. */
@TemplateData
public enum SubjectKind {
    PERSON("A person"),
    HOUSEHOLD("A household"),
    PLACE("A place"),
    GROUP("A group");

    private final String label;

    SubjectKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As a case about this person is named; empty where the person is not named. */
    public String called(String person) {
        return this == HOUSEHOLD && !person.isEmpty() ? "Household of " + person : person;
    }

    /** It is referred through somebody who is at risk; a place and a group are not. */
    public boolean ofPerson() {
        return this == PERSON || this == HOUSEHOLD;
    }
}
