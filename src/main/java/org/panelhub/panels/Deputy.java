package org.panelhub.panels;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.time.DateRange;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * A member who stands in for a representative of its own agency for some days. One names it, another confirms it; PostgreSQL then gives the seat,
 * and takes it away when this is ended.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "deputy")
class Deputy {

    /** From being named to its end. */
    enum State {
        NAMED("Waits to be confirmed", "yellow"), CONFIRMED("Confirmed", "green"), REFUSED("Not confirmed", "grey"), ENDED("Ended", "grey");

        private final String label;
        private final String colour;

        State(String label, String colour) {
            this.label = label;
            this.colour = colour;
        }

        String label() {
            return label;
        }

        String colour() {
            return colour;
        }
    }

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID panelId;
    private UUID agencyId;
    private UUID forMember;
    private UUID memberId;
    @ColumnTransformer(read = "during::text", write = "?::daterange")
    private DateRange during;
    private UUID namedBy;
    private OffsetDateTime namedAt;
    @Enumerated(EnumType.STRING)
    private State state = State.NAMED;
    private UUID decidedBy;
    private OffsetDateTime decidedAt;
    @Version
    private int version;

    protected Deputy() {
    }

    Deputy(UUID partnershipId, UUID panelId, SeatView stoodInFor, UUID memberId, DateRange during, UUID namedBy, OffsetDateTime now) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.panelId = panelId;
        this.agencyId = stoodInFor.agencyId();
        this.forMember = stoodInFor.memberId();
        this.memberId = memberId;
        this.during = during;
        this.namedBy = namedBy;
        this.namedAt = now;
    }

    void decide(State next, UUID by, OffsetDateTime at) {
        state = next;
        decidedBy = by;
        decidedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID panelId() {
        return panelId;
    }

    UUID agencyId() {
        return agencyId;
    }

    UUID memberId() {
        return memberId;
    }

    UUID namedBy() {
        return namedBy;
    }

    DateRange during() {
        return during;
    }

    State state() {
        return state;
    }
}
