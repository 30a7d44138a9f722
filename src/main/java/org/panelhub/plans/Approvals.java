package org.panelhub.plans;

import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.Cases;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Field;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * A plan is a draft until a chair approves it, also one that was made in a meeting: what was typed there is read once more by somebody else. Whoever wrote an edition does not
 * approve it, and it is final only once the person was asked, or it is said why not (statutory guidance on case reviews: consulted before it is final).
 */
@ApplicationScoped
class Approvals {

    private static final int LONGEST = 2000;

    private final Session database;
    private final Editions editions;
    private final Cases cases;
    private final Viewers viewers;
    private final Permissions permissions;

    Approvals(Session database, Editions editions, Cases cases, Viewers viewers, Permissions permissions) {
        this.database = database;
        this.editions = editions;
        this.cases = cases;
        this.viewers = viewers;
        this.permissions = permissions;
    }

    /**
     * Approves an edition.
     *
     * @throws NotApprovable by its writer, before the person was asked, or when it is approved already
     * @throws PlanChanged when a newer edition has been written
     */
    void approve(UUID planId, String words) {
        var plan = editions.byId(planId);
        var file = cases.byId(plan.caseId());
        permissions.require(Permission.APPROVE_PLAN, file.panelId());
        cases.lock(plan.caseId());
        var newest = editions.standing(plan.caseId()).orElseThrow();
        if (newest.edition() != plan.edition()) {
            throw new PlanChanged(newest.edition());
        }
        if (newest.approved()) {
            throw new NotApprovable("The plan is approved already");
        }
        if (plan.own()) {
            throw new NotApprovable("Whoever wrote a plan does not approve it. Ask another chair.");
        }
        if (!plan.consulted()) {
            throw new NotApprovable("The plan is final only once the person was asked, or it is said why not: review it first");
        }
        var said = Field.clean(words);
        if (said.length() > LONGEST) {
            throw new NotApprovable("What you want to say must be " + LONGEST + " characters or fewer");
        }
        var viewer = viewers.current();
        database.persist(new Approval(viewer.partnershipId(), plan, file.panelId(), said, viewer.memberId(), viewer.now()));
        database.flush();
    }
}
