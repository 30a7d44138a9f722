package org.panelhub.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;

/** Assessments of the referrals, cases and applications that the viewer sees. */
@ApplicationScoped
public class Assessments implements PanacheRepositoryBase<Assessment, UUID> {

    private static final String NEWEST = "order by assessedOn desc, madeAt desc nulls last, id desc";

    private final EntityManager rows;
    private final Viewers viewers;
    private final Instruments instruments;
    private final Reads reads;
    private final Event<Assessed> assessed;

    Assessments(EntityManager rows, Viewers viewers, Instruments instruments, Reads reads, Event<Assessed> assessed) {
        this.rows = rows;
        this.viewers = viewers;
        this.instruments = instruments;
        this.reads = reads;
        this.assessed = assessed;
    }

    /** Of a referral, newest first; read by the viewer from now on. */
    public List<AssessmentView> seenInReferral(UUID referralId) {
        return seen(list("referralId = ?1 order by assessedOn desc, id", referralId));
    }

    /** The one that came with a referral, to be worked on, not shown. */
    public Optional<Assessment> ofReferral(UUID referralId) {
        return find("referralId = ?1 and occasion = ?2 order by assessedOn desc, id", referralId, Occasion.REFERRAL.name()).firstResultOptional();
    }

    /**
     * Keeps the assessment that comes with a referral, or corrects it while the referral is still with its referrer.
     *
     * @param agencyId whose assessment it is; null for a referrer without a place in the hub
     */
    public void withReferral(UUID panelId, UUID referralId, UUID agencyId, Instrument instrument, Judged judged) {
        ofReferral(referralId).ifPresentOrElse(known -> known.judgeAnew(viewers.current().memberId(), instrument, judged),
                () -> persist(new Assessment(new Assessment.Origin(viewers.current().partnershipId(), panelId, referralId, null, null, agencyId, viewers.current().memberId(), Occasion.REFERRAL),
                        instrument, judged)));
    }

    /** Keeps an assessment made while a case is open. Whether the viewer may is asked before. */
    public Assessment ofCase(UUID panelId, UUID caseId, Occasion occasion, Instrument instrument, Judged judged) {
        return kept(panelId, caseId, null, occasion, instrument, judged);
    }

    /** Keeps an assessment of an application for a case review, whatever was decided about it. Whether the viewer may is asked before. */
    public Assessment ofApplication(UUID panelId, UUID triggerId, Occasion occasion, Instrument instrument, Judged judged) {
        return kept(panelId, null, triggerId, occasion, instrument, judged);
    }

    private Assessment kept(UUID panelId, UUID caseId, UUID triggerId, Occasion occasion, Instrument instrument, Judged judged) {
        var viewer = viewers.current();
        var assessment = new Assessment(new Assessment.Origin(viewer.partnershipId(), panelId, null, caseId, triggerId, viewer.agencyId(), viewer.memberId(), occasion), instrument, judged);
        persistAndFlush(assessment);
        assessed.fire(new Assessed(assessment.id(), panelId, caseId, instrument.purpose(), judged.judgement()));
        return assessment;
    }

    /** Of a case, newest first; read by the viewer from now on. */
    public List<AssessmentView> seenInCase(UUID caseId) {
        return seen(list("caseId = ?1 " + NEWEST, caseId));
    }

    /**
     * Of an application for a case review and of its review, newest first; read by the viewer from now on.
     *
     * @param caseId the review, or null
     */
    public List<AssessmentView> seenInApplication(UUID triggerId, UUID caseId) {
        return seen(ofApplication(triggerId, caseId));
    }

    /** The same, to be worked with, not shown. */
    public List<Assessment> ofApplication(UUID triggerId, UUID caseId) {
        return caseId == null ? list("triggerId = ?1 " + NEWEST, triggerId) : list("(triggerId = ?1 or caseId = ?2) " + NEWEST, triggerId, caseId);
    }

    private List<AssessmentView> seen(List<Assessment> assessments) {
        var members = names("select id, name from hub.member where id = any (:ids)", assessments.stream().map(Assessment::memberId));
        var agencies = names("select id, name from hub.agency where id = any (:ids)", assessments.stream().map(Assessment::agencyId));
        var views = new ArrayList<AssessmentView>();
        for (var a : assessments) {
            // Of an application it is nobody's information, as all that hangs from it.
            reads.seen("assessment", a.id(), a.caseId(), a.panelId(), a.triggerId() == null ? a.agencyId() : null);
            views.add(view(a, members.get(a.memberId()), agencies.get(a.agencyId())));
        }
        return views;
    }

    private AssessmentView view(Assessment a, String member, String agency) {
        var instrument = instruments.byId(a.instrumentId());
        var definition = instrument.definition();
        var lines = definition.asked(a.answers()).stream().filter(q -> a.answers().containsKey(q.key())).map(q -> line(q, a.answers())).toList();
        var mandatory = lines.stream().filter(AssessmentView.Line::mandatoryHigh).map(AssessmentView.Line::question).toList();
        return new AssessmentView(a.id(), instrument.purpose(), instrument.title(), instrument.example(), a.occasion().label(), a.score(), definition.most(), a.band(), a.judgement(), a.rationale(),
                a.assessedOn(), member, agency, lines, mandatory);
    }

    private static AssessmentView.Line line(Definition.Question question, Map<String, String> answers) {
        var given = answers.get(question.key());
        var said = answers.getOrDefault(question.sourceKey(), "");
        return question.answer(given).map(a -> new AssessmentView.Line(question.section(), question.text(), a.text(), said, a.weight(), question.isHigh(a)))
                .orElseGet(() -> new AssessmentView.Line(question.section(), question.text(), given, said, null, false));
    }

    private record Named(UUID id, String name) {
    }

    private Map<UUID, String> names(String sql, Stream<UUID> ids) {
        List<?> found = rows.createNativeQuery(sql, Named.class).setParameter("ids", ids.filter(Objects::nonNull).distinct().toArray(UUID[]::new)).getResultList();
        return found.stream().map(Named.class::cast).collect(Collectors.toMap(Named::id, Named::name));
    }
}
