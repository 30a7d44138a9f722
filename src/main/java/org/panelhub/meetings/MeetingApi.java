package org.panelhub.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Idempotency;
import org.panelhub.page.IfMatch;
import org.panelhub.page.Invalid;
import org.panelhub.page.Versioned;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Meetings and agendas as JSON: the same use cases, and for each caller the same rows, as the pages. */
@Path("/api/meetings")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeetingApi {

    private final MeetingDesk desk;
    private final Meetings meetings;
    private final Agendas agendas;
    private final Scheduling scheduling;
    private final AgendaBuilder builder;
    private final Invitations invitations;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Idempotency idempotency;

    MeetingApi(MeetingDesk desk, Meetings meetings, Agendas agendas, Scheduling scheduling, AgendaBuilder builder, Invitations invitations, Permissions permissions, Viewers viewers, Idempotency idempotency) {
        this.desk = desk;
        this.meetings = meetings;
        this.agendas = agendas;
        this.scheduling = scheduling;
        this.builder = builder;
        this.invitations = invitations;
        this.permissions = permissions;
        this.viewers = viewers;
        this.idempotency = idempotency;
    }

    /** A date in the diary. It names nobody. */
    public record MeetingJson(UUID id, UUID panelId, String panel, Instant startsAt, Instant expectedEnd, String venue, String onlineLink, String orderOfBusiness, LocalDate cutOffOn, LocalDate agendaBy,
            MeetingState state, int agendaEdition, boolean outOfCycle, String outOfCycleReason, String changeReason, int version) implements Versioned {

        static MeetingJson of(MeetingHead head) {
            return new MeetingJson(head.id(), head.panelId(), head.panel(), head.startsAt(), head.endsAt(), head.venue(), head.onlineLink(), head.orderOfBusiness(), head.cutOffOn(), head.agendaBy(),
                    head.state(), head.agendaEdition(), head.outOfCycle(), head.outOfCycleReason(), head.changeReason(), head.version());
        }
    }

    /**
     * One line of an agenda.
     *
     * @param leaveBy the chair by whose leave a case is heard that came after the cut-off; null for what came in time
     */
    public record AgendaJson(UUID id, int position, AgendaKind kind, String caseReference, String title, int minutes, Instant startedAt, Instant endedAt, String leaveBy, String lateReason) {

        static AgendaJson of(AgendaLine line) {
            return new AgendaJson(line.id(), line.position(), line.kind(), line.reference(), line.name(), line.minutes(), line.startedAt(), line.endedAt(), line.leaveBy(), line.lateReason());
        }
    }

    /**
     * A date to plan. Times are London's, as typed: 10:00.
     *
     * @param until when it is expected to end; by the panel's usual length where it is left out
     * @param outOfCycle an emergency meeting, which says why; it is planned on any day
     * @param invite whether everyone on the panel is invited at once
     */
    public record NewMeeting(UUID panelId, LocalDate date, String time, String until, String venue, String onlineLink, String orderOfBusiness, boolean invite, boolean datesChecked, boolean outOfCycle,
            String outOfCycleReason) {

        MeetingForm form() {
            var boxes = DateBoxes.of(date);
            return new MeetingForm(String.valueOf(panelId), boxes.day(), boxes.month(), boxes.year(), time, until, venue, onlineLink, orderOfBusiness == null ? MeetingForm.USUAL_ORDER : orderOfBusiness,
                    Boolean.toString(invite), Boolean.toString(datesChecked), "", Boolean.toString(outOfCycle), outOfCycleReason, "");
        }
    }

    /** What lies ahead, and what was, newest first; a further page of the past is named in the header {@code Link}. */
    @GET
    @Transactional
    public Response list(@RestQuery UUID after) {
        var past = desk.past(after);
        var ahead = after == null ? desk.ahead() : List.<MeetingDesk.Row>of();
        var answer = Response.ok(Stream.concat(ahead.stream(), past.rows().stream()).map(r -> MeetingJson.of(r.head())).toList());
        if (past.next() != null) {
            answer.header("Link", "</api/meetings?after=" + past.next() + ">; rel=\"next\"");
        }
        return answer.build();
    }

    @GET
    @Path("{id}")
    @Transactional
    public MeetingJson one(@RestPath UUID id) {
        return MeetingJson.of(meetings.head(id));
    }

    @GET
    @Path("{id}/agenda")
    @Transactional
    public List<AgendaJson> agenda(@RestPath UUID id) {
        meetings.byId(id);
        return agendas.of(id).stream().map(AgendaJson::of).toList();
    }

    /** Plans a meeting. A second one on the same day, or a day that is not worked, is refused unless {@code datesChecked}. */
    @POST
    @Transactional
    public Response plan(@RestHeader(Idempotency.HEADER) String key, NewMeeting wanted) {
        permissions.require(Permission.SCHEDULE);
        if (wanted == null || wanted.panelId() == null) {
            throw new Invalid(Errors.one("panelId", "Say which panel meets"));
        }
        permissions.require(Permission.SCHEDULE, wanted.panelId());
        return idempotency.created(key, "/api/meetings", wanted, () -> planned(wanted), id -> MeetingJson.of(meetings.head(id)));
    }

    private UUID planned(NewMeeting wanted) {
        var form = wanted.form();
        var typed = form.validate(viewers.current().now());
        Invalid.unless(typed.errors());
        var warnings = scheduling.warnings(wanted.panelId(), typed, null);
        if (!warnings.isEmpty() && !form.warningRead()) {
            throw new MeetingRefusal(String.join(" ", warnings));
        }
        var meeting = scheduling.plan(wanted.panelId(), typed);
        if (form.inviteNow()) {
            invitations.send(meeting);
        }
        return meeting.id();
    }

    /** Publishes the agenda of the meeting as the caller has read it. */
    @POST
    @Path("{id}/publication")
    @Transactional
    public MeetingJson publish(@RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch) {
        var meeting = meetings.head(id);
        permissions.require(Permission.PUBLISH_AGENDA, meeting.panelId());
        builder.publish(id, IfMatch.required(ifMatch, () -> MeetingJson.of(meetings.head(id))).version());
        return MeetingJson.of(meetings.head(id));
    }
}
