package org.panelhub.partnership;

import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * A person's account in one agency; an independent chair may have none. Belonging to an agency opens nothing by itself. Whoever moves to
 * another agency gets another account there, so that nothing of the one is read from the other.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "member")
public class Member {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID agencyId;
    private String name;
    private String jobTitle;
    private boolean active;
    @Version
    private int version;

    protected Member() {
    }

    Member(UUID partnershipId, UUID agencyId, String name, String jobTitle) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.agencyId = agencyId;
        this.active = true;
        describe(name, jobTitle);
    }

    void describe(String newName, String newJobTitle) {
        this.name = newName;
        this.jobTitle = newJobTitle == null || newJobTitle.isEmpty() ? null : newJobTitle;
    }

    /** Access ends, or begins again, at the next request. */
    void activate(boolean on) {
        this.active = on;
    }

    UUID id() {
        return id;
    }

    UUID partnershipId() {
        return partnershipId;
    }

    String name() {
        return name;
    }

    boolean active() {
        return active;
    }

    int version() {
        return version;
    }
}
