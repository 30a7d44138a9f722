package org.panelhub.panels;

import java.time.LocalDate;
import java.util.UUID;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.identity.Role;
import org.panelhub.time.DateRange;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A member's place on a panel, in one role, while its dates hold. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "seat")
public class Seat {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID panelId;
    private UUID memberId;
    @Enumerated(EnumType.STRING)
    private Role role;
    @ColumnTransformer(read = "during::text", write = "?::daterange")
    private DateRange during;
    @Version
    private int version;

    protected Seat() {
    }

    Seat(Panel panel, UUID memberId, Role role, DateRange during) {
        this.id = UUID.randomUUID();
        this.partnershipId = panel.partnershipId();
        this.panelId = panel.id();
        this.memberId = memberId;
        this.role = role;
        this.during = during;
    }

    /** Opens nothing any more, from this day on. */
    void endOn(LocalDate day) {
        this.during = during.endedOn(day);
    }

    UUID id() {
        return id;
    }

    UUID panelId() {
        return panelId;
    }

    UUID memberId() {
        return memberId;
    }

    Role role() {
        return role;
    }

    DateRange during() {
        return during;
    }
}
