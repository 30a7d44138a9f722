package org.panelhub.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names folded for comparing: small letters, no accents, no punctuation, single spaces, family name first. So "José  O’Neill" is found as
 * "oneill jose". Compared for equality or by range, never by pattern: row security lets no index serve a pattern.
 */
public final class Names {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern INSIDE = Pattern.compile("[\\p{P}\\p{S}]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private Names() {
    }

    /** The folded name; never null. */
    public static String folded(String name) {
        var plain = MARKS.matcher(Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
        plain = plain.replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("æ", "ae").replace("đ", "d");
        // A hyphen joins two names that others write apart; other marks stand inside one.
        return SPACE.matcher(INSIDE.matcher(plain.replace('-', ' ')).replaceAll("")).replaceAll(" ").strip();
    }

    public static String folded(String given, String family) {
        return folded(family + " " + given);
    }
}
