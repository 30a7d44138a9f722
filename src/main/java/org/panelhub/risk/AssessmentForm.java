package org.panelhub.risk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;

/**
 * A new assessment on an open case or an application, as typed: the instrument's own questions, then the officer's judgement. Its fields are shown by the tag {@code assessmentfields}.
 *
 * @param instrument its title
 * @param example our own questions, to be replaced by the area's
 * @param occasions the points at which it may be made
 * @param bands those that the instrument knows
 */
@TemplateData
public record AssessmentForm(String instrument, boolean example, Purpose purpose, List<Choice> occasions, List<Part> parts, List<Band> bands, String occasion, String judgement, String rationale, DateBoxes on) {

    private static final int LONGEST_RATIONALE = 4000;
    private static final String PREFIX = "answer-";

    /** Questions under one heading. */
    @TemplateData
    public record Part(String title, List<QuestionField> questions) {
    }

    /**
     * @param typed what was sent; null for a new form, with the day of today
     * @param usually the occasion that a new form has chosen already, or null
     */
    public static AssessmentForm of(Instrument instrument, List<Occasion> occasions, Occasion usually, MultivaluedMap<String, String> typed, LocalDate today) {
        var definition = instrument.definition();
        var parts = definition.sections().stream().map(s -> new Part(s.title(), s.questions().stream().map(q -> QuestionField.of(definition, q, PREFIX, name -> typed == null ? null : typed.getFirst(name))).toList())).toList();
        var offered = occasions.stream().map(o -> Choice.of(o.name(), o.label())).toList();
        return typed == null ? new AssessmentForm(instrument.title(), instrument.example(), instrument.purpose(), offered, parts, definition.inBands(), usually == null ? null : usually.name(), null, "", DateBoxes.of(today))
                : new AssessmentForm(instrument.title(), instrument.example(), instrument.purpose(), offered, parts, definition.inBands(), typed.getFirst("occasion"), typed.getFirst("judgement"), typed.getFirst("rationale"),
                        new DateBoxes(typed.getFirst("on-day"), typed.getFirst("on-month"), typed.getFirst("on-year")));
    }

    public List<Choice> judgements() {
        return bands.stream().map(b -> Choice.of(b.name(), purpose.called(b))).toList();
    }

    /** What was typed, or what is wrong with it. {@code judged} is null when anything is. */
    public record Checked(Occasion occasion, Judged judged, Errors errors) {
    }

    public Checked check(Definition definition, LocalDate today) {
        var check = new Field.Check();
        Map<String, String> typed = new HashMap<>();
        parts.stream().flatMap(p -> p.questions.stream()).forEach(q -> {
            typed.put(q.field(), q.value());
            typed.put(q.source(), q.said());
        });
        var answers = QuestionField.read(definition, PREFIX, typed::get, check);
        var point = check.choice("occasion", "Choose the occasion", occasion, Occasion.class, true);
        check.that(point.isEmpty() || occasions.stream().anyMatch(o -> o.value().equals(occasion)), "occasion", "Choose the occasion");
        var day = check.date("on", "Day of the assessment", on, true);
        check.that(day == null || !day.isAfter(today), "on", "Day of the assessment must not be in the future");
        var own = check.choice("judgement", "Choose your own judgement", judgement, Band.class, true);
        check.that(own.isEmpty() || bands.contains(own.get()), "judgement", "Choose your own judgement");
        var why = check.text("rationale", "Why", rationale, LONGEST_RATIONALE, false);
        if (check.errors().isEmpty()) {
            var result = definition.score(answers);
            check.that(result.band() == own.orElseThrow() || !why.isEmpty(), "rationale",
                    "The answers come to " + purpose.called(result.band()).toLowerCase() + ", with a score of " + result.score() + ". Say why your judgement differs");
        }
        return check.errors().any() ? new Checked(null, null, check.errors()) : new Checked(point.orElseThrow(), new Judged(answers, own.orElseThrow(), why, day), check.errors());
    }
}
