package org.panelhub.actions;

import java.util.Optional;

import org.hibernate.Session;
import org.panelhub.live.Watched;

import jakarta.enterprise.context.ApplicationScoped;

/** An action on an open page, with what was reported on it. */
@ApplicationScoped
class ActionsWatched implements Watched {

    static final String KIND = "actions";

    private final Session rows;

    ActionsWatched(Session rows) {
        this.rows = rows;
    }

    record Summed(String about, String sum) {
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Sight> see(String id) {
        return Watched.id(id).flatMap(wanted -> rows.createNativeQuery("select concat_ws(',', x.id, x.case_id), access.action_stamp(x.id) from hub.action x where x.id = :id", Summed.class).setParameter("id", wanted)
                .uniqueResultOptional()).map(x -> Sight.of(x.sum, x.about));
    }
}
