package org.panelhub.trigger.apply;

import java.util.List;
import java.util.stream.IntStream;

import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** One time that somebody was told, as the applicant reads it back. */
@TemplateData
public record Told(int number, String to, String on, String what) {

    /** Where it is taken out. */
    public String removal() {
        return "/community-trigger/apply/report/" + number + "/remove";
    }

    static List<Told> of(Answers answers) {
        return IntStream.range(0, answers.reports().size()).mapToObj(n -> {
            var typed = Answers.of(answers.reports().get(n));
            var on = typed.date("reportedOn").parse(new Errors(), "", "", false);
            return new Told(n + 1, Field.clean(typed.first("reportedTo")), on == null ? "" : Dates.day(on), Field.clean(typed.first("what")));
        }).toList();
    }
}
