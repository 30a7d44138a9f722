package org.panelhub.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     */
    @TemplateData
    public record Question(String key, String text, String help, String section, List<Answer> answers, List<String> mandatoryHigh) {

        public Optional<Answer> answer(String chosen) {
            return answers.stream().filter(a -> a.key().equals(chosen)).findFirst();
        }

        /** This answer means high whatever the score. */
        public boolean isHigh(Answer answer) {
            return mandatoryHigh.contains(answer.key());
        }
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

    /**
     * @param answers the key of the chosen answer by the key of its question
     * @throws Unanswered naming the questions that have no answer, or one that was not offered
     */
    public Result score(Map<String, String> answers) {
        var missing = questions.stream().filter(q -> q.answer(answers.get(q.key())).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new Unanswered(missing);
        }
        int score = questions.stream().mapToInt(q -> q.answer(answers.get(q.key())).orElseThrow().weight()).sum();
        var mandatory = questions.stream().filter(q -> q.mandatoryHigh().contains(answers.get(q.key()))).toList();
        var band = mandatory.isEmpty() ? bandOf(score) : Band.HIGH;
        return new Result(score, band, mandatory);
    }

    private Band bandOf(int score) {
        return bands.stream().filter(r -> r.from() <= score && score <= r.to()).findFirst().orElseThrow().band();
    }

    public int least() {
        return questions.stream().mapToInt(q -> q.answers().stream().mapToInt(Answer::weight).min().orElse(0)).sum();
    }

    public int most() {
        return questions.stream().mapToInt(q -> q.answers().stream().mapToInt(Answer::weight).max().orElse(0)).sum();
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
