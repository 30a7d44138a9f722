package org.panelhub.protocols;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.Immutable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The text of an edition as a file: what it is, and by its hash which one; the bytes lie apart. */
@Entity
@Immutable
@Table(schema = "hub", name = "protocol_document")
class ProtocolDocument {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID protocolId;
    private String mediaType;
    private String marking;
    private int size;
    private String sha256;
    private UUID addedBy;
    private OffsetDateTime addedAt;

    protected ProtocolDocument() {
    }

    ProtocolDocument(Protocol protocol, DocumentKind kind, String marking, int size, String sha256, UUID addedBy, OffsetDateTime addedAt) {
        this.id = UUID.randomUUID();
        this.partnershipId = protocol.partnershipId();
        this.protocolId = protocol.id();
        this.mediaType = kind.mediaType();
        this.marking = marking;
        this.size = size;
        this.sha256 = sha256;
        this.addedBy = addedBy;
        this.addedAt = addedAt;
    }

    UUID id() {
        return id;
    }

    DocumentView view() {
        return new DocumentView(id, protocolId, DocumentKind.of(mediaType).label(), mediaType, DocumentKind.of(mediaType).extension(), marking, size, sha256, addedAt);
    }
}
