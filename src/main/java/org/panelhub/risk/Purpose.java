package org.panelhub.risk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.qute.TemplateData;

/**
 * What an instrument is for. There are two, not one: the vulnerability assessment is the gate of a panel for vulnerable victims [Lambeth 3.3.2]; the case rating says how soon a case is answered, in Cambridge
 * as standard, medium or high. Neither takes the place of the other.
 */
@TemplateData
public enum Purpose {
    VULNERABILITY("Vulnerability of the person", "How vulnerable do you find the person?", "vulnerability-example.json", "Victim vulnerability assessment"),
    CASE_RATING("Rating of the case", "How do you rate the case?", "case-rating-example.json", "Case risk rating");

    private final String label;
    private final String asks;
    private final String example;
    private final String exampleName;

    Purpose(String label, String asks, String example, String exampleName) {
        this.label = label;
        this.asks = asks;
        this.example = example;
        this.exampleName = exampleName;
    }

    public String label() {
        return label;
    }

    /** How whoever assesses is asked for their own judgement. */
    public String asks() {
        return asks;
    }

    /** What a band is called: the lowest of a case is the standard one. */
    public String called(Band band) {
        return this == CASE_RATING && band == Band.LOW ? "Standard" : band.label();
    }

    /** As it stands in an address. */
    public String key() {
        return this == CASE_RATING ? "rating" : "new";
    }

    public static Optional<Purpose> of(String key) {
        return Stream.of(values()).filter(p -> p.key().equals(key)).findFirst();
    }

    static Optional<Purpose> named(String name) {
        return Stream.of(values()).filter(p -> p.name().equals(name)).findFirst();
    }

    /** Of our own definition, until the area's own replaces it. */
    String example() {
        return example;
    }

    String exampleName() {
        return exampleName;
    }

    /** "rating of the case", within a sentence. */
    public String inSentence() {
        return label.toLowerCase(Locale.ROOT);
    }
}
