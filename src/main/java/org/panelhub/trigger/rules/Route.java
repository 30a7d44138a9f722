package org.panelhub.trigger.rules;

/** The ways in which the threshold for a review may be met. */
public enum Route {
    /** So many qualifying complaints: then it must be found met (2014 Act, section 104(4)). */
    NUMBER("Number of qualifying complaints"),
    /** Section 104(5)(a). */
    PERSISTENCE("Persistence of the behaviour"),
    /** Section 104(5)(b). */
    HARM("Harm, or potential for harm"),
    /** Section 104(5)(c). */
    ADEQUACY("Adequacy of the response"),
    /** So many hate incidents, as some areas have it. */
    HATE("Hate incidents"),
    /** So many different people, as some areas have it: besides the number of complaints, never instead of it. */
    COMMUNITY("Different people affected"),
    /** A manager's, for a vulnerable victim, as some areas have it. */
    DISCRETION("Discretion for a vulnerable victim");

    private final String label;

    Route(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it is weighed by a person, with a rationale, and never counted. */
    public boolean judged() {
        return this == PERSISTENCE || this == HARM || this == ADEQUACY || this == DISCRETION;
    }
}
