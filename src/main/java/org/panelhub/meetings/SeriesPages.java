package org.panelhub.meetings;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Words;
import org.panelhub.panels.PanelView;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Planning many dates at once: how the panel meets, then the dates themselves, each to be left out or changed before it is planned. */
@Path("/meetings/series")
@Authenticated
public class SeriesPages {

    private static final int UNPROCESSABLE = 422;

    private final Series series;
    private final Scheduling scheduling;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Flash flash;

    SeriesPages(Series series, Scheduling scheduling, Permissions permissions, Viewers viewers, Flash flash) {
        this.series = series;
        this.scheduling = scheduling;
        this.permissions = permissions;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "meetings")
    static class Templates {
        static native TemplateInstance series(PanelView panel, boolean several, SeriesForm form, Errors errors);

        static native TemplateInstance seriesDates(PanelView panel, SeriesForm form, List<SeriesDate> dates, String shortened, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance propose(@RestQuery UUID panel) {
        permissions.require(Permission.SCHEDULE);
        var panels = scheduling.panels();
        if (panel == null && panels.size() > 1) {
            return MeetingPages.Templates.whichPanel("Plan many dates at once", "/meetings/series", panels);
        }
        var chosen = scheduling.panel(panel == null ? panels.getFirst().id() : panel);
        return questions(chosen, series.propose(chosen.id()), Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response answer(MultivaluedMap<String, String> sent) {
        permissions.require(Permission.SCHEDULE);
        var form = SeriesForm.of(sent);
        var panel = scheduling.panel(NotFound.id("panel", form.panel()));
        var step = String.valueOf(sent.getFirst("step"));
        if (step.equals("back")) {
            return Response.ok(questions(panel, form, Errors.none())).build();
        }
        var typed = form.validate(viewers.current().now());
        if (typed.errors().any()) {
            return wrong(questions(panel, form, typed.errors()));
        }
        return step.equals("plan") || step.equals("check") ? plan(panel, form, SeriesLine.of(sent), step.equals("plan")) : show(panel, form, typed);
    }

    private Response show(PanelView panel, SeriesForm form, SeriesForm.Understood typed) {
        var found = series.find(panel.id(), form, typed);
        if (found.errors().any()) {
            return wrong(questions(panel, form, found.errors()));
        }
        // Nobody has ticked anything yet: what is to be known of a date is said, and nothing is wrong.
        var dates = series.check(panel.id(), form, found.lines(), SeriesPages::named).dates();
        return Response.ok(Templates.seriesDates(panel, form, dates, found.shortened(), Errors.none())).build();
    }

    private Response plan(PanelView panel, SeriesForm form, List<SeriesLine> lines, boolean atOnce) {
        series.begin(panel.id());
        var checked = series.check(panel.id(), form, lines, SeriesPages::named);
        var errors = checked.errors().addIf(atOnce && checked.meant().isEmpty(), lines.isEmpty() ? "step" : "take-1", "Tick the dates to plan");
        if (errors.any() || !atOnce) {
            var page = Templates.seriesDates(panel, form, checked.dates(), null, errors);
            return errors.any() ? wrong(page) : Response.ok(page).build();
        }
        int made = series.plan(panel.id(), checked).size();
        flash.done(Words.count(made, "meeting") + " of " + panel.shortName() + (made == 1 ? " is" : " are") + " planned, from " + Dates.full(checked.meant().getFirst().day()) + ".");
        return Response.seeOther(URI.create("/meetings")).build();
    }

    private TemplateInstance questions(PanelView panel, SeriesForm form, Errors errors) {
        return Templates.series(panel, scheduling.panels().size() > 1, form, errors);
    }

    private static Response wrong(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }

    private static String named(String field, String number) {
        return field + "-" + number;
    }
}
