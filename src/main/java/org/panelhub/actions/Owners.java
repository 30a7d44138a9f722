package org.panelhub.actions;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.page.Choice;
import org.panelhub.partnership.Agencies;
import org.panelhub.partnership.Members;

import jakarta.enterprise.context.ApplicationScoped;

/** Who may be given an action: every agency of the partnership, and the people whom the viewer knows in them. */
@ApplicationScoped
class Owners {

    private final Agencies agencies;
    private final Members members;
    private final Session rows;

    Owners(Agencies agencies, Members members, Session rows) {
        this.agencies = agencies;
        this.members = members;
        this.rows = rows;
    }

    List<Choice> agencies() {
        return agencies.list().stream().map(a -> Choice.of(a.id(), a.name())).toList();
    }

    /** Nobody to whom the case is shut, by a conflict of interest or the seal; {@code caseId} is null where the action hangs from no case. */
    List<Choice> people(UUID caseId) {
        var open = caseId == null ? null : Set.copyOf(rows.createNativeQuery("select access.open_to(:c, array(select m.id from hub.member m where m.active))", UUID.class).setParameter("c", caseId).getResultList());
        return members.list().stream().filter(m -> m.active() && m.agencyId() != null && (open == null || open.contains(m.id()))).map(m -> Choice.of(m.id(), m.nameAndAgency())).toList();
    }
}
