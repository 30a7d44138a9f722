package org.panelhub.sharing.onward;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.sharing.ItemView;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A recipient asks to use one item further. The originator answers once; what was answered is never rewritten. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "onward_request")
public class OnwardRequest {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID itemId;
    private UUID caseId;
    private UUID panelId;
    private UUID agencyId;
    private UUID askingAgencyId;
    private UUID askedBy;
    @Enumerated(EnumType.STRING)
    private OnwardKind kind;
    private String toWhom;
    private String purpose;
    private OffsetDateTime askedAt;
    @Enumerated(EnumType.STRING)
    private OnwardAnswer answer;
    private String answerWords;
    private UUID answeredBy;
    private OffsetDateTime answeredAt;
    @Version
    private int version;

    protected OnwardRequest() {
    }

    OnwardRequest(UUID partnershipId, ItemView item, UUID askingAgencyId, UUID askedBy, OffsetDateTime now, OnwardKind kind, String toWhom, String purpose) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.itemId = item.id();
        this.caseId = item.caseId();
        this.panelId = item.panelId();
        this.agencyId = item.agencyId();
        this.askingAgencyId = askingAgencyId;
        this.askedBy = askedBy;
        this.askedAt = now;
        this.kind = kind;
        this.toWhom = toWhom;
        this.purpose = purpose;
        this.answerWords = "";
    }

    /** @param words the conditions of a yes, or the reason for a no */
    void answer(OnwardAnswer given, String words, UUID by, OffsetDateTime at) {
        this.answer = given;
        this.answerWords = words;
        this.answeredBy = by;
        this.answeredAt = at;
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    UUID panelId() {
        return panelId;
    }

    UUID caseId() {
        return caseId;
    }

    boolean answered() {
        return answeredAt != null;
    }
}
