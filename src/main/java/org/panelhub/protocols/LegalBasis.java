package org.panelhub.protocols;

import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What an agency relies on when it shares for a purpose under a protocol. A disclosure inherits it. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "legal_basis")
public class LegalBasis {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID protocolId;
    private UUID agencyId;
    private String purpose;
    private String gateway;
    private String article6;
    private String article9;
    private String dpaPart3;
    private String schedule1;
    private String policyDocument;
    private String controllership;
    private String privacyNotice;
    private boolean storesResearch;
    @Version
    private int version;

    protected LegalBasis() {
    }

    LegalBasis(Protocol protocol, UUID agencyId) {
        this.id = UUID.randomUUID();
        this.partnershipId = protocol.partnershipId();
        this.protocolId = protocol.id();
        this.agencyId = agencyId;
    }

    void rely(LegalGround ground) {
        this.purpose = ground.purpose();
        this.gateway = ground.gateway();
        this.article6 = ground.article6();
        this.article9 = ground.article9();
        this.dpaPart3 = ground.dpaPart3();
        this.schedule1 = ground.schedule1();
        this.policyDocument = ground.policyDocument();
        this.controllership = ground.controllership();
        this.privacyNotice = ground.privacyNotice();
        this.storesResearch = ground.storesResearch();
    }

    UUID id() {
        return id;
    }

    UUID protocolId() {
        return protocolId;
    }

    UUID agencyId() {
        return agencyId;
    }

    int version() {
        return version;
    }

    LegalGround ground() {
        return new LegalGround(purpose, gateway, article6, article9, dpaPart3, schedule1, policyDocument, controllership, privacyNotice, storesResearch);
    }
}
