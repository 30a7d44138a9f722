package org.panelhub.trigger.apply;

import java.util.List;
import java.util.stream.IntStream;

import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/**
 * One time that somebody was told, as the applicant reads it back.
 *
 * @param number its place on the page
 * @param id by what it is told from the others, wherever it stands
 */
@TemplateData
public record Told(int number, String id, String to, String on, String what) {

    static List<Told> of(Answers answers) {
        return IntStream.range(0, answers.reports().size()).mapToObj(n -> {
            var typed = Answers.of(answers.reports().get(n));
            var on = typed.date("reportedOn").parse(new Errors(), "", "", false);
            var to = Field.clean(typed.first("reportedTo"));
            return new Told(n + 1, typed.first(Answers.ID), to.isEmpty() ? "Not filled in yet" : to, on == null ? "" : Dates.day(on), Field.clean(typed.first("what")));
        }).toList();
    }
}
