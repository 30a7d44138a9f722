package org.panelhub.sharing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.protocols.LegalBasisView;
import org.panelhub.protocols.LegalCheck;
import org.panelhub.time.DateRange;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The release of one item to one recipient, with the law relied on as the protocol gave it on the day. Withdrawn, it ends at once; it is
 * never rewritten.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "disclosure")
public class Disclosure {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID itemId;
    private UUID caseId;
    private UUID panelId;
    private UUID agencyId;
    private UUID toPanel;
    private UUID toAgency;
    private UUID toMember;
    private UUID toMeeting;
    private String purpose;
    private String gateway;
    private String conditions;
    private UUID protocolId;
    private String necessity;
    private String proportionality;
    @Enumerated(EnumType.STRING)
    private Consent consent;
    private String consentReason;
    private boolean subjectTold;
    private String notToldReason;
    @ColumnTransformer(read = "during::text", write = "?::daterange")
    private DateRange during;
    private UUID releasedBy;
    private OffsetDateTime releasedAt;
    private OffsetDateTime withdrawnAt;
    private UUID withdrawnBy;
    private String withdrawnReason;
    private String policyDocument;
    private String controllership;
    private boolean consentAlone;
    private boolean onwardFreely;
    private UUID follows;
    @Enumerated(EnumType.STRING)
    private FollowsAs followsAs;

    /** What a release that follows another one does with it. */
    enum FollowsAs {
        WIDENED, PROLONGED
    }

    protected Disclosure() {
    }

    Disclosure(Item item, Recipient to, Release release, LegalBasisView basis, UUID releasedBy, OffsetDateTime now, LocalDate today) {
        this.id = UUID.randomUUID();
        this.partnershipId = item.partnershipId();
        this.itemId = item.id();
        this.caseId = item.caseId();
        this.panelId = item.panelId();
        this.agencyId = item.agencyId();
        this.toPanel = to.when(Recipient.Kind.PANEL);
        this.toAgency = to.when(Recipient.Kind.AGENCY);
        this.toMember = to.when(Recipient.Kind.MEMBER);
        this.toMeeting = to.when(Recipient.Kind.MEETING);
        this.purpose = basis.ground().purpose();
        this.gateway = basis.ground().gateway();
        this.conditions = LegalCheck.conditions(basis.ground());
        this.protocolId = basis.protocolId();
        this.necessity = release.necessity();
        this.proportionality = release.proportionality();
        this.consent = release.consent();
        this.consentReason = release.consentReason();
        this.subjectTold = release.subjectTold();
        this.notToldReason = release.notToldReason();
        this.during = DateRange.through(today, release.until());
        this.releasedBy = releasedBy;
        this.releasedAt = now;
        this.policyDocument = basis.ground().policyDocument() == null ? "" : basis.ground().policyDocument();
        this.controllership = basis.ground().controllership() == null ? "" : basis.ground().controllership();
        this.consentAlone = LegalCheck.isConsentAlone(basis.ground());
        this.onwardFreely = release.onwardFreely();
    }

    Disclosure following(Disclosure before, FollowsAs as) {
        this.follows = before.id;
        this.followsAs = as;
        return this;
    }

    /** Asked again for other recipients or another day, with what was recorded of the person. */
    Release again(List<Recipient> to, String neededBecause, String proportionateBecause, LocalDate until) {
        return new Release(to, neededBecause, proportionateBecause, consent, consentReason, subjectTold, notToldReason, until, onwardFreely);
    }

    String proportionality() {
        return proportionality;
    }

    Recipient to() {
        return toPanel != null ? Recipient.panel(toPanel) : toAgency != null ? Recipient.agency(toAgency) : toMember != null ? Recipient.member(toMember) : Recipient.presentAt(toMeeting);
    }

    DateRange during() {
        return during;
    }

    UUID caseId() {
        return caseId;
    }

    UUID panelId() {
        return panelId;
    }

    void withdraw(UUID by, OffsetDateTime at, String reason) {
        this.withdrawnBy = by;
        this.withdrawnAt = at;
        this.withdrawnReason = reason;
    }

    public UUID id() {
        return id;
    }

    public UUID itemId() {
        return itemId;
    }

    public UUID agencyId() {
        return agencyId;
    }

    boolean withdrawn() {
        return withdrawnAt != null;
    }

    /** In force that day to that recipient. */
    boolean reaches(Recipient to, LocalDate day) {
        return !withdrawn() && during.contains(day) && to.equals(to());
    }
}
