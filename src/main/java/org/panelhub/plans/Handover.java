package org.panelhub.plans;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A case handed over by its case manager to another, with what that one has to know. Until it is accepted, nothing changes. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "case_handover")
class Handover {

    /** Where it stands. {@code LAPSED}: the case manager became another in another way. */
    enum State {
        OFFERED, ACCEPTED, DECLINED, WITHDRAWN, LAPSED
    }

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID caseId;
    private UUID panelId;
    private UUID fromMember;
    private UUID toMember;
    private String notes;
    @Enumerated(EnumType.STRING)
    private State state;
    private UUID offeredBy;
    private OffsetDateTime offeredAt;
    private String answer;
    private UUID answeredBy;
    private OffsetDateTime answeredAt;
    @Version
    private int version;

    protected Handover() {
    }

    Handover(UUID partnershipId, UUID caseId, UUID panelId, UUID fromMember, UUID toMember, String notes, UUID offeredBy, OffsetDateTime offeredAt) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.caseId = caseId;
        this.panelId = panelId;
        this.fromMember = fromMember;
        this.toMember = toMember;
        this.notes = notes;
        this.state = State.OFFERED;
        this.offeredBy = offeredBy;
        this.offeredAt = offeredAt;
        this.answer = "";
    }

    void answer(State answered, String words, UUID by, OffsetDateTime at) {
        state = answered;
        answer = words;
        answeredBy = by;
        answeredAt = at;
    }

    UUID id() {
        return id;
    }

    UUID offeredBy() {
        return offeredBy;
    }
}
