package org.panelhub.referrals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.panels.SubjectKind;
import org.panelhub.partnership.Agencies;
import org.panelhub.partnership.AgencyView;
import org.panelhub.people.Part;
import org.panelhub.people.People;
import org.panelhub.risk.Assessments;
import org.panelhub.risk.Instruments;
import org.panelhub.risk.Purpose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Filling in a referral, step by step, and sending it when it is whole. */
@ApplicationScoped
class Drafting {

    private final EntityManager rows;
    private final Viewers viewers;
    private final Referrals referrals;
    private final Retyped retyped;
    private final People people;
    private final Assessments assessments;
    private final Instruments instruments;
    private final Agencies agencies;
    private final Clocks clocks;
    private final Notices notices;

    Drafting(EntityManager rows, Viewers viewers, Referrals referrals, Retyped retyped, People people, Assessments assessments, Instruments instruments, Agencies agencies,
            Clocks clocks, Notices notices) {
        this.rows = rows;
        this.viewers = viewers;
        this.referrals = referrals;
        this.retyped = retyped;
        this.people = people;
        this.assessments = assessments;
        this.instruments = instruments;
        this.agencies = agencies;
        this.clocks = clocks;
        this.notices = notices;
    }

    /** A referral as typed so far, with what it is read against. */
    StepReader reader(Referral referral) {
        return new StepReader(retyped.of(referral), setting(referral.panelId(), referral.subject(), referral.keyedIn(), !referral.keyedIn() && seniorOfficers().isEmpty()));
    }

    /** @param panelId null where the panel is not chosen yet */
    Setting setting(UUID panelId, SubjectKind subject, boolean keyedIn, boolean decidedOutside) {
        var viewer = viewers.current();
        return new Setting(subject, viewer.today(), viewer.now(), (panelId == null ? instruments.inUse(Purpose.VULNERABILITY) : instruments.ofPerson(panelId)).orElse(null), keyedIn, decidedOutside, agencyIds());
    }

    private Set<UUID> agencyIds() {
        return agencies.list().stream().map(AgencyView::id).collect(Collectors.toSet());
    }

    /** Those who may decide for the viewer's agency. */
    List<UUID> seniorOfficers() {
        return rows.createNativeQuery("""
                select o.member_id from hub.office o join hub.member m on m.id = o.member_id
                 where o.role = 'SENIOR_OFFICER' and o.during @> hub.today() and m.active and m.agency_id = hub.agency()""", UUID.class)
                .getResultList().stream().map(UUID.class::cast).toList();
    }

    /**
     * Keeps the fields of one page, whatever they hold.
     *
     * @param shown the fields of that page; what other pages of the step hold stays
     * @param builtFrom tag of what the page was built from
     */
    Saved save(Referral referral, Step step, StepForm typed, Predicate<String> shown, String builtFrom) {
        referrals.requireReferrer(referral);
        referral.must(ReferralState.DRAFT, ReferralState.MORE_ASKED);
        var all = retyped.of(referral);
        var saved = all.form(step).only(shown);
        if (!saved.tag().equals(builtFrom) && !saved.equals(typed)) {
            return new Saved(saved, Errors.none());
        }
        var reader = new StepReader(all.put(step, all.form(step).with(typed, shown)), reader(referral).setting());
        var errors = reader.errors(step);
        if (step == Step.CONTACT && referral.state() == ReferralState.MORE_ASKED) {
            // Whoever triages may see the draft's row now, and not all of them the safe-contact facts: these go straight into their own table.
            if (errors.isEmpty()) {
                correctContact(referral, reader);
            }
            return new Saved(null, errors);
        }
        referral.type(referral.typed().put(step, reader.typed().form(step)));
        return new Saved(null, errors);
    }

    /**
     * @param other what somebody else saved since the page was built: nothing was kept; null when it was
     * @param errors what is wrong with what was kept
     */
    record Saved(StepForm other, Errors errors) {
    }

    private void correctContact(Referral referral, StepReader reader) {
        people.ofReferral(referral.id()).stream().filter(p -> p.part() == Part.VICTIM).findFirst()
                .ifPresent(person -> people.contact(person, referral.agencyId(), reader.contactFacts()));
    }

    /**
     * Sends a referral that is whole: to the agency's senior officer, straight to the panel when it was keyed in or the decision was made
     * outside the hub, or back to the coordinator who had asked for more.
     *
     * @return what is wrong, by step; empty when it was sent
     */
    Map<Step, Errors> send(Referral referral) {
        referrals.requireReferrer(referral);
        referral.must(ReferralState.DRAFT, ReferralState.MORE_ASKED);
        var reader = reader(referral);
        var problems = reader.problems();
        if (!problems.isEmpty()) {
            return problems;
        }
        var complete = reader.complete();
        if (complete.receipt() != null) {
            referral.receivedFrom(complete.receipt().agencyId(), complete.receipt().outside(), complete.receipt().how());
        }
        keep(referral, complete);
        referral.complete(complete);
        if (referral.state() == ReferralState.MORE_ASKED) {
            referral.sentAgain(clocks.triageBy(referral.panelId(), viewers.current().today()));
            notices.sentToPanel(referral);
        } else {
            forward(referral, complete);
        }
        rows.flush();
        return problems;
    }

    private void forward(Referral referral, Complete complete) {
        var decision = complete.decision();
        var now = viewers.current().now();
        if (decision == null && !referral.keyedIn()) {
            referral.toSeniorOfficer();
            notices.waitsForDecision(referral, seniorOfficers());
            return;
        }
        if (decision != null) {
            referral.decided(true, decision.name(), null, decision.reason(), null);
        }
        var received = complete.receipt() == null ? now : complete.receipt().at();
        referral.sent(received, clocks.triageBy(referral.panelId(), Dates.date(received)));
        notices.sentToPanel(referral);
    }

    private void keep(Referral referral, Complete complete) {
        var known = people.ofReferral(referral.id());
        var victim = known.stream().filter(p -> p.part() == Part.VICTIM).findFirst();
        if (complete.person() != null) {
            victim.ifPresent(person -> person.correct(complete.person()));
            var person = victim.orElseGet(() -> people.enter(referral.panelId(), referral.id(), complete.person()));
            people.contact(person, referral.agencyId(), complete.contact());
        }
        var others = known.stream().filter(p -> p.part() != Part.VICTIM).toList();
        for (int i = 0; i < complete.others().size(); i++) {
            if (i < others.size()) {
                others.get(i).correct(complete.others().get(i));
            } else {
                people.enter(referral.panelId(), referral.id(), complete.others().get(i));
            }
        }
        others.stream().skip(complete.others().size()).forEach(people::delete);
        if (complete.judged() != null) {
            assessments.withReferral(referral.panelId(), referral.id(), referral.agencyId(), complete.instrument(), complete.judged());
        }
        // Written while the referral is still with its referrer; once it is sent on, PostgreSQL lets nobody change these.
        rows.flush();
    }
}
