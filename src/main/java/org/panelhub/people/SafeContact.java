package org.panelhub.people;

import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * How a person can be reached without putting them at risk (SafeLives referral form). Seen by the coordinator, the victim's representative,
 * the case team and the agency that gave the facts; by nobody else who sees the person.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "safe_contact")
public class SafeContact {

    @Id
    private UUID personId;
    private UUID partnershipId;
    private UUID panelId;
    private UUID referralId;
    private UUID caseId;
    private UUID agencyId;
    private String telephone;
    @Enumerated(EnumType.STRING)
    private Safe safeToCall;
    private String safeTimes;
    @Enumerated(EnumType.STRING)
    private Safe safeToWrite;
    private String notSafeWith;
    private String advice;
    @Version
    private int version;

    protected SafeContact() {
    }

    SafeContact(Person person, UUID partnershipId, UUID agencyId, Facts.Contact facts) {
        this.personId = person.id();
        this.partnershipId = partnershipId;
        this.panelId = person.panelId();
        this.referralId = person.referralId();
        this.caseId = person.caseId();
        this.agencyId = agencyId;
        correct(facts);
    }

    /** What is safe has changed, or is known better now. */
    public void correct(Facts.Contact facts) {
        this.telephone = facts.telephone();
        this.safeToCall = facts.toCall();
        this.safeTimes = facts.times();
        this.safeToWrite = facts.toWrite();
        this.notSafeWith = facts.notSafeWith();
        this.advice = facts.advice();
    }

    public UUID personId() {
        return personId;
    }

    /** The agency that gave the facts; none when the referrer has no place in the hub. */
    public UUID agencyId() {
        return agencyId;
    }

    public int version() {
        return version;
    }

    public Facts.Contact facts() {
        return new Facts.Contact(telephone, safeToCall, safeTimes, safeToWrite, notSafeWith, advice);
    }
}
