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
    private UUID designatedMemberId;
    private UUID deputyMemberId;
    @ColumnTransformer(read = "during::text", write = "?::daterange")
    private DateRange during;
    private LocalDate withdrawnOn;
    private String withdrawnReason;
    @Version
    private int version;

    protected Signature() {
    }

    Signature(Protocol protocol, UUID signatoryId, String signedBy, Officers officers, DateRange during) {
        this.id = UUID.randomUUID();
        this.partnershipId = protocol.partnershipId();
        this.protocolId = protocol.id();
        this.signatoryId = signatoryId;
        this.signedBy = signedBy;
        this.during = during;
        answeredForBy(officers);
    }

    /** Whoever answers for the signatory may change without a new signature. */
    void answeredForBy(Officers officers) {
        this.designatedOfficer = officers.designated();
        this.designatedMemberId = officers.designatedMember();
        this.deputyOfficer = officers.deputy();
        this.deputyMemberId = officers.deputyMember();
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

    DateRange during() {
        return during;
    }

    int version() {
        return version;
    }

    SignatureView view(String signatory) {
        return new SignatureView(id, protocolId, signatoryId, signatory, signedBy, new Officers(designatedOfficer, designatedMemberId, deputyOfficer, deputyMemberId), during,
                withdrawnOn, withdrawnReason, version);
    }
}
