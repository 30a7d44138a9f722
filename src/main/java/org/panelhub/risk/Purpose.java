package org.panelhub.risk;

import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.qute.TemplateData;

/**
 * What an instrument is for. They are several, not one: the vulnerability assessment is the gate of a panel for vulnerable victims [Lambeth 3.3.2]; the case rating says how soon a case is answered, in Cambridge
 * as standard, medium or high. A conference on domestic abuse has a checklist of its own [SafeLives]. None takes the place of another.
 */
@TemplateData
public enum Purpose {
    VULNERABILITY("Vulnerability of the person", "How vulnerable do you find the person?", "new"),
    CASE_RATING("Rating of the case", "How do you rate the case?", "rating"),
    DOMESTIC_ABUSE("Risk of domestic abuse", "How high do you judge the risk to be?", "checklist");

    private final String label;
    private final String asks;
    private final String key;

    Purpose(String label, String asks, String key) {
        this.label = label;
        this.asks = asks;
        this.key = key;
    }

    public String label() {
        return label;
    }

    /** How whoever assesses is asked for their own judgement. */
    public String asks() {
        return asks;
    }

    /** What a band is called: the lowest of a case is the standard one; below the score of the checklist nothing is said to be low. */
    public String called(Band band) {
        return switch (this) {
            case CASE_RATING -> band == Band.LOW ? "Standard" : band.label();
            case DOMESTIC_ABUSE -> band == Band.HIGH ? "High risk" : band == Band.LOW ? "Below high risk" : band.label();
            default -> band.label();
        };
    }

    /** As it stands in an address. */
    public String key() {
        return key;
    }

    /** Whether it assesses the person, and not the case. */
    public boolean ofPerson() {
        return this != CASE_RATING;
    }

    public static Optional<Purpose> of(String key) {
        return Stream.of(values()).filter(p -> p.key().equals(key)).findFirst();
    }
}
