package org.panelhub.referrals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.panelhub.identity.Viewer;
import org.panelhub.panels.SubjectKind;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * A referral to one panel. Its states follow each other in one direction, except that its author may take it back before the senior officer
 * has decided; whoever comes second to an answer is told who answered first ({@link AlreadyAnswered}).
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "referral")
public class Referral {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID panelId;
    private UUID agencyId;
    private UUID authorId;
    private String outsideReferrer = "";
    @Enumerated(EnumType.STRING)
    private ReceivedHow receivedHow;
    @Enumerated(EnumType.STRING)
    private ReferralState state = ReferralState.DRAFT;
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Map<String, String>> typed = Map.of();
    @Enumerated(EnumType.STRING)
    private SubjectKind subjectKind;
    private String subjectName = "";
    private String subjectWhere = "";
    private String ownReference = "";
    private String circumstances = "";
    private String category = "";
    @Enumerated(EnumType.STRING)
    private Consent consent;
    private String consentReason = "";
    private OffsetDateTime madeAt;
    private OffsetDateTime receivedAt;
    private String seniorName = "";
    private UUID seniorMemberId;
    private String seniorReason = "";
    private OffsetDateTime seniorDecidedAt;
    private LocalDate triageBy;
    private String triageNote = "";
    private UUID triagedBy;
    private OffsetDateTime triagedAt;
    private UUID caseId;
    @Version
    private int version;

    protected Referral() {
    }

    /** A draft of the viewer's, for its own agency or, keyed in, for whoever referred on paper or by telephone. */
    Referral(Viewer author, UUID panelId, SubjectKind subject, ReceivedHow how) {
        this.id = UUID.randomUUID();
        this.partnershipId = author.partnershipId();
        this.panelId = panelId;
        this.subjectKind = subject;
        this.agencyId = how == ReceivedHow.ONLINE ? author.agencyId() : null;
        this.authorId = author.memberId();
        this.receivedHow = how;
        this.madeAt = author.now();
    }

    /** Keeps what was typed. */
    void type(Typed now) {
        this.typed = now.kept();
    }

    Typed typed() {
        return Typed.of(typed);
    }

    /** Who sent it when it was keyed in: an agency of the hub, or a body outside. */
    void receivedFrom(UUID agency, String outside, ReceivedHow how) {
        this.agencyId = agency;
        this.outsideReferrer = outside;
        this.receivedHow = how;
    }

    /** The draft is whole: what it says stands in fields of its own now, and no longer as typed. */
    void complete(Complete facts) {
        this.subjectName = facts.subject().name();
        this.subjectWhere = facts.subject().where();
        this.ownReference = facts.ownReference();
        this.circumstances = facts.circumstances();
        this.category = facts.category();
        this.consent = facts.consent();
        this.consentReason = facts.consentReason();
        this.typed = Map.of();
    }

    void toSeniorOfficer() {
        must(ReferralState.DRAFT);
        this.state = ReferralState.WITH_SENIOR_OFFICER;
    }

    /** The author changes it before the senior officer has decided. */
    void takeBack() {
        must(ReferralState.WITH_SENIOR_OFFICER);
        this.state = ReferralState.DRAFT;
    }

    /** The senior officer's decision: name and reason travel with the referral [Lambeth 3.3.2]. */
    void decided(boolean refer, String name, UUID memberId, String reason, OffsetDateTime at) {
        must(ReferralState.DRAFT, ReferralState.WITH_SENIOR_OFFICER);
        this.seniorName = name;
        this.seniorMemberId = memberId;
        this.seniorReason = reason;
        this.seniorDecidedAt = at;
        if (!refer) {
            this.state = ReferralState.NOT_REFERRED;
        }
    }

    /** The panel has it; the clock of the triage starts. */
    void sent(OffsetDateTime received, LocalDate by) {
        must(ReferralState.DRAFT, ReferralState.WITH_SENIOR_OFFICER);
        this.state = ReferralState.SENT;
        this.receivedAt = received;
        this.triageBy = by;
    }

    /** What was asked has come. Receipt stays what it was; the clock of the triage runs anew. */
    void sentAgain(LocalDate by) {
        must(ReferralState.MORE_ASKED);
        this.state = ReferralState.SENT;
        this.triageBy = by;
    }

    void askForMore(String note, Viewer by) {
        must(ReferralState.SENT);
        answered(ReferralState.MORE_ASKED, note, by);
    }

    void decline(String advice, Viewer by) {
        must(ReferralState.SENT, ReferralState.MORE_ASKED);
        answered(ReferralState.DECLINED, advice, by);
    }

    void accept(UUID caseId, Viewer by) {
        must(ReferralState.SENT, ReferralState.MORE_ASKED);
        answered(ReferralState.ACCEPTED, triageNote, by);
        this.caseId = caseId;
    }

    void withdraw() {
        must(ReferralState.DRAFT, ReferralState.WITH_SENIOR_OFFICER, ReferralState.SENT, ReferralState.MORE_ASKED);
        this.state = ReferralState.WITHDRAWN;
        this.typed = Map.of();
    }

    private void answered(ReferralState with, String note, Viewer by) {
        this.state = with;
        this.triageNote = note;
        this.triagedBy = by.memberId();
        this.triagedAt = by.now();
    }

    /** @throws AlreadyAnswered when somebody was quicker */
    void must(ReferralState... states) {
        for (var possible : states) {
            if (state == possible) {
                return;
            }
        }
        throw new AlreadyAnswered(state);
    }

    boolean keyedIn() {
        return receivedHow != ReceivedHow.ONLINE;
    }

    boolean mayBeChanged() {
        return state == ReferralState.DRAFT || state == ReferralState.MORE_ASKED;
    }

    public UUID id() {
        return id;
    }

    public UUID panelId() {
        return panelId;
    }

    public UUID agencyId() {
        return agencyId;
    }

    public UUID authorId() {
        return authorId;
    }

    public String outsideReferrer() {
        return outsideReferrer;
    }

    public ReceivedHow receivedHow() {
        return receivedHow;
    }

    public ReferralState state() {
        return state;
    }

    public SubjectKind subject() {
        return subjectKind;
    }

    /** Of a place or a group; empty for people, and until the referral was sent. */
    public String subjectName() {
        return subjectName;
    }

    public String subjectWhere() {
        return subjectWhere;
    }

    public String ownReference() {
        return ownReference;
    }

    public String circumstances() {
        return circumstances;
    }

    public String category() {
        return category;
    }

    public Consent consent() {
        return consent;
    }

    public String consentReason() {
        return consentReason;
    }

    public OffsetDateTime madeAt() {
        return madeAt;
    }

    public OffsetDateTime receivedAt() {
        return receivedAt;
    }

    public String seniorName() {
        return seniorName;
    }

    public UUID seniorMemberId() {
        return seniorMemberId;
    }

    public String seniorReason() {
        return seniorReason;
    }

    public OffsetDateTime seniorDecidedAt() {
        return seniorDecidedAt;
    }

    public LocalDate triageBy() {
        return triageBy;
    }

    public String triageNote() {
        return triageNote;
    }

    public UUID triagedBy() {
        return triagedBy;
    }

    public OffsetDateTime triagedAt() {
        return triagedAt;
    }

    public UUID caseId() {
        return caseId;
    }

    public int version() {
        return version;
    }
}
