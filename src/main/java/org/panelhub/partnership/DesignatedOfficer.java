package org.panelhub.partnership;

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
 * Whom a relevant body, signed or not, has named to receive what the law addresses to it (Anti-social Behaviour, Crime and Policing Act 2014,
 * section 104). It needs no account: a notice reaches it by mail.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "designated_officer")
class DesignatedOfficer {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID signatoryId;
    private String name;
    private String email;
    @ColumnTransformer(read = "during::text", write = "?::daterange")
    private DateRange during;
    @Version
    private int version;

    protected DesignatedOfficer() {
    }

    DesignatedOfficer(UUID partnershipId, UUID signatoryId, String name, String email, LocalDate from) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.signatoryId = signatoryId;
        this.name = name;
        this.email = email;
        this.during = DateRange.from(from);
    }

    void endOn(LocalDate day) {
        during = during.endedOn(day);
    }
}
