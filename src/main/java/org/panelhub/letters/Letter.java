package org.panelhub.letters;

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

/** A letter to the person a case is about. It can be edited until it has been sent, and never after. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "letter")
class Letter {

    /** What it announces. */
    enum Kind {
        CLOSING_NOTICE
    }

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID caseId;
    private UUID panelId;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private String addressee;
    private String body;
    private UUID madeBy;
    private OffsetDateTime madeAt;
    private LocalDate sentOn;
    @Enumerated(EnumType.STRING)
    private Way sentHow;
    @Version
    private int version;

    protected Letter() {
    }

    Letter(CaseExit exit, UUID partnershipId, String addressee, String body, UUID madeBy, OffsetDateTime madeAt) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.caseId = exit.caseId();
        this.panelId = exit.panelId();
        this.kind = Kind.CLOSING_NOTICE;
        this.addressee = addressee;
        this.body = body;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    void write(String text) {
        body = text;
    }

    void sent(LocalDate on, Way how) {
        sentOn = on;
        sentHow = how;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID panelId() {
        return panelId;
    }

    String addressee() {
        return addressee;
    }

    String body() {
        return body;
    }

    LocalDate sentOn() {
        return sentOn;
    }

    Way sentHow() {
        return sentHow;
    }

    int version() {
        return version;
    }
}
