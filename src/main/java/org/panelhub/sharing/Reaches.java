package org.panelhub.sharing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.cases.CaseHead;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Words;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Works out who would see a release before it is made, behind the door {@code access.reach}, from the facts by which the rule decides. Why
 * somebody is missing is told only where the viewer may know it: who has signed, everybody; whose undertaking has run out, whoever prepares the
 * panel. Else a bar, which must never be told, could be found by leaving out the other reasons.
 */
@ApplicationScoped
public class Reaches {

    private final Session rows;
    private final Recipients recipients;
    private final Disclosures disclosures;
    private final Viewers viewers;

    Reaches(Session rows, Recipients recipients, Disclosures disclosures, Viewers viewers) {
        this.rows = rows;
        this.recipients = recipients;
        this.disclosures = disclosures;
        this.viewers = viewers;
    }

    record Row(UUID itemId, Boolean codeC, UUID memberId, String name, UUID agencyId, String agency) {
    }

    /** @param items of the viewer's own agency, on that case */
    public Reach of(CaseHead head, Collection<UUID> items, List<Recipient> to) {
        var panel = to.stream().anyMatch(r -> r.kind() == Recipient.Kind.PANEL);
        var found = items.isEmpty() || to.isEmpty() ? List.<Row>of() : rows.createNativeQuery("""
                select r.item_id, i.handling_code is not distinct from 'C', r.member_id, m.name, r.agency_id, a.name
                  from access.reach(cast(:items as uuid[]), :panel, cast(:agencies as uuid[]), cast(:members as uuid[])) r join hub.item i on i.id = r.item_id
                  left join hub.member m on m.id = r.member_id left join hub.agency a on a.id = r.agency_id
                 order by a.name nulls last, m.name, r.member_id""", Row.class)
                .setParameter("items", items.toArray(UUID[]::new)).setParameter("panel", panel).setParameter("agencies", ids(to, Recipient.Kind.AGENCY))
                .setParameter("members", ids(to, Recipient.Kind.MEMBER)).getResultList();
        var codeC = items.isEmpty() ? 0 : codeC(items);
        var untold = head.sealed() && !prepares(head) && !items.isEmpty() && !to.isEmpty();
        return new Reach(lines(found.stream().filter(r -> !r.codeC).toList()), codeC, lines(found.stream().filter(r -> r.codeC).toList()),
                items.isEmpty() || to.isEmpty() ? List.of() : not(head, to, found, untold), untold, recipients.warnings(head.panelId(), disclosures.basis(head.panelId()), to));
    }

    private int codeC(Collection<UUID> items) {
        return rows.createNativeQuery("select count(*)::int from hub.item i where i.id = any (cast(:items as uuid[])) and i.agency_id = hub.agency() and i.handling_code = 'C'", Integer.class)
                .setParameter("items", items.toArray(UUID[]::new)).getSingleResult();
    }

    private boolean prepares(CaseHead head) {
        var viewer = viewers.current();
        return List.of(Role.CHAIR, Role.VICE_CHAIR, Role.INDEPENDENT_CHAIR, Role.COORDINATOR).stream().anyMatch(r -> viewer.holds(r, head.panelId()));
    }

    private static UUID[] ids(List<Recipient> to, Recipient.Kind kind) {
        return to.stream().filter(r -> r.kind() == kind).map(Recipient::id).toArray(UUID[]::new);
    }

    private static List<Reach.Line> lines(List<Row> found) {
        var byAgency = new LinkedHashMap<String, List<String>>();
        found.forEach(r -> {
            var names = byAgency.computeIfAbsent(r.agency == null ? "No agency" : r.agency, a -> new ArrayList<>());
            var name = r.name == null ? "a member whose name is not shown to you" : r.name;
            if (!names.contains(name)) {
                names.add(name);
            }
        });
        return byAgency.entrySet().stream().map(e -> new Reach.Line(e.getKey(), List.copyOf(e.getValue()))).toList();
    }

    record Unsigned(UUID id, String name) {
    }

    record Lapsed(UUID agencyId, String name, String agency) {
    }

    private List<String> not(CaseHead head, List<Recipient> to, List<Row> found, boolean untold) {
        var panel = to.stream().anyMatch(r -> r.kind() == Recipient.Kind.PANEL);
        var not = new TreeMap<String, String>();
        if (panel) {
            rows.createNativeQuery("""
                    select distinct a.id, a.name from hub.seat s join hub.member m on m.id = s.member_id and m.active join hub.agency a on a.id = m.agency_id
                     where s.panel_id = :p and s.during @> hub.today() and a.id is distinct from hub.agency()
                       and not exists (select from access.panel_signed g where g.panel_id = s.panel_id and g.agency_id = a.id)""", Unsigned.class).setParameter("p", head.panelId()).getResultList()
                    .forEach(a -> not.put(a.name, a.name + ": has not signed the protocol"));
        }
        if (untold) {
            return List.copyOf(not.values());
        }
        var reached = found.stream().map(Row::agencyId).filter(Objects::nonNull).toList();
        var asked = recipients.agencies(head.panelId()).stream().filter(a -> panel || to.contains(Recipient.agency(a.id()))).toList();
        // Empty for whoever does not prepare the panel's meetings: then a lapsed undertaking is not told either.
        var lapsed = rows.createNativeQuery("""
                select m.agency_id, m.name, a.name from access.panel_standing s join hub.member m on m.id = s.member_id join hub.agency a on a.id = m.agency_id
                 where s.panel_id = :p and s.member_active and s.signed and not s.undertaken""", Lapsed.class).setParameter("p", head.panelId()).getResultList();
        var byName = found.stream().map(Row::memberId).toList();
        recipients.named(head.panelId(), to).stream().filter(m -> !byName.contains(m.id())).forEach(m -> not.put(m.name(), m.words() + ": cannot open this case today"));
        asked.forEach(agency -> {
            var told = lapsed.stream().filter(l -> l.agencyId.equals(agency.id())).map(Lapsed::name).distinct().toList();
            if (!told.isEmpty()) {
                not.put(agency.name(), Words.join(told) + ", " + agency.name() + ": no undertaking that is current");
            } else if (!reached.contains(agency.id())) {
                not.put(agency.name(), agency.name() + ": nobody there can open this case today");
            }
        });
        return List.copyOf(not.values());
    }
}
