package org.panelhub.actions;

import java.util.List;

import org.panelhub.page.Choice;
import org.panelhub.partnership.Agencies;
import org.panelhub.partnership.Members;

import jakarta.enterprise.context.ApplicationScoped;

/** Who may be given an action: every agency of the partnership, and the people whom the viewer knows in them. */
@ApplicationScoped
class Owners {

    private final Agencies agencies;
    private final Members members;

    Owners(Agencies agencies, Members members) {
        this.agencies = agencies;
        this.members = members;
    }

    List<Choice> agencies() {
        return agencies.list().stream().map(a -> Choice.of(a.id(), a.name())).toList();
    }

    List<Choice> people() {
        return members.list().stream().filter(m -> m.active() && m.agencyId() != null).map(m -> Choice.of(m.id(), m.nameAndAgency())).toList();
    }
}
