package org.panelhub.panels;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Given;
import org.panelhub.page.Idempotency;
import org.panelhub.page.IfMatch;
import org.panelhub.page.Versioned;
import org.panelhub.partnership.AgencyView;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Panels, how they work today, whom they expect, and of their seats those that the caller may know. Written by the administrator. */
@Path("/api/panels")
@Authenticated
@Transactional
public class PanelApi {

    private final Permissions permissions;
    private final Viewers viewers;
    private final Panels panels;
    private final PanelAgencies panelAgencies;
    private final Seats seats;
    private final Idempotency idempotency;

    PanelApi(Permissions permissions, Viewers viewers, Panels panels, PanelAgencies panelAgencies, Seats seats, Idempotency idempotency) {
        this.permissions = permissions;
        this.viewers = viewers;
        this.panels = panels;
        this.panelAgencies = panelAgencies;
        this.seats = seats;
        this.idempotency = idempotency;
    }

    /**
     * @param preset the key of a preset whose terms and figures the new panel takes; null for none
     * @param tasking it tasks enforcement, and sees nothing of what other panels hold
     */
    public record Input(String preset, String kind, String name, String shortName, String purpose, String marking, Boolean tasking, String undertakingText, String declarationText) {
        PanelForm form() {
            return new PanelForm(preset, kind, name, shortName, purpose, marking, PanelForm.said(Boolean.TRUE.equals(tasking)), undertakingText, declarationText, null);
        }
    }

    /** A seat. {@code until} is its last day, or null. */
    public record SeatJson(UUID id, UUID memberId, String member, UUID agencyId, String agency, Role role, LocalDate from, LocalDate until) {
        static SeatJson of(SeatView s) {
            return new SeatJson(s.id(), s.memberId(), s.member(), s.agencyId(), s.agency(), s.role(), s.during().from(), s.during().last());
        }
    }

    /**
     * Its tag is that of the panel itself, which is what a change replaces.
     *
     * @param figures those in force today; null where the partnership has not said any
     * @param terms those in force today, or the usual ones of such a panel
     */
    public record PanelJson(PanelView panel, ArrangementFigures figures, TermsOfReference terms, List<AgencyView> expected, List<SeatJson> seats) implements Versioned {
        @Override
        public int version() {
            return panel.version();
        }
    }

    @GET
    public List<PanelView> list() {
        return panels.list();
    }

    @GET
    @Path("{id}")
    public PanelJson one(@RestPath UUID id) {
        var today = viewers.current().today();
        return new PanelJson(panels.byId(id), panels.arrangementOn(id, today).map(ArrangementView::figures).orElse(null), panels.terms(id), panelAgencies.expected(id),
                seats.on(id, today).stream().map(SeatJson::of).toList());
    }

    @POST
    public Response create(@RestHeader(Idempotency.HEADER) String key, Input input) {
        permissions.require(Permission.SET_UP);
        return idempotency.created(key, "/api/panels", input, () -> panels.create(Given.the(input).form()), this::one);
    }

    /** The kind of a panel stays as it was, and that it tasks enforcement where that is not said. */
    @PUT
    @Path("{id}")
    public PanelJson change(@RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, Input input) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        int seen = IfMatch.required(ifMatch, () -> one(id)).version();
        Given.the(input);
        panels.change(id, new PanelForm("", panel.kind().name(), input.name(), input.shortName(), input.purpose(), input.marking(), PanelForm.said(input.tasking() == null ? panel.tasking() : input.tasking()), input.undertakingText(), input.declarationText(), seen));
        panels.flush();
        return one(id);
    }
}
