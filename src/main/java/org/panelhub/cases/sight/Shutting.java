package org.panelhub.cases.sight;

import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseTeams;
import org.panelhub.cases.Cases;
import org.panelhub.identity.Viewers;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Conflict;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Shuts a case: to one member by a conflict of interest, declared or found; or to all who are not on its list, by the seal. Both come
 * before every other ground (sharing design, "The rule").
 */
@ApplicationScoped
public class Shutting {

    private final Session rows;
    private final Cases cases;
    private final CaseTeams teams;
    private final Sights sights;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Outbox outbox;
    private final String hub;

    Shutting(Session rows, Cases cases, CaseTeams teams, Sights sights, Permissions permissions, Viewers viewers, Outbox outbox, @ConfigProperty(name = "hub.url") String hub) {
        this.rows = rows;
        this.cases = cases;
        this.teams = teams;
        this.sights = sights;
        this.permissions = permissions;
        this.viewers = viewers;
        this.outbox = outbox;
        this.hub = hub;
    }

    /** The viewer declares a conflict of its own: the case is shut to it from the next request, its places on the team end, and the panel's coordinators are told. */
    public void declare(CaseHead head, String reason) {
        // Asked before the bar stands: whoever is barred is told nothing more of the case.
        var coordinators = rows.createNativeQuery("""
                select access.may_be_told(:c, array(select distinct s.member_id from hub.seat s
                 where s.panel_id = :p and s.role = 'COORDINATOR' and s.during @> hub.today() and s.member_id <> hub.viewer()))""", UUID.class)
                .setParameter("c", head.caseId()).setParameter("p", head.panelId()).getResultList();
        bar(head, viewers.current().memberId(), reason);
        for (UUID coordinator : coordinators) {
            outbox.put(coordinator, "conflict-declared", "A conflict of interest was declared",
                    "A member has declared a conflict of interest on a case of the " + head.panelShort() + " and no longer sees it.\nPlease check who is named on it: " + hub + "/cases", null);
        }
    }

    /** @throws org.panelhub.access.Forbidden when no role of the viewer may shut a case to another */
    public void shutTo(CaseHead head, UUID memberId, String reason) {
        permissions.require(Permission.BAR_MEMBER, head.panelId());
        if (sights.bars(head.caseId()).stream().noneMatch(b -> b.memberId().equals(memberId))) {
            bar(head, memberId, reason);
        }
    }

    /** The places on the case team end with it; when the bar is lifted, the member is named again or not. */
    private void bar(CaseHead head, UUID memberId, String reason) {
        teams.leave(head.caseId(), memberId);
        rows.createNativeQuery("""
                insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason, set_by) values (hub.partnership(), :id, :c, :p, :m, :reason, hub.viewer())""")
                .setParameter("id", UUID.randomUUID()).setParameter("c", head.caseId()).setParameter("p", head.panelId()).setParameter("m", memberId).setParameter("reason", reason).executeUpdate();
    }

    /** The conflict no longer stands. */
    public void lift(CaseHead head, UUID barId) {
        permissions.require(Permission.BAR_MEMBER, head.panelId());
        var lifted = rows.createNativeQuery("update hub.case_bar set lifted_at = hub.now() where id = :id and case_id = :c and lifted_at is null")
                .setParameter("id", barId).setParameter("c", head.caseId()).executeUpdate();
        if (lifted == 0) {
            throw new NotFound("bar", barId);
        }
    }

    public void admit(CaseHead head, UUID memberId) {
        permissions.require(Permission.SEAL_CASE, head.panelId());
        if (sights.admitted(head.caseId()).stream().noneMatch(a -> a.memberId().equals(memberId))) {
            rows.createNativeQuery("insert into hub.admission (partnership_id, case_id, panel_id, member_id) values (hub.partnership(), :c, :p, :m)")
                    .setParameter("c", head.caseId()).setParameter("p", head.panelId()).setParameter("m", memberId).executeUpdate();
        }
    }

    /**
     * Takes a member off the list.
     *
     * @throws NotOnList when the viewer would take itself off the list of a sealed case, which nobody might be left to open
     */
    public void dismiss(CaseHead head, UUID memberId) {
        permissions.require(Permission.SEAL_CASE, head.panelId());
        if (head.sealed() && memberId.equals(viewers.current().memberId())) {
            throw new NotOnList("You cannot take yourself off the list while the case is sealed");
        }
        rows.createNativeQuery("delete from hub.admission where case_id = :c and member_id = :m").setParameter("c", head.caseId()).setParameter("m", memberId).executeUpdate();
    }

    /** @throws NotOnList when the viewer has not put itself on the list first: it would shut itself out */
    public void seal(CaseHead head) {
        permissions.require(Permission.SEAL_CASE, head.panelId());
        if (sights.admitted(head.caseId()).stream().noneMatch(a -> a.memberId().equals(viewers.current().memberId()))) {
            throw new NotOnList("Put yourself on the list before you seal the case");
        }
        cases.byId(head.caseId()).seal();
    }

    public void unseal(CaseHead head) {
        permissions.require(Permission.SEAL_CASE, head.panelId());
        cases.byId(head.caseId()).unseal();
    }

    /** The seal would shut out the very member who sets it. */
    public static class NotOnList extends Conflict {
        private static final long serialVersionUID = 1L;

        NotOnList(String message) {
            super("This would shut you out", message);
        }
    }
}
