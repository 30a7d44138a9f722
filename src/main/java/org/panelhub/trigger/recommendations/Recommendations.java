package org.panelhub.trigger.recommendations;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hibernate.LockMode;
import org.hibernate.Session;
import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.trigger.Application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

/** The recommendations of the reviews that the viewer sees. */
@ApplicationScoped
public class Recommendations {

    private static final String VIEWS = """
            select r.id, t.reference, r.agency_id, a.name, r.addressee, r.words, r.made_on, r.answer_by, r.answer, r.answered_on, r.regard, r.done, r.done_on, r.done_why,
                   r.answered_on is null and coalesce(r.answer_by < hub.today(), false), r.version
              from hub.trigger_recommendation r join hub.trigger t on t.id = r.trigger_id left join hub.agency a on a.id = r.agency_id
            """;

    private final Session rows;
    private final Viewers viewers;
    private final Permissions permissions;

    Recommendations(Session rows, Viewers viewers, Permissions permissions) {
        this.rows = rows;
        this.viewers = viewers;
        this.permissions = permissions;
    }

    private record Agency(UUID id, String name) {
    }

    /** Of one application, as they were made. */
    List<RecommendationView> of(Application application) {
        return rows.createNativeQuery(VIEWS + " where r.trigger_id = ?1 order by r.made_on, r.made_at, r.id", RecommendationView.class).setParameter(1, application.id()).getResultList();
    }

    /** Of all boards: those first whose answer is overdue, then those that wait for one by their day, then the answered, the newest first. */
    List<RecommendationView> all() {
        return rows.createNativeQuery(VIEWS + """
                 order by r.answered_on is not null, coalesce(r.answer_by < hub.today(), false) desc, case when r.answered_on is null then r.answer_by end nulls last, r.made_on desc, r.id""", RecommendationView.class).getResultList();
    }

    /** To whom and what, for the letter that tells the applicant the outcome: nothing of an answer (2014 Act, section 104(8)). */
    public List<String> told(Application application) {
        return of(application).stream().map(r -> "To " + r.to() + ": " + r.words().replaceAll("\\s+", " ")).toList();
    }

    RecommendationView view(Application application, UUID id) {
        return of(application).stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("recommendation", id));
    }

    List<Choice> agencies() {
        return rows.createNativeQuery("select id, name from hub.agency order by name", Agency.class).getResultList().stream().map(a -> Choice.of(a.id.toString(), a.name)).toList();
    }

    /** The day on which the review was opened; null where the viewer does not see it. */
    LocalDate opened(Application application) {
        return application.caseId() == null ? null : rows.createNativeQuery("select opened_on from hub.case_file where id = ?1", LocalDate.class).setParameter(1, application.caseId()).getSingleResultOrNull();
    }

    /** Whether the viewer writes them: whoever answers for the application, once its review is open. */
    boolean writes(Application application) {
        return permissions.may(Permission.HANDLE_APPLICATION, application.panelId()) && opened(application) != null;
    }

    /** Whether the viewer says what came of this one: who writes them, or whom it is addressed to. */
    boolean answers(Application application, UUID agencyId) {
        return writes(application) || agencyId != null && agencyId.equals(viewers.current().agencyId())
                && rows.createNativeQuery("select cast(?1 as uuid) = any (hub.pass('hub.panels')) or cast(?2 as uuid) = any (hub.pass('hub.teams'))", Boolean.class).setParameter(1, application.panelId())
                        .setParameter(2, application.caseId()).getSingleResult();
    }

    /** Sent twice it is one. */
    void add(Application application, UUID once, RecommendationForm.Read read) {
        if (rows.find(Recommendation.class, once) == null) {
            var recommendation = new Recommendation(viewers.current(), application, once);
            recommendation.say(read.agency(), read.another(), read.words(), read.madeOn(), read.answerBy());
            rows.persist(recommendation);
            rows.flush();
        }
    }

    /**
     * @throws OptimisticLockException when somebody changed it since it was read
     */
    void change(Application application, UUID id, int version, RecommendationForm.Read read) {
        permissions.require(Permission.HANDLE_APPLICATION, application.panelId());
        var recommendation = locked(application, id, version);
        if (recommendation.open()) {
            recommendation.say(read.agency(), read.another(), read.words(), read.madeOn(), read.answerBy());
            rows.flush();
        }
    }

    /**
     * @throws Forbidden when it is not addressed to the viewer's agency, and the viewer does not answer for the application
     * @throws OptimisticLockException when somebody changed it since it was read
     */
    void answer(Application application, UUID id, int version, AnswerForm.Read read) {
        var recommendation = locked(application, id, version);
        recommendation.answer(viewers.current(), read.answer(), read.on(), read.regard(), read.done(), read.doneOn(), read.why());
        rows.flush();
    }

    private Recommendation locked(Application application, UUID id, int version) {
        var recommendation = rows.find(Recommendation.class, id);
        if (recommendation == null || !recommendation.triggerId().equals(application.id())) {
            throw new NotFound("recommendation", id);
        }
        // Before the lock, which would hide it.
        if (!answers(application, recommendation.agencyId())) {
            throw new Forbidden(Permission.HANDLE_APPLICATION);
        }
        rows.refresh(recommendation, LockMode.PESSIMISTIC_WRITE);
        if (recommendation.version() != version) {
            throw new OptimisticLockException("Someone else saved first");
        }
        return recommendation;
    }
}
