package org.panelhub.panels;

import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A panel of the partnership, with the texts that its members sign: for a year (undertaking) and at each meeting (declaration). */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "panel")
public class Panel {

    @Id
    private UUID id;
    private UUID partnershipId;
    @Enumerated(EnumType.STRING)
    private PanelKind kind;
    private String name;
    private String shortName;
    private String purpose;
    private String marking;
    private boolean tasking;
    private String undertakingText;
    private String declarationText;
    @Version
    private int version;

    protected Panel() {
    }

    Panel(UUID partnershipId, PanelKind kind) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.kind = kind;
    }

    void describe(String newName, String newShortName, String newPurpose, String newMarking, boolean tasks, String undertaking, String declaration) {
        this.name = newName;
        this.shortName = newShortName;
        this.purpose = newPurpose;
        this.marking = newMarking;
        this.tasking = tasks;
        this.undertakingText = undertaking;
        this.declarationText = declaration;
    }

    UUID id() {
        return id;
    }

    UUID partnershipId() {
        return partnershipId;
    }

    int version() {
        return version;
    }
}
