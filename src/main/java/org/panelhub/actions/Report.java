package org.panelhub.actions;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.Immutable;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One report on an action, or one change to it, kept as it was said. */
@Entity
@Immutable
@Table(schema = "hub", name = "action_update")
class Report {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID actionId;
    private UUID panelId;
    private UUID caseId;
    @Enumerated(EnumType.STRING)
    private Action.State state;
    private String note;
    private String evidence;
    private UUID madeBy;
    private OffsetDateTime madeAt;

    protected Report() {
    }

    Report(UUID partnershipId, Action action, String note, String evidence, UUID madeBy, OffsetDateTime madeAt) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.actionId = action.id();
        this.panelId = action.panelId();
        this.caseId = action.caseId();
        this.state = action.state();
        this.note = note;
        this.evidence = evidence;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }
}
