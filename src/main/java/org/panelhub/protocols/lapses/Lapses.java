package org.panelhub.protocols.lapses;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.identity.Viewers;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * What lapses next, by day. Of protocols and signatures everybody may know; of undertakings each sees what the rule gives: one's own, and of
 * others who prepares the panel's meetings, administrators and information leads.
 */
@ApplicationScoped
public class Lapses {

    /** Days that the calendar looks ahead: a little more than the year of an undertaking. */
    static final int AHEAD_DAYS = 400;

    private static final String COMING = """
            select x.* from (
              select lower(p.in_force) as on_day, 'BEGINS' as kind, cast(null as text) as whose, p.name || ', edition ' || p.edition as subject, p.id, false as own from hub.protocol p where lower(p.in_force) > hub.today()
              union all
              select upper(p.in_force) - 1, 'ENDS', null, p.name || ', edition ' || p.edition, p.id, false from hub.protocol p where upper(p.in_force) > hub.today()
              union all
              select p.review_by, 'REVIEW', null, p.name || ', edition ' || p.edition, p.id, false from hub.protocol p where p.in_force @> hub.today()
              union all
              select least(upper(g.during), g.withdrawn_on) - 1, 'SIGNATURE', s.name, p.name || ', edition ' || p.edition, p.id, false
                from hub.signature g join hub.protocol p on p.id = g.protocol_id join hub.signatory s on s.id = g.signatory_id
               where least(upper(g.during), g.withdrawn_on) > hub.today() and (upper(p.in_force) is null or least(upper(g.during), g.withdrawn_on) < upper(p.in_force))
              union all
              select max(upper(u.during)) - 1, 'UNDERTAKING', m.name, n.name, n.id, m.id = hub.viewer()
                from hub.undertaking u join hub.panel n on n.id = u.panel_id join hub.member m on m.id = u.member_id and m.active
               where exists (select from hub.seat s where s.member_id = u.member_id and s.panel_id = u.panel_id and s.during @> hub.today())
               group by m.id, m.name, n.id, n.name having max(upper(u.during)) > hub.today()) x
             where x.on_day <= hub.today() + :ahead order by 1, 2, 4, 3""";

    private final Session rows;
    private final Viewers viewers;

    Lapses(Session rows, Viewers viewers) {
        this.rows = rows;
        this.viewers = viewers;
    }

    record Row(LocalDate onDay, String kind, String whose, String subject, UUID id, Boolean own) {
    }

    /** The earliest first, reviews that are overdue among them. */
    public List<Lapse> coming() {
        var today = viewers.current().today();
        return rows.createNativeQuery(COMING, Row.class).setParameter("ahead", AHEAD_DAYS).getResultStream()
                .map(r -> new Lapse(r.onDay, Lapse.Kind.valueOf(r.kind), r.whose, r.subject, r.id, r.own, today)).toList();
    }
}
