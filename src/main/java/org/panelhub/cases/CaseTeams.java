package org.panelhub.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Words;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is named on a case. The case manager is the victim's single contact, so there is one at a time [Lambeth 3.3.2]. */
@ApplicationScoped
public class CaseTeams implements PanacheRepositoryBase<CasePlace, UUID> {

    /** The roles that a case can name. A senior officer is named by being asked to sign off the end. */
    public static final Set<Role> ROLES = Set.of(Role.CASE_MANAGER, Role.CASE_OFFICER, Role.CASE_WORKER, Role.RESEARCHER);

    private final Cases cases;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Outbox outbox;
    private final String url;

    CaseTeams(Cases cases, Permissions permissions, Viewers viewers, Outbox outbox, @ConfigProperty(name = "hub.url") String url) {
        this.cases = cases;
        this.permissions = permissions;
        this.viewers = viewers;
        this.outbox = outbox;
        this.url = url;
    }

    /**
     * Names a member on the case from today. A new case manager takes the place of the one before; naming someone twice changes nothing.
     *
     * @throws org.panelhub.access.Forbidden when no role of the viewer may name the team
     */
    public void name(UUID caseId, UUID memberId, Role role) {
        name(caseId, memberId, role, null);
    }

    /** As above, through a last day; null where the place holds until it is ended. */
    public void name(UUID caseId, UUID memberId, Role role, LocalDate until) {
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("Not a place on a case team: " + role);
        }
        var file = cases.byId(caseId);
        permissions.require(Permission.NAME_CASE_TEAM, file.panelId(), file.id());
        var current = current(caseId);
        if (current.stream().anyMatch(p -> p.role() == role && p.memberId().equals(memberId))) {
            return;
        }
        if (role == Role.CASE_MANAGER) {
            current.stream().filter(p -> p.role() == Role.CASE_MANAGER).forEach(p -> p.end(viewers.current().today()));
            // Before the new one is written: the database allows one at a time.
            flush();
        }
        persist(new CasePlace(file, memberId, role, viewers.current().today(), until));
        flush();
        tell(file, memberId, role);
    }

    /**
     * Names the senior officer who is asked to sign off the end of the case, so that the officer can read it first [Lambeth 3.4].
     *
     * @throws org.panelhub.access.Forbidden when no role of the viewer may propose the end
     */
    public void askSeniorOfficer(UUID caseId, UUID memberId) {
        var file = cases.byId(caseId);
        permissions.require(Permission.PROPOSE_EXIT, file.panelId(), file.id());
        if (current(caseId).stream().noneMatch(p -> p.role() == Role.SENIOR_OFFICER && p.memberId().equals(memberId))) {
            persist(new CasePlace(file, memberId, Role.SENIOR_OFFICER, viewers.current().today(), null));
        }
    }

    /**
     * Ends a place on the team; the member loses the case at the next request unless another ground opens it.
     *
     * @throws org.panelhub.access.Forbidden when no role of the viewer may name the team
     */
    public void end(UUID placeId) {
        var place = findByIdOptional(placeId).orElseThrow(() -> new NotFound("case team", placeId));
        var file = cases.byId(place.caseId());
        permissions.require(Permission.NAME_CASE_TEAM, file.panelId(), file.id());
        place.end(viewers.current().today());
    }

    /**
     * Ends every place of a member whom a conflict of interest shuts out: who may not see the case cannot be its case manager.
     *
     * @throws org.panelhub.access.Forbidden when it is another member's place, and no role of the viewer may shut the case to it
     */
    public void leave(UUID caseId, UUID memberId) {
        var file = cases.byId(caseId);
        if (!memberId.equals(viewers.current().memberId())) {
            permissions.require(Permission.BAR_MEMBER, file.panelId());
        }
        current(caseId).stream().filter(p -> p.memberId().equals(memberId)).forEach(p -> p.end(viewers.current().today()));
        flush();
    }

    /** A mail that names no case; none to whom a bar or a seal keeps from it, for whom there is no case. */
    private void tell(CaseFile file, UUID memberId, Role role) {
        var viewer = viewers.current();
        if (memberId.equals(viewer.memberId()) || getEntityManager().createNativeQuery("select access.may_be_told(:c, array[cast(:m as uuid)])", UUID.class).setParameter("c", file.id()).setParameter("m", memberId.toString())
                .getResultList().isEmpty()) {
            return;
        }
        outbox.put(memberId, "case team", "You are named on a case", "You are now " + Words.lower(role.label()) + " on a case. Sign in to see it:\n" + url + "/cases\n",
                "case team/" + file.id() + "/" + memberId + "/" + role + "/" + viewer.today());
    }

    private List<CasePlace> current(UUID caseId) {
        return getEntityManager().createNativeQuery("select * from hub.case_team where case_id = :c and during @> hub.today()", CasePlace.class).setParameter("c", caseId).getResultList();
    }
}
