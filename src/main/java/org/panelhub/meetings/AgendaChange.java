package org.panelhub.meetings;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.Immutable;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What was changed on an agenda after it had been published, for those who read it before. */
@Entity
@Immutable
@Table(schema = "hub", name = "agenda_change")
class AgendaChange {

    enum Kind {
        ADDED("Added"), REMOVED("Removed"), TIME("Time changed"), ORDER("Order changed");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID meetingId;
    private UUID panelId;
    private UUID caseId;
    private int edition;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private String title;
    private OffsetDateTime madeAt;

    protected AgendaChange() {
    }

    AgendaChange(Meeting meeting, Kind kind, UUID caseId, String title, OffsetDateTime madeAt) {
        this.id = UUID.randomUUID();
        this.partnershipId = meeting.partnershipId();
        this.meetingId = meeting.id();
        this.panelId = meeting.panelId();
        this.caseId = caseId;
        this.edition = meeting.agendaEdition();
        this.kind = kind;
        this.title = title;
        this.madeAt = madeAt;
    }
}
