package org.panelhub.plans;

import java.util.Optional;
import java.util.UUID;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.Cases;
import org.panelhub.identity.Viewers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;

/** Protection plans of the cases that the viewer sees. */
@ApplicationScoped
public class Plans implements PanacheRepositoryBase<Plan, UUID> {

    private final Cases cases;
    private final Viewers viewers;
    private final Permissions permissions;

    Plans(Cases cases, Viewers viewers, Permissions permissions) {
        this.cases = cases;
        this.viewers = viewers;
        this.permissions = permissions;
    }

    /** The edition that stands. */
    public Optional<Plan> current(UUID caseId) {
        return find("caseId", Sort.descending("edition"), caseId).firstResultOptional();
    }

    /**
     * Writes the next edition.
     *
     * @param meetingId the meeting that made it; null between meetings
     * @param seen the edition that the writer had before its eyes; 0 when there was none
     * @throws PlanChanged when another edition was written since
     * @throws ReviewInThePast when the review is not after today
     */
    public Plan write(UUID caseId, UUID meetingId, int seen, PlanText text) {
        var panelId = cases.byId(caseId).panelId();
        permissions.require(Permission.WRITE_PLAN, panelId, caseId);
        var viewer = viewers.current();
        if (!text.reviewOn().isAfter(viewer.today())) {
            throw new ReviewInThePast();
        }
        cases.lock(caseId);
        var standing = current(caseId).map(Plan::edition).orElse(0);
        if (standing != seen) {
            throw new PlanChanged(standing);
        }
        var plan = new Plan(viewer.partnershipId(), caseId, panelId, meetingId, standing + 1, text, viewer.memberId(), viewer.now());
        persistAndFlush(plan);
        cases.byId(caseId).reviewOn(text.reviewOn());
        return plan;
    }
}
