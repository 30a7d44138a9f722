package org.panelhub.trigger.figures;

import java.util.List;
import java.util.function.ToIntFunction;

import org.panelhub.trigger.apply.Area;

import io.quarkus.qute.TemplateData;

/** The figures of one area, the newest year first. */
@TemplateData
public record AreaFigures(Area area, List<YearFigures> years) {

    private static final int WHOLE = 100;

    /** One of the four numbers over the years, drawn as bars that have the same measure. */
    @TemplateData
    public record Chart(String of, List<Bar> bars) {
    }

    /** @param length of the longest bar of all charts, in hundredths */
    @TemplateData
    public record Bar(String year, int number, int length) {
    }

    public List<Chart> charts() {
        int longest = years.stream().mapToInt(y -> Math.max(Math.max(y.applications(), y.notMet()), y.reviews())).max().orElse(0);
        return List.of(chart("Applications", longest, YearFigures::applications), chart("Threshold not met", longest, YearFigures::notMet), chart("Reviews carried out", longest, YearFigures::reviews),
                chart("Reviews that led to recommendations", longest, YearFigures::recommended));
    }

    public boolean hides() {
        return years.stream().flatMap(y -> y.breakdowns().stream()).anyMatch(YearFigures.Breakdown::hides);
    }

    private Chart chart(String of, int longest, ToIntFunction<YearFigures> number) {
        return new Chart(of, years.stream().map(y -> new Bar(y.name(), number.applyAsInt(y), longest == 0 ? 0 : Math.round(number.applyAsInt(y) * (float) WHOLE / longest))).toList());
    }
}
