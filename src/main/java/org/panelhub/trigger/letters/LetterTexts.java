package org.panelhub.trigger.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

/**
 * The texts from which letters are made, a file each: {@code community-trigger/letters/<kind>.<language>.txt}. A language is there when all its letters are. The first line is the title; a line that begins
 * with "!" is a heading that must stay in the letter, such as how to appeal; what stands in braces is merged in from {@link Merge}, which holds nothing of anybody but the applicant; what stands in square
 * brackets is left for the writer to say.
 */
@Singleton
class LetterTexts {

    static final String ENGLISH = "en";

    private static final String MUST_STAY = "! ";
    private static final Pattern MERGED = Pattern.compile("\\{(\\w+)}");

    private final Map<String, Map<LetterKind, Text>> texts = new TreeMap<>();

    /** @param staying headings that a letter of this kind keeps */
    record Text(String title, String body, List<String> staying) {
    }

    LetterTexts() {
        for (var language : Locale.getISOLanguages()) {
            var all = new EnumMap<LetterKind, Text>(LetterKind.class);
            for (var kind : LetterKind.values()) {
                var text = read(kind, language);
                if (text != null) {
                    all.put(kind, text);
                }
            }
            if (all.size() == LetterKind.values().length) {
                texts.put(language, all);
            } else if (!all.isEmpty()) {
                throw new IllegalStateException("Letters in " + language + " are missing: only " + all.keySet());
            }
        }
    }

    /** Codes of ISO 639, English first. */
    List<String> languages() {
        return texts.keySet().stream().sorted((a, b) -> a.equals(ENGLISH) ? -1 : b.equals(ENGLISH) ? 1 : a.compareTo(b)).toList();
    }

    Text of(LetterKind kind, String language) {
        return texts.getOrDefault(language, texts.get(ENGLISH)).get(kind);
    }

    private static Text read(LetterKind kind, String language) {
        var name = "/community-trigger/letters/" + kind.file() + "." + language + ".txt";
        try (var in = LetterTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                return null;
            }
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().lines().toList();
            var text = String.join("\n", lines.subList(1, lines.size())).strip();
            var unknown = MERGED.matcher(text).results().map(m -> m.group(1)).filter(field -> !Merge.FIELDS.contains(field)).toList();
            if (!unknown.isEmpty()) {
                throw new IllegalStateException(name + " asks for what no letter is given: " + unknown);
            }
            var staying = new ArrayList<String>();
            Arrays.stream(text.split("\n")).filter(l -> l.startsWith(MUST_STAY)).forEach(l -> staying.add(l.substring(MUST_STAY.length()).strip()));
            return new Text(lines.getFirst().strip(), text.replaceAll("(?m)^" + Pattern.quote(MUST_STAY), ""), staying);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
