package org.panelhub.cases.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.panelhub.access.NotFound;
import org.panelhub.cases.CaseHead;
import org.panelhub.identity.Viewers;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** The reviews of called-in cases. Whether an officer had a part in a case is worked out by PostgreSQL, which refuses one who had. */
@ApplicationScoped
public class Reviews implements PanacheRepositoryBase<AppealReview, UUID> {

    private final Viewers viewers;
    private final Outbox outbox;
    private final String url;

    Reviews(Viewers viewers, Outbox outbox, @ConfigProperty(name = "hub.url") String url) {
        this.viewers = viewers;
        this.outbox = outbox;
        this.url = url;
    }

    /** @param name null when the member is not the viewer's to see; outcomeName null while it runs */
    @TemplateData
    public record View(UUID id, String reference, String panel, String name, String agency, String question, LocalDate fromOn, String outcomeName, String outcomeNote, LocalDate outcomeOn) {

        public String who() {
            return name == null ? agency == null ? "A member whose name is not shown to you" : agency : agency == null ? name : name + ", " + agency;
        }

        public boolean running() {
            return outcomeName == null;
        }

        public String outcomeText() {
            return AppealReview.Outcome.valueOf(outcomeName).label();
        }
    }

    private static final String VIEWS = """
            select r.id, c.reference, p.short_name, m.name, a.short_name, r.question, r.from_on, r.outcome, r.outcome_note, r.outcome_on
              from hub.appeal_review r join hub.case_file c on c.id = r.case_id join hub.panel p on p.id = r.panel_id
              left join hub.member m on m.id = r.member_id left join hub.agency a on a.id = m.agency_id
            """;

    /** Of one case, the running one first. */
    List<View> of(UUID caseId) {
        return getSession().createNativeQuery(VIEWS + " where r.case_id = ?1 order by r.outcome is not null, r.named_at desc, r.id", View.class).setParameter(1, caseId).getResultList();
    }

    /** Those that the viewer is to carry out. */
    public List<View> ofViewer() {
        return getSession().createNativeQuery(VIEWS + " where r.member_id = hub.viewer() and r.outcome is null order by r.from_on, r.id", View.class).getResultList();
    }

    /**
     * @param email work address of an account of the partnership
     * @throws Invalid when there is none, or when it had a part in the case
     */
    void name(CaseHead head, String email, String question, LocalDate from) {
        Optional<UUID> member = getSession().createNativeQuery("select access.member_at(?1)", UUID.class).setParameter(1, email).uniqueResultOptional();
        Invalid.unless(new Errors().addIf(member.isEmpty(), "reviewer", "No account of this partnership has that address"));
        var free = getSession().createNativeQuery("select access.may_review(?1, ?2)", Boolean.class).setParameter(1, head.caseId()).setParameter(2, member.get()).getSingleResult();
        Invalid.unless(new Errors().addIf(!free, "reviewer", "This officer cannot review the case: somebody is needed who holds no seat on the panel and had no part in it")
                .addIf(free && find("caseId = ?1 and memberId = ?2 and outcome is null", head.caseId(), member.get()).count() > 0, "reviewer", "This officer reviews the case already"));
        var viewer = viewers.current();
        persist(new AppealReview(viewer.partnershipId(), head, member.get(), question, from, viewer.memberId(), viewer.now()));
        flush();
        outbox.put(member.get(), "review", "You are asked to review a case", "You are asked to look again at a case that you had no part in. It is open to you to read until the outcome is recorded.\n\n"
                + "Sign in to see what is asked:\n" + url + "/reviews\n", "review/" + head.caseId() + "/" + member.get() + "/" + viewer.today());
    }

    /** @throws NotFound when there is none that runs on this case */
    void conclude(CaseHead head, UUID id, AppealReview.Outcome outcome, String note) {
        var review = findByIdOptional(id).filter(r -> r.caseId().equals(head.caseId()) && r.running()).orElseThrow(() -> new NotFound("review", id));
        var viewer = viewers.current();
        review.conclude(outcome, note, viewer.today(), viewer.memberId());
        flush();
    }
}
