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

    /** The viewer declares a conflict of its own: the case is shut to it from the next request, and its places on the team end. The database tells who decides, and who sees to a deputy. */
    public void declare(CaseHead head, String reason) {
        bar(head, viewers.current().memberId(), reason, "DECLARED");
    }

    /** @throws org.panelhub.access.Forbidden when no role of the viewer may shut a case to another */
    public void shutTo(CaseHead head, UUID memberId, String reason) {
        permissions.require(Permission.BAR_MEMBER, head.panelId());
        if (sights.bars(head.caseId()).stream().noneMatch(b -> b.memberId().equals(memberId))) {
            bar(head, memberId, reason, memberId.equals(viewers.current().memberId()) ? "DECLARED" : "SET");
        }
    }

    /** The places on the case team end with it; when the bar is lifted, the member is named again or not. */
    private void bar(CaseHead head, UUID memberId, String reason, String how) {
        teams.leave(head.caseId(), memberId);
        rows.createNativeQuery("""
                insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason, set_by, how) values (hub.partnership(), :id, :c, :p, :m, :reason, hub.viewer(), :how)""")
                .setParameter("id", UUID.randomUUID()).setParameter("c", head.caseId()).setParameter("p", head.panelId()).setParameter("m", memberId).setParameter("reason", reason)
                .setParameter("how", how).executeUpdate();
    }

    /** Takes back what was set. One that was found or declared is for a chair to decide ({@code cases.conflicts}). */
    public void lift(CaseHead head, UUID barId) {
        permissions.require(Permission.BAR_MEMBER, head.panelId());
        var lifted = rows.createNativeQuery("update hub.case_bar set lifted_at = hub.now(), decided_by = hub.viewer(), decided_at = hub.now() where id = :id and case_id = :c and lifted_at is null and how = 'SET'")
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
            if (head.sealed()) {
                tell(memberId);
            }
        }
    }

    /** That there is a sealed case to see, and not which. Who seals tells itself nothing. */
    public void tell(UUID memberId) {
        if (!memberId.equals(viewers.current().memberId())) {
            outbox.put(memberId, "on-the-list", "You are on the list of a sealed case", SightPages.Templates.onTheListMail(hub + "/cases").render(), null);
        }
    }

    /**
     * Takes a member off the list.
     *
     * @throws NotOnList when the viewer would take itself off the list of a sealed case, and no other chair on it could open it
     */
    public void dismiss(CaseHead head, UUID memberId) {
        permissions.require(Permission.SEAL_CASE, head.panelId());
        if (head.sealed() && !otherChair(head, memberId)) {
            throw new NotOnList(memberId.equals(viewers.current().memberId()) ? "You cannot take yourself off the list: no other chair on it could open the case"
                    : "This is the last chair on the list: no other could open the case");
        }
        rows.createNativeQuery("delete from hub.admission where case_id = :c and member_id = :m").setParameter("c", head.caseId()).setParameter("m", memberId).executeUpdate();
    }

    /** Whether a chair other than this member is on the list, with standing and unbarred: the database refuses to lose the last one. */
    private boolean otherChair(CaseHead head, UUID memberId) {
        return rows.createNativeQuery("""
                select exists (select from hub.admission a join access.panel_standing f on f.member_id = a.member_id and f.panel_id = a.panel_id
                 where a.case_id = :c and a.member_id <> :m and f.role in ('CHAIR', 'INDEPENDENT_CHAIR') and f.member_active and f.signed and f.undertaken
                   and not exists (select from hub.case_bar b where b.case_id = :c and b.member_id = a.member_id and b.lifted_at is null))""", Boolean.class)
                .setParameter("c", head.caseId()).setParameter("m", memberId).getSingleResult();
    }

    /** @throws NotOnList when the viewer has not put itself on the list first: it would shut itself out */
    public void seal(CaseHead head) {
        permissions.require(Permission.SEAL_CASE, head.panelId());
        if (sights.admitted(head.caseId()).stream().noneMatch(a -> a.memberId().equals(viewers.current().memberId()))) {
            throw new NotOnList("Put yourself on the list before you seal the case");
        }
        cases.byId(head.caseId()).seal();
        sights.admitted(head.caseId()).forEach(a -> tell(a.memberId()));
    }

    /** Seals a case that the viewer has just opened from a referral: open to it and to the panel's chairs, who are told. */
    public void sealedAtTriage(UUID caseId) {
        rows.createNativeQuery("select access.seal_at_triage(:c)", UUID.class).setParameter("c", caseId).getResultList().forEach(this::tell);
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
