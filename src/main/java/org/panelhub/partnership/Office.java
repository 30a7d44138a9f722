package org.panelhub.partnership;

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

/** What a member may do apart from any panel, while its dates hold. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "office")
class Office {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID memberId;
    @Enumerated(EnumType.STRING)
    private Role role;
    @ColumnTransformer(read = "during::text", write = "?::daterange")
    private DateRange during;

    protected Office() {
    }

    Office(Member member, Role role, DateRange during) {
        this.id = UUID.randomUUID();
        this.partnershipId = member.partnershipId();
        this.memberId = member.id();
        this.role = role;
        this.during = during;
    }

    /** It counts no longer, from this day on. */
    void endOn(LocalDate day) {
        this.during = during.endedOn(day);
    }

    UUID id() {
        return id;
    }

    UUID memberId() {
        return memberId;
    }

    Role role() {
        return role;
    }

    boolean holdsOn(LocalDate day) {
        return during.contains(day);
    }

    OfficeView view() {
        return new OfficeView(id, memberId, role, during.from(), during.last());
    }
}
