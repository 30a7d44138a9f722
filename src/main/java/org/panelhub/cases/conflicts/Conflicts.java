package org.panelhub.cases.conflicts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.cases.CaseHeads;
import org.panelhub.cases.conflicts.ConflictView.Kind;
import org.panelhub.cases.sight.Shutting;
import org.panelhub.page.Words;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The conflicts of interest on which the viewer decides as a chair: of its own panels, and of other panels whose chairs are all shut out of
 * the case. A bar stands until it is lifted, decided or not; a decision is recorded with its reason and never undone, only followed by another.
 */
@ApplicationScoped
public class Conflicts {

    private final Session rows;
    private final Permissions permissions;
    private final Shutting shutting;
    private final CaseHeads heads;
    private final Reads reads;

    Conflicts(Session rows, Permissions permissions, Shutting shutting, CaseHeads heads, Reads reads) {
        this.rows = rows;
        this.permissions = permissions;
        this.shutting = shutting;
        this.heads = heads;
        this.reads = reads;
    }

    record BarRow(UUID id, UUID caseId, UUID panelId, String panel, String reference, UUID memberId, String member, String agency, String how, String kind, String agrees, String person,
            String reason, Instant since, String decidedBy, Instant decidedAt, String decidedReason) {

        ConflictView view() {
            return new ConflictView(id, kind == null ? Kind.valueOf(how) : Kind.valueOf(kind), caseId, panelId, panel, reference, member, agency, memberId, person, Conflicts.agrees(agrees),
                    reason == null || reason.isBlank() ? null : reason, since, decidedBy, decidedAt, decidedReason);
        }
    }

    private static final String BARS = """
            select b.id, b.case_id, b.panel_id, n.short_name, c.reference, b.member_id, m.name, m.agency, b.how, f.kind, f.agrees, p.given_names || ' ' || p.family_name, b.reason, b.set_at,
                   d.name, b.decided_at, b.decided_reason
              from hub.case_bar b join hub.case_file c on c.id = b.case_id join hub.panel n on n.id = b.panel_id left join access.conflict_member m on m.member_id = b.member_id
              left join hub.conflict_finding f on f.bar_id = b.id left join hub.person p on p.id = f.person_id left join hub.member d on d.id = b.decided_by
             where b.lifted_at is null and""";
    private static final String UNDECIDED = " b.decided_at is null and b.how <> 'SET' order by b.set_at, b.id";
    private static final String DECIDED = " b.decided_at is not null order by b.decided_at desc, b.id limit 20";
    private static final String THAT_ONE = " b.id = :id";

    /** Those that wait for the viewer, the oldest first; hints last, since nobody is barred by one. */
    public List<ConflictView> waiting() {
        var waiting = new ArrayList<>(bars(rows.createNativeQuery(BARS + UNDECIDED, BarRow.class)));
        waiting.addAll(beforeACase());
        waiting.addAll(elsewhere());
        waiting.sort(Comparator.comparing(ConflictView::since).thenComparing(ConflictView::id));
        waiting.addAll(hints());
        return waiting;
    }

    /** Confirmed by a chair, and standing. */
    List<ConflictView> confirmed() {
        return bars(rows.createNativeQuery(BARS + DECIDED, BarRow.class));
    }

    /** Only of panels on which the viewer decides: it may prepare others, whose bars it sees too. */
    private List<ConflictView> bars(NativeQuery<BarRow> query) {
        return query.getResultStream().filter(b -> permissions.may(Permission.DECIDE_CONFLICT, b.panelId)).map(BarRow::view).toList();
    }

    /** On referrals, and on applications for a case review. */
    private List<ConflictView> beforeACase() {
        return rows.createNativeQuery("""
                select b.id, cast(null as uuid), b.panel_id, n.short_name, cast(null as text), b.member_id, m.name, m.agency, 'FOUND', b.kind, b.agrees, cast(null as text), cast(null as text), b.found_at,
                       cast(null as text), cast(null as timestamptz), ''
                  from hub.referral_bar b join hub.panel n on n.id = b.panel_id left join access.conflict_member m on m.member_id = b.member_id
                 where b.lifted_at is null and b.decided_at is null
                union all
                select b.id, null, b.panel_id, n.short_name, t.reference, b.member_id, m.name, m.agency, 'FOUND', b.kind, 'NAME', null, null, b.found_at, null, null, ''
                  from hub.trigger_bar b join hub.panel n on n.id = b.panel_id join access.application_without_review t on t.trigger_id = b.trigger_id left join access.conflict_member m on m.member_id = b.member_id
                 where b.lifted_at is null and b.decided_at is null""", BarRow.class).getResultStream()
                .filter(b -> permissions.may(Permission.DECIDE_CONFLICT, b.panelId)).map(BarRow::view).toList();
    }

    private List<ConflictView> hints() {
        return rows.createNativeQuery("""
                select h.id, h.case_id, h.panel_id, n.short_name, c.reference, h.member_id, m.name, a.short_name, 'FOUND', 'HINT', cast(null as text), p.given_names || ' ' || p.family_name,
                       cast(null as text), h.found_at, cast(null as text), cast(null as timestamptz), ''
                  from hub.surname_hint h join hub.case_file c on c.id = h.case_id join hub.panel n on n.id = h.panel_id join hub.person p on p.id = h.person_id
                  join hub.member m on m.id = h.member_id left join hub.agency a on a.id = m.agency_id
                 where h.decided_at is null and c.state <> 'CLOSED' and not exists (select from hub.case_bar b where b.case_id = h.case_id and b.member_id = h.member_id) order by h.found_at, h.id""", BarRow.class)
                .getResultStream().filter(b -> permissions.may(Permission.DECIDE_CONFLICT, b.panelId)).map(BarRow::view).toList();
    }

    record Elsewhere(UUID id, String panel, String reference, String member, String agency, String how, String kind, String agrees, Instant since) {

        ConflictView view() {
            return new ConflictView(id, kind == null ? Kind.valueOf(how) : Kind.valueOf(kind), null, null, panel, reference, member, agency, null, null, Conflicts.agrees(agrees), null, since, null, null, "");
        }
    }

    private List<ConflictView> elsewhere() {
        return rows.createNativeQuery("select id, panel, reference, member, agency, how, kind, agrees, found_at from access.conflicts_elsewhere()", Elsewhere.class).getResultStream()
                .map(Elsewhere::view).toList();
    }

    /** These are shown to the viewer, and on record as seen. */
    List<ConflictView> seen(List<ConflictView> shown) {
        shown.forEach(c -> reads.seen("conflict", c.id(), c.caseId(), c.panelId(), null));
        return shown;
    }

    private static String agrees(String agrees) {
        return agrees == null ? null : agrees.equals("NAME") ? "The name agrees; a date of birth is not known on both sides." : "Name and date of birth agree.";
    }

    /** @throws NotFound when it is not there, not for this viewer, or no longer stands */
    ConflictView byId(UUID id) {
        var found = waiting().stream().filter(c -> c.id().equals(id)).findFirst()
                .or(() -> bars(rows.createNativeQuery(BARS + THAT_ONE, BarRow.class).setParameter("id", id)).stream().findFirst()).orElseThrow(() -> new NotFound("conflict", id));
        return seen(List.of(found)).getFirst();
    }

    /**
     * Decides: the case stays shut to the member, or it does not. Of a hint, it is shut from now on, or the hint is put aside.
     *
     * @throws NotFound when somebody else has decided in the meantime
     */
    void decide(ConflictView conflict, boolean shut, String reason) {
        if (conflict.hint()) {
            if (shut) {
                shutting.shutTo(heads.withoutContact(conflict.reference()), conflict.memberId(), reason);
            }
            require(rows.createNativeQuery("update hub.surname_hint set decided_by = hub.viewer(), decided_at = hub.now(), decided_reason = :reason where id = :id and decided_at is null")
                    .setParameter("id", conflict.id()).setParameter("reason", reason).executeUpdate() > 0, conflict);
        } else if (conflict.elsewhere()) {
            require(rows.createNativeQuery("select access.decide_elsewhere(:id, :lift, :reason)", Boolean.class).setParameter("id", conflict.id()).setParameter("lift", !shut).setParameter("reason", reason)
                    .getSingleResult(), conflict);
        } else {
            permissions.require(Permission.DECIDE_CONFLICT, conflict.panelId());
            // Before there is a case, it is on a referral, or on an application for a case review.
            var tables = conflict.caseId() == null ? List.of("hub.referral_bar", "hub.trigger_bar") : List.of("hub.case_bar");
            require(tables.stream().anyMatch(t -> rows.createNativeQuery("update " + t + " set decided_by = hub.viewer(), decided_at = hub.now(), decided_reason = :reason, lifted_at = case when :lift then hub.now() end where id = :id and lifted_at is null")
                    .setParameter("id", conflict.id()).setParameter("lift", !shut).setParameter("reason", reason).executeUpdate() > 0), conflict);
        }
    }

    private static void require(boolean done, ConflictView conflict) {
        if (!done) {
            throw new NotFound("conflict", conflict.id());
        }
    }

    /** A sealed case whose list has no chair who could open it: its reference, and nothing more of it. */
    @TemplateData
    public record UnkeptList(UUID caseId, UUID panelId, String panel, String reference) {
    }

    /** To the chairs of its panel to whom no conflict shuts it, who may put themselves on the list. */
    public List<UnkeptList> unkeptLists() {
        var found = rows.createNativeQuery("select case_id, panel_id, panel, reference from access.unkept_lists()", UnkeptList.class).getResultList();
        found.forEach(u -> reads.seen("conflict", u.caseId(), null, u.panelId(), null));
        return found;
    }

    /** @throws NotFound when its list has a chair, or is not for the viewer to keep */
    void keepList(String reference) {
        var list = unkeptLists().stream().filter(u -> u.reference().equals(reference)).findFirst().orElseThrow(() -> new NotFound("list", reference));
        permissions.require(Permission.SEAL_CASE, list.panelId());
        if (!rows.createNativeQuery("select access.keep_list(:c)", Boolean.class).setParameter("c", list.caseId()).getSingleResult()) {
            throw new NotFound("list", reference);
        }
    }

    /** A panel that needs another chair; why is not said. */
    public record ChairNeeded(UUID panelId, String panel) {
    }

    /** For an administrator, who gives the seats. */
    public List<ChairNeeded> chairsNeeded() {
        return rows.createNativeQuery("select panel_id, panel from access.chair_needed()", ChairNeeded.class).getResultList();
    }

    /** An agency of which nobody sees a case any more; why is not said. */
    @TemplateData
    public record Deputy(UUID caseId, UUID panelId, String reference, String panel, String agency) {

        public String sentence() {
            return Words.upper(agency) + " needs a deputy for this item.";
        }
    }

    /** For those who prepare a panel. */
    public List<Deputy> deputies() {
        return rows.createNativeQuery("""
                select c.id, n.id, c.reference, n.short_name, a.short_name from access.deputy_needed d join hub.case_file c on c.id = d.case_id join hub.panel n on n.id = d.panel_id join hub.agency a on a.id = d.agency_id
                 order by c.reference, a.short_name""", Deputy.class).getResultList();
    }
}
