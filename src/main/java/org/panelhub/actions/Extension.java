package org.panelhub.actions;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A later day that the owner of an action asks for. The panel agreed the day, so a chair agrees to another. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "action_extension")
class Extension {

    /** Where it stands. {@code LAPSED}: the action ended, or has another day. */
    enum State {
        ASKED, AGREED, REFUSED, WITHDRAWN, LAPSED
    }

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID actionId;
    private UUID caseId;
    private UUID panelId;
    private LocalDate wasDue;
    private LocalDate dueOn;
    private String reason;
    @Enumerated(EnumType.STRING)
    private State state;
    private UUID askedBy;
    private OffsetDateTime askedAt;
    private String answer;
    private UUID answeredBy;
    private OffsetDateTime answeredAt;
    @Version
    private int version;

    protected Extension() {
    }

    Extension(UUID partnershipId, Action action, LocalDate dueOn, String reason, UUID askedBy, OffsetDateTime askedAt) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.actionId = action.id();
        this.caseId = action.caseId();
        this.panelId = action.panelId();
        this.wasDue = action.dueOn();
        this.dueOn = dueOn;
        this.reason = reason;
        this.state = State.ASKED;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
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

    LocalDate dueOn() {
        return dueOn;
    }

    UUID askedBy() {
        return askedBy;
    }
}
