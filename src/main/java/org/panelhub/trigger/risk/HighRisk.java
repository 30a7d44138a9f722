package org.panelhub.trigger.risk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.panelhub.access.NotFound;
import org.panelhub.page.Dates;
import org.panelhub.panels.PanelKind;
import org.panelhub.panels.PanelView;
import org.panelhub.panels.Panels;
import org.panelhub.people.Facts;
import org.panelhub.people.Safe;
import org.panelhub.referrals.Beginnings;
import org.panelhub.referrals.Known;
import org.panelhub.risk.Assessment;
import org.panelhub.risk.Assessments;
import org.panelhub.risk.Band;
import org.panelhub.risk.Instruments;
import org.panelhub.risk.Purpose;
import org.panelhub.trigger.ApplicantView;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.Applications;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * From an application to a panel for vulnerable victims. What travels is who is at risk, what the person needs, how to reach the person safely where that was said, why, and the assessment; nothing that was
 * told of others, and no complainant. What else the form asks, the consent of the person first, whoever refers fills in.
 */
@ApplicationScoped
class HighRisk {

    private final Risks risks;
    private final Applications applications;
    private final Assessments assessments;
    private final Instruments instruments;
    private final Beginnings beginnings;
    private final Panels panels;

    HighRisk(Risks risks, Applications applications, Assessments assessments, Instruments instruments, Beginnings beginnings, Panels panels) {
        this.risks = risks;
        this.applications = applications;
        this.assessments = assessments;
        this.instruments = instruments;
        this.beginnings = beginnings;
        this.panels = panels;
    }

    Referring of(Application application) {
        var task = risks.task(application);
        if (task.isEmpty()) {
            return new Referring(null, null, null, "", null, null, List.of(), false, null);
        }
        var t = task.get();
        var state = t.referral() == null ? null : beginnings.state(t.referral()).orElse(null);
        return new Referring(t.id(), t.due(), t.toldOn(), t.notNeeded(), t.referral(), state, takers(), beginnings.may(), t.referral() == null && !t.done() ? known(application).orElse(null) : null);
    }

    private List<PanelView> takers() {
        return panels.list().stream().filter(p -> p.kind() == PanelKind.VVP).toList();
    }

    /**
     * Begins the referral, as a draft of the viewer's; begun before, it is that one.
     *
     * @return its id; empty where it is somebody else's draft
     * @throws NotFound when there is nothing to refer, or no such panel
     */
    Optional<UUID> begin(Application application, UUID panelId) {
        var task = risks.task(application).filter(t -> !t.done()).orElseThrow(() -> new NotFound("task", application.reference()));
        if (task.referral() != null) {
            return beginnings.state(task.referral()).map(s -> task.referral());
        }
        var panel = takers().stream().filter(p -> p.id().equals(panelId)).findFirst().orElseThrow(() -> new NotFound("panel", panelId));
        var referral = beginnings.begin(panel.id(), known(application).orElseThrow(() -> new NotFound("assessment", application.reference())));
        risks.refers(task, referral);
        return Optional.of(referral);
    }

    /** By the last judgement that the person is at high risk. */
    private Optional<Known> known(Application application) {
        var high = assessments.ofApplication(application.id(), application.caseId()).stream()
                .filter(a -> a.judgement() == Band.HIGH && instruments.byId(a.instrumentId()).purpose() == Purpose.VULNERABILITY).findFirst();
        return high.flatMap(a -> applications.applicant(application).map(applicant -> known(application, applicant, a)));
    }

    private static Known known(Application application, ApplicantView applicant, Assessment assessment) {
        var name = (applicant.forSomebodyElse() ? applicant.victimName() : applicant.name()).strip();
        int last = name.lastIndexOf(' ') + 1;
        var needs = Stream.concat(applicant.needsSaid().stream(), Stream.of(applicant.needsMore())).filter(n -> !n.isBlank()).collect(Collectors.joining("\n"));
        // How to reach somebody for whom another applied is not known: it goes through the applicant.
        var contact = applicant.forSomebodyElse() ? new Facts.Contact("", Safe.UNKNOWN, "", Safe.UNKNOWN, "", "Through " + applicant.name() + ", who applied for a case review")
                : new Facts.Contact(applicant.telephone(), safe(applicant.safeCall()), applicant.safeTimes(), safe(applicant.safeLetter()), "", "");
        return new Known(name.substring(0, last).strip(), name.substring(last), needs, contact,
                "Judged to be at high risk on " + Dates.day(assessment.assessedOn()) + ", when an application for an anti-social behaviour case review was looked at.", application.reference(), assessment.instrumentId(), assessment.score(), assessment.judged());
    }

    private static Safe safe(boolean said) {
        return said ? Safe.YES : Safe.NO;
    }
}
