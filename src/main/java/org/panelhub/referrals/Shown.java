package org.panelhub.referrals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.panelhub.audit.Writer;
import org.panelhub.page.Dates;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.people.Part;
import org.panelhub.people.Safe;
import org.panelhub.risk.Band;
import org.panelhub.risk.Definition;
import org.panelhub.risk.Instrument;
import org.panelhub.risk.QuestionField;

import io.quarkus.qute.TemplateData;

/**
 * What was typed, in words, to be checked before it is sent or compared with what somebody else saved.
 *
 * @param instrument null when the partnership has none
 * @param agencies names by id
 */
record Shown(Instrument instrument, Map<UUID, String> agencies) {

    /** A field with what it holds. */
    @TemplateData
    public record Line(String field, String value) {
    }

    List<Line> lines(Step step, StepForm f) {
        return switch (step) {
            case RECEIPT -> lines("Referrer", referrer(f), "Received", word(f.get("how"), ReceivedHow.class), "Date of receipt", date(f, "received"), "Time", f.get("time"));
            case PERSON -> lines("Given names", f.get("given"), "Family name", f.get("family"), "Other names", String.join(", ", f.get("aliases").lines().toList()),
                    "Date of birth", date(f, "born"), "Other date of birth", date(f, "born2"), "Gender", f.get("gender"));
            case PLACE -> lines("Which place", f.get("name"), "Where it is", f.get("where"));
            case GROUP -> lines("What the group is called", f.get("name"), "Where it is active", f.get("where"));
            case ADDRESS -> lines("Address", f.get("address"), "Needs", f.get("needs"));
            case CONTACT -> lines("Safe to call", word(f.get("toCall"), Safe.class), "Telephone", f.get("telephone"), "Safe times", f.get("times"),
                    "Safe to write", word(f.get("toWrite"), Safe.class), "Not safe to talk to", f.get("notSafeWith"), "Other advice", f.get("advice"));
            case RESPONDENT -> lines("Is it known who is causing it", yes(f.get("known")), "Given names", f.get("given"), "Family name", f.get("family"),
                    "Other names", String.join(", ", f.get("aliases").lines().toList()), "Date of birth", date(f, "born"), "Address", f.get("address"));
            case HOUSEHOLD -> household(f);
            case CIRCUMSTANCES -> lines("Kind of behaviour", f.get("category"), "What is happening", f.get("circumstances"), "Your own reference", f.get("ownReference"));
            case CONSENT -> lines("Does the person agree", word(f.get("consent"), Consent.class), "Reason to refer without consent", f.get("reason"));
            case ASSESSMENT -> answers(f);
            case JUDGEMENT -> lines("Your judgement", word(f.get("judgement"), Band.class), "Reason", f.get("rationale"), "Assessed on", date(f, "assessed"));
            case DECISION -> lines("Senior officer", f.get("senior"), "Reason for referring", f.get("seniorReason"));
        };
    }

    Differences differences(Optional<Writer> first, Step step, StepForm theirs, StepForm yours) {
        var differences = new Differences(first);
        var left = lines(step, theirs);
        var right = lines(step, yours);
        Stream.concat(left.stream(), right.stream()).map(Line::field).distinct().forEach(field -> differences.compare(field, value(left, field), value(right, field)));
        return differences;
    }

    private static String value(List<Line> lines, String field) {
        return lines.stream().filter(l -> l.field().equals(field)).map(Line::value).findFirst().orElse("");
    }

    private List<Line> household(StepForm f) {
        var lines = new ArrayList<>(lines("Others in the home", yes(f.get("any"))));
        for (int i = 1; i <= StepReader.MOST_PEOPLE; i++) {
            var words = Stream.of((f.get("given" + i) + " " + f.get("family" + i)).strip(), word(f.get("part" + i), Part.class), date(f, "born" + i)).filter(w -> !w.isBlank()).toList();
            if (!words.isEmpty()) {
                lines.add(new Line("Person " + i, String.join(", ", words)));
            }
        }
        return lines;
    }

    private List<Line> answers(StepForm f) {
        if (instrument == null) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        for (var question : instrument.definition().questions()) {
            var field = QuestionField.of(instrument.definition(), question, StepReader.QUESTION, f::get);
            var words = field.options().isEmpty() ? field.value() : question.answer(field.value()).map(Definition.Answer::text).orElse("");
            lines.add(new Line(question.text(), field.said() == null || field.said().isBlank() ? words : words + ", said by " + field.said()));
        }
        return lines;
    }

    private String referrer(StepForm f) {
        if (f.get("referrer").equals("OUTSIDE")) {
            return f.get("outside");
        }
        return agencies.entrySet().stream().filter(e -> e.getKey().toString().equals(f.get("referrer"))).map(Map.Entry::getValue).findFirst().orElse("");
    }

    private static String date(StepForm f, String field) {
        var boxes = f.date(field);
        var date = boxes.parse(Errors.none(), field, field, false);
        return date == null ? (boxes.day() + " " + boxes.month() + " " + boxes.year()).strip() : Dates.day(date);
    }

    private static String yes(String typed) {
        return typed.equals("YES") ? "Yes" : typed.equals("NO") ? "No" : "";
    }

    private static <E extends Enum<E>> String word(String typed, Class<E> type) {
        for (var each : type.getEnumConstants()) {
            if (each.name().equals(typed)) {
                return switch (each) {
                    case Safe s -> s.label();
                    case Consent c -> c.label();
                    case Band b -> b.label();
                    case ReceivedHow h -> h.label();
                    case Part p -> p.label();
                    default -> "";
                };
            }
        }
        return "";
    }

    private static List<Line> lines(String... pairs) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < pairs.length; i += 2) {
            lines.add(new Line(pairs[i], pairs[i + 1]));
        }
        return lines;
    }
}
