package org.panelhub.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * How old a child reads a page with ease, by two published formulas over its visible text.
 *
 * <ul>
 * <li>Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59 [Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas for Navy enlisted
 * personnel", Research Branch Report 8-75, 1975]. Age is grade + 5, as grade 1 of American schools begins with six.</li>
 * <li>SMOG grade: 1.0430 √(words of three syllables and more · 30 / sentences) + 3.1291 [McLaughlin, "SMOG grading: a new readability formula", Journal of Reading 12(8), 1969]. It tells at what grade
 * all of a text is understood, so it lies above the other, and is meant for thirty sentences and more.</li>
 * </ul>
 *
 * What is read is {@code main}, without what is hidden from sight. Each piece of it (paragraph, heading, label, hint, item of a list) ends a sentence. Pieces of fewer than four words, such as "Continue" or
 * "First name", are no sentences and would only flatter: they are left out. Numbers and addresses are no words. Syllables are counted by rule, as all programs that do this do; a word that the rule
 * gets wrong is listed in {@code COUNTED}.
 */
public record ReadingAge(int sentences, int words, int syllables, int longWords) {

    private static final int LEAST_WORDS = 4;
    private static final int AGE_OF_GRADE_0 = 5;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?:])[”\"’)]*\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}’']*(?:-[\\p{L}’']+)*");
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+|https?://\\S+|www\\.\\S+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final String BLOCKS = "p, h1, h2, h3, h4, li, dt, dd, td, th, label, legend, summary, caption, .govuk-hint, .govuk-error-message, .govuk-inset-text, .govuk-warning-text__text, .govuk-details__text, button";
    /** Words of plain English whose syllables the rule miscounts. */
    private static final Map<String, Integer> COUNTED = Map.ofEntries(Map.entry("area", 3), Map.entry("areas", 3), Map.entry("idea", 3), Map.entry("ideas", 3), Map.entry("something", 2), Map.entry("someone", 2),
            Map.entry("sometimes", 2), Map.entry("somewhere", 2), Map.entry("anyone", 3), Map.entry("everyone", 3), Map.entry("every", 2), Map.entry("everything", 3), Map.entry("business", 2), Map.entry("evening", 2),
            Map.entry("safely", 2), Map.entry("police", 2), Map.entry("people", 2), Map.entry("being", 2), Map.entry("doing", 2), Map.entry("going", 2), Map.entry("seeing", 2), Map.entry("quiet", 2),
            Map.entry("appeal", 2), Map.entry("create", 2), Map.entry("reopen", 3), Map.entry("homeless", 2), Map.entry("likely", 2), Map.entry("behaviour", 3), Map.entry("yes", 1), Map.entry("eyes", 1));

    /** The visible text of the page's main part. */
    public static ReadingAge of(Document page) {
        var main = page.selectFirst("main");
        return of(pieces(main == null ? page.body() : main));
    }

    /** Texts as they stand, each a piece of its own. */
    public static ReadingAge of(List<String> pieces) {
        int sentences = 0;
        int words = 0;
        int syllables = 0;
        int longWords = 0;
        for (var piece : pieces) {
            for (var sentence : SENTENCE.split(ADDRESS.matcher(piece).replaceAll(" ").strip())) {
                var found = WORD.matcher(sentence).results().map(m -> m.group()).toList();
                if (found.size() < LEAST_WORDS) {
                    continue;
                }
                sentences++;
                words += found.size();
                for (var word : found) {
                    int n = syllables(word);
                    syllables += n;
                    longWords += n >= 3 ? 1 : 0;
                }
            }
        }
        return new ReadingAge(sentences, words, syllables, longWords);
    }

    /** Of American schools. */
    public double grade() {
        return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    public double smog() {
        return 1.0430 * Math.sqrt(longWords * 30.0 / sentences) + 3.1291;
    }

    /** Years, by the Flesch-Kincaid grade. */
    public double age() {
        return grade() + AGE_OF_GRADE_0;
    }

    @Override
    public String toString() {
        return "reading age %.1f years (Flesch-Kincaid grade %.1f), SMOG grade %.1f: %d sentences of %.1f words, %.2f syllables a word".formatted(age(), grade(), smog(), sentences, (double) words / Math.max(1, sentences),
                (double) syllables / Math.max(1, words));
    }

    private static List<String> pieces(Element main) {
        var copy = main.clone();
        copy.select("[hidden], .govuk-visually-hidden, script, style, select, datalist, template, .govuk-error-summary h2").remove();
        List<String> pieces = new ArrayList<>();
        for (var block : copy.select(BLOCKS)) {
            pieces.add(own(block));
        }
        return pieces;
    }

    /** Its text without that of the pieces within it, which stand for themselves. */
    private static String own(Element block) {
        var text = new StringBuilder();
        collect(block, text);
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    private static void collect(Element within, StringBuilder text) {
        for (Node node : within.childNodes()) {
            if (node instanceof TextNode words) {
                text.append(words.text());
            } else if (node instanceof Element element && element.normalName().equals("br")) {
                text.append(' ');
            } else if (node instanceof Element element && !element.is(BLOCKS)) {
                collect(element, text);
            }
        }
    }

    static int syllables(String typed) {
        var word = typed.toLowerCase(Locale.ENGLISH).replaceAll("[’']s?$", "").replaceAll("[’']", "");
        if (word.contains("-")) {
            return java.util.Arrays.stream(word.split("-")).mapToInt(ReadingAge::syllables).sum();
        }
        if (COUNTED.containsKey(word)) {
            return COUNTED.get(word);
        }
        int n = (int) VOWELS.matcher(word).results().count();
        // Silent: made, makes, called. Spoken: table, boxes, wanted.
        if (word.matches(".*[^aeiouy](e|es|ed)") && !word.matches(".*[^aeiouy]l(e|es)") && !word.matches(".*(s|x|z|ch|sh|c|g)es") && !word.matches(".*[td]ed")) {
            n--;
        }
        // Two vowels that are spoken apart: history of "ia" and "io" but not in "-tion", "-cial".
        n += (int) Pattern.compile("(?<![tcsg])i[ao]|[aeiouy]ing\\b|eo(?!p)|ua(?!r)").matcher(word).results().count();
        return Math.max(1, n);
    }

    /** How often each word of three syllables and more stands in the text: what to look at when it reads too hard. */
    public static Map<String, Integer> longWords(Document page) {
        Map<String, Integer> found = new HashMap<>();
        pieces(page.selectFirst("main")).forEach(p -> WORD.matcher(p).results().map(m -> m.group().toLowerCase(Locale.ENGLISH)).filter(w -> syllables(w) >= 3).forEach(w -> found.merge(w, 1, Integer::sum)));
        return found;
    }
}
