package org.panelhub.risk;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The instruments of a partnership, all editions. */
@ApplicationScoped
public class Instruments {

    /** Characters of a definition: far more than 500 questions take. */
    static final int LONGEST = 500_000;

    private static final String COLUMNS = "select id, purpose, name, edition, example, lower(during) as \"from\", upper(during) as until, cast(definition as text) from hub.instrument ";

    private final EntityManager rows;
    private final Viewers viewers;

    Instruments(EntityManager rows, Viewers viewers) {
        this.rows = rows;
        this.viewers = viewers;
    }

    /** Newest edition first. */
    public List<Instrument> list() {
        return found(COLUMNS + "order by name, edition desc", List.of());
    }

    /** The edition in use today. */
    public Optional<Instrument> inUse(Purpose purpose) {
        return inUse(purpose, viewers.current().today());
    }

    /** The edition in use on a day. Where several instruments for one purpose are, an area's own comes before our example. */
    public Optional<Instrument> inUse(Purpose purpose, LocalDate day) {
        return found(COLUMNS + "where purpose = ?1 and during @> cast(?2 as date) order by example, lower(during) desc, edition desc limit 1", List.of(purpose.name(), day)).stream().findFirst();
    }

    /** With what a person is assessed on a panel: a conference on domestic abuse has a checklist of its own; where there is none, and on every other panel, the vulnerability assessment. */
    public Optional<Instrument> ofPerson(UUID panelId) {
        var kind = (String) rows.createNativeQuery("select kind from hub.panel where id = ?1", String.class).setParameter(1, panelId).getResultStream().findFirst().orElse("");
        return ("MARAC".equals(kind) ? inUse(Purpose.DOMESTIC_ABUSE) : Optional.<Instrument>empty()).or(() -> inUse(Purpose.VULNERABILITY));
    }

    /** What an instrument of that name is for; empty where there is none. All its editions are for the same. */
    Optional<Purpose> purposeOf(String name) {
        return rows.createNativeQuery("select distinct purpose from hub.instrument where name = ?1", String.class).setParameter(1, name).getResultStream().findFirst().map(p -> Purpose.valueOf((String) p));
    }

    /** @throws NotFound when there is no such instrument in the viewer's partnership */
    public Instrument byId(UUID id) {
        return found(COLUMNS + "where id = ?1", List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("instrument", id));
    }

    /** Adds one that is shipped, in use from today. */
    public Instrument add(Shipped shipped) {
        return add(shipped.purpose(), shipped.title(), true, shipped.definition());
    }

    /**
     * Adds an instrument, or a new edition of the one of that name, in use from today; the edition before ends.
     *
     * @throws DefinitionReader.InvalidDefinition when the definition cannot be used
     */
    public Instrument add(Purpose purpose, String name, boolean example, String definition) {
        DefinitionReader.read(definition);
        var viewer = viewers.current();
        int edition = ((Number) rows.createNativeQuery("select coalesce(max(edition), 0) + 1 from hub.instrument where name = ?1").setParameter(1, name).getSingleResult()).intValue();
        rows.createNativeQuery("update hub.instrument set during = daterange(lower(during), greatest(lower(during), hub.today())) where name = ?1 and during @> hub.today()")
                .setParameter(1, name).executeUpdate();
        var id = UUID.randomUUID();
        rows.createNativeQuery("""
                insert into hub.instrument (partnership_id, id, purpose, name, edition, example, during, definition)
                values (?1, ?2, ?7, ?3, ?4, ?5, daterange(hub.today(), null), cast(?6 as jsonb))""")
                .setParameter(1, viewer.partnershipId()).setParameter(2, id).setParameter(3, name).setParameter(4, edition).setParameter(5, example)
                .setParameter(6, definition).setParameter(7, purpose.name()).executeUpdate();
        return byId(id);
    }

    @SuppressWarnings("unchecked")
    private List<Instrument> found(String sql, List<?> values) {
        var query = rows.createNativeQuery(sql);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return ((List<Object[]>) query.getResultList()).stream().map(row -> new Instrument((UUID) row[0], Purpose.valueOf((String) row[1]), (String) row[2], ((Number) row[3]).intValue(), (Boolean) row[4],
                day(row[5]), day(row[6]), DefinitionReader.read((String) row[7]))).toList();
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
