package org.panelhub.cases.sight;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.cases.CaseHead;
import org.panelhub.identity.Viewer;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;
import org.panelhub.page.Words;

import jakarta.enterprise.context.ApplicationScoped;

/** Reads who sees a case and why, for someone who sees it. */
@ApplicationScoped
public class Sights {

    private static final int PAGE = 40;

    private final Session rows;
    private final Viewers viewers;

    Sights(Session rows, Viewers viewers) {
        this.rows = rows;
        this.viewers = viewers;
    }

    /** @param after the place of the last look on the page before; null, or anything else, for the first page */
    public Sight of(CaseHead head, String after) {
        var looks = looks(head.caseId(), Place.parse(after));
        var shown = looks.size() > PAGE ? looks.subList(0, PAGE) : looks;
        return new Sight(reasons(head), agencies(head.panelId()), shown, looks.size() > PAGE ? shown.getLast().place() : null, bars(head.caseId()), admitted(head.caseId()));
    }

    record Ground(String ground, boolean holds, String detail) {
    }

    record Signed(String body, String protocol, int edition, LocalDate undertakenUntil) {
    }

    /** From access.explain, the same facts by which the database decides. */
    private List<String> reasons(CaseHead head) {
        var viewer = viewers.current();
        var reasons = new ArrayList<String>();
        for (var ground : rows.createNativeQuery("select e.ground, e.holds, e.detail from access.explain(:m, :c) e", Ground.class).setParameter("m", viewer.memberId())
                .setParameter("c", head.caseId()).getResultList()) {
            if (ground.ground.equals("not barred") && ground.holds) {
                reasons.add("No conflict of interest shuts it to you.");
            } else if (ground.ground.equals("seal") && ground.holds) {
                reasons.add(head.sealed() ? "It is sealed, and you are on its list." : "It is not sealed.");
            } else if (ground.ground.equals("standing")) {
                reasons.add(ground.holds ? standing(viewer, head) : "Your seat on the " + head.panelShort() + " alone would not open it: " + ground.detail + ".");
            } else if (ground.ground.equals("case team")) {
                reasons.add(ground.holds ? "You are named on it as " + teamRoles(viewer, head) + "." : "An earlier place on its team does not open it: " + ground.detail + ".");
            } else if (ground.ground.equals("review")) {
                reasons.add(ground.holds ? "You review it: you read it until the outcome is recorded, and change nothing." : "An earlier review does not open it: " + ground.detail + ".");
            } else if (ground.ground.equals("emergency")) {
                reasons.add(ground.holds ? "You opened it in an emergency, for a time. What you read is on record as read in an emergency, and is reviewed." : "An earlier emergency no longer opens it.");
            } else if (ground.ground.equals("guest")) {
                reasons.add(ground.holds ? "You are invited as a guest for it." : "An earlier invitation does not open it: " + ground.detail + ".");
            }
        }
        return reasons.stream().distinct().toList();
    }

    private String standing(Viewer viewer, CaseHead head) {
        var roles = viewer.seats().stream().filter(s -> s.panelId().equals(head.panelId()) && s.standing()).map(s -> Words.lower(s.role().label())).distinct().toList();
        var said = new StringBuilder("You hold a seat on the " + head.panelShort() + (roles.isEmpty() ? "" : " as " + Words.join(roles)));
        rows.createNativeQuery("""
                select s.name, p.name, p.edition, (select max(upper(u.during)) - 1 from hub.undertaking u where u.member_id = :m and u.panel_id = :p and u.during @> hub.today())
                  from access.panel_signed g join hub.agency a on a.id = g.agency_id join hub.signatory s on s.id = a.signatory_id join hub.protocol p on p.id = g.protocol_id
                 where g.panel_id = :p and g.agency_id = :a order by p.edition desc limit 1""", Signed.class)
                .setParameter("m", viewer.memberId()).setParameter("p", head.panelId()).setParameter("a", viewer.agencyId())
                .getResultStream().findFirst().ifPresent(signed -> {
                    said.append(". ").append(signed.body).append(" signed ").append(signed.protocol).append(", edition ").append(signed.edition).append(", which is in force");
                    if (signed.undertakenUntil != null) {
                        said.append(", and your undertaking runs until ").append(Dates.day(signed.undertakenUntil));
                    }
                });
        return said.append('.').toString();
    }

    private static String teamRoles(Viewer viewer, CaseHead head) {
        var roles = viewer.team().stream().filter(t -> t.caseId().equals(head.caseId())).map(t -> Words.lower(t.role().label())).distinct().toList();
        return roles.isEmpty() ? "a member of its team" : Words.join(roles);
    }

    private List<String> agencies(UUID panelId) {
        return rows.createNativeQuery("""
                select distinct a.name from hub.seat s join hub.member m on m.id = s.member_id and m.active join hub.agency a on a.id = m.agency_id
                  join access.panel_signed g on g.agency_id = a.id and g.panel_id = s.panel_id
                 where s.panel_id = :p and s.during @> hub.today() order by a.name""", String.class).setParameter("p", panelId).getResultList();
    }

    /** The moment of a look, and a key that sets apart those of one moment. It tells nothing of how much else the record holds. */
    private record Place(Instant at, String key) {

        private static final Place BEGINNING = new Place(Instant.parse("9999-01-01T00:00:00Z"), "");

        static Place parse(String text) {
            var parts = text == null ? new String[0] : text.split("_", 2);
            try {
                return parts.length == 2 ? new Place(Dates.saidMoment(parts[0]), parts[1]) : BEGINNING;
            } catch (DateTimeException e) {
                return BEGINNING;
            }
        }
    }

    /** One line for what a member looked at in one transaction: opening a page reads the case and several papers in it. */
    private List<Sight.Look> looks(UUID caseId, Place after) {
        return rows.createNativeQuery("""
                select e.at, e.name, e.agency, e.capacity, e.act, string_agg(distinct e.kind, ','), e.key
                  from (select e.at, m.name, a.name as agency, e.capacity, e.act, e.kind, md5(concat_ws(' ', e.tx, e.member_id, e.capacity, e.act)) as key
                          from audit.entry e left join hub.member m on m.id = e.member_id left join hub.agency a on a.id = e.agency_id
                         where e.case_id = :c and e.act in ('READ', 'EXPORTED', 'REFUSED') and e.at <= :at) e
                 where (e.at, e.key) < (:at, :key)
                 group by e.at, e.key, e.name, e.agency, e.capacity, e.act
                 order by e.at desc, e.key desc limit :most""", Sight.Look.class)
                .setParameter("c", caseId).setParameter("at", after.at).setParameter("key", after.key).setParameter("most", PAGE + 1).getResultList();
    }

    List<Sight.Bar> bars(UUID caseId) {
        return rows.createNativeQuery("""
                select b.id, b.member_id, coalesce(m.name, x.name), coalesce(a.short_name, x.agency), b.reason, b.set_at, b.how, b.decided_at is not null
                  from hub.case_bar b left join hub.member m on m.id = b.member_id left join hub.agency a on a.id = m.agency_id left join access.conflict_member x on x.member_id = b.member_id
                 where b.case_id = :c and b.lifted_at is null order by b.set_at""", Sight.Bar.class)
                .setParameter("c", caseId).getResultList();
    }

    List<Sight.Admitted> admitted(UUID caseId) {
        return rows.createNativeQuery("""
                select d.member_id, m.name, a.short_name from hub.admission d left join hub.member m on m.id = d.member_id left join hub.agency a on a.id = m.agency_id
                 where d.case_id = :c order by m.name, d.member_id""", Sight.Admitted.class)
                .setParameter("c", caseId).getResultList();
    }

    /** Agencies of which nobody sees the case any more, as sentences for those who prepare the panel. Why is not said. */
    public List<String> deputies(UUID caseId) {
        return rows.createNativeQuery("select a.short_name from access.deputy_needed d join hub.agency a on a.id = d.agency_id where d.case_id = :c order by 1", String.class).setParameter("c", caseId)
                .getResultStream().map(a -> Words.upper(a) + " needs a deputy for this item.").toList();
    }
}
