package org.panelhub.cases;

import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.panelhub.page.Choice;

import jakarta.enterprise.context.ApplicationScoped;

/** Members to choose from: those whose names the viewer may know. */
@ApplicationScoped
public class CaseMembers {

    private final Session rows;

    CaseMembers(Session rows) {
        this.rows = rows;
    }

    record Row(UUID id, String name, String agency) {
    }

    private static final String ACTIVE = "select m.id, m.name, a.short_name from hub.member m left join hub.agency a on a.id = m.agency_id where m.active and ";
    private static final String IN_ORDER = " order by m.name, m.id";

    /** Whom one may name on a case: active members by name, with their agency, to whom neither bar nor seal shuts it. */
    public List<Choice> toName(UUID caseId) {
        return choices(rows.createNativeQuery(ACTIVE + "m.id in (select access.open_to(:c, array(select o.id from hub.member o where o.active)))" + IN_ORDER, Row.class).setParameter("c", caseId));
    }

    /** To whom one may shut a case, or whom one may put on its list: those to whom no bar shuts it yet, as who prepares the panel may know. */
    public List<Choice> notBarred(UUID caseId) {
        return choices(rows.createNativeQuery(ACTIVE + "not exists (select from hub.case_bar b where b.case_id = :c and b.member_id = m.id and b.lifted_at is null)" + IN_ORDER, Row.class).setParameter("c", caseId));
    }

    /** About whom one may ask why: whoever prepares a panel, about those whose names it may know; an information lead, about its controller's. */
    public List<Choice> toAskAbout(boolean prepares) {
        return choices(rows.createNativeQuery(ACTIVE + "(:all or m.agency_id in (select c.agency_id from access.controller_agency c))" + IN_ORDER, Row.class).setParameter("all", prepares));
    }

    private static List<Choice> choices(NativeQuery<Row> query) {
        return query.getResultStream().map(r -> Choice.of(r.id, CaseLine.named(r.name, r.agency))).toList();
    }
}
