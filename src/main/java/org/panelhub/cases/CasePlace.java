package org.panelhub.cases;

import java.time.LocalDate;
import java.util.UUID;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.identity.Role;
import org.panelhub.time.DateRange;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A named place on the team of a case, from a day, until it ends. It opens that one case to the member named. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "case_team")
class CasePlace {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID caseId;
    private UUID panelId;
    private UUID memberId;
    @Enumerated(EnumType.STRING)
    private Role role;
    @ColumnTransformer(read = "during::text", write = "?::daterange")
    private DateRange during;

    protected CasePlace() {
    }

    /** @param until the last day; null where it holds until it is ended */
    CasePlace(CaseFile file, UUID memberId, Role role, LocalDate from, LocalDate until) {
        this.id = UUID.randomUUID();
        this.partnershipId = file.partnershipId();
        this.caseId = file.id();
        this.panelId = file.panelId();
        this.memberId = memberId;
        this.role = role;
        this.during = DateRange.through(from, until);
    }

    /** The last day is the day before: access ends at once. */
    void end(LocalDate on) {
        this.during = during.endedOn(on);
    }

    UUID caseId() {
        return caseId;
    }

    UUID memberId() {
        return memberId;
    }

    Role role() {
        return role;
    }
}
