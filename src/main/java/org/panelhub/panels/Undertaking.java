package org.panelhub.panels;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.panelhub.time.DateRange;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A member's confidentiality undertaking for a panel: the words signed, and the year for which they hold. */
@Entity
@Immutable
@Table(schema = "hub", name = "undertaking")
public class Undertaking {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID memberId;
    private UUID panelId;
    private String textSigned;
    private OffsetDateTime signedAt;
    @ColumnTransformer(read = "during::text", write = "?::daterange")
    private DateRange during;

    protected Undertaking() {
    }

    Undertaking(UUID partnershipId, UUID memberId, PanelView panel, OffsetDateTime now, LocalDate today) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.memberId = memberId;
        this.panelId = panel.id();
        this.textSigned = panel.undertakingText();
        this.signedAt = now;
        this.during = new DateRange(today, today.plusYears(1));
    }

    UUID memberId() {
        return memberId;
    }

    UUID panelId() {
        return panelId;
    }

    DateRange during() {
        return during;
    }
}
