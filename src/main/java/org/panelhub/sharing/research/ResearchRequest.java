package org.panelhub.sharing.research;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.cases.CaseHead;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One agency is asked what it knows, by a day. It answers once. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "research_request")
public class ResearchRequest {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID caseId;
    private UUID panelId;
    private UUID agencyId;
    private UUID askedBy;
    private String question;
    private OffsetDateTime askedAt;
    private LocalDate dueOn;
    @Enumerated(EnumType.STRING)
    private Answer answer;
    private UUID answeredBy;
    private OffsetDateTime answeredAt;
    @Enumerated(EnumType.STRING)
    private Spoken spoken;
    private UUID spokenBy;
    private OffsetDateTime spokenAt;
    @Version
    private int version;

    protected ResearchRequest() {
    }

    ResearchRequest(UUID partnershipId, CaseHead head, UUID agencyId, UUID askedBy, String question, OffsetDateTime askedAt, LocalDate dueOn) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.caseId = head.caseId();
        this.panelId = head.panelId();
        this.agencyId = agencyId;
        this.askedBy = askedBy;
        this.question = question;
        this.askedAt = askedAt;
        this.dueOn = dueOn;
    }

    void answer(Answer given, UUID by, OffsetDateTime at) {
        this.answer = given;
        this.answeredBy = by;
        this.answeredAt = at;
    }

    void spoken(Spoken became, UUID by, OffsetDateTime at) {
        this.spoken = became;
        this.spokenBy = by;
        this.spokenAt = at;
    }

    boolean toBeSpoken() {
        return answer == Answer.RESEARCHED && spoken == null;
    }

    UUID caseId() {
        return caseId;
    }

    UUID panelId() {
        return panelId;
    }

    UUID agencyId() {
        return agencyId;
    }

    boolean answered() {
        return answeredAt != null;
    }
}
