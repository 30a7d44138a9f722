package org.panelhub.trigger.risk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.identity.Viewers;
import org.panelhub.risk.Assessed;
import org.panelhub.risk.Found;
import org.panelhub.risk.Assessments;
import org.panelhub.risk.Occasion;
import org.panelhub.risk.Purpose;
import org.panelhub.time.WorkingDays;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.Applications;
import org.panelhub.trigger.Decided;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What was found of the risk of an application, when it is to be looked at again, and what a high judgement sets going. */
@ApplicationScoped
public class Risks {

    /** Working days within which analyst and panel are told: "at once" ends with the next of them. */
    private static final int AT_ONCE = 1;

    private final Session rows;
    private final Assessments assessments;
    private final Applications applications;
    private final WorkingDays workingDays;
    private final Viewers viewers;

    Risks(Session rows, Assessments assessments, Applications applications, WorkingDays workingDays, Viewers viewers) {
        this.rows = rows;
        this.assessments = assessments;
        this.applications = applications;
        this.workingDays = workingDays;
        this.viewers = viewers;
    }

    /** Read by the viewer, which goes on the record. */
    public RiskView of(Application application) {
        var all = assessments.seenInApplication(application.id(), application.caseId());
        var point = point(application);
        var of = all.stream().filter(a -> a.purpose() == Purpose.VULNERABILITY).toList();
        var again = point.filter(p -> !of.isEmpty() && of.stream().noneMatch(p::assessed)).map(Point::because).orElse("");
        return new RiskView(Found.of(all), point.isPresent(), again, task(application).filter(t -> !t.done()).isPresent());
    }

    /** Empty while the applicant has taken the application back: nothing is done about it until it is opened again. Closed, it is still offered, as one that was not met ends so [Lambeth]. */
    Optional<Point> point(Application application) {
        return switch (application.state()) {
            case WITHDRAWN -> Optional.empty();
            case RECEIVED -> Optional.of(new Point(Occasion.RECEIPT, application.receivedOn(), ""));
            case NOT_MET -> Optional.of(new Point(Occasion.TRIGGER_NOT_MET, decidedOn(application), "The threshold is not met. Assess the risk again: it does not end with the decision."));
            case MET -> Optional.of(application.caseId() == null ? new Point(Occasion.TRIGGER, decidedOn(application), "The threshold is met. Assess the risk again: what was found may have changed it.") : review(application));
            case CLOSED -> Optional.of(new Point(applications.foundMet(application) ? Occasion.LATER_REVIEW : Occasion.TRIGGER_NOT_MET, application.receivedOn(), ""));
        };
    }

    private LocalDate decidedOn(Application application) {
        return applications.decided(application).map(Decided::on).orElse(application.receivedOn());
    }

    private Point review(Application application) {
        var last = rows.createNativeQuery("select max(e.on_day) from hub.trigger_event e where e.trigger_id = ?1 and e.kind = ?2", LocalDate.class);
        var reviewed = last.setParameter(1, application.id()).setParameter(2, "REVIEWED").getSingleResult();
        if (reviewed != null) {
            return new Point(Occasion.LATER_REVIEW, reviewed, "");
        }
        var opened = last.setParameter(2, "REVIEW_OPENED").getSingleResult();
        return new Point(Occasion.BEFORE_REVIEW, opened == null ? application.receivedOn() : opened, "The board will review it. Assess the risk again before it does.");
    }

    /** Somebody was judged to be at high risk, on the page of the application or on that of its review: who is to be told of it stands there at once, in the same transaction. */
    void assessed(@Observes Assessed assessed) {
        if (assessed.high()) {
            rows.createNativeQuery("select access.propose_referral(?1, ?2)", Integer.class).setParameter(1, assessed.assessmentId())
                    .setParameter(2, workingDays.add(viewers.current().today(), AT_ONCE)).getSingleResult();
        }
    }

    /** What is to be done about a person at high risk: the last task to refer them. */
    Optional<Task> task(Application application) {
        return rows.createNativeQuery("""
                select a.id, a.referral_id, a.told_on, a.not_needed, a.due_on, a.recipient from hub.trigger_asking a where a.trigger_id = ?1 and a.reason = 'VULNERABLE_PANEL'
                 order by a.told_on is null and a.not_needed = '' desc, a.made_at desc, a.id fetch first row only""", Task.class).setParameter(1, application.id()).uniqueResultOptional();
    }

    /** @param referral what comes of it, or null */
    record Task(UUID id, UUID referral, LocalDate toldOn, String notNeeded, LocalDate due, String recipient) {

        boolean done() {
            return toldOn != null || !notNeeded.isEmpty();
        }
    }

    void refers(Task task, UUID referral) {
        rows.createNativeQuery("update hub.trigger_asking set referral_id = ?2, version = version + 1 where id = ?1").setParameter(1, task.id()).setParameter(2, referral).executeUpdate();
    }
}
