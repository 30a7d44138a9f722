package org.panelhub.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Given;
import org.panelhub.page.Idempotency;
import org.panelhub.page.Invalid;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Many dates at once as JSON, by the same rules as the page. */
@Path("/api/meetings/series")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SeriesApi {

    /** What the fields of the form are called here. */
    private static final Map<String, String> NAMES = Map.of("rhythm", "recurrence", "link", "onlineLink", "order", "orderOfBusiness", "anyway", "allTheSame");

    private final Series series;
    private final Scheduling scheduling;
    private final Meetings meetings;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Idempotency idempotency;

    SeriesApi(Series series, Scheduling scheduling, Meetings meetings, Permissions permissions, Viewers viewers, Idempotency idempotency) {
        this.series = series;
        this.scheduling = scheduling;
        this.meetings = meetings;
        this.permissions = permissions;
        this.viewers = viewers;
        this.idempotency = idempotency;
    }

    /**
     * Dates to plan: those listed in {@code dates}, or where none are listed, those by the {@code recurrence}. What is left out is as the panel
     * arranged it. Times are London's, as typed: 10:00.
     */
    public record NewSeries(UUID panelId, String recurrence, LocalDate from, Integer count, LocalDate until, String time, String venue, String onlineLink, String orderOfBusiness,
            List<NewDate> dates) {

        SeriesForm form(SeriesForm usual) {
            var listed = dates != null;
            return new SeriesForm(usual.panel(), recurrence == null ? usual.rhythm() : recurrence, from == null ? usual.from() : DateBoxes.of(from), listed ? "1" : count == null ? "" : count.toString(),
                    listed ? DateBoxes.EMPTY : DateBoxes.of(until), time == null ? usual.time() : time, venue == null ? usual.venue() : venue, onlineLink == null ? usual.link() : onlineLink,
                    orderOfBusiness == null ? usual.order() : orderOfBusiness);
        }

        List<SeriesLine> lines(SeriesForm form) {
            var lines = new ArrayList<SeriesLine>();
            for (var date : dates) {
                var own = date == null ? new NewDate(null, null, null, false) : date;
                lines.add(new SeriesLine(lines.size() + 1, "", DateBoxes.of(own.date()), own.time() == null ? form.time() : own.time(), own.venue() == null ? form.venue() : own.venue(), true, own.allTheSame()));
            }
            return lines;
        }
    }

    /** One of them, with a time or venue of its own where it has one. {@code allTheSame}: on a day that is not worked, or on which the panel meets already. */
    public record NewDate(LocalDate date, String time, String venue, boolean allTheSame) {
    }

    /** Plans them all, or none where one of them cannot be: the problem names it, such as {@code dates[2].date}. */
    @POST
    @Transactional
    public Response plan(@RestHeader(Idempotency.HEADER) String key, NewSeries wanted) {
        permissions.require(Permission.SCHEDULE);
        if (Given.the(wanted).panelId() == null) {
            throw new Invalid(Errors.one("panelId", "Say which panel meets"));
        }
        scheduling.panel(wanted.panelId());
        return idempotency.createdAll(key, "/api/meetings/series", "/api/meetings", wanted, () -> planned(wanted), id -> MeetingApi.MeetingJson.of(meetings.head(id)));
    }

    private List<UUID> planned(NewSeries wanted) {
        series.begin(wanted.panelId());
        var form = wanted.form(series.propose(wanted.panelId()));
        var typed = form.validate(viewers.current().now());
        var errors = new Errors();
        typed.errors().all().stream().filter(e -> wanted.dates() == null || !e.field().matches("rhythm|from|time|venue")).forEach(e -> errors.add(NAMES.getOrDefault(e.field(), e.field()), e.message()));
        errors.addIf(wanted.dates() != null && (wanted.dates().isEmpty() || wanted.dates().size() > Series.MOST), "dates", "Send 1 to " + Series.MOST + " dates");
        Invalid.unless(errors);
        var checked = series.check(wanted.panelId(), form, wanted.dates() == null ? worked(wanted, form, typed) : wanted.lines(form), SeriesApi::named);
        Invalid.unless(checked.errors());
        return series.plan(wanted.panelId(), checked);
    }

    /** By the recurrence, and every one of them: what a person would leave out here is refused. */
    private List<SeriesLine> worked(NewSeries wanted, SeriesForm form, SeriesForm.Understood typed) {
        var found = series.find(wanted.panelId(), form, typed);
        found.errors().all().forEach(e -> {
            throw new Invalid(Errors.one(NAMES.get(e.field()), e.message()));
        });
        return found.lines().stream().map(line -> line.take(true)).toList();
    }

    private static String named(String field, String number) {
        return "dates[" + (Integer.parseInt(number) - 1) + "]." + NAMES.getOrDefault(field, field);
    }
}
