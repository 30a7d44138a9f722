package org.panelhub.actions;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An action offered by its owner to another agency. Until that agency takes it on, the owner answers for it. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "action_offer")
class Offer {

    /** Where it stands. {@code LAPSED}: the action ended or changed hands in another way. */
    enum State {
        OFFERED, ACCEPTED, DECLINED, WITHDRAWN, LAPSED
    }

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID actionId;
    private UUID caseId;
    private UUID panelId;
    private UUID fromAgencyId;
    private UUID toAgencyId;
    private String reason;
    @Enumerated(EnumType.STRING)
    private State state;
    private UUID offeredBy;
    private OffsetDateTime offeredAt;
    private String answer;
    private UUID takenBy;
    private UUID answeredBy;
    private OffsetDateTime answeredAt;
    @Version
    private int version;

    protected Offer() {
    }

    Offer(UUID partnershipId, Action action, UUID toAgencyId, String reason, UUID offeredBy, OffsetDateTime offeredAt) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.actionId = action.id();
        this.caseId = action.caseId();
        this.panelId = action.panelId();
        this.fromAgencyId = action.ownerAgencyId();
        this.toAgencyId = toAgencyId;
        this.reason = reason;
        this.state = State.OFFERED;
        this.offeredBy = offeredBy;
        this.offeredAt = offeredAt;
        this.answer = "";
    }

    void answer(State answered, String words, UUID doneBy, UUID by, OffsetDateTime at) {
        state = answered;
        answer = words;
        takenBy = doneBy;
        answeredBy = by;
        answeredAt = at;
    }

    UUID id() {
        return id;
    }

    UUID toAgencyId() {
        return toAgencyId;
    }

    UUID offeredBy() {
        return offeredBy;
    }
}
