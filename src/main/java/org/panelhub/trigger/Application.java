package org.panelhub.trigger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;
import org.panelhub.identity.Viewer;
import org.panelhub.trigger.apply.Filled;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An application for a case review (ASB, Crime and Policing Act 2014, section 104), without who asks and how to reach them. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "trigger")
public class Application {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID panelId;
    private UUID caseId;
    private UUID leadAgencyId;
    @Generated
    private String reference;
    private LocalDate receivedOn;
    @Enumerated(EnumType.STRING)
    private Received receivedHow;
    private OffsetDateTime enteredAt;
    private UUID enteredBy;
    private String applicantKind;
    private String subject;
    private String happening;
    private String place;
    private String since;
    private String impact;
    private String wish;
    private String hate;
    private String hateWhy;
    private String respondent;
    private String respondentMinor;
    private String landlord;
    private String children;
    private String involvement;
    @Enumerated(EnumType.STRING)
    private ApplicationState state;
    @Version
    private int version;

    protected Application() {
    }

    Application(Viewer by, UUID panelId, LocalDate receivedOn, Received how, Filled filled) {
        this.id = UUID.randomUUID();
        this.partnershipId = by.partnershipId();
        this.panelId = panelId;
        this.receivedOn = receivedOn;
        this.receivedHow = how;
        this.enteredAt = by.now();
        this.enteredBy = by.memberId();
        this.applicantKind = filled.kind();
        this.subject = filled.subject();
        this.happening = filled.happening();
        this.place = filled.place();
        this.since = filled.since();
        this.impact = filled.impact();
        this.wish = filled.wish();
        this.hate = filled.hate();
        this.hateWhy = filled.hateWhy();
        this.respondent = filled.respondent();
        this.respondentMinor = filled.respondentMinor();
        this.landlord = filled.landlord();
        this.children = filled.children();
        this.involvement = filled.involvement();
        this.state = ApplicationState.RECEIVED;
    }

    void decided(boolean met) {
        state = met ? ApplicationState.MET : ApplicationState.NOT_MET;
    }

    void reopen() {
        state = ApplicationState.RECEIVED;
    }

    public UUID id() {
        return id;
    }

    public UUID partnershipId() {
        return partnershipId;
    }

    public UUID panelId() {
        return panelId;
    }

    /** The review, or null while there is none. */
    public UUID caseId() {
        return caseId;
    }

    /** The body that leads the review, or null. */
    public UUID leadAgencyId() {
        return leadAgencyId;
    }

    /** Another body leads its review. */
    public void ledBy(UUID agencyId) {
        leadAgencyId = agencyId;
    }

    /** Nothing more is to be done about it. */
    public void close() {
        state = ApplicationState.CLOSED;
    }

    public String reference() {
        return reference;
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    public String respondent() {
        return respondent;
    }

    public ApplicationState state() {
        return state;
    }

    public int version() {
        return version;
    }
}
