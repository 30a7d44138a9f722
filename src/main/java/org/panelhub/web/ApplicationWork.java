package org.panelhub.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Dates;
import org.panelhub.page.Words;
import org.panelhub.trigger.signoff.SignOffs;
import org.panelhub.web.HomeView.Card;

import jakarta.enterprise.context.ApplicationScoped;

/** What waits for the viewer about applications for a case review, as cards. Which of them the viewer sees is PostgreSQL's to say. */
@ApplicationScoped
class ApplicationWork {

    private final Session database;
    private final Permissions permissions;
    private final SignOffs signOffs;

    ApplicationWork(Session database, Permissions permissions, SignOffs signOffs) {
        this.database = database;
        this.permissions = permissions;
        this.signOffs = signOffs;
    }

    record Waiting(String reference, LocalDate on) {
    }

    record Letter(String reference, UUID id, UUID panelId) {
    }

    List<Optional<Card>> cards() {
        boolean handles = permissions.may(Permission.HANDLE_APPLICATION);
        return List.of(handles ? arrived() : Optional.empty(), handles ? written() : Optional.empty(), handles ? appealsToGive() : Optional.empty(), appealsToDecide(), letters());
    }

    /** Nobody has told the applicant yet that it is here. */
    private Optional<Card> arrived() {
        return card("""
                select t.reference, t.received_on from hub.trigger t where t.state = 'RECEIVED' and t.panel_id = any (hub.pass('hub.handles'))
                   and not exists (select from hub.trigger_event e where e.trigger_id = t.id and e.kind in ('ACKNOWLEDGED', 'DECISION_TOLD')) order by t.received_on, t.id""",
                "application for a case review to answer", "applications for a case review to answer", "", "received on ");
    }

    private Optional<Card> written() {
        return card("""
                select t.reference, min((m.at at time zone 'Europe/London')::date) from hub.trigger_message m join hub.trigger t on t.id = m.trigger_id
                 where m.from_applicant and m.read_at is null and t.panel_id = any (hub.pass('hub.handles')) group by t.id, t.reference order by 2, t.id""",
                "applicant has written", "applicants have written", "", "on ");
    }

    /** Of which nobody is named to look at them, or, where they came late, nobody has said whether they are taken. */
    private Optional<Card> appealsToGive() {
        return card("""
                select t.reference, a.asked_on from hub.trigger_appeal a join hub.trigger t on t.id = a.trigger_id
                 where a.reviewer_id is null and a.taken is distinct from false and a.panel_id = any (hub.pass('hub.handles')) order by a.asked_at, a.id""",
                "appeal that needs a reviewer", "appeals that need a reviewer", "/appeal", "asked for on ");
    }

    private Optional<Card> appealsToDecide() {
        return card("select t.reference, a.asked_on from hub.trigger_appeal a join hub.trigger t on t.id = a.trigger_id where a.reviewer_id = hub.viewer() and a.outcome is null order by a.asked_at, a.id",
                "appeal to decide", "appeals to decide", "/appeal", "asked for on ");
    }

    /** Resolution letters that wait for the viewer's signature, as chair or for its body. */
    private Optional<Card> letters() {
        var waiting = database.createNativeQuery("""
                select t.reference, l.id, l.panel_id from hub.trigger_letter l join hub.trigger t on t.id = l.trigger_id
                 where l.kind = 'RESOLUTION' and l.put_forward_at is not null and l.sent_on is null order by l.put_forward_at, l.id""", Letter.class).getResultStream().filter(l -> !signOffs.mine(l.panelId, signOffs.of(l.id)).isEmpty()).toList();
        return waiting.isEmpty() ? Optional.empty() : Optional.of(new Card(waiting.size(), Words.plural(waiting.size(), "resolution letter to sign off", "resolution letters to sign off"), false, "", waiting.getFirst().reference,
                "/triggers/" + waiting.getFirst().reference + "/letters/" + waiting.getFirst().id + "/sign-off", ""));
    }

    private Optional<Card> card(String sql, String one, String many, String page, String on) {
        var found = database.createNativeQuery(sql, Waiting.class).getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new Card(found.size(), Words.plural(found.size(), one, many), false, "", found.getFirst().reference, "/triggers/" + found.getFirst().reference + page, on + Dates.day(found.getFirst().on)));
    }
}
