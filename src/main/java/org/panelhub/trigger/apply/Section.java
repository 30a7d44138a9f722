package org.panelhub.trigger.apply;

import java.util.List;
import java.util.stream.Collectors;

import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** One page of the form as it is read back before it is sent, with a way to change it. */
@TemplateData
public record Section(String key, List<Line> lines) {

    /** What was asked, and what was answered. */
    @TemplateData
    public record Line(String asked, String answered) {
    }

    static List<Section> of(Answers answers, Questions questions) {
        return questions.askedOf(answers).stream().filter(q -> !q.fields().isEmpty()).map(q -> new Section(q.key(), q.fieldsFor(answers).stream()
                .map(f -> new Line(f.label(), said(f, answers))).toList())).toList();
    }

    private static String said(Question.Field field, Answers answers) {
        if (field.choices() == null) {
            return Field.clean(answers.first(field.name()));
        }
        return field.choices().stream().filter(c -> answers.all(field.name()).contains(c.value())).map(c -> c.text()).collect(Collectors.joining(", "));
    }
}
