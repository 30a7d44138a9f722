package org.panelhub.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.risk.Band;
import org.panelhub.risk.Definition;
import org.panelhub.risk.Judged;
import org.panelhub.risk.Occasion;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;

/** A new assessment on an open case, as typed: the instrument's own questions, then the officer's judgement. */
@TemplateData
public record AssessmentForm(List<Part> parts, String occasion, String judgement, String rationale, DateBoxes on) {

    private static final int LONGEST_RATIONALE = 4000;
    private static final String PREFIX = "answer-";

    /** Questions under one heading. */
    @TemplateData
    public record Part(String title, List<Question> questions) {
    }

    /** One question with what was chosen. */
    @TemplateData
    public record Question(String field, String text, String help, List<Choice> options, String value) {
    }

    static AssessmentForm of(Definition definition, MultivaluedMap<String, String> typed, LocalDate today) {
        var parts = definition.sections().stream().map(s -> new Part(s.title(), s.questions().stream().map(q -> new Question(PREFIX + q.key(), q.text(), q.help(),
                q.answers().stream().map(a -> Choice.of(a.key(), a.text())).toList(), typed == null ? null : typed.getFirst(PREFIX + q.key()))).toList())).toList();
        return typed == null ? new AssessmentForm(parts, null, null, "", DateBoxes.of(today))
                : new AssessmentForm(parts, typed.getFirst("occasion"), typed.getFirst("judgement"), typed.getFirst("rationale"),
                        new DateBoxes(typed.getFirst("on-day"), typed.getFirst("on-month"), typed.getFirst("on-year")));
    }

    /** What was typed, or what is wrong with it. {@code judged} is null when anything is. */
    record Checked(Occasion occasion, Judged judged, Errors errors) {
    }

    Checked check(Definition definition, LocalDate today) {
        var check = new Field.Check();
        Map<String, String> answers = new HashMap<>();
        for (var question : definition.questions()) {
            var chosen = parts.stream().flatMap(p -> p.questions.stream()).filter(q -> q.field.equals(PREFIX + question.key())).findFirst().map(Question::value).orElse(null);
            check.that(question.answer(chosen).isPresent(), PREFIX + question.key(), "Answer: " + question.text());
            answers.put(question.key(), chosen);
        }
        var point = check.choice("occasion", "Choose the occasion", occasion, Occasion.class, true);
        var day = check.date("on", "Day of the assessment", on, true);
        check.that(day == null || !day.isAfter(today), "on", "Day of the assessment must not be in the future");
        var own = check.choice("judgement", "Choose your own judgement", judgement, Band.class, true);
        var why = check.text("rationale", "Why", rationale, LONGEST_RATIONALE, false);
        if (check.errors().isEmpty()) {
            var result = definition.score(answers);
            check.that(result.band() == own.orElseThrow() || !why.isEmpty(), "rationale",
                    "The answers come to " + result.band().label().toLowerCase() + ", with a score of " + result.score() + ". Say why your judgement differs");
        }
        return check.errors().any() ? new Checked(null, null, check.errors()) : new Checked(point.orElseThrow(), new Judged(answers, own.orElseThrow(), why, day), check.errors());
    }
}
