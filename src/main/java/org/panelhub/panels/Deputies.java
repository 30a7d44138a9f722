package org.panelhub.panels;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Conflict;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;
import org.panelhub.time.DateRange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Deputies of the representatives on a panel: named by one, confirmed by another who prepares the panel's meetings, for three months at most. */
@ApplicationScoped
public class Deputies implements PanacheRepositoryBase<Deputy, UUID> {

    private static final int MOST_DAYS = 92;
    private static final List<Role> REPRESENTED = List.of(Role.REPRESENTATIVE, Role.VICTIM_REPRESENTATIVE);

    private final Viewers viewers;
    private final Permissions permissions;
    private final Seats seats;
    private final Panels panels;
    private final Outbox outbox;
    private final String url;

    Deputies(Viewers viewers, Permissions permissions, Seats seats, Panels panels, Outbox outbox, @ConfigProperty(name = "hub.url") String url) {
        this.viewers = viewers;
        this.permissions = permissions;
        this.seats = seats;
        this.panels = panels;
        this.outbox = outbox;
        this.url = url;
    }

    /** Of a panel, as far as the viewer sees them: what waits and what stands first. */
    public List<DeputyView> of(UUID panelId) {
        var viewer = viewers.current();
        var names = getSession().createNativeQuery("""
                select d.id, m.name, a.short_name, f.name,
                       exists (select from hub.undertaking u where u.member_id = d.member_id and u.panel_id = d.panel_id and u.during @> hub.today())
                  from hub.deputy d join hub.agency a on a.id = d.agency_id left join hub.member m on m.id = d.member_id left join hub.member f on f.id = d.for_member
                 where d.panel_id = ?1""", Named.class).setParameter(1, panelId).getResultList();
        return list("panelId = ?1 order by namedAt desc", panelId).stream().sorted((a, b) -> Integer.compare(rank(a), rank(b))).map(d -> {
            var named = names.stream().filter(n -> n.id.equals(d.id())).findFirst().orElseThrow();
            return new DeputyView(d.id(), named.deputy == null ? "A member" : named.deputy, named.agency, named.standsInFor == null ? "a member" : named.standsInFor, d.during(),
                    over(d, viewer.today()) ? "Over" : d.state().label(), over(d, viewer.today()) ? "grey" : d.state().colour(), named.undertaken, mayDecide(d), mayEnd(d));
        }).toList();
    }

    record Named(UUID id, String deputy, String agency, String standsInFor, Boolean undertaken) {
    }

    /** Those whom the viewer may name a deputy for: itself as a representative, or any for whoever prepares. */
    List<SeatView> represented(UUID panelId) {
        var viewer = viewers.current();
        return seats.on(panelId, viewer.today()).stream().filter(s -> s.agencyId() != null && REPRESENTED.contains(s.role()))
                .filter(s -> permissions.may(Permission.CONFIRM_DEPUTY, panelId) || s.memberId().equals(viewer.memberId())).toList();
    }

    /**
     * @throws Invalid naming the fields to mend
     * @throws Forbidden when no role of the viewer may name a deputy on the panel
     */
    public UUID name(UUID panelId, DeputyForm form) {
        permissions.require(Permission.NAME_DEPUTY, panelId);
        var viewer = viewers.current();
        var open = represented(panelId);
        var check = new Field.Check();
        var seat = open.stream().filter(s -> s.memberId().toString().equals(form.standsInFor())).findFirst().or(() -> Optional.of(open).filter(o -> o.size() == 1).map(List::getFirst));
        check.that(seat.isPresent(), "standsInFor", "Choose whom the deputy stands in for");
        var email = check.email("email", "Work e-mail address", form.email(), true);
        var from = check.date("from", "First day", form.from(), true);
        check.that(from == null || !from.isBefore(viewer.today()), "from", "First day must be today or later");
        var until = check.date("until", "Last day", form.until(), true);
        check.that(from == null || until == null || !until.isBefore(from), "until", "Last day must not be before the first day");
        check.that(from == null || until == null || from.plusDays(MOST_DAYS).isAfter(until), "until", "A deputy is named for three months at most. For longer, ask for a seat");
        Invalid.unless(check.errors());
        var member = colleague(email, seat.get().agencyId());
        Invalid.unless(new Errors().addIf(member.isEmpty(), "email", "No open account of this agency has that address")
                .addIf(member.isPresent() && member.get().equals(seat.get().memberId()), "email", "A deputy is somebody else")
                .addIf(member.isPresent() && seats.on(panelId, from).stream().anyMatch(s -> s.memberId().equals(member.get())), "email", "This member holds a seat on the panel already"));
        var deputy = new Deputy(viewer.partnershipId(), panelId, seat.get(), member.get(), DateRange.through(from, until), viewer.memberId(), viewer.now());
        persist(deputy);
        flush();
        seats.on(panelId, viewer.today()).stream().filter(s -> s.role() == Role.COORDINATOR || s.role() == Role.CHAIR).map(SeatView::memberId).distinct()
                .filter(m -> !m.equals(viewer.memberId())).forEach(m -> outbox.put(m, "deputy", "A deputy waits to be confirmed on " + panels.byId(panelId).name(),
                        "A deputy has been named. Sign in to confirm it, or not:\n" + url + "/panels/" + panelId + "/deputies\n", "deputy/" + deputy.id() + "/" + m));
        return deputy.id();
    }

    /** @throws NotFound when there is none on this panel that waits, or not for this viewer */
    public void confirm(UUID panelId, UUID id) {
        var deputy = waiting(panelId, id);
        permissions.require(Permission.CONFIRM_DEPUTY, panelId);
        if (!mayDecide(deputy)) {
            throw new NotYours();
        }
        decide(deputy, Deputy.State.CONFIRMED);
        outbox.put(deputy.memberId(), "deputy", "You stand in on " + panels.byId(panelId).name(),
                "You are a deputy on this panel. Sign in and sign its undertaking first; without it nothing is open to you.\n" + url + "/undertakings/" + panelId + "\n", "deputy/" + id + "/confirmed");
    }

    public void refuse(UUID panelId, UUID id) {
        var deputy = waiting(panelId, id);
        permissions.require(Permission.CONFIRM_DEPUTY, panelId);
        decide(deputy, Deputy.State.REFUSED);
    }

    /** At once: the seat opens nothing from the next request on. */
    public void end(UUID panelId, UUID id) {
        var deputy = findByIdOptional(id).filter(d -> d.panelId().equals(panelId)).orElseThrow(() -> new NotFound("deputy", id));
        if (!mayEnd(deputy)) {
            throw new Forbidden(Permission.NAME_DEPUTY);
        }
        decide(deputy, Deputy.State.ENDED);
    }

    /** Whoever named a deputy does not confirm it. */
    public static final class NotYours extends Conflict {
        private static final long serialVersionUID = 1L;

        NotYours() {
            super("You cannot confirm this deputy", "Whoever names a deputy does not confirm it, and nobody confirms itself. Ask the chair, or another coordinator.");
        }
    }

    private void decide(Deputy deputy, Deputy.State next) {
        var viewer = viewers.current();
        deputy.decide(next, viewer.memberId(), viewer.now());
        flush();
    }

    private Deputy waiting(UUID panelId, UUID id) {
        return findByIdOptional(id).filter(d -> d.panelId().equals(panelId) && d.state() == Deputy.State.NAMED).orElseThrow(() -> new NotFound("deputy", id));
    }

    private boolean mayDecide(Deputy deputy) {
        var self = viewers.current().memberId();
        return deputy.state() == Deputy.State.NAMED && !over(deputy, viewers.current().today()) && permissions.may(Permission.CONFIRM_DEPUTY, deputy.panelId())
                && !deputy.namedBy().equals(self) && !deputy.memberId().equals(self);
    }

    private boolean mayEnd(Deputy deputy) {
        var viewer = viewers.current();
        return (deputy.state() == Deputy.State.NAMED || deputy.state() == Deputy.State.CONFIRMED) && !over(deputy, viewer.today())
                && (permissions.may(Permission.CONFIRM_DEPUTY, deputy.panelId()) || permissions.may(Permission.NAME_DEPUTY, deputy.panelId()) && deputy.agencyId().equals(viewer.agencyId()));
    }

    private static boolean over(Deputy deputy, LocalDate today) {
        return deputy.during().last().isBefore(today) && deputy.state() != Deputy.State.ENDED && deputy.state() != Deputy.State.REFUSED;
    }

    private static int rank(Deputy deputy) {
        return deputy.state().ordinal();
    }

    /** Of one's own agency one knows the accounts; of another's, whoever prepares knows a work address. */
    private Optional<UUID> colleague(String email, UUID agencyId) {
        return getSession().createNativeQuery("select access.colleague_at(?1, ?2)", UUID.class).setParameter(1, email).setParameter(2, agencyId).uniqueResultOptional();
    }
}
