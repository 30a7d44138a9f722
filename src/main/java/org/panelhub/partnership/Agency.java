package org.panelhub.partnership;

import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * A service of a signatory: it holds seats, items and actions. Services of one signatory are apart: nothing passes between them without a
 * recorded disclosure.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "agency")
public class Agency {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID signatoryId;
    private String name;
    private String shortName;
    private String kind;
    @Version
    private int version;

    protected Agency() {
    }

    Agency(UUID partnershipId, UUID signatoryId, String name, String shortName, String kind) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.signatoryId = signatoryId;
        describe(name, shortName, kind);
    }

    void describe(String newName, String newShortName, String newKind) {
        this.name = newName;
        this.shortName = newShortName;
        this.kind = newKind;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }
}
