package org.panelhub.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads an instrument's definition from JSON, and names the place of everything that is wrong with it. */
final class DefinitionReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int LONGEST = 1000;
    private static final int WEIGHTIEST = 1000;
    private static final int MOST_QUESTIONS = 200;

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
                questions.add(question(nodes.get(i), "questions[" + i + "]", keys));
            }
        }
        int soFar = problems.size();
        var bands = bands(root.path("bands"));
        var definition = new Definition(List.copyOf(questions), bands);
        if (problems.size() == soFar && soFar == 0) {
            cover(definition);
        }
        return definition;
    }

    private Definition.Question question(JsonNode node, String place, HashSet<String> keys) {
        var key = key(node, place, keys);
        var text = text(node, "text", place, true);
        var help = text(node, "help", place, false);
        var section = text(node, "section", place, false);
        var answers = new ArrayList<Definition.Answer>();
        var answerKeys = new HashSet<String>();
        var nodes = node.path("answers");
        if (!nodes.isArray() || nodes.isEmpty()) {
            problems.add(place + ".answers: question \"" + key + "\" has no answers");
        } else {
            for (int i = 0; i < nodes.size(); i++) {
                answers.add(answer(nodes.get(i), place + ".answers[" + i + "]", answerKeys));
            }
        }
        var mandatory = new ArrayList<String>();
        for (int i = 0; i < node.path("mandatoryHigh").size(); i++) {
            var named = node.path("mandatoryHigh").get(i).asText();
            if (!answerKeys.contains(named)) {
                problems.add(place + ".mandatoryHigh[" + i + "]: \"" + named + "\" is not an answer of question \"" + key + "\"");
            }
            mandatory.add(named);
        }
        return new Definition.Question(key, text, help, section.isEmpty() ? "Questions" : section, List.copyOf(answers), List.copyOf(mandatory));
    }

    private Definition.Answer answer(JsonNode node, String place, HashSet<String> keys) {
        var key = key(node, place, keys);
        var text = text(node, "text", place, true);
        var weight = node.path("weight");
        if (!weight.isInt() || Math.abs((long) weight.intValue()) > WEIGHTIEST) {
            problems.add(place + ".weight: " + (weight.isMissingNode() || weight.isNull() ? "the weight is missing" : "the weight must be a whole number up to " + WEIGHTIEST));
        }
        return new Definition.Answer(key, text, weight.intValue());
    }

    private List<Definition.Range> bands(JsonNode nodes) {
        var ranges = new ArrayList<Definition.Range>();
        if (!nodes.isArray() || nodes.isEmpty()) {
            problems.add("bands: low, medium and high are needed, each with from and to");
            return ranges;
        }
        for (int i = 0; i < nodes.size(); i++) {
            var place = "bands[" + i + "]";
            var node = nodes.get(i);
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
        if (problems.stream().noneMatch(p -> p.startsWith("bands"))) {
            for (var band : Band.values()) {
                long times = ranges.stream().filter(r -> r.band() == band).count();
                if (times != 1) {
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
