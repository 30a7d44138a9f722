package org.panelhub.referrals;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.access.Forbidden;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.panels.Panels;
import org.panelhub.panels.SubjectKind;
import org.panelhub.risk.Instrument;
import org.panelhub.risk.Instruments;

import jakarta.enterprise.context.ApplicationScoped;

/** Referrals that another room begins with what it knows. Nothing is sent by it: whoever began it fills in what is missing, the consent of the person first, checks and sends it as every referral. */
@ApplicationScoped
public class Beginnings {

    private final Referrals referrals;
    private final Panels panels;
    private final Instruments instruments;
    private final Permissions permissions;
    private final Viewers viewers;

    Beginnings(Referrals referrals, Panels panels, Instruments instruments, Permissions permissions, Viewers viewers) {
        this.referrals = referrals;
        this.panels = panels;
        this.instruments = instruments;
        this.permissions = permissions;
        this.viewers = viewers;
    }

    /** Whether the viewer may refer: who belongs to no agency refers for nobody. */
    public boolean may() {
        return permissions.may(Permission.REFER) && viewers.current().agencyId() != null;
    }

    /** How far it has come; empty where the viewer does not see it, such as somebody else's draft. */
    public Optional<ReferralState> state(UUID id) {
        return referrals.findByIdOptional(id).map(Referral::state);
    }

    /**
     * A draft of the viewer's about a person.
     *
     * @return its id
     * @throws Forbidden for whoever may not refer
     */
    public UUID begin(UUID panelId, Known known) {
        var takes = panels.terms(panelId);
        var referral = referrals.start(panelId, takes.takes(SubjectKind.PERSON) || !takes.takes(SubjectKind.HOUSEHOLD) ? SubjectKind.PERSON : SubjectKind.HOUSEHOLD);
        var typed = new Typed().put(Step.PERSON, new StepForm(Map.of("given", known.givenNames(), "family", known.familyName())).begun())
                .put(Step.CIRCUMSTANCES, new StepForm(Map.of("circumstances", known.circumstances(), "ownReference", known.ownReference())).begun());
        if (!known.needs().isEmpty()) {
            typed.put(Step.ADDRESS, new StepForm(Map.of("needs", known.needs())).begun());
        }
        if (known.contact() != null) {
            typed.put(Step.CONTACT, Retyped.contact(known.contact()).begun());
        }
        assessed(typed, known, instruments.ofPerson(panelId).orElse(null));
        referral.type(typed);
        referrals.flush();
        return referral.id();
    }

    /** Answers are carried into the questions that they were given to, and into no others. */
    private static void assessed(Typed typed, Known known, Instrument inUse) {
        var all = new Typed();
        Retyped.assessment(all, known.judged());
        if (inUse != null && inUse.id().equals(known.instrument())) {
            typed.put(Step.ASSESSMENT, all.form(Step.ASSESSMENT));
        }
        typed.put(Step.JUDGEMENT, all.form(Step.JUDGEMENT).begun());
    }
}
