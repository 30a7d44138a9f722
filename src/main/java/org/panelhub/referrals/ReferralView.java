package org.panelhub.referrals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.panelhub.page.Versioned;
import org.panelhub.panels.Gate;
import org.panelhub.panels.SubjectKind;
import org.panelhub.people.Likeness;
import org.panelhub.people.PersonView;
import org.panelhub.risk.AssessmentView;

import io.quarkus.qute.TemplateData;

/**
 * A referral as its page and the API show it.
 *
 * @param gate the judgement that the panel takes
 * @param subjectName of a place or a group; empty for people, as is {@code subjectWhere}
 * @param author null when that member is not the viewer's to see
 * @param triagedBy null when nobody has answered, or that member is not the viewer's to see
 * @param caseReference null until accepted, and where the viewer does not see the case
 * @param alike rows that may be the same person; only for those who triage
 */
@TemplateData
public record ReferralView(UUID id, int version, ReferralState state, UUID panelId, String panel, String panelName, String marking, Gate gate, SubjectKind subject, String subjectName, String subjectWhere, String from,
        UUID agencyId, String author, ReceivedHow how, String ownReference, String circumstances, String category, Consent consent, String consentReason, OffsetDateTime madeAt,
        OffsetDateTime receivedAt, LocalDate triageBy, boolean late, String clock, String seniorName, String seniorReason, OffsetDateTime seniorDecidedAt, String triageNote,
        String triagedBy, OffsetDateTime triagedAt, String caseReference, List<PersonView> people, List<AssessmentView> assessments, List<Likeness> alike, LocalDate today,
        May may) implements Versioned {

    /** What the viewer may do with it as it stands. */
    @TemplateData
    public record May(boolean change, boolean takeBack, boolean withdraw, boolean decide, boolean triage) {
        public boolean nothing() {
            return !change && !takeBack && !withdraw && !decide && !triage;
        }
    }

    public PersonView person() {
        return people.isEmpty() || !subject.ofPerson() ? null : people.getFirst();
    }

    public List<PersonView> others() {
        return people.isEmpty() || !subject.ofPerson() ? people : people.subList(1, people.size());
    }

    public AssessmentView assessment() {
        return assessments.isEmpty() ? null : assessments.getFirst();
    }

    public String name() {
        var name = person() == null ? subjectName : subject.called(person().name());
        return name.isEmpty() ? subject.label() + " not named yet" : name;
    }

    /** The judgement is below the panel's gate. It warns and never bars. */
    public boolean below() {
        return assessment() != null && gate.below(assessment().judgement().name());
    }

    public boolean is(String stateName) {
        return state.name().equals(stateName);
    }

    /** The clock, or that more was asked, is worth a word of its own; its referrer has the question before its eyes already. */
    public boolean atTriage() {
        return state == ReferralState.SENT || (state == ReferralState.MORE_ASKED && !may.change());
    }

    public boolean online() {
        return how == ReceivedHow.ONLINE;
    }

    public String href() {
        return "/referrals/" + id;
    }

    /** A page below this one. */
    public String at(String page) {
        return href() + "/" + page;
    }
}
