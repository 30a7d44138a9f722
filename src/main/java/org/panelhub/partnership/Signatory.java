package org.panelhub.partnership;

import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A legal body and data controller. It signs protocols; it may be a relevant authority under section 115 of the Crime and Disorder Act 1998. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "signatory")
public class Signatory {

    @Id
    private UUID id;
    private UUID partnershipId;
    private String name;
    @Enumerated(EnumType.STRING)
    private Sector sector;
    private boolean relevantAuthority;
    @Version
    private int version;

    protected Signatory() {
    }

    Signatory(UUID partnershipId, String name, Sector sector, boolean relevantAuthority) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        describe(name, sector, relevantAuthority);
    }

    void describe(String newName, Sector newSector, boolean authority) {
        this.name = newName;
        this.sector = newSector;
        this.relevantAuthority = authority;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    SignatoryView view() {
        return new SignatoryView(id, name, sector, relevantAuthority, version);
    }
}
