package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who loses sight of which panels when a signature is withdrawn, or when a day comes on which an edition begins that it has not signed: of
 * the seats that the viewer sees, which for an administrator are all. What is an agency's own stays with it (sharing design, "Always one's
 * own"), and an independent chair's standing needs no signature.
 */
@ApplicationScoped
public class LosingSight {

    /** Seats whose holder's signatory stands by a protocol for the panel on the one day, and not on the other, one signature apart. */
    private static final String LOSING = """
            select distinct a.name, m.name, n.name
              from hub.seat s join hub.member m on m.id = s.member_id and m.active join hub.agency a on a.id = m.agency_id join hub.panel n on n.id = s.panel_id
             where s.role <> 'INDEPENDENT_CHAIR' and s.during @> cast(:day as date)
               and exists (select from hub.signature g join hub.protocol p on p.id = g.protocol_id join hub.protocol_panel l on l.protocol_id = p.id
                 where g.signatory_id = a.signatory_id and l.panel_id = s.panel_id and p.in_force @> cast(:before as date) and g.during @> cast(:before as date)
                   and (g.withdrawn_on is null or g.withdrawn_on > cast(:before as date)))
               and not exists (select from hub.signature g join hub.protocol p on p.id = g.protocol_id join hub.protocol_panel l on l.protocol_id = p.id
                 where g.signatory_id = a.signatory_id and l.panel_id = s.panel_id and p.in_force @> cast(:day as date) and g.during @> cast(:day as date)
                   and (g.withdrawn_on is null or g.withdrawn_on > cast(:day as date)) and g.id is distinct from cast(:but as uuid))
             order by 1, 2, 3""";

    private final Session rows;

    LosingSight(Session rows) {
        this.rows = rows;
    }

    /** When this signature holds no longer from that day on. */
    public List<Loss> withdrawing(UUID signature, LocalDate on) {
        return between(on, on, signature);
    }

    /** From the day before to that day, as things stand. */
    public List<Loss> on(LocalDate day) {
        return between(day.minusDays(1), day, null);
    }

    private List<Loss> between(LocalDate before, LocalDate day, UUID but) {
        return rows.createNativeQuery(LOSING, Loss.class).setParameter("before", before).setParameter("day", day).setParameter("but", but, org.hibernate.type.StandardBasicTypes.UUID).getResultList();
    }
}
