package org.panelhub.trigger.figures;

import java.util.List;

import org.panelhub.page.Csv;
import org.panelhub.page.Dates;
import org.panelhub.page.PublicPaths;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The yearly figures of the community trigger, for anybody: as a page with charts and tables, and as a file for a spreadsheet. */
@Path(PublicPaths.ROOT + "/figures")
@PermitAll
@Blocking
public class FiguresPages {

    private final Figures figures;

    FiguresPages(Figures figures) {
        this.figures = figures;
    }

    @CheckedTemplate(basePath = "trigger/figures")
    static class Templates {
        static native TemplateInstance figures(List<AreaFigures> areas);
    }

    @GET
    public TemplateInstance open() {
        return Templates.figures(figures.all());
    }

    @GET
    @Path("csv")
    @Produces("text/csv;charset=UTF-8")
    public Response csv() {
        var csv = new Csv("OFFICIAL").row(List.of("Area", "Year", "Counted until", "Figure", "Number"));
        for (var area : figures.all()) {
            for (var year : area.years()) {
                row(csv, area, year, "Applications", Integer.toString(year.applications()));
                row(csv, area, year, "Threshold not met", Integer.toString(year.notMet()));
                row(csv, area, year, "Reviews carried out", Integer.toString(year.reviews()));
                row(csv, area, year, "Reviews that led to recommendations", Integer.toString(year.recommended()));
                year.breakdowns().forEach(by -> by.parts().forEach(part -> row(csv, area, year, by.by() + ": " + part.name(), part.said())));
            }
        }
        return Response.ok(csv.bytes()).header("Content-Disposition", "attachment; filename=\"community-trigger-figures.csv\"").build();
    }

    private static void row(Csv csv, AreaFigures area, YearFigures year, String figure, String number) {
        csv.row(List.of(area.area().name(), year.name(), Dates.day(year.ended() ? YearFigures.endOf(year.year()) : year.until()), figure, number));
    }
}
