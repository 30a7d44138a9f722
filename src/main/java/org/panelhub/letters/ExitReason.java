package org.panelhub.letters;

import java.util.Arrays;
import java.util.List;

import org.panelhub.page.Choice;

/**
 * Why a case ends: the ten reasons of [Lambeth 3.4], of which nine count as resolved. What the letter says of it names no respondent and
 * nothing that happened to one.
 */
public enum ExitReason {
    SATISFIED("The person is satisfied", "It was looked into, and the person says that the trouble is over",
            "You told us that the problem has been resolved."),
    QUIET("No report for three months", "The trouble has stopped, and nothing was reported for three months",
            "Nothing further has been reported to us for three months."),
    LANDLORD_SATISFIED("Resolved as far as the landlord can", "Everything reasonable was done, whether or not the person is content with it",
            "We have done what we reasonably can, and there is nothing further that we can do with the powers that we have."),
    WITHDRAWN("Withdrawn by the person", "The person no longer wishes to go on",
            "You told us that you do not wish us to go on."),
    UNSUBSTANTIATED("Not substantiated", "It was looked into, and no evidence could be found",
            "We looked into what you told us and could not find the evidence that we need to take it further. This does not mean that we do not believe you."),
    TENANCY_GIVEN_UP("Tenancy given up", "The trouble stopped because a tenancy was given up", Words.CHANGED),
    PROPERTY_ABANDONED("Property abandoned", "The trouble stopped because a property was abandoned", Words.CHANGED),
    EVICTION("Eviction", "The trouble stopped because someone was evicted for it", Words.CHANGED),
    OTHER_RESOLVED("Resolved for another reason", "It ended for a reason that is not listed; say which",
            "What you reported has come to an end."),
    OTHER_CLOSED("Closed for another reason", "It is not resolved, and cannot go on; say why",
            "We are not able to go on with your case at present.");

    private final String label;
    private final String explanation;
    private final String inLetter;

    ExitReason(String label, String explanation, String inLetter) {
        this.label = label;
        this.explanation = explanation;
        this.inLetter = inLetter;
    }

    /** Said alike for all that would otherwise tell what became of someone else. */
    private static final class Words {
        static final String CHANGED = "The circumstances behind what you reported have changed, and we do not expect it to happen again.";
    }

    public String label() {
        return label;
    }

    String explanation() {
        return explanation;
    }

    String inLetter() {
        return inLetter;
    }

    /** A reason that is not listed must be given in words. */
    boolean needsNote() {
        return this == OTHER_RESOLVED || this == OTHER_CLOSED;
    }

    static List<Choice> choices() {
        return Arrays.stream(values()).map(r -> Choice.of(r, r.label, r.explanation)).toList();
    }
}
