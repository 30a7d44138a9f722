package org.panelhub.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The measure itself, against counts by hand. */
class ReadingAgeTest {

    @Test
    void syllablesAreCountedAsTheyAreSpoken() {
        Map.ofEntries(Map.entry("cat", 1), Map.entry("made", 1), Map.entry("called", 1), Map.entry("wanted", 2), Map.entry("table", 2), Map.entry("boxes", 2), Map.entry("makes", 1), Map.entry("private", 2),
                Map.entry("device", 2), Map.entry("behaviour", 3), Map.entry("history", 3), Map.entry("community", 4), Map.entry("application", 4), Map.entry("anti-social", 4), Map.entry("neighbour’s", 2),
                Map.entry("radio", 3), Map.entry("playing", 2), Map.entry("browser", 2), Map.entry("don’t", 1), Map.entry("area", 3), Map.entry("threshold", 2), Map.entry("information", 4), Map.entry("video", 3))
                .forEach((word, syllables) -> assertEquals(syllables, ReadingAge.syllables(word), word));
    }

    @Test
    void theFormulasGiveWhatOneReckonsByHand() {
        var plain = ReadingAge.of(List.of("The cat sat on the mat."));
        assertEquals(0.39 * 6 + 11.8 * 6 / 6 - 15.59, plain.grade(), 1e-9);
        assertEquals(3.1291, plain.smog(), 1e-9);
        var hard = ReadingAge.of(List.of("Notwithstanding considerable organisational difficulties, relevant authorities cooperate.", "The dog ran to me."));
        assertEquals(7 + 5, hard.words());
        assertEquals(7, hard.longWords());
        assertTrue(hard.age() > 15, hard.toString());
    }

    @Test
    void whatIsNotReadIsNotMeasured() {
        var page = Jsoup.parse("""
                <nav><p>Multitudinous organisational considerations elsewhere altogether</p></nav>
                <main><p>We go to the shop. We buy a loaf.</p><p class="govuk-visually-hidden">Incomprehensible institutional terminology everywhere notwithstanding</p>
                <ul><li>Call us on 020 7946 0000 or me@long-organisational-address.example today</li></ul><label>First name</label></main>""");
        assertEquals(new ReadingAge(3, 5 + 4 + 5, 5 + 4 + 6, 0), ReadingAge.of(page));
    }
}
