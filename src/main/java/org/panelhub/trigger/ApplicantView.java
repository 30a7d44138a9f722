package org.panelhub.trigger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.qute.TemplateData;

/** Who asks, and how to reach them safely. */
@TemplateData
public record ApplicantView(String name, String organisation, String victimName, String relation, String consent, String consentHow, String under18, String address, String telephone, String email, String reachBy,
        boolean safeEmail, boolean safeCall, boolean safeLetter, String safeTimes, String needs, String needsMore) {

    public boolean forSomebodyElse() {
        return !victimName.isEmpty();
    }

    public String consentSaid() {
        return "CANNOT".equals(consent) ? "Cannot say yes: " + consentHow : "Says yes: " + consentHow;
    }

    public String minorSaid() {
        return ApplicationView.said(under18);
    }

    public String best() {
        return switch (reachBy) {
            case "TELEPHONE" -> "By telephone";
            case "LETTER" -> "By letter";
            default -> "By e-mail";
        };
    }

    /** What is safe, in a sentence; nothing is where nothing was said to be. */
    public String safe() {
        var ways = Stream.of(safeEmail ? "e-mail" : null, safeCall ? "telephone" : null, safeLetter ? "letters" : null).filter(w -> w != null).collect(Collectors.joining(", "));
        return ways.isEmpty() ? "Nothing was said to be safe: ask first, in person" : ways;
    }

    public List<String> needsSaid() {
        return Arrays.stream(needs.split(",")).filter(n -> !n.isEmpty()).map(n -> switch (n) {
            case "INTERPRETER" -> "An interpreter";
            case "SIGN" -> "British Sign Language";
            case "LARGE_PRINT" -> "Letters in large print";
            case "EASY_READ" -> "Letters in easy read";
            case "BRAILLE" -> "Letters in Braille";
            case "CALL_ME" -> "To be called, not written to";
            default -> "Someone to help through it";
        }).toList();
    }
}
