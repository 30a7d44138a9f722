package org.panelhub.trigger.apply;

import java.util.List;

import org.hibernate.Session;
import org.panelhub.access.HubService;
import org.panelhub.access.NotFound;

import jakarta.enterprise.context.ApplicationScoped;

/** What areas publish of themselves, read through a door, as the public has no account. */
@ApplicationScoped
public class Areas {

    /** Under which name the doors for the public are opened. */
    public static final String SERVICE = "community trigger";

    private final Session rows;

    Areas(Session rows) {
        this.rows = rows;
    }

    /** Those that take applications, or ever had one. */
    public List<Area> published() {
        return HubService.as(SERVICE, () -> rows.createNativeQuery("""
                select area, area_name, partnership, contact_team, telephone, hours, email, address, exit_to, privacy, further_body, further_contact, open from access.trigger_published()""", Area.class).getResultList());
    }

    /** Those that take applications. */
    List<Area> open() {
        return published().stream().filter(Area::open).toList();
    }

    /**
     * Also one that takes no more: who has applied, or begun to, goes on.
     *
     * @throws NotFound when there is no such area
     */
    public Area of(String key) {
        return published().stream().filter(a -> a.key().equals(key)).findFirst().orElseThrow(() -> new NotFound("area", key));
    }
}
