package org.panelhub.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Random instruments are either refused with the reason, or each way of answering them comes to the score that counting by hand gives, in one band. The instruments are small, so that all ways can be gone
 * through; the counting reads the JSON itself and knows nothing of how the hub does it.
 */
class InstrumentPropertyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A question as it was made up, and as the counting knows it: what each answer weighs; none where it is answered in words. */
    private record Made(String key, Map<String, Integer> weights, String parent, List<String> after, List<String> high) {
    }

    @Property(tries = 400)
    void anInstrumentIsRefusedWithAReasonOrEveryWayOfAnsweringItHasItsScoreInOneBand(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int size) throws Exception {
        var random = new Random(seed);
        var made = new ArrayList<Made>();
        var questions = new ArrayList<Map<String, Object>>();
        for (int n = 0; n < size; n++) {
            questions.add(question(random, n, made));
        }
        var scores = new ArrayList<Integer>();
        ways(made, answers -> scores.add(count(made, answers)));
        int least = scores.stream().mapToInt(Integer::intValue).min().orElse(0);
        int most = scores.stream().mapToInt(Integer::intValue).max().orElse(0);
        var bands = bands(random, least, most);
        var whole = fits(bands, least, most);
        var json = JSON.writeValueAsString(Map.of("questions", questions, "bands", bands));
        Definition definition;
        try {
            definition = DefinitionReader.read(json);
        } catch (DefinitionReader.InvalidDefinition refused) {
            assertFalse(refused.problems().isEmpty());
            assertFalse(whole, refused.problems() + "\n" + json);
            return;
        }
        assertTrue(whole, "has a gap, an overlap or an end that answers go beyond: " + json);
        assertEquals(least, definition.least(), json);
        assertEquals(most, definition.most(), json);
        ways(made, answers -> {
            var result = definition.score(answers);
            int counted = count(made, answers);
            assertEquals(counted, result.score(), answers + "\n" + json);
            var high = asked(made, answers).stream().anyMatch(q -> q.high.contains(answers.get(q.key)));
            var band = high ? "HIGH" : bands.stream().filter(b -> (Integer) b.get("from") <= counted && counted <= (Integer) b.get("to")).map(b -> (String) b.get("band")).reduce((a, b) -> {
                throw new AssertionError("in two bands: " + json);
            }).orElseThrow();
            assertEquals(band, result.band().name(), answers + "\n" + json);
        });
    }

    private static Map<String, Object> question(Random random, int n, List<Made> made) {
        var question = new HashMap<String, Object>(Map.of("key", "q" + n, "text", "Question " + n));
        var kind = Kind.values()[random.nextInt(Kind.values().length)];
        question.put("kind", kind.name());
        Map<String, Integer> weights = new HashMap<>();
        int weight = random.nextInt(7) - 2;
        switch (kind) {
            case CHOICE -> {
                var answers = new ArrayList<Map<String, Object>>();
                for (int a = 0; a <= random.nextInt(3); a++) {
                    int each = random.nextInt(9) - 3;
                    weights.put("a" + a, each);
                    answers.add(Map.of("key", "a" + a, "text", "Answer " + a, "weight", each));
                }
                question.put("answers", answers);
            }
            case YES_NO -> {
                weights.putAll(Map.of("yes", weight, "no", 0, "unknown", 0));
                question.put("weight", weight);
            }
            case SCALE -> {
                int from = random.nextInt(3);
                int to = from + 1 + random.nextInt(2);
                for (int step = from; step <= to; step++) {
                    weights.put(Integer.toString(step), step * weight);
                }
                question.putAll(Map.of("from", from, "to", to, "weight", weight));
            }
            default -> { }
        }
        var high = new ArrayList<String>();
        if (!weights.isEmpty() && random.nextInt(5) == 0) {
            high.add(weights.keySet().stream().sorted().findFirst().orElseThrow());
            question.put("mandatoryHigh", high);
        }
        var before = made.stream().filter(m -> !m.weights.isEmpty()).toList();
        String parent = null;
        List<String> after = List.of();
        if (!before.isEmpty() && random.nextInt(2) == 0) {
            var chosen = before.get(random.nextInt(before.size()));
            parent = chosen.key;
            after = List.of(chosen.weights.keySet().stream().sorted().skip(random.nextInt(chosen.weights.size())).findFirst().orElseThrow());
            question.put("when", Map.of("question", parent, "answers", after));
        }
        made.add(new Made("q" + n, weights, parent, after, high));
        return question;
    }

    /** Mostly right, sometimes with a gap, an overlap, or an end too soon. */
    private static List<Map<String, Object>> bands(Random random, int least, int most) {
        int first = least + random.nextInt(Math.max(1, most - least + 1));
        int second = first + 1 + random.nextInt(3);
        int wrong = random.nextInt(6);
        var bands = new ArrayList<Map<String, Object>>();
        bands.add(Map.of("band", "LOW", "from", least - (wrong == 0 ? -1 : random.nextInt(2)), "to", first));
        if (random.nextBoolean()) {
            bands.add(Map.of("band", "MEDIUM", "from", first + (wrong == 1 ? 2 : wrong == 2 ? 0 : 1), "to", second));
            bands.add(Map.of("band", "HIGH", "from", second + 1, "to", Math.max(most, second + 1) - (wrong == 3 ? 1 : 0)));
        } else {
            bands.add(Map.of("band", "HIGH", "from", first + (wrong == 1 ? 2 : wrong == 2 ? 0 : 1), "to", Math.max(most, first + 1)));
        }
        return bands;
    }

    /** The bands follow each other without gap or overlap, and reach as far as answers can come. */
    private static boolean fits(List<Map<String, Object>> bands, int least, int most) {
        int from = Integer.MIN_VALUE;
        for (var band : bands) {
            if ((Integer) band.get("from") > (Integer) band.get("to") || from != Integer.MIN_VALUE && (Integer) band.get("from") != from) {
                return false;
            }
            from = (Integer) band.get("to") + 1;
        }
        return (Integer) bands.getFirst().get("from") <= least && from > most;
    }

    private static List<Made> asked(List<Made> made, Map<String, String> answers) {
        var asked = new ArrayList<Made>();
        for (var question : made) {
            boolean parentAsked = question.parent == null || asked.stream().anyMatch(a -> a.key.equals(question.parent));
            if (parentAsked && (question.parent == null || question.after.contains(answers.get(question.parent)))) {
                asked.add(question);
            }
        }
        return asked;
    }

    private static int count(List<Made> made, Map<String, String> answers) {
        return asked(made, answers).stream().filter(q -> !q.weights.isEmpty()).mapToInt(q -> q.weights.get(answers.get(q.key))).sum();
    }

    /** Each way of answering all questions, also those that are then not asked. */
    private static void ways(List<Made> made, Consumer<Map<String, String>> each) {
        ways(made, 0, new HashMap<>(), each);
    }

    private static void ways(List<Made> made, int at, Map<String, String> answers, Consumer<Map<String, String>> each) {
        if (at == made.size()) {
            each.accept(answers);
            return;
        }
        var question = made.get(at);
        if (question.weights.isEmpty()) {
            ways(made, at + 1, answers, each);
        }
        for (var answer : question.weights.keySet()) {
            answers.put(question.key, answer);
            ways(made, at + 1, answers, each);
            answers.remove(question.key);
        }
    }
}
