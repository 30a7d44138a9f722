package org.panelhub.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;
import org.panelhub.time.DateRange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Offices of members: administrator, information governance lead, senior officer, duty officer (for a term). A partnership is never left without an administrator. */
@ApplicationScoped
public class Offices implements PanacheRepositoryBase<Office, UUID> {

    static final List<Role> KINDS = List.of(Role.ADMINISTRATOR, Role.INFORMATION_LEAD, Role.SENIOR_OFFICER, Role.DUTY_OFFICER, Role.PARTNERSHIP_LEAD);
    /** A duty officer is named for a term, and named again. */
    private static final int LONGEST_DUTY_MONTHS = 12;

    private final Viewers viewers;
    private final Members members;

    Offices(Viewers viewers, Members members) {
        this.viewers = viewers;
        this.members = members;
    }

    /** Those held today. */
    public List<OfficeView> held() {
        return current().map(Office::view).toList();
    }

    /**
     * From today on.
     *
     * @param until the last day of a duty officer's term; of no account for the other offices
     * @throws Invalid when the role is no office, the member holds it already, its account is closed, or a term is missing
     */
    public void give(UUID memberId, String role, DateBoxes until) {
        var member = members.existing(memberId);
        var kind = KINDS.stream().filter(r -> r.name().equals(role)).findFirst();
        Invalid.unless(new Errors().addIf(kind.isEmpty(), "role", "Choose an office")
                .addIf(kind.isPresent() && current().anyMatch(o -> o.memberId().equals(memberId) && o.role() == kind.get()), "role", "The member holds this office already")
                .addIf(memberId.equals(viewers.current().memberId()), "role", "You cannot give yourself an office. Ask another administrator")
                .addIf(!member.active(), "role", "This account is closed"));
        var today = viewers.current().today();
        LocalDate last = null;
        if (kind.get() == Role.DUTY_OFFICER) {
            var check = new Field.Check();
            last = check.date("until", "Last day of duty", until, true);
            check.that(last == null || !last.isBefore(today) && !last.isAfter(today.plusMonths(LONGEST_DUTY_MONTHS)), "until", "Last day of duty must be from today on and within a year");
            Invalid.unless(check.errors());
        }
        persist(new Office(member, kind.get(), DateRange.through(today, last)));
    }

    /**
     * At once.
     *
     * @throws Invalid when it is the last administrator's
     */
    public void end(UUID memberId, UUID officeId) {
        var office = findByIdOptional(officeId).filter(o -> o.memberId().equals(memberId)).orElseThrow(() -> new NotFound("office", officeId));
        Invalid.unless(new Errors().addIf(office.role() == Role.ADMINISTRATOR && isLastAdministrator(memberId), "role",
                "This is the only administrator. Give the office to somebody else first"));
        office.endOn(viewers.current().today());
    }

    /** Nobody else with an open account is administrator today. */
    boolean isLastAdministrator(UUID memberId) {
        var administrators = current().filter(o -> o.role() == Role.ADMINISTRATOR && members.existing(o.memberId()).active()).map(Office::memberId).distinct().toList();
        return administrators.equals(List.of(memberId));
    }

    private java.util.stream.Stream<Office> current() {
        var today = viewers.current().today();
        return listAll().stream().filter(o -> o.holdsOn(today));
    }
}
