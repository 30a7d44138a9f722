package org.panelhub.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A person as one panel knows them. Seen exactly as far as the referral or case is seen through which they came. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "person")
public class Person {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID panelId;
    private UUID referralId;
    private UUID caseId;
    @Enumerated(EnumType.STRING)
    private Part part;
    private String givenNames;
    private String familyName;
    private List<String> aliases;
    private List<LocalDate> datesOfBirth;
    private String gender;
    private String address;
    private String needs;
    private String searchName;
    @Version
    private int version;

    protected Person() {
    }

    Person(UUID partnershipId, UUID panelId, UUID referralId, UUID caseId, Facts facts) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.panelId = panelId;
        this.referralId = referralId;
        this.caseId = caseId;
        correct(facts);
    }

    /** What is known is known better now. */
    public void correct(Facts facts) {
        this.part = facts.part();
        this.givenNames = facts.givenNames();
        this.familyName = facts.familyName();
        this.aliases = List.copyOf(facts.aliases());
        this.datesOfBirth = List.copyOf(facts.datesOfBirth());
        this.gender = facts.gender();
        this.address = facts.address();
        this.needs = facts.needs();
        this.searchName = Names.folded(givenNames, familyName);
    }

    public UUID id() {
        return id;
    }

    public UUID panelId() {
        return panelId;
    }

    public UUID referralId() {
        return referralId;
    }

    public UUID caseId() {
        return caseId;
    }

    public Part part() {
        return part;
    }

    public int version() {
        return version;
    }

    /** Given and family name, as people say it. */
    public String name() {
        return (givenNames + " " + familyName).strip();
    }

    public String searchName() {
        return searchName;
    }

    public Facts facts() {
        return new Facts(part, givenNames, familyName, List.copyOf(aliases), List.copyOf(datesOfBirth), gender, address, needs);
    }
}
