package org.panelhub.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads an instrument's definition from JSON, and names the place of everything that is wrong with it. */
final class DefinitionReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int LONGEST = 1000;
    private static final int WEIGHTIEST = 1000;
    private static final int MOST_QUESTIONS = 500;
    private static final int MOST_STEPS = 100;

    private final List<String> problems = new ArrayList<>();

    private DefinitionReader() {
    }

    /** @throws InvalidDefinition with every place that is wrong, in the order of the text */
    static Definition read(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new InvalidDefinition(List.of("This is not JSON" + (at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr())));
        }
        var reader = new DefinitionReader();
        var definition = reader.definition(root);
        if (!reader.problems.isEmpty()) {
            throw new InvalidDefinition(List.copyOf(reader.problems));
        }
        return definition;
    }

    private Definition definition(JsonNode root) {
        if (root == null || !root.isObject()) {
            problems.add("The definition must be an object with questions and bands");
            return null;
        }
        var questions = new ArrayList<Definition.Question>();
        var keys = new HashSet<String>();
        var nodes = root.path("questions");
        if (!nodes.isArray() || nodes.isEmpty()) {
            problems.add("questions: at least one question is needed");
        } else if (nodes.size() > MOST_QUESTIONS) {
            problems.add("questions: no more than " + MOST_QUESTIONS + " are possible");
        } else {
            for (int i = 0; i < nodes.size(); i++) {
                questions.add(question(nodes.get(i), place(nodes.get(i), "questions[" + i + "]"), keys, questions));
            }
        }
        var bands = bands(root.path("bands"));
        var definition = new Definition(List.copyOf(questions), bands);
        if (problems.isEmpty()) {
            cover(definition);
        }
        return definition;
    }

    private Definition.Question question(JsonNode node, String place, HashSet<String> keys, List<Definition.Question> before) {
        var key = key(node, place, keys);
        var text = text(node, "text", place, true);
        var help = text(node, "help", place, false);
        var section = text(node, "section", place, false);
        var kind = kind(node, place);
        var answers = switch (kind) {
            case CHOICE -> choices(node, place, key);
            case YES_NO -> List.of(new Definition.Answer("yes", "Yes", weight(node, place, 1)), new Definition.Answer("no", "No", 0), new Definition.Answer("unknown", "Do not know", 0));
            case SCALE -> steps(node, place);
            case TEXT -> List.<Definition.Answer>of();
        };
        var mandatory = new ArrayList<String>();
        for (int i = 0; i < node.path("mandatoryHigh").size(); i++) {
            var named = node.path("mandatoryHigh").get(i).asText();
            if (answers.stream().noneMatch(a -> a.key().equals(named))) {
                problems.add(place(node.path("mandatoryHigh").get(i), place + ".mandatoryHigh[" + i + "]") + ": \"" + named + "\" is not an answer of question \"" + key + "\"");
            }
            mandatory.add(named);
        }
        return new Definition.Question(key, kind, text, help, section.isEmpty() ? "Questions" : section, List.copyOf(answers), List.copyOf(mandatory), node.path("source").asBoolean(), when(node, place, before));
    }

    private Kind kind(JsonNode node, String place) {
        var named = node.path("kind").asText("");
        try {
            return named.isBlank() ? Kind.CHOICE : Kind.valueOf(named.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            problems.add(place + ".kind: must be CHOICE, YES_NO, SCALE or TEXT");
            return Kind.TEXT;
        }
    }

    private List<Definition.Answer> choices(JsonNode node, String place, String key) {
        var answers = new ArrayList<Definition.Answer>();
        var keys = new HashSet<String>();
        var nodes = node.path("answers");
        if (!nodes.isArray() || nodes.isEmpty()) {
            problems.add(place + ".answers: question \"" + key + "\" has no answers");
        } else {
            for (int i = 0; i < nodes.size(); i++) {
                answers.add(answer(nodes.get(i), place(nodes.get(i), place + ".answers[" + i + "]"), keys));
            }
        }
        return answers;
    }

    /** Each step of a scale weighs as much as its number says, times the weight. */
    private List<Definition.Answer> steps(JsonNode node, String place) {
        int from = node.path("from").asInt(0);
        int to = node.path("to").asInt(-1);
        if (!node.path("from").isInt() || !node.path("to").isInt() || from >= to || to - from > MOST_STEPS) {
            problems.add(place + ": a scale needs whole numbers from and to, with at most " + MOST_STEPS + " steps between them");
            return List.of();
        }
        int each = weight(node, place, 1);
        return IntStream.rangeClosed(from, to).mapToObj(n -> new Definition.Answer(Integer.toString(n), n == from ? said(n, node, "fromText") : n == to ? said(n, node, "toText") : Integer.toString(n), n * each)).toList();
    }

    private static String said(int step, JsonNode node, String field) {
        var text = node.path(field).asText("").strip();
        return text.isEmpty() ? Integer.toString(step) : step + ", " + text;
    }

    /** After which answers to a question before it a follow-up is asked. */
    private Definition.When when(JsonNode node, String place, List<Definition.Question> before) {
        var when = node.path("when");
        if (when.isMissingNode() || when.isNull()) {
            return null;
        }
        var named = when.path("question").asText("");
        var parent = before.stream().filter(q -> q.key().equals(named)).findFirst();
        if (parent.isEmpty()) {
            problems.add(place + ".when.question: \"" + named + "\" is not a question before this one");
            return null;
        }
        var answers = new ArrayList<String>();
        when.path("answers").forEach(a -> answers.add(a.asText()));
        var unknown = answers.stream().filter(a -> parent.get().answer(a).isEmpty()).findFirst();
        if (answers.isEmpty() || unknown.isPresent()) {
            problems.add(place + ".when.answers: " + unknown.map(a -> "\"" + a + "\" is not an answer of question \"" + named + "\"").orElse("name at least one answer of question \"" + named + "\""));
        }
        return new Definition.When(named, List.copyOf(answers));
    }

    private Definition.Answer answer(JsonNode node, String place, HashSet<String> keys) {
        var key = key(node, place, keys);
        var text = text(node, "text", place, true);
        return new Definition.Answer(key, text, weight(node, place, null));
    }

    /** @param usual what holds where none is said; null where it must be said */
    private int weight(JsonNode node, String place, Integer usual) {
        var weight = node.path("weight");
        boolean said = !weight.isMissingNode() && !weight.isNull();
        if (!said && usual != null) {
            return usual;
        }
        if (!weight.isInt() || Math.abs((long) weight.intValue()) > WEIGHTIEST) {
            problems.add(place + ".weight: " + (said ? "the weight must be a whole number up to " + WEIGHTIEST : "the weight is missing"));
        }
        return weight.intValue();
    }

    /** Where it stands: as a reader of JSON counts, or in the line of a table that it came from. */
    private static String place(JsonNode node, String counted) {
        return node.path(InstrumentTable.LINE).isInt() ? "line " + node.path(InstrumentTable.LINE).intValue() : counted;
    }

    private List<Definition.Range> bands(JsonNode nodes) {
        var ranges = new ArrayList<Definition.Range>();
        if (!nodes.isArray() || nodes.isEmpty()) {
            problems.add("bands: low and high are needed, and medium where there is one, each with from and to");
            return ranges;
        }
        int soFar = problems.size();
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            var place = place(node, "bands[" + i + "]");
            Band band = null;
            try {
                band = Band.valueOf(node.path("band").asText().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                problems.add(place + ".band: must be LOW, MEDIUM or HIGH");
            }
            if (!node.path("from").isInt() || !node.path("to").isInt()) {
                problems.add(place + ": from and to must be whole numbers");
            } else if (node.path("from").intValue() > node.path("to").intValue()) {
                problems.add(place + ": from is greater than to");
            }
            ranges.add(new Definition.Range(band, node.path("from").intValue(), node.path("to").intValue()));
        }
        if (problems.size() == soFar) {
            for (var band : Band.values()) {
                long times = ranges.stream().filter(r -> r.band() == band).count();
                // Some instruments know no middle, as the checklist for domestic abuse: high, or not.
                if (times > 1 || times == 0 && band != Band.MEDIUM) {
                    problems.add("bands: " + band.name() + (times == 0 ? " is missing" : " stands there " + times + " times"));
                }
            }
        }
        return List.copyOf(ranges);
    }

    /** Low below medium below high, and every score that can come out lies in exactly one of them. */
    private void cover(Definition definition) {
        var ranges = definition.bands().stream().sorted(Comparator.comparing(Definition.Range::band)).toList();
        for (int i = 1; i < ranges.size(); i++) {
            var below = ranges.get(i - 1);
            var above = ranges.get(i);
            if (above.from() <= below.to()) {
                problems.add("bands: " + below.band() + " (to " + below.to() + ") and " + above.band() + " (from " + above.from() + ") overlap");
            } else if (above.from() > below.to() + 1) {
                problems.add("bands: there is a gap between " + below.band() + " (to " + below.to() + ") and " + above.band() + " (from " + above.from() + ")");
            }
        }
        if (problems.isEmpty() && ranges.getFirst().from() > definition.least()) {
            problems.add("bands: answers can come to " + definition.least() + ", which is below LOW (from " + ranges.getFirst().from() + ")");
        }
        if (problems.isEmpty() && ranges.getLast().to() < definition.most()) {
            problems.add("bands: answers can come to " + definition.most() + ", which is above HIGH (to " + ranges.getLast().to() + ")");
        }
    }

    private String key(JsonNode node, String place, HashSet<String> keys) {
        var key = node.path("key").asText("");
        if (!KEY.matcher(key).matches()) {
            problems.add(place + ".key: must be small letters, numbers and hyphens");
        } else if (!keys.add(key)) {
            problems.add(place + ".key: \"" + key + "\" is used twice");
        }
        return key;
    }

    private String text(JsonNode node, String field, String place, boolean required) {
        var text = node.path(field).asText("").strip();
        if (required && text.isEmpty()) {
            problems.add(place + "." + field + ": is missing");
        } else if (text.length() > LONGEST) {
            problems.add(place + "." + field + ": must be " + LONGEST + " characters or fewer");
        }
        return text;
    }

    /** What was handed in as a definition cannot be used. */
    static final class InvalidDefinition extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> problems;

        InvalidDefinition(List<String> problems) {
            super(String.join("; ", problems));
            this.problems = problems;
        }

        List<String> problems() {
            return problems;
        }
    }
}
