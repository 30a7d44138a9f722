package org.panelhub.minutes;

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

/**
 * The minutes of one meeting. A draft is changed freely; agreed by the chair they are frozen, so that a later review finds what was
 * agreed then; what has to be said afterwards is added as a signed and dated note.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "minutes")
public class Minutes {

    /** Where the minutes stand. */
    public enum State {
        DRAFT, AGREED, CIRCULATED
    }

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID meetingId;
    private UUID panelId;
    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;
    private LocalDate dueOn;
    private UUID agreedBy;
    private OffsetDateTime agreedAt;
    private OffsetDateTime circulatedAt;
    @Version
    private int version;

    protected Minutes() {
    }

    Minutes(UUID partnershipId, UUID meetingId, UUID panelId, LocalDate dueOn) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.meetingId = meetingId;
        this.panelId = panelId;
        this.dueOn = dueOn;
    }

    /** @throws MinutesFrozen when they were agreed before */
    void agree(UUID by, OffsetDateTime at) {
        refuseFrozen();
        state = State.AGREED;
        agreedBy = by;
        agreedAt = at;
    }

    /** @throws NotReady unless they are agreed and not circulated yet */
    void circulate(OffsetDateTime at) {
        if (state == State.DRAFT) {
            throw new NotReady("The chair has not agreed the minutes yet. They go out once they are agreed.");
        }
        if (state == State.CIRCULATED) {
            throw new NotReady("The minutes are circulated already. Nobody was sent them twice.");
        }
        state = State.CIRCULATED;
        circulatedAt = at;
    }

    /** @throws MinutesFrozen once they are agreed */
    void refuseFrozen() {
        if (state != State.DRAFT) {
            throw new MinutesFrozen();
        }
    }

    UUID id() {
        return id;
    }

    UUID partnershipId() {
        return partnershipId;
    }

    UUID meetingId() {
        return meetingId;
    }

    UUID panelId() {
        return panelId;
    }

    State state() {
        return state;
    }

    boolean frozen() {
        return state != State.DRAFT;
    }
}
