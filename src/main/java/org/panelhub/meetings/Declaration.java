package org.panelhub.meetings;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.Immutable;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The confidentiality declaration that everyone in a meeting signs, observers included, with the words as they were read. Who was away
 * signs it to receive the minutes [SafeLives guidance].
 */
@Entity
@Immutable
@Table(schema = "hub", name = "declaration")
public class Declaration {

    /** What it opens: the room, or only the minutes afterwards. */
    public enum Purpose {
        MEETING, MINUTES
    }

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID meetingId;
    private UUID panelId;
    private UUID memberId;
    @Enumerated(EnumType.STRING)
    private Purpose purpose;
    private String textSigned;
    private OffsetDateTime signedAt;
    private UUID recordedBy;

    protected Declaration() {
    }

    Declaration(Meeting meeting, UUID memberId, Purpose purpose, String textSigned, OffsetDateTime signedAt, UUID recordedBy) {
        this.id = UUID.randomUUID();
        this.partnershipId = meeting.partnershipId();
        this.meetingId = meeting.id();
        this.panelId = meeting.panelId();
        this.memberId = memberId;
        this.purpose = purpose;
        this.textSigned = textSigned;
        this.signedAt = signedAt;
        this.recordedBy = recordedBy;
    }

    public UUID memberId() {
        return memberId;
    }

    public Purpose purpose() {
        return purpose;
    }

    public OffsetDateTime signedAt() {
        return signedAt;
    }
}
