package org.panelhub.people;

import java.util.ArrayList;

import io.quarkus.qute.TemplateData;

/** Safe-contact facts as pages and answers show them. */
@TemplateData
public record SafeContactView(String telephone, Safe safeToCall, String safeTimes, Safe safeToWrite, String notSafeWith, String advice) {

    static SafeContactView of(Facts.Contact f) {
        return new SafeContactView(f.telephone(), f.toCall(), f.times(), f.toWrite(), f.notSafeWith(), f.advice());
    }

    /** In sentences, what one must not do first. */
    public String words() {
        var sentences = new ArrayList<String>();
        if (safeToCall == Safe.NO) {
            sentences.add("Do not call.");
        } else if (safeToCall == Safe.YES && telephone.isBlank() && safeTimes.isBlank()) {
            sentences.add("Calling is safe; no number is known.");
        } else if (!telephone.isBlank() || !safeTimes.isBlank()) {
            sentences.add(ended((safeToCall == Safe.YES ? "Call " : "Not known whether calling is safe: ") + (telephone + " " + safeTimes).strip()));
        }
        if (safeToWrite == Safe.NO) {
            sentences.add("Do not write.");
        } else if (safeToWrite == Safe.YES) {
            sentences.add("Letters are safe.");
        }
        if (!notSafeWith.isBlank()) {
            sentences.add(ended("Not safe to talk to: " + notSafeWith));
        }
        if (!advice.isBlank()) {
            sentences.add(ended(advice));
        }
        return sentences.isEmpty() ? "Nothing is known about safe ways to make contact." : String.join(" ", sentences);
    }

    private static String ended(String sentence) {
        var line = sentence.strip();
        return line.endsWith(".") || line.endsWith("!") ? line : line + ".";
    }
}
