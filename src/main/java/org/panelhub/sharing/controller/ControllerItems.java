package org.panelhub.sharing.controller;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.NotFound;

import jakarta.enterprise.context.ApplicationScoped;

/** Reads a controller's own items through the doors of the database, which keep to the controller's own, put each read on record, and pass no bar of the lead itself. */
@ApplicationScoped
public class ControllerItems {

    static final int PAGE = 50;

    private final Session rows;

    ControllerItems(Session rows) {
        this.rows = rows;
    }

    /** Each time that a lead of the viewer's controller opened it, the newest first. */
    List<ControllerAccess> accesses() {
        return rows.createNativeQuery("""
                select x.id, m.name, x.reason, x.opened_at, x.until, x.member_id = hub.viewer() and x.until > hub.now()
                  from hub.controller_access x join hub.member m on m.id = x.member_id order by x.opened_at desc, x.id limit 50""", ControllerAccess.class).getResultList();
    }

    /** @throws NotFound when it is not the viewer's own, or its time has run out */
    ControllerAccess usable(UUID id) {
        return rows.createNativeQuery("""
                select x.id, m.name, x.reason, x.opened_at, x.until, true from hub.controller_access x join hub.member m on m.id = x.member_id
                 where x.id = :id and x.member_id = hub.viewer() and x.until > hub.now()""", ControllerAccess.class).setParameter("id", id).getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("access to own information", id));
    }

    UUID open(String reason) {
        var id = UUID.randomUUID();
        rows.createNativeQuery("""
                insert into hub.controller_access (partnership_id, id, member_id, signatory_id, reason, until)
                select hub.partnership(), :id, hub.viewer(), a.signatory_id, :reason, hub.now() + interval '8 hours' from hub.agency a where a.id = hub.agency()""")
                .setParameter("id", id).setParameter("reason", reason).executeUpdate();
        return id;
    }

    record Line(UUID id, String agency, String author, String panel, String reference, String shut, String nature, String state, Instant madeAt) {
    }

    /** One more than a page, so that one knows whether there is another. */
    List<ControllerItem> list(UUID access, String reference, UUID after) {
        return rows.createNativeQuery("select i.id, i.agency, i.author, i.panel, i.reference, i.shut, i.nature, i.state, i.made_at from access.controller_items(:access, :reference, cast(:after as uuid), :most) i", Line.class)
                .setParameter("access", access).setParameter("reference", reference).setParameter("after", after).setParameter("most", PAGE + 1).getResultStream()
                .map(l -> new ControllerItem(l.id, l.agency, l.author, l.panel, l.reference, l.shut, l.nature, l.state, l.madeAt, null, null, null, null, null, null)).toList();
    }

    Optional<ControllerItem> read(UUID access, UUID item) {
        return rows.createNativeQuery("""
                select i.id, i.agency, i.author, i.panel, i.reference, i.shut, i.nature, i.state, i.made_at, i.source_date, i.body, i.marking, i.handling_code, i.handling_conditions, i.withheld
                  from access.controller_item(:access, :item) i""", ControllerItem.class).setParameter("access", access).setParameter("item", item).getResultStream().findFirst();
    }
}
