package org.panelhub.partnership;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A one-time invitation to link a sign-in to an account. Only the hash of its code is kept. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "invitation")
class Invitation {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID memberId;
    private String codeHash;
    private OffsetDateTime madeAt;
    private OffsetDateTime expiresAt;
    private OffsetDateTime usedAt;

    protected Invitation() {
    }

    Invitation(Member member, String codeHash, OffsetDateTime now, OffsetDateTime expiresAt) {
        this.id = UUID.randomUUID();
        this.partnershipId = member.partnershipId();
        this.memberId = member.id();
        this.codeHash = codeHash;
        this.madeAt = now;
        this.expiresAt = expiresAt;
    }

    /** A newer one takes its place. */
    void expire(OffsetDateTime now) {
        if (usedAt == null && expiresAt.isAfter(now)) {
            this.expiresAt = now.isAfter(madeAt) ? now : madeAt;
        }
    }
}
