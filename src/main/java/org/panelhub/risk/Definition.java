package org.panelhub.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntBinaryOperator;

import org.panelhub.page.Words;

import io.quarkus.qute.TemplateData;

/**
 * The questions, weights and bands of an instrument. Only {@link DefinitionReader} makes one, so that each has passed its checks: the bands
 * meet without gap or overlap from the least to the greatest score that answers can give.
 */
@TemplateData
public record Definition(List<Question> questions, List<Range> bands) {

    /**
     * @param mandatoryHigh keys of the answers that mean high whatever the score
     * @param section heading under which the question stands
     * @param source whether it is noted who said so, where it was not the person
     * @param when after which answers to an earlier question it is asked; null where it always is
     */
    @TemplateData
    public record Question(String key, Kind kind, String text, String help, String section, List<Answer> answers, List<String> mandatoryHigh, boolean source, When when) {

        public Optional<Answer> answer(String chosen) {
            return answers.stream().filter(a -> a.key().equals(chosen)).findFirst();
        }

        /** This answer means high whatever the score. */
        public boolean isHigh(Answer answer) {
            return mandatoryHigh.contains(answer.key());
        }

        /** Under which name among the answers it stands who said so. No question's key has such a sign in it. */
        public String sourceKey() {
            return key + "/source";
        }
    }

    /** A question is a follow-up: asked where an earlier one has one of these answers. */
    @TemplateData
    public record When(String question, List<String> answers) {
    }

    @TemplateData
    public record Answer(String key, String text, int weight) {
    }

    /** Scores from and to, both included. */
    @TemplateData
    public record Range(Band band, int from, int to) {
    }

    /** Questions under one heading, in order. */
    @TemplateData
    public record Section(String title, List<Question> questions) {
    }

    /**
     * What the answers come to.
     *
     * @param mandatory the questions whose answer means high by itself; empty when the score alone decides
     */
    @TemplateData
    public record Result(int score, Band band, List<Question> mandatory) {
    }

    public List<Section> sections() {
        var sections = new LinkedHashMap<String, List<Question>>();
        questions.forEach(q -> sections.computeIfAbsent(q.section(), s -> new ArrayList<>()).add(q));
        return sections.entrySet().stream().map(e -> new Section(e.getKey(), e.getValue())).toList();
    }

    /** The bands that it knows, the lowest first. */
    public List<Band> inBands() {
        return bands.stream().map(Range::band).sorted().toList();
    }

    /** The questions that are asked of somebody who has answered so: follow-ups only where their answer was given, and was asked for itself. */
    public List<Question> asked(Map<String, String> answers) {
        var asked = new ArrayList<Question>();
        for (var question : questions) {
            if (question.when == null || question.when.answers.contains(answers.get(question.when.question)) && asked.stream().anyMatch(q -> q.key.equals(question.when.question))) {
                asked.add(question);
            }
        }
        return asked;
    }

    /** When a follow-up is asked, in words: {@code If “Is it getting worse?” is “Yes”}. Empty where it always is. */
    public String whenWords(Question question) {
        if (question.when == null) {
            return "";
        }
        var before = questions.stream().filter(q -> q.key.equals(question.when.question)).findFirst().orElseThrow();
        return "If “" + before.text + "” is " + Words.either(question.when.answers.stream().map(a -> "“" + before.answer(a).orElseThrow().text() + "”").toList());
    }

    /** Of what was handed in, what is kept: the answers to what was asked, words and who said so; nothing that was left blank. */
    public Map<String, String> kept(Map<String, String> answers) {
        var kept = new LinkedHashMap<String, String>();
        for (var question : asked(answers)) {
            put(kept, question.key, answers);
            if (question.source) {
                put(kept, question.sourceKey(), answers);
            }
        }
        return kept;
    }

    private static void put(Map<String, String> kept, String key, Map<String, String> answers) {
        var given = answers.get(key);
        if (given != null && !given.isBlank()) {
            kept.put(key, given.strip());
        }
    }

    /**
     * @param answers the key of the chosen answer by the key of its question
     * @throws Unanswered naming the questions that were asked and have no answer, or one that was not offered
     */
    public Result score(Map<String, String> answers) {
        var asked = asked(answers).stream().filter(q -> q.kind.chosen()).toList();
        var missing = asked.stream().filter(q -> q.answer(answers.get(q.key())).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new Unanswered(missing);
        }
        int score = asked.stream().mapToInt(q -> q.answer(answers.get(q.key())).orElseThrow().weight()).sum();
        var mandatory = asked.stream().filter(q -> q.mandatoryHigh().contains(answers.get(q.key()))).toList();
        var band = mandatory.isEmpty() ? bandOf(score) : Band.HIGH;
        return new Result(score, band, mandatory);
    }

    private Band bandOf(int score) {
        return bands.stream().filter(r -> r.from() <= score && score <= r.to()).findFirst().orElseThrow().band();
    }

    /** The least to which answers can come. */
    public int least() {
        return questions.stream().filter(q -> q.when == null).mapToInt(q -> furthest(q, Math::min)).sum();
    }

    /** The most to which answers can come. */
    public int most() {
        return questions.stream().filter(q -> q.when == null).mapToInt(q -> furthest(q, Math::max)).sum();
    }

    /** Of a question with all that it leads to. Each follow-up hangs from one question before it, so they form trees. */
    private int furthest(Question question, IntBinaryOperator which) {
        return question.answers.stream().mapToInt(a -> a.weight + questions.stream().filter(q -> q.when != null && q.when.question.equals(question.key) && q.when.answers.contains(a.key)).mapToInt(q -> furthest(q, which)).sum())
                .reduce(which).orElse(0);
    }

    /** Some questions have no answer, so there is no score. */
    public static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Question> questions;

        Unanswered(List<Question> questions) {
            super("Not every question has an answer");
            this.questions = questions;
        }

        public List<Question> questions() {
            return questions;
        }
    }
}
