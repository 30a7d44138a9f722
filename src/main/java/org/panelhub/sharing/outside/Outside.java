package org.panelhub.sharing.outside;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.audit.Reads;
import org.panelhub.sharing.ItemView;
import org.panelhub.sharing.Items;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * What the viewer's agency gave outside the panel and what it withheld; for an information lead, what the agencies of its controller did. Every
 * one that is handed out is put on record as read.
 */
@ApplicationScoped
public class Outside {

    private final Session rows;
    private final Items items;
    private final Reads reads;

    Outside(Session rows, Items items, Reads reads) {
        this.rows = rows;
        this.items = items;
        this.reads = reads;
    }

    record Row(UUID id, UUID itemId, UUID caseId, UUID panelId, UUID agencyId, String information, String reference, String agency, String body, String contact, String gateway, String reason, LocalDate givenOn,
            String recordedBy, LocalDate recordedOn) {
    }

    private static final String VIEW = """
            select x.id, x.item_id, x.case_id, x.panel_id, x.agency_id, i.body, c.reference, a.name, x.body, x.contact, x.gateway, x.reason, x.given_on, m.name, (x.recorded_at at time zone 'Europe/London')::date
              from hub.outside_disclosure x join hub.agency a on a.id = x.agency_id left join hub.item i on i.id = x.item_id left join hub.case_file c on c.id = x.case_id left join hub.member m on m.id = x.recorded_by
             where\s""";

    /** The latest first. */
    public List<OutsideView> all() {
        return views(rows.createNativeQuery(VIEW + "true order by x.recorded_at desc, x.id limit 200", Row.class).getResultList());
    }

    /** Of one item. */
    public List<OutsideView> of(UUID itemId) {
        return views(rows.createNativeQuery(VIEW + "x.item_id = :i order by x.recorded_at, x.id", Row.class).setParameter("i", itemId).getResultList());
    }

    /** @throws NotFound when there is none, or not for this viewer */
    public OutsideView view(UUID id) {
        return views(rows.createNativeQuery(VIEW + "x.id = :x", Row.class).setParameter("x", id).getResultList()).stream().findFirst().orElseThrow(() -> new NotFound("outside disclosure", id));
    }

    private List<OutsideView> views(List<Row> found) {
        found.forEach(r -> {
            reads.seen("outside_disclosure", r.id, r.caseId, r.panelId, r.agencyId);
            about(r.itemId, r.caseId, r.panelId, r.agencyId, r.information, r.reference);
        });
        return found.stream().map(r -> new OutsideView(r.id, r.itemId, r.information, r.reference, r.agency, r.body, r.contact, r.gateway, r.reason, r.givenOn, r.recordedBy, r.recordedOn)).toList();
    }

    record Withheld(UUID itemId, UUID caseId, UUID panelId, UUID agencyId, String information, String reference, String agency, String reason, String decidedBy, LocalDate decidedOn) {
    }

    /** Reasons for withholding, the latest first. */
    public List<WithheldView> withheld() {
        var found = rows.createNativeQuery("""
                select w.item_id, w.case_id, i.panel_id, w.agency_id, i.body, c.reference, a.name, w.reason, m.name, (w.decided_at at time zone 'Europe/London')::date
                  from hub.withholding w join hub.agency a on a.id = w.agency_id left join hub.item i on i.id = w.item_id left join hub.case_file c on c.id = w.case_id left join hub.member m on m.id = w.decided_by
                 order by w.decided_at desc, w.item_id limit 200""", Withheld.class).getResultList();
        found.forEach(r -> {
            reads.seen("withholding", r.itemId, r.caseId, r.panelId, r.agencyId);
            about(r.itemId, r.caseId, r.panelId, r.agencyId, r.information, r.reference);
        });
        return found.stream().map(r -> new WithheldView(r.itemId, r.information, r.reference, r.agency, r.reason, r.decidedBy, r.decidedOn)).toList();
    }

    private void about(UUID itemId, UUID caseId, UUID panelId, UUID agencyId, String information, String reference) {
        if (information != null) {
            reads.seen("item", itemId, caseId, panelId, agencyId);
        }
        if (reference != null) {
            reads.seen("case_file", caseId, caseId, panelId, null);
        }
    }

    /**
     * An item of the viewer's agency, of which it may record that it was given.
     *
     * @throws NotFound when there is none, or it is another agency's
     */
    public ItemView toRecord(UUID itemId) {
        var item = items.view(itemId);
        if (!items.isOwn(item)) {
            throw new NotFound("item", itemId);
        }
        if (!items.mayChangeOwn(Permission.RELEASE_INFORMATION, item)) {
            throw new Forbidden(Permission.RELEASE_INFORMATION);
        }
        return item;
    }

    /** What else the viewer's agency holds on the case, to be recorded in one go. */
    List<ItemView> own(ItemView item) {
        return items.own(item.caseId());
    }

    /** Whether that body stands by a protocol: then it could be released to it here. */
    boolean isSignatory(String body) {
        return rows.createNativeQuery("select exists (select from hub.signatory s join hub.agency a on a.signatory_id = s.id join access.panel_signed g on g.agency_id = a.id where lower(:b) in (lower(s.name), lower(a.name)))",
                Boolean.class).setParameter("b", body).getSingleResult();
    }

    /** Records it, item by item; gives the last record. Whatever state the items are in, it is never refused. */
    UUID record(OutsideForm.Given given) {
        UUID last = null;
        for (var item : given.items().stream().distinct().map(this::toRecord).toList()) {
            last = UUID.randomUUID();
            rows.createNativeMutationQuery("""
                    insert into hub.outside_disclosure (partnership_id, id, item_id, case_id, panel_id, agency_id, body, contact, gateway, reason, given_on, recorded_by)
                    values (hub.partnership(), :id, :i, :c, :p, :a, :body, :contact, :gateway, :reason, :day, hub.viewer())""").setParameter("id", last).setParameter("i", item.id())
                    .setParameter("c", item.caseId()).setParameter("p", item.panelId()).setParameter("a", item.agencyId()).setParameter("body", given.body()).setParameter("contact", given.contact())
                    .setParameter("gateway", given.gateway()).setParameter("reason", given.reason()).setParameter("day", given.on()).executeUpdate();
        }
        return last;
    }
}
