package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.UUID;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.time.DateRange;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * A signatory stands by an edition of a protocol, from the day it signed. Withdrawn, it stands no longer from that day on; the record of
 * who signed and why it withdrew stays.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "signature")
public class Signature {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID protocolId;
    private UUID signatoryId;
    private String signedBy;
    private String designatedOfficer;
    private String deputyOfficer;
    @ColumnTransformer(read = "during::text", write = "?::daterange")
    private DateRange during;
    private LocalDate withdrawnOn;
    private String withdrawnReason;
    @Version
    private int version;

    protected Signature() {
    }

    Signature(Protocol protocol, UUID signatoryId, String signedBy, String designatedOfficer, String deputyOfficer, DateRange during) {
        this.id = UUID.randomUUID();
        this.partnershipId = protocol.partnershipId();
        this.protocolId = protocol.id();
        this.signatoryId = signatoryId;
        this.signedBy = signedBy;
        this.designatedOfficer = designatedOfficer;
        this.deputyOfficer = deputyOfficer;
        this.during = during;
    }

    void withdraw(LocalDate on, String reason) {
        this.withdrawnOn = on;
        this.withdrawnReason = reason;
    }

    UUID id() {
        return id;
    }

    UUID protocolId() {
        return protocolId;
    }

    UUID signatoryId() {
        return signatoryId;
    }

    SignatureView view(String signatory) {
        return new SignatureView(id, protocolId, signatoryId, signatory, signedBy, designatedOfficer, deputyOfficer, during, withdrawnOn, withdrawnReason);
    }
}
