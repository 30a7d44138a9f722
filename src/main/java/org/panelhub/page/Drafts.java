package org.panelhub.page;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.panelhub.identity.Viewers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * What a member has typed into a form and not sent, by the name of the form: one's own only. A form that has {@code draft=} saves itself
 * as one types; its page loads the draft, and discards it once the form was taken.
 */
@ApplicationScoped
public class Drafts {

    /** Most characters of all fields together; more is no form of the hub. */
    static final int MOST = 400_000;

    private static final TypeReference<LinkedHashMap<String, List<String>>> TYPED = new TypeReference<>() {
    };

    private final EntityManager entities;
    private final Viewers viewers;
    private final ObjectMapper json;
    private final Resumed resumed;

    Drafts(EntityManager entities, Viewers viewers, ObjectMapper json, Resumed resumed) {
        this.entities = entities;
        this.viewers = viewers;
        this.json = json;
        this.resumed = resumed;
    }

    /** Fields by name, as typed, and when they were kept. */
    public record Draft(Map<String, List<String>> fields, OffsetDateTime savedAt) {

        /** A number in a hidden field, such as a version; null when there is none. */
        public Integer number(String field) {
            return text(field).matches("\\d{1,9}") ? Integer.valueOf(text(field)) : null;
        }

        /** The first value of a field; empty when there is none. */
        public String text(String field) {
            return fields.getOrDefault(field, List.of()).stream().findFirst().orElse("");
        }

        public List<String> all(String field) {
            return fields.getOrDefault(field, List.of());
        }

        public DateBoxes date(String field) {
            return new DateBoxes(text(field + "-day"), text(field + "-month"), text(field + "-year"));
        }
    }

    /** Keeps what was typed in place of what was kept before. */
    public void save(String form, Map<String, List<String>> fields) {
        var viewer = viewers.current();
        try {
            entities.createNativeQuery("""
                    insert into hub.draft (partnership_id, member_id, form, typed, saved_at) values (:partnership, :member, :form, cast(:typed as jsonb), hub.now())
                    on conflict (partnership_id, member_id, form) do update set typed = excluded.typed, saved_at = excluded.saved_at""")
                    .setParameter("partnership", viewer.partnershipId()).setParameter("member", viewer.memberId())
                    .setParameter("form", form).setParameter("typed", json.writeValueAsString(fields)).executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text can be written", e);
        }
    }

    public Optional<Draft> load(String form) {
        List<?> rows = entities.createNativeQuery("select cast(typed as text), saved_at from hub.draft where form = :form")
                .setParameter("form", form).getResultList();
        return rows.stream().findFirst().map(row -> {
            Object[] columns = (Object[]) row;
            resumed.add(form);
            return new Draft(read((String) columns[0]), columns[1] instanceof java.time.Instant at ? at.atZone(Dates.LONDON).toOffsetDateTime() : (OffsetDateTime) columns[1]);
        });
    }

    /** The form was taken, or its author does not want it any more. */
    public void discard(String form) {
        entities.createNativeQuery("delete from hub.draft where form = :form").setParameter("form", form).executeUpdate();
    }

    /** As typed, but for what PostgreSQL cannot keep. */
    static String kept(String typed) {
        return typed.replace("\u0000", "");
    }

    private Map<String, List<String>> read(String typed) {
        try {
            return json.readValue(typed, TYPED);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft could not be read", e);
        }
    }
}
