package org.panelhub.panels;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;
import org.panelhub.partnership.MemberView;
import org.panelhub.partnership.Members;
import org.panelhub.time.DateRange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Who sits on panels. Visible to the panel's own members and to the administrator. */
@ApplicationScoped
public class Seats implements PanacheRepositoryBase<Seat, UUID> {

    private final Viewers viewers;
    private final Members members;
    private final Panels panels;

    Seats(Viewers viewers, Members members, Panels panels) {
        this.viewers = viewers;
        this.members = members;
        this.panels = panels;
    }

    /** All of a panel, ended ones too, by agency and name. */
    public List<SeatView> of(UUID panelId) {
        var today = viewers.current().today();
        var undertakings = getEntityManager().createQuery("select u from Undertaking u where u.panelId = :panel", Undertaking.class).setParameter("panel", panelId)
                .getResultStream().filter(u -> u.during().contains(today)).toList();
        return getEntityManager().createQuery("""
                select s, m.name, a.id, a.name, m.active from Seat s left join Member m on m.id = s.memberId left join Agency a on a.id = m.agencyId
                 where s.panelId = :panel order by lower(a.name) nulls first, lower(m.name)""", Object[].class).setParameter("panel", panelId).getResultStream()
                .map(row -> {
                    var seat = (Seat) row[0];
                    LocalDate until = undertakings.stream().filter(u -> u.memberId().equals(seat.memberId())).map(u -> u.during().last()).max(LocalDate::compareTo).orElse(null);
                    return new SeatView(seat.id(), panelId, seat.memberId(), row[1] == null ? "A member" : (String) row[1], (UUID) row[2], (String) row[3],
                            row[4] == null || (Boolean) row[4], seat.role(), seat.during(), until);
                }).toList();
    }

    /** Those that hold on the day. */
    public List<SeatView> on(UUID panelId, LocalDate day) {
        return of(panelId).stream().filter(s -> s.during().contains(day)).toList();
    }

    /**
     * @throws Invalid naming the fields to mend
     * @throws NotFound when the member is none of this partnership
     */
    public UUID give(UUID panelId, SeatForm form) {
        var panel = panels.existing(panelId);
        var today = viewers.current().today();
        var check = new Field.Check();
        var member = member(form.member());
        check.that(member.isPresent(), "member", "Choose a member");
        var role = SeatForm.ROLES.stream().filter(r -> r.name().equals(form.role())).findFirst();
        check.that(role.isPresent(), "role", "Choose a role");
        var from = check.date("from", "First day", form.from(), true);
        check.that(from == null || !from.isBefore(today), "from", "First day must be today or later");
        var until = check.date("until", "Last day", form.until(), false);
        check.that(from == null || until == null || !until.isBefore(from), "until", "Last day must not be before the first day");
        check.that(until != null || role.isEmpty() || role.get() != Role.INDEPENDENT_CHAIR, "until", "An independent chair is appointed for a term: enter its last day");
        member.ifPresent(m -> {
            check.that(!m.id().equals(viewers.current().memberId()), "member", "You cannot give yourself a seat. Ask another administrator");
            check.that(m.active(), "member", "This account is closed");
            check.that(m.agencyId() != null || role.isEmpty() || role.get() == Role.INDEPENDENT_CHAIR, "role", "A member of no agency can only be an independent chair");
        });
        if (check.errors().isEmpty()) {
            var holds = list("panelId = ?1 and memberId = ?2 and role = ?3", panelId, member.get().id(), role.get()).stream().anyMatch(s -> s.during().contains(from));
            check.that(!holds, "role", member.get().name() + " holds this seat already");
        }
        Invalid.unless(check.errors());
        var seat = new Seat(panel, member.get().id(), role.get(), DateRange.through(from, until));
        persist(seat);
        return seat.id();
    }

    /** At once: it opens nothing from the next request on. */
    public void end(UUID panelId, UUID seatId) {
        findByIdOptional(seatId).filter(s -> s.panelId().equals(panelId)).orElseThrow(() -> new NotFound("seat", seatId)).endOn(viewers.current().today());
    }

    private Optional<MemberView> member(String id) {
        if (Field.clean(id).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(members.byId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            throw new NotFound("member", id);
        }
    }
}
