package org.panelhub.meetings;

import java.util.Optional;

import org.hibernate.Session;
import org.panelhub.live.Watched;

import jakarta.enterprise.context.ApplicationScoped;

/** A meeting on an open page: its slot, its agenda, who comes, its minutes, as far as the viewer sees them. */
@ApplicationScoped
class MeetingsWatched implements Watched {

    static final String KIND = "meetings";

    private final Session rows;

    MeetingsWatched(Session rows) {
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
        return Watched.id(id).flatMap(wanted -> rows.createNativeQuery("select access.meeting_about(x.id), access.meeting_stamp(x.id) from hub.meeting x where x.id = :id", Summed.class).setParameter("id", wanted)
                .uniqueResultOptional()).map(x -> Sight.of(x.sum, x.about));
    }
}
