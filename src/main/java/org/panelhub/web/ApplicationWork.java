package org.panelhub.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Dates;
import org.panelhub.page.Words;
import org.panelhub.trigger.ApplicationClocks;
import org.panelhub.trigger.signoff.SignOffs;
import org.panelhub.web.HomeView.Card;

import jakarta.enterprise.context.ApplicationScoped;

/** What waits for the viewer about applications for a case review, as cards. Which of them the viewer sees is PostgreSQL's to say. */
@ApplicationScoped
class ApplicationWork {

    private static final int NAMED = 3;

    private final Session database;
    private final Permissions permissions;
    private final SignOffs signOffs;
    private final ApplicationClocks clocks;

    ApplicationWork(Session database, Permissions permissions, SignOffs signOffs, ApplicationClocks clocks) {
        this.database = database;
        this.permissions = permissions;
        this.signOffs = signOffs;
        this.clocks = clocks;
    }

    record Waiting(String reference, LocalDate on) {
    }

    record Letter(String reference, UUID id, UUID panelId) {
    }

    List<Optional<Card>> cards() {
        boolean handles = permissions.may(Permission.HANDLE_APPLICATION);
        return Stream.concat(handles ? Stream.of(arrived(), decisionsDue(), decisionsToTell(), written(), appealsToGive(), answersToTell(), reviewsToHear()) : Stream.<Optional<Card>>of(), Stream.of(appealsToDecide(), letters(), myReviews())).toList();
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

    private Optional<Card> decisionsDue() {
        var due = clocks.decisionsDue();
        return due.isEmpty() ? Optional.empty() : Optional.of(card(due.stream().map(ApplicationClocks.Due::reference).toList(), "threshold decision is due", "threshold decisions are due", due.getFirst().late(), "/decision",
                (due.getFirst().late() ? "since " : "by ") + Dates.day(due.getFirst().on())));
    }

    /** The last word on the threshold, of which the applicant has not been told. */
    private Optional<Card> decisionsToTell() {
        return card("""
                select t.reference, d.on_day from hub.trigger t cross join lateral (select e.on_day, e.at from hub.trigger_event e where e.trigger_id = t.id and e.kind in ('MET', 'NOT_MET') order by e.at desc, e.id desc limit 1) d
                 where t.state in ('MET', 'NOT_MET') and t.panel_id = any (hub.pass('hub.handles')) and not exists (select from hub.trigger_event e where e.trigger_id = t.id and e.kind = 'DECISION_TOLD' and e.at >= d.at) order by 2, t.id""",
                "applicant to tell what was decided", "applicants to tell what was decided", "/letters", "decided on ");
    }

    /** Decided appeals without a letter that says so, sent since. */
    private Optional<Card> answersToTell() {
        return card("""
                select t.reference, a.outcome_on from hub.trigger_appeal a join hub.trigger t on t.id = a.trigger_id
                 where a.outcome is not null and a.panel_id = any (hub.pass('hub.handles'))
                   and not exists (select from hub.trigger_letter l where l.trigger_id = t.id and l.kind = 'APPEAL_OUTCOME' and l.sent_on >= a.outcome_on) order by a.outcome_on, a.id""",
                "answer to an appeal to tell", "answers to appeals to tell", "/letters", "decided on ");
    }

    record Unheard(String reference, LocalDate on, UUID meeting, LocalDate meets) {
    }

    /** Reviews that no meeting has heard and no agenda has. */
    private Optional<Card> reviewsToHear() {
        var found = database.createNativeQuery("""
                select c.reference, c.opened_on, m.id, (m.starts_at at time zone 'Europe/London')::date from hub.trigger t join hub.case_file c on c.id = t.case_id
                  left join lateral (select m.id, m.starts_at from hub.meeting m where m.panel_id = c.panel_id and m.state in ('PLANNED', 'PUBLISHED') and m.starts_at > hub.now() order by m.starts_at, m.id limit 1) m on true
                 where t.state = 'MET' and c.state <> 'CLOSED' and t.panel_id = any (hub.pass('hub.handles'))
                   and not exists (select from hub.agenda_item i join hub.meeting x on x.id = i.meeting_id where i.case_id = c.id and (x.state in ('PLANNED', 'PUBLISHED', 'OPEN') or i.started_at is not null)) order by c.opened_on, c.id""", Unheard.class).getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var first = found.getFirst();
        return Optional.of(new Card(found.size(), Words.plural(found.size(), "case review is on no agenda yet", "case reviews are on no agenda yet"), false, "Case " + Words.join(found.stream().limit(NAMED).map(Unheard::reference).toList()) + ":",
                first.meeting == null ? "plan a meeting" : "the agenda of " + Dates.day(first.meets), first.meeting == null ? "/meetings/new" : "/meetings/" + first.meeting + "/agenda", first.meeting == null ? "none of the board is planned" : ""));
    }

    /** Reviews whose single contact for the applicant the viewer is. */
    private Optional<Card> myReviews() {
        var found = database.createNativeQuery("""
                select c.reference, lower(t2.during) from hub.case_team t2 join hub.case_file c on c.id = t2.case_id join hub.trigger t on t.case_id = c.id
                 where t2.member_id = hub.viewer() and t2.role = 'CASE_OFFICER' and t2.during @> hub.today() and t.state = 'MET' and c.state <> 'CLOSED' order by 2, c.id""", Waiting.class).getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new Card(found.size(), Words.plural(found.size(), "case review with you as case officer", "case reviews with you as case officer"), false, "", found.size() == 1 ? "Case " + found.getFirst().reference : "Your cases",
                found.size() == 1 ? "/cases/" + found.getFirst().reference : "/cases", "since " + Dates.day(found.getFirst().on)));
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
        return found.isEmpty() ? Optional.empty() : Optional.of(card(found.stream().map(Waiting::reference).toList(), one, many, false, page, on + Dates.day(found.getFirst().on)));
    }

    /** One leads to its page; of several the first few are named, and the list of applications leads to all. */
    private static Card card(List<String> references, String one, String many, boolean late, String page, String when) {
        int n = references.size();
        return n == 1 ? new Card(1, one, late, "", references.getFirst(), "/triggers/" + references.getFirst() + page, when)
                : new Card(n, many, late, String.join(", ", references.subList(0, Math.min(n, NAMED))) + (n > NAMED ? " and more:" : ":"), "see all", "/triggers", "the first " + when);
    }
}
