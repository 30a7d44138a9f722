package org.panelhub.referrals;

import org.panelhub.access.Forbidden;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.CaseFile;
import org.panelhub.cases.CaseRisk;
import org.panelhub.cases.Cases;
import org.panelhub.cases.sight.Shutting;
import org.panelhub.identity.Viewers;
import org.panelhub.people.Part;
import org.panelhub.people.People;
import org.panelhub.risk.Assessments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The answers to a referral: the senior officer's, and the panel's. Each keeps who gave it and when. */
@ApplicationScoped
class Triage {

    private final EntityManager rows;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Cases cases;
    private final People people;
    private final Assessments assessments;
    private final Clocks clocks;
    private final Notices notices;
    private final Shutting shutting;

    Triage(EntityManager rows, Viewers viewers, Permissions permissions, Cases cases, People people, Assessments assessments, Clocks clocks, Notices notices, Shutting shutting) {
        this.rows = rows;
        this.viewers = viewers;
        this.permissions = permissions;
        this.cases = cases;
        this.people = people;
        this.assessments = assessments;
        this.clocks = clocks;
        this.notices = notices;
        this.shutting = shutting;
    }

    /**
     * The decision of a senior officer of the referring agency. A judgement below high is no bar: it is for the panel to decline with advice.
     *
     * @throws Forbidden when the viewer is no senior officer of that agency
     */
    void decide(Referral referral, boolean refer, String reason) {
        requireSenior(referral);
        var viewer = viewers.current();
        referral.must(ReferralState.WITH_SENIOR_OFFICER);
        referral.decided(refer, viewer.name(), viewer.memberId(), reason, viewer.now());
        if (refer) {
            referral.sent(viewer.now(), clocks.triageBy(referral.panelId(), viewer.today()));
            notices.sentToPanel(referral);
        } else {
            notices.notReferred(referral);
        }
    }

    void requireSenior(Referral referral) {
        if (!maySenior(referral)) {
            throw new Forbidden(Permission.DECIDE_REFERRAL);
        }
    }

    boolean maySenior(Referral referral) {
        return permissions.may(Permission.DECIDE_REFERRAL, referral.panelId()) && referral.agencyId() != null && referral.agencyId().equals(viewers.current().agencyId());
    }

    void requireTriage(Referral referral) {
        permissions.require(Permission.TRIAGE, referral.panelId());
    }

    boolean mayTriage(Referral referral) {
        return permissions.may(Permission.TRIAGE, referral.panelId());
    }

    void askForMore(Referral referral, String note) {
        requireTriage(referral);
        referral.askForMore(note, viewers.current());
        notices.answered(referral);
    }

    void decline(Referral referral, String advice) {
        requireTriage(referral);
        referral.decline(advice, viewers.current());
        notices.answered(referral);
    }

    /**
     * Opens the case. From then on the people, the safe-contact facts and the assessment hang from it.
     *
     * @param summary what every seat of the panel reads; the referral itself stays with its referrer and those who triage
     * @param sealed whether the case is sealed from the first moment, open to the viewer and the panel's chairs only
     */
    CaseFile accept(Referral referral, String summary, String category, boolean sealed) {
        requireTriage(referral);
        referral.must(ReferralState.SENT, ReferralState.MORE_ASKED);
        var risk = assessments.ofReferral(referral.id()).map(a -> CaseRisk.valueOf(a.judgement().name())).orElse(CaseRisk.NONE);
        var opened = cases.open(referral.panelId(), referral.subject(), subject(referral), referral.subjectWhere(), summary, category, risk);
        referral.accept(opened.id(), viewers.current());
        rows.flush();
        rows.createNativeQuery("select cast(access.adopt_referral(?1, ?2) as text)").setParameter(1, referral.id()).setParameter(2, opened.id()).getResultList();
        if (sealed) {
            shutting.sealedAtTriage(opened.id());
        }
        // The doors wrote past what this session had loaded.
        rows.clear();
        notices.answered(referral);
        return opened;
    }

    private String subject(Referral referral) {
        if (!referral.subject().ofPerson()) {
            return referral.subjectName();
        }
        return people.ofReferral(referral.id()).stream().filter(p -> p.part() == Part.VICTIM).findFirst().map(p -> referral.subject().called(p.name())).orElse("");
    }
}
