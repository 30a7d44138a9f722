package org.panelhub.meetings;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.access.HubService;
import org.panelhub.identity.Secret;
import org.panelhub.notify.CalendarFile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The secret address at which a member's calendar program follows the diary. Whoever has it sees when and where the member's panels meet, and nothing else; the member can end it, and
 * a new one ends the one before. The hub keeps only the hash of the secret, so an address is shown once, when it is made.
 */
@ApplicationScoped
class CalendarFeeds {

    private static final String SERVICE = "calendar";

    private final Session rows;
    private final CalendarFile calendar;
    private final ObjectMapper json;
    private final String hub;

    CalendarFeeds(Session rows, CalendarFile calendar, ObjectMapper json, @ConfigProperty(name = "hub.url") String hub) {
        this.rows = rows;
        this.calendar = calendar;
        this.json = json;
        this.hub = hub.replaceFirst("/+$", "");
    }

    /** Since when the viewer's address stands; empty where it has none. */
    Optional<Instant> standing() {
        return rows.createNativeQuery("select made_at from hub.calendar_feed where member_id = hub.viewer() and ended_at is null", Instant.class).uniqueResultOptional();
    }

    /** @return the address */
    String make() {
        // Of two that are asked for at once the second ends the first, as it would later.
        rows.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('calendar of ' || hub.viewer(), 0))", Integer.class).getSingleResult();
        end();
        var secret = Secret.fresh();
        rows.createNativeQuery("insert into hub.calendar_feed (partnership_id, id, member_id, code_hash) values (hub.partnership(), gen_random_uuid(), hub.viewer(), ?1)")
                .setParameter(1, secret.hash()).executeUpdate();
        return hub + "/calendar-feed/" + secret.text() + ".ics";
    }

    void end() {
        rows.createNativeQuery("update hub.calendar_feed set ended_at = hub.now() where member_id = hub.viewer() and ended_at is null").executeUpdate();
    }

    /** What stands at the address; empty where none does. Asked by a program that has not signed in. */
    Optional<String> read(Secret secret) {
        var dates = HubService.as(SERVICE, () -> rows.createNativeQuery("select cast(access.calendar(?1) as text)", String.class).setParameter(1, secret.hash()).getSingleResultOrNull());
        try {
            return dates == null ? Optional.empty() : Optional.of(calendar.feed(json.readValue(dates, new TypeReference<List<CalendarFile.Entry>>() {
            })));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
