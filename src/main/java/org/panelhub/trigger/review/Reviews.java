package org.panelhub.trigger.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.cases.CaseRisk;
import org.panelhub.cases.Cases;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Dates;
import org.panelhub.panels.SubjectKind;
import org.panelhub.partnership.Agencies;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.ApplicationState;
import org.panelhub.trigger.Applications;
import org.panelhub.trigger.EventKind;

import jakarta.enterprise.context.ApplicationScoped;

/** Opens reviews, says who leads them, and records what happens on the way. */
@ApplicationScoped
class Reviews {

    private static final String CATEGORY = "ASB case review";

    private final Session rows;
    private final Applications applications;
    private final Cases cases;
    private final Agencies agencies;
    private final Viewers viewers;

    Reviews(Session rows, Applications applications, Cases cases, Agencies agencies, Viewers viewers) {
        this.rows = rows;
        this.applications = applications;
        this.cases = cases;
        this.agencies = agencies;
        this.viewers = viewers;
    }

    /** To be worked on by who may, in the state in which it stands. */
    Application toHandle(String reference) {
        return applications.toHandle(reference);
    }

    List<Choice> leads() {
        return agencies.list().stream().map(a -> Choice.of(a.id().toString(), a.name())).toList();
    }

    record Officer(UUID id, String name, String agency) {
    }

    /** Those who can be the case officer: on the board, or of a body that signed; nobody whom a conflict of interest keeps from it. */
    List<Choice> officers(Application application) {
        return rows.createNativeQuery("""
                select m.id, m.name, coalesce(a.name, '') from hub.member m left join hub.agency a on a.id = m.agency_id
                 where m.id in (select access.may_take_review(?1)) order by m.name, m.id""", Officer.class).setParameter(1, application.id()).getResultStream()
                .map(o -> Choice.of(o.id.toString(), o.agency.isEmpty() ? o.name : o.name + ", " + o.agency)).toList();
    }

    record Told(String happening, String place, String subject) {
    }

    /**
     * Opens the review: a case of the board, which sees the application from now on.
     *
     * @return the case's reference; empty where somebody else has opened it in the meantime, or the threshold is not met
     */
    Optional<String> open(Application application, ReviewForm form) {
        if (application.state() != ApplicationState.MET || application.caseId() != null) {
            return Optional.empty();
        }
        var told = rows.createNativeQuery("select happening, place, subject from hub.trigger where id = ?1", Told.class).setParameter(1, application.id()).getSingleResult();
        var summary = "Application " + application.reference() + " for a case review, received on " + Dates.day(application.receivedOn()) + ".\n\n" + told.happening + (told.place.isEmpty() ? "" : "\n\nWhere: " + told.place);
        var opened = cases.open(application.panelId(), SubjectKind.PERSON, told.subject, "", summary, CATEGORY, CaseRisk.NONE);
        rows.createNativeQuery("select cast(access.open_review(?1, ?2, ?3) as text)").setParameter(1, application.id()).setParameter(2, opened.id()).setParameter(3, form.officerId(), UUID.class).getResultList();
        // The door wrote past what this session had loaded.
        rows.clear();
        var reviewed = applications.byReference(application.reference());
        reviewed.ledBy(form.leadId());
        applications.happened(reviewed, EventKind.REVIEW_OPENED, "", viewers.current().today(), "", "");
        return Optional.of(opened.reference());
    }

    void lead(Application application, UUID agency) {
        application.ledBy(agency);
    }

    /** @throws NotFound when nothing of the kind can be recorded as it stands */
    static Step step(Application application, String path) {
        for (var step : Step.values()) {
            if (step.path().equals(path) && step.fits(application.state())) {
                return step;
            }
        }
        throw new NotFound("step", path);
    }

    void record(Application application, Step step, LocalDate on, String words, String stage) {
        if (step == Step.CLOSE) {
            application.close();
        }
        applications.happened(application, step.happens(), stage, on, words, "");
    }
}
