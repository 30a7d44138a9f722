package org.panelhub.time;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.hibernate.Session;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The one clock of the hub: {@code hub.now()} of PostgreSQL, in London time. Rows, rule and Java go by the same time, on every node; only
 * the demo and tests may move it, and {@code access.Guard} refuses a moved one anywhere else.
 */
@ApplicationScoped
public class HubClock {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Session database;

    HubClock(Session database) {
        this.database = database;
    }

    /** Inside a transaction. */
    public ZonedDateTime now() {
        return database.createNativeQuery("select hub.now()", OffsetDateTime.class).getSingleResult().atZoneSameInstant(LONDON);
    }
}
