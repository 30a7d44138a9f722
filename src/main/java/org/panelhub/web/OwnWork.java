package org.panelhub.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What is the viewer's agency's own, whatever its signature: the referrals, information and actions that it keeps when it has withdrawn from the
 * protocol and the cases themselves are closed to it. Nothing of a case stands here but what the agency itself wrote, or is to do.
 */
@ApplicationScoped
class OwnWork {

    private static final int MOST = 200;

    private final Session rows;
    private final Viewers viewers;
    private final Reads reads;

    OwnWork(Session rows, Viewers viewers, Reads reads) {
        this.rows = rows;
        this.viewers = viewers;
        this.reads = reads;
    }

    /**
     * One piece of information that the agency entered.
     *
     * @param caseReference null where the case is not open to the viewer
     * @param ownReference what the agency itself calls the case; null when it has no reference
     * @param releases how many releases of it are in force
     */
    @TemplateData
    record Item(UUID id, UUID caseId, UUID panelId, String panel, String caseReference, String ownReference, String nature, String body, LocalDate madeOn, String state, Long releases) {

        public String natureText() {
            return nature.equals("FACT") ? "Fact" : "Opinion";
        }

        public String stateText() {
            return switch (state) {
                case "RELEASED" -> releases > 0 ? "Released" : "Release ended";
                case "WITHHELD" -> "Withheld";
                case "WITHDRAWN" -> "Withdrawn";
                default -> "Not released";
            };
        }

        public String stateColour() {
            return state.equals("RELEASED") && releases > 0 ? "green" : "grey";
        }
    }

    /** @param caseReference null where the case is not open to the viewer */
    @TemplateData
    record Action(UUID id, UUID caseId, UUID panelId, String panel, String caseReference, String task, LocalDate dueOn, String state) {

        public boolean open() {
            return state.equals("OPEN");
        }
    }

    @TemplateData
    record Referral(UUID id, UUID caseId, UUID panelId, String panel, String ownReference, String state, LocalDate madeOn) {

        public String stateText() {
            return switch (state) {
                case "DRAFT" -> "Draft";
                case "WITH_SENIOR_OFFICER" -> "With the senior officer";
                case "NOT_REFERRED" -> "Not referred";
                case "MORE_ASKED" -> "More asked for";
                default -> state.charAt(0) + state.substring(1).toLowerCase();
            };
        }
    }

    /** The plan of a case for which the viewer was a guest. */
    @TemplateData
    record Plan(UUID id, UUID caseId, UUID panelId, String panel, String aims, String measures, LocalDate reviewOn) {
    }

    @TemplateData
    record All(String agency, List<Item> items, List<Action> actions, List<Referral> referrals, List<Plan> plans) {

        public boolean isEmpty() {
            return items.isEmpty() && actions.isEmpty() && referrals.isEmpty() && plans.isEmpty();
        }
    }

    All ofViewer() {
        var viewer = viewers.current();
        var items = viewer.agencyId() == null ? List.<Item>of() : rows.createNativeQuery("""
                select i.id, i.case_id, i.panel_id, p.short_name, c.reference, r.reference, i.nature, i.body, cast(i.made_at at time zone 'Europe/London' as date), i.state,
                       (select count(*) from hub.disclosure d where d.item_id = i.id and d.withdrawn_at is null and d.during @> hub.today())
                  from hub.item i join hub.panel p on p.id = i.panel_id left join hub.case_file c on c.id = i.case_id
                  left join hub.case_reference r on r.case_id = i.case_id and r.agency_id = hub.agency()
                 where i.agency_id = hub.agency() order by c.reference nulls first, i.made_at desc, i.id""", Item.class).setMaxResults(MOST).getResultList();
        items.forEach(i -> reads.seen("item", i.id, i.caseId, i.panelId, viewer.agencyId()));
        var actions = rows.createNativeQuery("""
                select a.id, a.case_id, a.panel_id, p.short_name, c.reference, a.task, a.due_on, a.state
                  from hub.action a join hub.panel p on p.id = a.panel_id left join hub.case_file c on c.id = a.case_id
                 where a.owner_member_id = hub.viewer() or a.owner_agency_id = hub.agency() order by a.state <> 'OPEN', a.due_on, a.id""", Action.class).setMaxResults(MOST).getResultList();
        actions.forEach(a -> reads.seen("action", a.id, a.caseId, a.panelId, viewer.agencyId()));
        var referrals = rows.createNativeQuery("""
                select r.id, r.case_id, r.panel_id, p.short_name, r.own_reference, r.state, cast(r.made_at at time zone 'Europe/London' as date)
                  from hub.referral r join hub.panel p on p.id = r.panel_id
                 where r.author_id = hub.viewer() or r.agency_id = hub.agency() order by r.made_at desc, r.id""", Referral.class).setMaxResults(MOST).getResultList();
        referrals.forEach(r -> reads.seen("referral", r.id, r.caseId, r.panelId, viewer.agencyId()));
        // Of a case that is open to the viewer the plan stands with the case.
        var plans = rows.createNativeQuery("""
                select n.id, n.case_id, n.panel_id, p.short_name, n.aims, n.measures, n.review_on
                  from hub.plan n join access.kept_plan k on k.plan_id = n.id join hub.panel p on p.id = n.panel_id left join hub.case_file c on c.id = n.case_id
                 where c.id is null order by n.review_on, n.id""", Plan.class).getResultList();
        plans.forEach(n -> reads.seen("plan", n.id, n.caseId, n.panelId, null));
        return new All(viewer.agencyOrNone(), items, actions, referrals, plans);
    }
}
