package org.panelhub.page;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** Numbers and lists as a person would write them. In templates: {@code {words:count(n, 'action')}}. */
@TemplateExtension(namespace = "words")
public final class Words {

    private static final int THOUSAND = 1000;

    private Words() {
    }

    /** "1 action", "2 actions". */
    public static String count(long n, String one) {
        return count(n, one, one + "s");
    }

    /** The same for a number that a template has as an object: without it the page would silently say NOT_FOUND. */
    public static String count(Integer n, String one) {
        return count(n.longValue(), one);
    }

    /** "1 agency", "2 agencies". */
    public static String count(long n, String one, String many) {
        return number(n) + " " + (n == 1 ? one : many);
    }

    /** The same for a number that a template has as an object. */
    public static String count(Integer n, String one, String many) {
        return count(n.longValue(), one, many);
    }

    /** The word alone, to go with a count shown elsewhere. */
    public static String plural(long n, String one, String many) {
        return n == 1 ? one : many;
    }

    /** "4,000". */
    public static String number(long n) {
        return Math.abs(n) < THOUSAND ? Long.toString(n) : NumberFormat.getIntegerInstance(Locale.UK).format(n);
    }

    /** The same for a number given to a tag, which arrives as an object. */
    public static String number(Integer n) {
        return number(n.longValue());
    }

    /** "police, housing or health". */
    public static String either(List<String> words) {
        return words.size() < 2 ? join(words) : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    /** "police, housing and health". */
    public static String join(List<String> words) {
        if (words.size() < 2) {
            return words.isEmpty() ? "" : words.getFirst();
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    /** A label inside a sentence: "Date of birth" becomes "date of birth"; abbreviations such as "YOS" stay. */
    public static String lower(String label) {
        return label.length() < 2 || Character.isUpperCase(label.charAt(1)) ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    /** A label at the start of a sentence. */
    public static String upper(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
