package org.panelhub.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.quarkus.qute.TemplateData;

/**
 * An assessment beside the one before it.
 *
 * @param was what was judged before, with the same purpose, as "was medium"; empty for the first
 * @param trend of the score against the one before by the same instrument: "first", "up 4", "down 2", "as before"
 * @param changes what was answered otherwise than the last time by the same instrument; empty for the first
 */
@TemplateData
public record Found(AssessmentView view, String was, String trend, List<Change> changes) {

    /** An answer that is not what it was; empty words for a question that was not asked then, or is not now. */
    @TemplateData
    public record Change(String question, String before, String now) {
    }

    /** Each with those before it among these, which the viewer sees. */
    public static List<Found> of(List<AssessmentView> newestFirst) {
        return IntStream.range(0, newestFirst.size()).mapToObj(i -> {
            var view = newestFirst.get(i);
            var older = newestFirst.subList(i + 1, newestFirst.size());
            var was = older.stream().filter(b -> b.purpose() == view.purpose()).findFirst().map(b -> "was " + b.purpose().called(b.judgement()).toLowerCase(Locale.ROOT)).orElse("");
            var before = older.stream().filter(b -> b.name().equals(view.name())).findFirst();
            return new Found(view, was, before.map(b -> trend(b.score(), view.score())).orElse("first"), before.map(b -> changes(b, view)).orElse(List.of()));
        }).toList();
    }

    private static String trend(int before, int now) {
        return now > before ? "up " + (now - before) : now < before ? "down " + (before - now) : "as before";
    }

    private static List<Change> changes(AssessmentView before, AssessmentView now) {
        var then = new LinkedHashMap<String, String>();
        before.lines().forEach(l -> then.put(l.question(), l.answer()));
        var changes = new ArrayList<Change>();
        for (var line : now.lines()) {
            var answered = then.remove(line.question());
            if (!line.answer().equals(answered)) {
                changes.add(new Change(line.question(), answered == null ? "" : answered, line.answer()));
            }
        }
        then.forEach((question, answer) -> changes.add(new Change(question, answer, "")));
        return changes;
    }

    /** "High". */
    public String judged() {
        return view.purpose().called(view.judgement());
    }
}
