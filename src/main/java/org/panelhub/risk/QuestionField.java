package org.panelhub.risk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.panelhub.page.Choice;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/**
 * A question of an instrument on a form, with what was typed; shown by the tag {@code riskquestion}.
 *
 * @param field name of its field
 * @param hint its help, and where it is a follow-up, when it is asked
 * @param options empty where it is answered in words
 * @param source name of the field for who said so; null where that is not asked
 */
@TemplateData
public record QuestionField(String field, String text, String hint, List<Choice> options, String value, String source, String said) {

    /** Characters of an answer in words, and of who said so. */
    public static final int LONGEST = 2000;
    public static final int LONGEST_SOURCE = 200;

    /**
     * @param begins what stands before the key in the name of the field
     * @param typed what was typed by the name of the field, or null
     */
    public static QuestionField of(Definition definition, Definition.Question question, String begins, UnaryOperator<String> typed) {
        var when = definition.whenWords(question);
        var field = begins + question.key();
        var source = question.source() ? begins + question.sourceKey() : null;
        return new QuestionField(field, question.text(), when.isEmpty() ? question.help() : question.help().isEmpty() ? when : when + ". " + question.help(),
                question.answers().stream().map(a -> Choice.of(a.key(), a.text())).toList(), typed.apply(field), source, source == null ? null : typed.apply(source));
    }

    /** The names of all fields of a question. */
    public static List<String> names(String begins, Definition.Question question) {
        return question.source() ? List.of(begins + question.key(), begins + question.sourceKey()) : List.of(begins + question.key());
    }

    /** The answers as they are kept, or what is missing beside each field: what was asked has an answer, but where it is answered in words. */
    public static Map<String, String> read(Definition definition, String begins, UnaryOperator<String> typed, Field.Check check) {
        var answers = new HashMap<String, String>();
        for (var question : definition.questions()) {
            answers.put(question.key(), typed.apply(begins + question.key()));
            if (question.source()) {
                answers.put(question.sourceKey(), typed.apply(begins + question.sourceKey()));
            }
        }
        for (var question : definition.asked(answers)) {
            var field = begins + question.key();
            if (question.kind().chosen()) {
                check.that(question.answer(answers.get(question.key())).isPresent(), field, "Answer: " + question.text());
            } else {
                check.text(field, question.text(), answers.get(question.key()), LONGEST, false);
            }
            if (question.source()) {
                check.text(begins + question.sourceKey(), "Who said so", answers.get(question.sourceKey()), LONGEST_SOURCE, false);
            }
        }
        return definition.kept(answers);
    }
}
