package org.panelhub.plans;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** One edition of a protection plan. It is written once; what changes becomes the next edition. */
@Entity
@Immutable
@Table(schema = "hub", name = "plan")
public class Plan {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID caseId;
    private UUID panelId;
    private int edition;
    private String aims;
    private String measures;
    private String contingency;
    private String victimView;
    private LocalDate victimConsultedOn;
    private String notConsultedBecause;
    private LocalDate reviewOn;
    private String reviewNote;
    private UUID meetingId;
    private UUID madeBy;
    private OffsetDateTime madeAt;

    protected Plan() {
    }

    Plan(UUID partnershipId, UUID caseId, UUID panelId, UUID meetingId, int edition, PlanText text, UUID madeBy, OffsetDateTime madeAt) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.caseId = caseId;
        this.panelId = panelId;
        this.meetingId = meetingId;
        this.edition = edition;
        this.aims = text.aims().strip();
        this.measures = text.measures().strip();
        this.contingency = text.contingency().strip();
        this.notConsultedBecause = text.notConsultedBecause().strip();
        this.victimView = text.victimView().strip();
        this.victimConsultedOn = text.victimConsultedOn();
        this.reviewOn = text.reviewOn();
        this.reviewNote = text.reviewNote().strip();
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public UUID panelId() {
        return panelId;
    }

    public int edition() {
        return edition;
    }
}
