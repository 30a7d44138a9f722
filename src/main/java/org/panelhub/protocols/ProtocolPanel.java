package org.panelhub.protocols;

import java.io.Serializable;
import java.util.UUID;

import org.hibernate.annotations.Immutable;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A protocol covers a panel. */
@Entity
@Immutable
@Table(schema = "hub", name = "protocol_panel")
class ProtocolPanel {

    @EmbeddedId
    private Key id;

    @Embeddable
    record Key(UUID partnershipId, UUID protocolId, UUID panelId) implements Serializable {
    }

    protected ProtocolPanel() {
    }

    ProtocolPanel(Protocol protocol, UUID panelId) {
        this.id = new Key(protocol.partnershipId(), protocol.id(), panelId);
    }

    UUID protocolId() {
        return id.protocolId();
    }

    UUID panelId() {
        return id.panelId();
    }
}
