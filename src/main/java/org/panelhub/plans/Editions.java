package org.panelhub.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;

import jakarta.enterprise.context.ApplicationScoped;

/** Reads plans and puts on record that they were read. */
@ApplicationScoped
public class Editions {

    private static final String COLUMNS = """
            select p.id, p.case_id, p.panel_id, c.reference, p.edition, p.aims, p.measures, p.contingency, p.victim_view, p.victim_consulted_on, p.not_consulted_because, p.review_on, p.review_note, t.starts_at, m.name, p.made_at,
                   p.review_on <= hub.today() and c.state <> 'CLOSED' and not exists (select from hub.plan n where n.case_id = p.case_id and n.edition > p.edition),
                   v.approved_at, w.name, v.words, p.made_by = hub.viewer()
              from hub.plan p join hub.case_file c on c.id = p.case_id left join hub.meeting t on t.id = p.meeting_id left join hub.member m on m.id = p.made_by
              left join hub.plan_approval v on v.plan_id = p.id left join hub.member w on w.id = v.approved_by
            """;

    private final Session database;
    private final Viewers viewers;
    private final Reads reads;
    private final Permissions permissions;

    Editions(Session database, Viewers viewers, Reads reads, Permissions permissions) {
        this.permissions = permissions;
        this.database = database;
        this.viewers = viewers;
        this.reads = reads;
    }

    record Row(UUID id, UUID caseId, UUID panelId, String reference, Integer edition, String aims, String measures, String contingency, String victimView, LocalDate victimConsultedOn, String notConsultedBecause, LocalDate reviewOn,
            String reviewNote, Instant meetingAt, String madeBy, Instant madeAt, Boolean due, Instant approvedOn, String approvedBy, String approvalWords, Boolean own) {
    }

    /** All editions of a case's plan, the one that stands first. */
    public List<PlanView> ofCase(UUID caseId) {
        return views(database.createNativeQuery(COLUMNS + " where p.case_id = ?1 order by p.edition desc", Row.class).setParameter(1, caseId).getResultStream());
    }

    /** The edition that stands, if the case has a plan. */
    public Optional<PlanView> standing(UUID caseId) {
        return views(database.createNativeQuery(COLUMNS + " where p.case_id = ?1 order by p.edition desc limit 1", Row.class).setParameter(1, caseId).getResultStream()).stream().findFirst();
    }

    /** @throws NotFound when there is no such edition, or not for this viewer */
    public PlanView byId(UUID id) {
        return views(database.createNativeQuery(COLUMNS + " where p.id = ?1", Row.class).setParameter(1, id).getResultStream()).stream().findFirst()
                .orElseThrow(() -> new NotFound("plan", id));
    }

    /** A plan whose review has come. */
    public record ReviewDue(String caseReference, LocalDate reviewOn) {
    }

    /** The standing plans whose review has come, of cases on whose team the viewer is and of panels that it coordinates: the longest waiting first. */
    public List<ReviewDue> dueForReview() {
        var viewer = viewers.current();
        var cases = viewer.team().stream().map(t -> t.caseId()).toArray(UUID[]::new);
        var panels = viewer.seats().stream().filter(s -> s.standing() && s.role() == Role.COORDINATOR).map(s -> s.panelId()).toArray(UUID[]::new);
        return database.createNativeQuery("""
                select c.reference, p.review_on from hub.plan p join hub.case_file c on c.id = p.case_id
                 where p.review_on <= hub.today() and c.state in ('OPEN', 'CLOSING') and not exists (select from hub.plan n where n.case_id = p.case_id and n.edition > p.edition)
                   and (p.case_id = any (:cases) or p.panel_id = any (:panels)) order by p.review_on, p.id""", ReviewDue.class)
                .setParameter("cases", cases).setParameter("panels", panels).getResultList();
    }

    /** The cases whose newest edition waits for the viewer's approval: of panels that it chairs, written by somebody else, the person asked or the reason told. */
    public List<String> toApprove() {
        var panels = viewers.current().seats().stream().map(s -> s.panelId()).filter(p -> permissions.may(Permission.APPROVE_PLAN, p)).distinct().toArray(UUID[]::new);
        return panels.length == 0 ? List.of() : database.createNativeQuery("""
                select c.reference from hub.plan p join hub.case_file c on c.id = p.case_id
                 where p.panel_id = any (:panels) and c.state in ('OPEN', 'CLOSING') and p.made_by <> hub.viewer() and (p.victim_consulted_on is not null or p.not_consulted_because <> '')
                   and not exists (select from hub.plan n where n.case_id = p.case_id and n.edition > p.edition) and not exists (select from hub.plan_approval v where v.plan_id = p.id)
                 order by p.made_at, p.id""", String.class).setParameter("panels", panels).getResultList();
    }

    private List<PlanView> views(Stream<Row> rows) {
        return rows.map(r -> {
            reads.seen("plan", r.id, r.caseId, r.panelId, null);
            return new PlanView(r.id, r.caseId, r.reference, r.edition, r.aims, r.measures, r.contingency, r.victimView, r.victimConsultedOn, r.notConsultedBecause, r.reviewOn, r.reviewNote,
                    r.meetingAt == null ? null : r.meetingAt.atZone(Dates.LONDON).toLocalDate(), r.madeBy, r.madeAt, r.due, r.approvedOn, r.approvedBy, r.approvalWords == null ? "" : r.approvalWords, r.own);
        }).toList();
    }
}
