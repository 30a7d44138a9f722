package org.panelhub.room;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.cases.CaseRisk;
import org.panelhub.meetings.AgendaItem;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What the panel agreed on one case at one meeting: the risk before and now with its rationale, who disagreed, and the outcome. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "decision")
public class Decision {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID meetingId;
    private UUID panelId;
    private UUID agendaItemId;
    private UUID caseId;
    @Enumerated(EnumType.STRING)
    private CaseRisk riskBefore;
    @Enumerated(EnumType.STRING)
    private CaseRisk riskAfter;
    private String rationale;
    private String dissent;
    private String outcome;
    private UUID recordedBy;
    private OffsetDateTime recordedAt;
    @Version
    private int version;

    protected Decision() {
    }

    Decision(UUID partnershipId, AgendaItem item, CaseRisk riskBefore) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.meetingId = item.meetingId();
        this.panelId = item.panelId();
        this.agendaItemId = item.id();
        this.caseId = item.caseId();
        this.riskBefore = riskBefore;
    }

    void agree(CaseRisk risk, String why, String whoDisagreed, String what, UUID by, OffsetDateTime at) {
        riskAfter = risk;
        rationale = why;
        dissent = whoDisagreed;
        outcome = what;
        recordedBy = by;
        recordedAt = at;
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

    public CaseRisk riskBefore() {
        return riskBefore;
    }

    public CaseRisk riskAfter() {
        return riskAfter;
    }

    public String rationale() {
        return rationale;
    }

    public String dissent() {
        return dissent;
    }

    public String outcome() {
        return outcome;
    }

    public int version() {
        return version;
    }
}
