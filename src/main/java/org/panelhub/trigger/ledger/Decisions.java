package org.panelhub.trigger.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.letters.LetterCheck;
import org.panelhub.page.Field;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.Applications;
import org.panelhub.trigger.rules.Route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.enterprise.context.ApplicationScoped;

/** The threshold decisions of an application, one after the other; none is ever changed. */
@ApplicationScoped
public class Decisions {

    private final Session rows;
    private final Applications applications;
    private final LetterCheck letters;
    private final ObjectMapper json;

    Decisions(Session rows, Applications applications, LetterCheck letters, ObjectMapper json) {
        this.rows = rows;
        this.letters = letters;
        this.applications = applications;
        this.json = json;
    }

    record Row(int number, boolean met, String route, LocalDate on, String why, String against, String weighed, String found, Instant at, String by) {
    }

    /** The newest first. */
    List<DecisionView> of(Application application) {
        return rows.createNativeQuery("""
                select d.position, d.met, d.route, d.decided_on, d.why, d.against, cast(d.weighed as text), cast(d.found as text), d.at, coalesce(m.name, '')
                  from hub.trigger_decision d left join hub.member m on m.id = d.by where d.trigger_id = ?1 order by d.position desc""", Row.class).setParameter(1, application.id()).getResultList().stream().map(this::view).toList();
    }

    void add(Application application, int number, Judged judged, DecisionForm form) {
        var against = judged.against(form.met(), form.way(), form.weighed()).isEmpty() ? "" : Field.clean(form.against());
        rows.createNativeQuery("""
                insert into hub.trigger_decision (partnership_id, id, trigger_id, panel_id, position, met, route, decided_on, why, against, weighed, found, by)
                values (hub.partnership(), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, cast(?10 as jsonb), cast(?11 as jsonb), hub.viewer())""")
                .setParameter(1, UUID.randomUUID()).setParameter(2, application.id()).setParameter(3, application.panelId()).setParameter(4, number).setParameter(5, form.met())
                .setParameter(6, form.way() == null ? null : form.way().name(), String.class).setParameter(7, form.decidedOn()).setParameter(8, Field.clean(form.why())).setParameter(9, against)
                .setParameter(10, write(form.weighed())).setParameter(11, write(judged)).executeUpdate();
        applications.decide(application, form.met(), form.decidedOn(), form.way() == null ? "" : form.way().label());
    }

    /** What in words that reach the applicant names somebody who complained; empty where nothing does. The letter is read once more before it goes. */
    public Optional<String> naming(Application application, String words) {
        var complainants = rows.createNativeQuery("select distinct c.complainant from hub.trigger_complaint c where c.trigger_id = ?1 and not c.by_applicant and c.complainant <> ''", String.class).setParameter(1, application.id()).getResultList();
        var applicants = rows.createNativeQuery("select x.name from hub.trigger_applicant a cross join lateral (values (a.name), (a.victim_name), (a.organisation)) x (name) where a.trigger_id = ?1 and x.name <> ''", String.class)
                .setParameter(1, application.id()).getResultList();
        var others = complainants.stream().map(String::strip).map(n -> new LetterCheck.Named(n.contains(" ") ? n.substring(0, n.lastIndexOf(' ')) : "", n.substring(n.lastIndexOf(' ') + 1), List.of())).toList();
        return letters.of(words, new LetterCheck.Hidden(applicants, others, List.of(), List.of(), List.of()));
    }

    private DecisionView view(Row row) {
        try {
            var weighed = json.readValue(row.weighed, new TypeReference<Map<Route, Judged.Weighed>>() {
            });
            var found = json.readTree(row.found).isEmpty() ? null : json.readValue(row.found, Judged.class);
            return new DecisionView(row.number, row.met, row.route == null ? null : Route.valueOf(row.route), row.on, row.why, row.against,
                    weighed.entrySet().stream().map(e -> new DecisionView.Weighed(e.getKey(), e.getValue().found(), e.getValue().why())).sorted((a, b) -> a.route().compareTo(b.route())).toList(), found, row.at, row.by);
        } catch (IOException e) {
            throw new UncheckedIOException("A decision cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
