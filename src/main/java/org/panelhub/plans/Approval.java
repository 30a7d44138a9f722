package org.panelhub.plans;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.Immutable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That a chair approved an edition of a plan. It stands apart from the edition, which is never changed. */
@Entity
@Immutable
@Table(schema = "hub", name = "plan_approval")
class Approval {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID planId;
    private UUID caseId;
    private UUID panelId;
    private String words;
    private UUID approvedBy;
    private OffsetDateTime approvedAt;

    protected Approval() {
    }

    Approval(UUID partnershipId, PlanView plan, UUID panelId, String words, UUID approvedBy, OffsetDateTime approvedAt) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.planId = plan.id();
        this.caseId = plan.caseId();
        this.panelId = panelId;
        this.words = words;
        this.approvedBy = approvedBy;
        this.approvedAt = approvedAt;
    }
}
