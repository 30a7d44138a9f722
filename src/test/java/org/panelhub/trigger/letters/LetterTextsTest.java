package org.panelhub.trigger.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.panelhub.letters.LetterView;
import org.panelhub.support.ReadingAge;

/** The texts as they are shipped. */
class LetterTextsTest {

    private static final Merge MERGE = new Merge("Ada Lovelace", "RV-T7K4QM2", "3 March 2026", "4 March 2026", "Three reports of the behaviour are enough.", "We will tell you what we decide within 5 working days of the first contact.",
            "They meet at the next board after the threshold decision.", "Please ask within 10 working days of the letter.", "Community safety team (call 020 7946 0000)", "If you still do not agree after that, you can go to the mayor’s office.",
            "We recommend:\nTo Riverside Police: Call the victim once a week.\nTo Riverside Council: Fix the door to the street.", "Sam Reid", "Riverside Council", "Safer Riverside Partnership");

    private final LetterTexts texts = new LetterTexts();

    @Test
    void eachLetterIsInPlainWords() {
        assertEquals("en", texts.languages().getFirst());
        for (var kind : LetterKind.values()) {
            var letter = MERGE.into(texts.of(kind, "en").body());
            var age = ReadingAge.of(LetterView.parts(letter).stream().filter(p -> !p.heading()).map(p -> String.join(". ", p.lines())).toList());
            System.out.println("[reading age] letter " + kind + ": " + age);
            assertTrue(age.age() <= 11, kind + ": " + age);
        }
    }

    @Test
    void eachLetterFromTheDecisionOnSaysHowToHaveItLookedAtAgain() {
        for (var kind : EnumSet.complementOf(EnumSet.of(LetterKind.ACKNOWLEDGEMENT))) {
            assertEquals(1, texts.of(kind, "en").staying().stream().filter(h -> h.startsWith("If you do not agree")).count(), kind.name());
        }
        for (var kind : List.of(LetterKind.NOT_MET, LetterKind.OUTCOME, LetterKind.RESOLUTION, LetterKind.CLOSURE)) {
            assertTrue(texts.of(kind, "en").body().contains("{appealTime}"), kind.name());
        }
    }

    @Test
    void whatIsMergedHasNoPlaceForAnybodyElse() {
        var components = Arrays.stream(Merge.class.getRecordComponents()).map(c -> c.getName()).collect(Collectors.toSet());
        assertEquals(Merge.FIELDS, components);
        assertEquals(Set.of("name", "reference", "received", "today", "rules", "decisionTime", "reviewTime", "appealTime", "contact", "further", "recommendations", "writer", "agency", "partnership"), components,
                "a field more is a decision: whose is it?");
    }

    @Test
    void bracesInANameAreOnlyBraces() {
        var odd = new Merge("{writer} {reference} $1 \\", "RV-T7K4QM2", "", "", "", "", "", "", "", "", "", "W", "", "");
        assertEquals("Dear {writer} {reference} $1 \\, W", odd.into("Dear {name}, {writer}"));
    }

    @Test
    void whereAnAreaSaysNothingNoEmptyLinesAreLeft() {
        var bare = new Merge("Ada", "RV-T1", "", "", "", "", "", "", "us", "", "", "W", "A", "P");
        for (var kind : LetterKind.values()) {
            assertFalse(bare.into(texts.of(kind, "en").body()).contains("\n\n\n"), kind.name());
        }
    }
}
