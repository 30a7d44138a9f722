package org.panelhub.room;

import java.util.Optional;

import org.hibernate.Session;
import org.panelhub.live.Watched;

import jakarta.enterprise.context.ApplicationScoped;

/** The room on an open page, for who may be in it: the meeting, and the case that is being heard. It is gone when the meeting closes. */
@ApplicationScoped
class RoomsWatched implements Watched {

    static final String KIND = "rooms";

    private final Session rows;

    RoomsWatched(Session rows) {
        this.rows = rows;
    }

    record Summed(String about, String sum) {
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String path(String id) {
        return "/meetings/" + id + "/room";
    }

    @Override
    public Optional<Sight> see(String id) {
        return Watched.id(id).flatMap(wanted -> rows.createNativeQuery("""
                select access.meeting_about(m.id), md5(concat(access.meeting_stamp(m.id), access.case_stamp(c.case_id)))
                  from hub.meeting m left join hub.agenda_item c on c.id = m.current_item_id
                 where m.id = :id and m.state = 'OPEN' and access.in_room(m.id)""", Summed.class).setParameter("id", wanted)
                .uniqueResultOptional()).map(x -> Sight.of(x.sum, x.about));
    }
}
