package org.panelhub.panels;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Given;
import org.panelhub.page.Idempotency;
import org.panelhub.panels.PanelApi.SeatJson;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** How a panel works and who sits on it: arrangements and seats. Arrangements are read by every member, seats by those who may know them; the administrator writes both. */
@Path("/api/panels/{id}")
@Authenticated
@Transactional
public class PlaceApi {

    private final Permissions permissions;
    private final Panels panels;
    private final Arrangements arrangements;
    private final Seats seats;
    private final Idempotency idempotency;

    PlaceApi(Permissions permissions, Panels panels, Arrangements arrangements, Seats seats, Idempotency idempotency) {
        this.permissions = permissions;
        this.panels = panels;
        this.arrangements = arrangements;
        this.seats = seats;
        this.idempotency = idempotency;
    }

    /**
     * A seat to give.
     *
     * @param member the id of the member
     * @param role such as REPRESENTATIVE or COORDINATOR
     * @param until the last day; null where it holds until it is ended
     */
    public record NewSeat(UUID member, String role, LocalDate from, LocalDate until) {
        SeatForm form() {
            return SeatForm.of(member == null ? "" : member.toString(), role, from, until);
        }
    }

    /**
     * An arrangement to begin. The figures are those of {@link ArrangementFigures}.
     *
     * @param recurrence when the panel meets, as people say it: "second Thursday"
     * @param startsAt London's time, like 10:00
     */
    public record NewArrangement(LocalDate from, String recurrence, String startsAt, String venue, String onlineLink, Integer lengthMinutes, Integer minutesPerCase, Integer cutOffDays, Integer agendaDays,
            Integer researchDays, Integer actionsDays, Integer minutesDays, Integer triageDays, Integer reviewWeeks, Integer noticeDays, Integer disclosureMonths,
            Integer emergencyHours, Integer emergencyReviewDays, Integer rareSurname, Integer quorumAgencies, List<String> quorumKinds, String firstSpeaker) {

        ArrangementForm form() {
            var first = DateBoxes.of(from);
            return new ArrangementForm(first.day(), first.month(), first.year(), recurrence, startsAt, venue, onlineLink, text(lengthMinutes), text(minutesPerCase), text(cutOffDays), text(agendaDays),
                    text(researchDays), text(actionsDays), text(minutesDays), text(triageDays), text(reviewWeeks), text(noticeDays), text(disclosureMonths),
                    text(emergencyHours), text(emergencyReviewDays), text(rareSurname), text(quorumAgencies), quorumKinds, firstSpeaker);
        }

        private static String text(Integer number) {
            return number == null ? "" : number.toString();
        }
    }

    /** An arrangement with its days. {@code until} is its last day, or null. */
    public record ArrangementJson(UUID id, LocalDate from, LocalDate until, ArrangementFigures figures) {
        static ArrangementJson of(ArrangementView a) {
            return new ArrangementJson(a.id(), a.during().from(), a.during().last(), a.figures());
        }
    }

    /** All that the panel had and will have, newest first. */
    @GET
    @Path("arrangements")
    public List<ArrangementJson> arrangements(@RestPath UUID id) {
        panels.byId(id);
        return arrangements.of(id).stream().map(ArrangementJson::of).toList();
    }

    @GET
    @Path("arrangements/{arrangement}")
    public ArrangementJson arrangement(@RestPath UUID id, @RestPath UUID arrangement) {
        return arrangements(id).stream().filter(a -> a.id().equals(arrangement)).findFirst().orElseThrow(() -> new NotFound("arrangement", arrangement));
    }

    /** Begins an arrangement on its first day, in place of the one that stood then. */
    @POST
    @Path("arrangements")
    public Response arrange(@RestPath UUID id, @RestHeader(Idempotency.HEADER) String key, NewArrangement input) {
        panels.byId(id);
        permissions.require(Permission.SET_UP);
        return idempotency.created(key, "/api/panels/" + id + "/arrangements", input, () -> panels.arrange(id, Given.the(input).form()), made -> arrangement(id, made));
    }

    /** Of those that the caller may know, all, also what has ended. */
    @GET
    @Path("seats")
    public List<SeatJson> seats(@RestPath UUID id) {
        panels.byId(id);
        return seats.of(id).stream().map(SeatJson::of).toList();
    }

    @GET
    @Path("seats/{seat}")
    public SeatJson seat(@RestPath UUID id, @RestPath UUID seat) {
        return seats(id).stream().filter(s -> s.id().equals(seat)).findFirst().orElseThrow(() -> new NotFound("seat", seat));
    }

    @POST
    @Path("seats")
    public Response give(@RestPath UUID id, @RestHeader(Idempotency.HEADER) String key, NewSeat input) {
        panels.byId(id);
        permissions.require(Permission.SET_UP);
        return idempotency.created(key, "/api/panels/" + id + "/seats", input, () -> seats.give(id, Given.the(input).form()), given -> seat(id, given));
    }

    /** Ends a seat at once: it opens nothing from the next request on. */
    @POST
    @Path("seats/{seat}/end")
    public Response end(@RestPath UUID id, @RestPath UUID seat) {
        panels.byId(id);
        permissions.require(Permission.SET_UP);
        seats.end(id, seat);
        return Response.noContent().build();
    }
}
