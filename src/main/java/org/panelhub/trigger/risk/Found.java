package org.panelhub.trigger.risk;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.panelhub.risk.AssessmentView;

import io.quarkus.qute.TemplateData;

/**
 * An assessment of an application, beside the one before it.
 *
 * @param was what was judged before, with the same purpose, as "was medium"; empty for the first
 */
@TemplateData
public record Found(AssessmentView view, String was) {

    static List<Found> of(List<AssessmentView> newestFirst) {
        return IntStream.range(0, newestFirst.size()).mapToObj(i -> {
            var view = newestFirst.get(i);
            return new Found(view, newestFirst.stream().skip(i + 1L).filter(b -> b.purpose() == view.purpose()).findFirst().map(b -> "was " + b.purpose().called(b.judgement()).toLowerCase(Locale.ROOT)).orElse(""));
        }).toList();
    }

    /** "High". */
    public String judged() {
        return view.purpose().called(view.judgement());
    }
}
