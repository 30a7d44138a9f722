package org.panelhub.partnership;

import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** How a member is reached. Apart from the name, because its readers are fewer. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "member_contact")
class MemberContact {

    @Id
    private UUID memberId;
    private UUID partnershipId;
    private String email;
    private String telephone;
    @Version
    private int version;

    protected MemberContact() {
    }

    MemberContact(Member member, String email, String telephone) {
        this.memberId = member.id();
        this.partnershipId = member.partnershipId();
        reach(email, telephone);
    }

    void reach(String newEmail, String newTelephone) {
        this.email = newEmail;
        this.telephone = newTelephone.isEmpty() ? null : newTelephone;
    }
}
