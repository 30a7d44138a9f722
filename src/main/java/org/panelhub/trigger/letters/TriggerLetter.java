package org.panelhub.trigger.letters;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.identity.Viewer;
import org.panelhub.trigger.Application;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A letter to an applicant. It can be edited until it has been sent, and never after. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "trigger_letter")
class TriggerLetter {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID triggerId;
    private UUID panelId;
    private UUID caseId;
    @Enumerated(EnumType.STRING)
    private LetterKind kind;
    private String language;
    private String title;
    private String body;
    private UUID madeBy;
    private OffsetDateTime madeAt;
    private LocalDate sentOn;
    @Enumerated(EnumType.STRING)
    private Told sentHow;
    private UUID sentBy;
    @Version
    private int version;

    protected TriggerLetter() {
    }

    TriggerLetter(Viewer by, Application application, LetterKind kind, String language, String title, String body) {
        this.id = UUID.randomUUID();
        this.partnershipId = application.partnershipId();
        this.triggerId = application.id();
        this.panelId = application.panelId();
        this.caseId = application.caseId();
        this.kind = kind;
        this.language = language;
        this.title = title;
        this.body = body;
        this.madeBy = by.memberId();
        this.madeAt = by.now();
    }

    void write(String text) {
        body = text;
    }

    void sent(Viewer by, LocalDate on, Told how) {
        sentOn = on;
        sentHow = how;
        sentBy = by.memberId();
    }

    UUID id() {
        return id;
    }

    UUID panelId() {
        return panelId;
    }

    UUID caseId() {
        return caseId;
    }

    UUID triggerId() {
        return triggerId;
    }

    LetterKind kind() {
        return kind;
    }

    String language() {
        return language;
    }

    String title() {
        return title;
    }

    String body() {
        return body;
    }

    OffsetDateTime madeAt() {
        return madeAt;
    }

    LocalDate sentOn() {
        return sentOn;
    }

    Told sentHow() {
        return sentHow;
    }

    int version() {
        return version;
    }
}
