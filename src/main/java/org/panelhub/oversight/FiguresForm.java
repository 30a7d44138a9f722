package org.panelhub.oversight;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** The figures from which on a look is worth a second one, as they were typed. */
@TemplateData
public record FiguresForm(@RestForm String refusals, @RestForm String refusalDays, @RestForm String cases, @RestForm String casesMinutes, @RestForm String exports, @RestForm String barredDays) {

    static FiguresForm of(WorthALook.Figures figures) {
        return new FiguresForm(text(figures.refusals()), text(figures.refusalDays()), text(figures.cases()), text(figures.casesMinutes()), text(figures.exports()), text(figures.barredDays()));
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    /** The figures, or null with messages. */
    WorthALook.Figures read(Errors into) {
        var check = new Field.Check();
        var r = check.number("refusals", "Refusals", refusals, 1, 1000, true);
        var rd = check.number("refusalDays", "Days for refusals", refusalDays, 1, 90, true);
        var c = check.number("cases", "Cases", cases, 2, 1000, true);
        var cm = check.number("casesMinutes", "Minutes for cases", casesMinutes, 5, 1440, true);
        var e = check.number("exports", "Files", exports, 1, 1000, true);
        var b = check.number("barredDays", "Days before a conflict", barredDays, 1, 365, true);
        check.errors().all().forEach(m -> into.add(m.field(), m.message()));
        return into.any() ? null : new WorthALook.Figures(r, rd, c, cm, e, b, null);
    }
}
