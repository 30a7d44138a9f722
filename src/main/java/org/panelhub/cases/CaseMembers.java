package org.panelhub.cases;

import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
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

    /** Active members by name, with their agency. */
    public List<Choice> choices() {
        return rows.createNativeQuery("""
                select m.id, m.name, a.short_name from hub.member m left join hub.agency a on a.id = m.agency_id where m.active order by m.name, m.id""", Row.class)
                .getResultStream().map(r -> Choice.of(r.id, CaseLine.named(r.name, r.agency))).toList();
    }
}
