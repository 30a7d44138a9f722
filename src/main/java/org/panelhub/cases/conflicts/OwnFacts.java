package org.panelhub.cases.conflicts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.NotFound;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * What the viewer chose to tell of itself, and whom it knows privately. Nobody else reads it; PostgreSQL compares it with the people of
 * cases and says nothing of what it finds (sharing design: a member who is a party is found by facts that it chose to give, not by
 * holding where staff live).
 */
@ApplicationScoped
public class OwnFacts {

    /** What a member agrees to when it gives its name and date of birth, kept with them. */
    public static final String STATEMENT = "These are my own name and date of birth. The hub may compare them with the people in cases, and for nothing else, so that no case in which I am a party is open to me. I may take them back.";

    private final Session rows;

    OwnFacts(Session rows) {
        this.rows = rows;
    }

    record Row(String givenNames, String familyName, String formerNames, LocalDate born, Instant givenAt) {
    }

    record Known(UUID id, String name, LocalDate born, String relation) {
    }

    OwnFactsView view() {
        var own = rows.createNativeQuery("select given_names, family_name, array_to_string(former_names, e'\\n'), born, given_at from hub.member_identity where member_id = hub.viewer()", Row.class)
                .getResultStream().findFirst().map(r -> new OwnFactsView.Identity(r.givenNames, r.familyName, r.formerNames.isEmpty() ? List.of() : List.of(r.formerNames.split("\n")), r.born, r.givenAt)).orElse(null);
        return new OwnFactsView(own, rows.createNativeQuery("select id, name, born, relation from hub.private_relation where member_id = hub.viewer() order by name, id", Known.class)
                .getResultStream().map(k -> new OwnFactsView.Relation(k.id, k.name, k.born, k.relation)).toList());
    }

    /** In place of what was given before. */
    void give(String givenNames, String familyName, List<String> formerNames, LocalDate born) {
        rows.createNativeQuery("delete from hub.member_identity where member_id = hub.viewer()").executeUpdate();
        rows.createNativeQuery("""
                insert into hub.member_identity (partnership_id, id, member_id, given_names, family_name, former_names, born, statement)
                values (hub.partnership(), :id, hub.viewer(), :given, :family, :former, :born, :statement)""")
                .setParameter("id", UUID.randomUUID()).setParameter("given", givenNames).setParameter("family", familyName).setParameter("former", formerNames.toArray(String[]::new))
                .setParameter("born", born).setParameter("statement", STATEMENT).executeUpdate();
    }

    void takeBack() {
        rows.createNativeQuery("delete from hub.member_identity where member_id = hub.viewer()").executeUpdate();
    }

    int relations() {
        return rows.createNativeQuery("select count(*)::int from hub.private_relation where member_id = hub.viewer()", Integer.class).getSingleResult();
    }

    void declare(String name, LocalDate born, String relation) {
        rows.createNativeQuery("""
                insert into hub.private_relation (partnership_id, id, member_id, name, born, relation) values (hub.partnership(), :id, hub.viewer(), :name, cast(:born as date), :relation)""")
                .setParameter("id", UUID.randomUUID()).setParameter("name", name).setParameter("born", born).setParameter("relation", relation).executeUpdate();
    }

    /** @throws NotFound when the viewer declared no such relation */
    void remove(UUID id) {
        if (rows.createNativeQuery("delete from hub.private_relation where id = :id and member_id = hub.viewer()").setParameter("id", id).executeUpdate() == 0) {
            throw new NotFound("relation", id);
        }
    }
}
