package org.panelhub.trigger.apply;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

import org.panelhub.identity.Secret;

/**
 * By what an applicant comes back to an application, and follows it: twelve letters and numbers in groups of four, without those that are mistaken for each other when they are read aloud or
 * written by hand. About 59 bits; the hub keeps its hash only, and limits how often anybody may try.
 */
public record Code(String text) {

    /** What no draft and no application has, and takes as long to look for as one that might be. */
    static final Code NOBODYS = new Code("0000-0000-0000");

    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static final int GROUPS = 3;
    private static final int IN_GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static Code fresh() {
        var text = new StringBuilder();
        for (int n = 0; n < GROUPS * IN_GROUP; n++) {
            if (n > 0 && n % IN_GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new Code(text.toString());
    }

    /** As somebody types it: small letters, spaces, or without the strokes. Empty where it cannot be one. */
    public static Optional<Code> typed(String typed) {
        var letters = typed == null ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
        if (!letters.matches("[" + LETTERS + "]{" + GROUPS * IN_GROUP + "}")) {
            return Optional.empty();
        }
        return Optional.of(new Code(letters.replaceAll("(.{" + IN_GROUP + "})(?!$)", "$1-")));
    }

    /** What the database keeps. */
    public String hash() {
        return new Secret(text).hash();
    }
}
