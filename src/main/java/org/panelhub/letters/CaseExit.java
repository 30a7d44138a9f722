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

/** The way out of a case: proposed, signed off by someone else, announced to the person in writing; or called off. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "case_exit")
class CaseExit {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID caseId;
    private UUID panelId;
    @Enumerated(EnumType.STRING)
    private ExitReason reason;
    private String note;
    private UUID proposedBy;
    private OffsetDateTime proposedAt;
    private UUID signedOffBy;
    private String signedOffName;
    private OffsetDateTime signedOffAt;
    private LocalDate noticeOn;
    private LocalDate closesOn;
    private OffsetDateTime cancelledAt;
    @Version
    private int version;

    protected CaseExit() {
    }

    CaseExit(UUID partnershipId, UUID caseId, UUID panelId, ExitReason reason, String note, UUID proposedBy, OffsetDateTime proposedAt) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.caseId = caseId;
        this.panelId = panelId;
        this.reason = reason;
        this.note = note;
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
        this.signedOffName = "";
    }

    void signOff(UUID by, String name, OffsetDateTime at) {
        signedOffBy = by;
        signedOffName = name;
        signedOffAt = at;
    }

    void announce(LocalDate sentOn, LocalDate closes) {
        noticeOn = sentOn;
        closesOn = closes;
    }

    void callOff(String why, OffsetDateTime at) {
        note = (note.isBlank() ? "" : note + "\n") + "Called off: " + why;
        cancelledAt = at;
    }

    ExitView.Step shown(String proposer) {
        return new ExitView.Step(reason.label(), reason.explanation(), note, proposer, proposedAt, signedOffName, signedOffAt, noticeOn, closesOn, version);
    }

    ExitApi.ExitJson json(String proposer) {
        return new ExitApi.ExitJson(id, reason, note, proposer, proposedAt, signedOffAt == null ? null : signedOffName, signedOffAt, noticeOn, closesOn, cancelledAt, version);
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

    ExitReason reason() {
        return reason;
    }

    UUID proposedBy() {
        return proposedBy;
    }

    OffsetDateTime proposedAt() {
        return proposedAt;
    }

    OffsetDateTime signedOffAt() {
        return signedOffAt;
    }

    LocalDate closesOn() {
        return closesOn;
    }

    int version() {
        return version;
    }
}
