package org.panelhub.trigger.apply;

import java.time.LocalDate;
import java.util.List;

import org.panelhub.page.Errors;
import org.panelhub.page.Field;

/**
 * A whole application, as it goes into the database. What was asked of somebody else (a field that is not asked after another answer was changed) does not go with it.
 *
 * @param subject how the board names it: by whoever is affected
 */
public record Filled(String kind, String subject, String happening, String place, String since, String impact, String wish, String hate, String hateWhy, String respondent, String respondentMinor, String landlord,
        String children, String involvement, String name, String organisation, String victimName, String relation, String consent, String consentHow, String under18, String address, String telephone, String email,
        String reachBy, boolean safeEmail, boolean safeCall, boolean safeLetter, String safeTimes, List<String> needs, String needsMore, List<Report> reports) {

    /** One time that somebody was told; days may be unknown. */
    public record Report(LocalDate happenedOn, String what, LocalDate reportedOn, String reportedTo, String reference, String answer) {
    }

    static Filled of(Answers answers, Questions questions) {
        var asked = new Asked(answers, questions);
        var kind = asked.text("kind");
        var victim = asked.text("victimName");
        var organisation = asked.text("organisation");
        var name = asked.text("name");
        var safe = answers.all("safe");
        return new Filled(kind, !victim.isEmpty() ? victim : !organisation.isEmpty() ? organisation : name, asked.text("happening"), asked.text("place"), asked.text("since"), asked.text("impact"), asked.text("wish"),
                asked.or("hate", "UNKNOWN"), asked.text("hateWhy"), asked.text("respondent"), asked.or("respondentMinor", "UNKNOWN"), asked.text("landlord"), asked.or("children", "UNKNOWN"), asked.or("involvement", "TOLD"),
                name, organisation, victim, asked.text("relation"), asked.or("consent", "NOT_NEEDED"), asked.text("consentHow"), asked.or("under18", "UNKNOWN"), asked.text("address"), asked.text("telephone"), asked.text("email"),
                asked.or("reachBy", "EMAIL"), safe.contains("EMAIL"), safe.contains("TELEPHONE"), safe.contains("LETTER"), asked.text("safeTimes"), answers.all("needs"), asked.text("needsMore"),
                "YES".equals(asked.text("reported")) ? answers.reports().stream().map(r -> report(new Answers(r, null, null))).toList() : List.of());
    }

    private static Report report(Answers typed) {
        return new Report(day(typed, "happenedOn"), Field.clean(typed.first("what")), day(typed, "reportedOn"), Field.clean(typed.first("reportedTo")), Field.clean(typed.first("reference")), Field.clean(typed.first("answer")));
    }

    private static LocalDate day(Answers typed, String name) {
        return typed.date(name).parse(new Errors(), name, "Date", false);
    }

    private record Asked(Answers answers, Questions questions) {

        String text(String name) {
            return questions.askedOf(answers).stream().flatMap(q -> q.fieldsFor(answers).stream()).anyMatch(f -> f.name().equals(name)) ? Field.clean(answers.first(name)) : "";
        }

        String or(String name, String other) {
            var text = text(name);
            return text.isEmpty() ? other : text;
        }
    }
}
