package org.panelhub.trigger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.Immutable;
import org.panelhub.identity.Viewer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something that happened to an application on a day; only ever added. */
@Entity
@Immutable
@Table(schema = "hub", name = "trigger_event")
class Event {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID triggerId;
    private UUID panelId;
    @Enumerated(EnumType.STRING)
    private EventKind kind;
    private String stage;
    private LocalDate onDay;
    private String note;
    private String told;
    private OffsetDateTime at;
    private UUID by;

    protected Event() {
    }

    Event(Viewer by, Application application, EventKind kind, String stage, LocalDate onDay, String note, String told) {
        this.id = UUID.randomUUID();
        this.partnershipId = application.partnershipId();
        this.triggerId = application.id();
        this.panelId = application.panelId();
        this.kind = kind;
        this.stage = stage;
        this.onDay = onDay;
        this.note = note;
        this.told = told;
        this.at = by.now();
        this.by = by.memberId();
    }
}
