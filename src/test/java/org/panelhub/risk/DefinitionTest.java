package org.panelhub.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class DefinitionTest {

    private static final String SMALL = """
            {"questions": [
               {"key": "often", "text": "How often?", "section": "Events", "answers": [{"key": "no", "text": "No", "weight": 0}, {"key": "yes", "text": "Yes", "weight": 4}]},
               {"key": "weapon", "text": "A weapon?", "section": "Events", "answers": [{"key": "no", "text": "No", "weight": 0}, {"key": "yes", "text": "Yes", "weight": 1}], "mandatoryHigh": ["yes"]}],
             "bands": [{"band": "LOW", "from": 0, "to": 1}, {"band": "MEDIUM", "from": 2, "to": 3}, {"band": "HIGH", "from": 4, "to": 5}]}""";

    @Test
    void weightsAddUpToAScoreInItsBand() {
        var result = DefinitionReader.read(SMALL).score(Map.of("often", "yes", "weapon", "no"));
        assertEquals(4, result.score());
        assertEquals(Band.HIGH, result.band());
        assertTrue(result.mandatory().isEmpty());
        assertEquals(Band.LOW, DefinitionReader.read(SMALL).score(Map.of("often", "no", "weapon", "no")).band());
    }

    @Test
    void aMandatoryAnswerMeansHighWhateverTheScore() {
        var result = DefinitionReader.read(SMALL).score(Map.of("often", "no", "weapon", "yes"));
        assertEquals(1, result.score());
        assertEquals(Band.HIGH, result.band());
        assertEquals("weapon", result.mandatory().getFirst().key());
    }

    @Test
    void anAnswerThatIsMissingOrWasNotOfferedGivesNoScore() {
        var definition = DefinitionReader.read(SMALL);
        var thrown = assertThrows(Definition.Unanswered.class, () -> definition.score(Map.of("often", "perhaps")));
        assertEquals(2, thrown.questions().size());
    }

    @Test
    void theExampleIsUsableAndItsBandsReachFromTheLeastToTheMost() {
        var example = DefinitionReader.read(Shipped.VULNERABILITY.definition());
        assertEquals(12, example.questions().size());
        assertEquals(3, example.sections().size());
        var least = new HashMap<String, String>();
        var most = new HashMap<String, String>();
        for (var question : example.questions()) {
            least.put(question.key(), question.answers().getFirst().key());
            most.put(question.key(), question.answers().getLast().key());
        }
        assertEquals(Band.LOW, example.score(least).band());
        assertEquals(Band.HIGH, example.score(most).band());
        assertEquals(0, example.least());
        assertEquals(55, example.most());
    }

    @Test
    void theExampleOfACaseRatingHasTheBandsOfCambridge() {
        var example = DefinitionReader.read(Shipped.CAMBRIDGE.definition());
        assertEquals(List.of(new Definition.Range(Band.LOW, 0, 19), new Definition.Range(Band.MEDIUM, 20, 31), new Definition.Range(Band.HIGH, 32, example.most())), example.bands());
        assertEquals("Standard", Purpose.CASE_RATING.called(Band.LOW));
        assertEquals("Low", Purpose.VULNERABILITY.called(Band.LOW));
    }

    @Test
    void bandsThatOverlapAreRefusedWithTheirNames() {
        assertRefused(SMALL.replace("\"from\": 2, \"to\": 3", "\"from\": 1, \"to\": 3"), "bands: LOW (to 1) and MEDIUM (from 1) overlap");
    }

    @Test
    void bandsThatLeaveAGapAreRefused() {
        assertRefused(SMALL.replace("\"from\": 2, \"to\": 3", "\"from\": 3, \"to\": 3"), "gap between LOW (to 1) and MEDIUM (from 3)");
        assertRefused(SMALL.replace("\"to\": 5", "\"to\": 4"), "answers can come to 5, which is above HIGH");
    }

    @Test
    void aBandThatIsMissingOrTwiceThereIsRefused() {
        assertRefused(SMALL.replace("\"MEDIUM\"", "\"LOW\""), "LOW stands there 2 times");
        assertRefused(SMALL.replace("{\"band\": \"LOW\", \"from\": 0, \"to\": 1}, ", ""), "LOW is missing");
        assertRefused(SMALL.replace("\"MEDIUM\"", "\"PURPLE\""), "bands[1].band: must be LOW, MEDIUM or HIGH");
    }

    @Test
    void anInstrumentMayKnowNoMiddle() {
        var two = DefinitionReader.read(SMALL.replace("{\"band\": \"MEDIUM\", \"from\": 2, \"to\": 3}, ", "").replace("\"from\": 4", "\"from\": 2"));
        assertEquals(List.of(Band.LOW, Band.HIGH), two.inBands());
        assertEquals(Band.HIGH, two.score(Map.of("often", "yes", "weapon", "no")).band());
    }

    private static final String KINDS = """
            {"questions": [
               {"key": "threat", "kind": "YES_NO", "text": "A threat?", "source": true},
               {"key": "kind", "kind": "CHOICE", "text": "Of what?", "when": {"question": "threat", "answers": ["yes"]}, "answers": [{"key": "words", "text": "Words", "weight": 1}, {"key": "life", "text": "Life", "weight": 3}]},
               {"key": "afraid", "kind": "SCALE", "text": "How afraid?", "from": 0, "to": 4, "fromText": "not at all", "weight": 2},
               {"key": "own", "kind": "TEXT", "text": "In their own words"}],
             "bands": [{"band": "LOW", "from": 0, "to": 5}, {"band": "HIGH", "from": 6, "to": 12}]}""";

    @Test
    void yesWeighsAScaleWeighsByItsStepAndWordsWeighNothing() {
        var definition = DefinitionReader.read(KINDS);
        assertEquals(0, definition.least());
        assertEquals(12, definition.most(), "1 for yes, 3 for the follow-up, 4 times 2 for the scale");
        assertEquals(8, definition.score(Map.of("threat", "yes", "kind", "words", "afraid", "3")).score());
        assertEquals("0, not at all", definition.questions().get(2).answers().getFirst().text());
        assertEquals(6, definition.score(Map.of("threat", "unknown", "afraid", "3", "own", "He waits outside")).score(), "do not know weighs nothing");
    }

    @Test
    void aFollowUpIsAskedAfterItsAnswerAloneAndWhatWasNotAskedIsNotKept() {
        var definition = DefinitionReader.read(KINDS);
        assertEquals("If “A threat?” is “Yes”", definition.whenWords(definition.questions().get(1)));
        assertEquals(List.of("threat", "afraid", "own"), definition.asked(Map.of("threat", "no", "kind", "life")).stream().map(Definition.Question::key).toList());
        assertEquals(Map.of("threat", "no", "threat/source", "her sister", "afraid", "1"), definition.kept(Map.of("threat", "no", "threat/source", " her sister ", "kind", "life", "afraid", "1", "own", " ")));
        assertEquals("kind", assertThrows(Definition.Unanswered.class, () -> definition.score(Map.of("threat", "yes", "afraid", "0"))).questions().getFirst().key());
    }

    @Test
    void aFollowUpOfNothingAndAScaleWithoutStepsAreRefusedWithTheirPlaces() {
        assertRefused(KINDS.replace("\"question\": \"threat\"", "\"question\": \"afraid\""), "questions[1].when.question: \"afraid\" is not a question before this one");
        assertRefused(KINDS.replace("\"answers\": [\"yes\"]", "\"answers\": [\"perhaps\"]"), "questions[1].when.answers: \"perhaps\" is not an answer of question \"threat\"");
        assertRefused(KINDS.replace("\"to\": 4", "\"to\": 0"), "questions[2]: a scale needs whole numbers from and to");
        assertRefused(KINDS.replace("SCALE", "LADDER"), "questions[2].kind: must be CHOICE, YES_NO, SCALE or TEXT");
    }

    @Test
    void aQuestionWithoutAnswersIsRefusedWithItsPlace() {
        assertRefused(SMALL.replace("[{\"key\": \"no\", \"text\": \"No\", \"weight\": 0}, {\"key\": \"yes\", \"text\": \"Yes\", \"weight\": 4}]", "[]"), "questions[0].answers: question \"often\" has no answers");
    }

    @Test
    void aKeyThatRepeatsIsRefusedWithItsPlace() {
        assertRefused(SMALL.replace("\"key\": \"weapon\"", "\"key\": \"often\""), "questions[1].key: \"often\" is used twice");
        assertRefused(SMALL.replace("{\"key\": \"yes\", \"text\": \"Yes\", \"weight\": 4}", "{\"key\": \"no\", \"text\": \"Yes\", \"weight\": 4}"), "questions[0].answers[1].key: \"no\" is used twice");
    }

    @Test
    void aWeightThatIsAbsentOrNoNumberIsRefusedWithItsPlace() {
        assertRefused(SMALL.replace(", \"weight\": 4", ""), "questions[0].answers[1].weight: the weight is missing");
        assertRefused(SMALL.replace("\"weight\": 4", "\"weight\": \"four\""), "questions[0].answers[1].weight: the weight must be a whole number");
    }

    @Test
    void aMandatoryAnswerThatIsNotOfferedIsRefused() {
        assertRefused(SMALL.replace("[\"yes\"]", "[\"maybe\"]"), "questions[1].mandatoryHigh[0]: \"maybe\" is not an answer");
    }

    @Test
    void whatIsNotJsonIsRefusedWithLineAndColumn() {
        assertRefused("{\n  \"questions\": [ oops", "This is not JSON: line 2");
        assertRefused("[]", "must be an object");
        assertRefused("", "must be an object");
    }

    private static void assertRefused(String json, String words) {
        var refused = assertThrows(DefinitionReader.InvalidDefinition.class, () -> DefinitionReader.read(json));
        assertTrue(refused.problems().stream().anyMatch(p -> p.contains(words)), () -> refused.problems() + " should say " + words);
        assertEquals(List.copyOf(refused.problems()), refused.problems());
    }
}
