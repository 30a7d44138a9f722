package org.panelhub.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.hibernate.Session;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.actions.ActionView;
import org.panelhub.actions.Asked;
import org.panelhub.actions.Tracker;
import org.panelhub.cases.conflicts.Conflicts;
import org.panelhub.cases.emergency.Emergencies;
import org.panelhub.cases.emergency.EmergencyView;
import org.panelhub.cases.review.Reviews;
import org.panelhub.identity.Viewers;
import org.panelhub.minutes.MinutesWaiting;
import org.panelhub.page.Dates;
import org.panelhub.page.Words;
import org.panelhub.panels.PanelStanding;
import org.panelhub.panels.Standing;
import org.panelhub.plans.Editions;
import org.panelhub.plans.Handovers;
import org.panelhub.protocols.SetUp;
import org.panelhub.web.HomeView.Card;

import jakarta.enterprise.context.ApplicationScoped;

/** What waits for the viewer, room by room, as cards: only what is not empty, and only what this viewer can do something about. */
@ApplicationScoped
class WaitingWork {

    private final Session database;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Tracker tracker;
    private final Asked asked;
    private final Editions plans;
    private final Handovers handovers;
    private final MinutesWaiting minutes;
    private final SetUp setUp;
    private final Emergencies emergencies;
    private final Reviews reviews;
    private final Conflicts conflicts;
    private final Standing standing;
    private final ApplicationWork applications;

    WaitingWork(Session database, Viewers viewers, Permissions permissions, Tracker tracker, Asked asked, Editions plans, Handovers handovers, MinutesWaiting minutes, SetUp setUp, Emergencies emergencies,
            Reviews reviews, Conflicts conflicts, Standing standing, ApplicationWork applications) {
        this.applications = applications;
        this.standing = standing;
        this.database = database;
        this.viewers = viewers;
        this.permissions = permissions;
        this.tracker = tracker;
        this.asked = asked;
        this.plans = plans;
        this.handovers = handovers;
        this.minutes = minutes;
        this.setUp = setUp;
        this.emergencies = emergencies;
        this.reviews = reviews;
        this.conflicts = conflicts;
    }

    /** The most urgent first. {@code mine} are the viewer's open actions, by the day they are due. */
    List<Card> cards(List<ActionView> mine) {
        var papers = minutes.now();
        return Stream.of(List.of(emergencies(), overdue(mine), escalated()), applications.cards(), List.of(offered(), later(), declarations(), undertakings(), signAgain(), reviewsOfProtocols(), conflicts(), unkeptLists(), chairsNeeded(), deputiesNeeded(), guests(), appeals(), deputies(), research(), onward(), triage(), decisions(), more(), exits(), setUp(),
                minutes(papers.toWriteOrSend(), "set of minutes to write or send", "sets of minutes to write or send"),
                minutes(papers.toCheck(), "set of draft minutes to check", "sets of draft minutes to check"),
                minutes(papers.toAgree(), "set of minutes to agree", "sets of minutes to agree"),
                minutes(papers.toRead(), "set of minutes to read", "sets of minutes to read"), plansToApprove(), handovers(), managers(), reviews(), mail()))
                .flatMap(List::stream).flatMap(Optional::stream).toList();
    }

    /** To be looked at by whoever answers for them; nobody reviews its own. */
    private Optional<Card> emergencies() {
        var waiting = permissions.may(Permission.REVIEW_EMERGENCY) ? emergencies.toReview().stream().filter(e -> !e.reviewed() && !e.own()).toList() : List.<EmergencyView>of();
        return first(waiting, (first, n) -> new Card(n, Words.plural(n, "case was opened in an emergency", "cases were opened in an emergency"), waiting.stream().anyMatch(EmergencyView::overdue),
                "", "Review it", "/emergencies", "by " + Dates.full(first.reviewBy())));
    }

    record Invited(UUID panelId, String panel) {
    }

    /** Guests whose own body has signed nothing sign the undertaking themselves, before anything is open to them. */
    private Optional<Card> guests() {
        return card("""
                select distinct p.id, p.name from hub.guest g join hub.panel p on p.id = g.panel_id join hub.meeting m on m.id = g.meeting_id
                 where g.member_id = hub.viewer() and g.ended_at is null and m.state in ('PLANNED', 'PUBLISHED', 'OPEN')
                   and not exists (select from access.panel_signed s where s.panel_id = g.panel_id and s.agency_id = hub.agency())
                   and not exists (select from hub.undertaking u where u.panel_id = g.panel_id and u.member_id = hub.viewer() and u.during @> hub.today()) order by p.name""", Invited.class,
                (first, n) -> new Card(n, Words.plural(n, "undertaking to sign as a guest", "undertakings to sign as a guest"), false, "", first.panel, "/undertakings/" + first.panelId, ""));
    }

    private Optional<Card> appeals() {
        return first(reviews.ofViewer(), (first, n) -> new Card(n, Words.plural(n, "case to look at again", "cases to look at again"), false, "", first.reference(), "/reviews", ""));
    }

    /** Named by somebody else, on a panel where the viewer may confirm it. */
    private Optional<Card> deputies() {
        var waiting = database.createNativeQuery("""
                select p.id, p.name from hub.deputy d join hub.panel p on p.id = d.panel_id
                 where d.state = 'NAMED' and upper(d.during) > hub.today() and d.named_by <> hub.viewer() and d.member_id <> hub.viewer() order by d.named_at""", Invited.class).getResultStream()
                .filter(d -> permissions.may(Permission.CONFIRM_DEPUTY, d.panelId)).toList();
        return first(waiting, (first, n) -> new Card(n, Words.plural(n, "deputy to confirm", "deputies to confirm"), false, "", first.panel, "/panels/" + first.panelId + "/deputies", ""));
    }

    private Optional<Card> overdue(List<ActionView> mine) {
        var count = tracker.overdueMine();
        return mine.isEmpty() || count == 0 ? Optional.empty() : Optional.of(oldest(mine.getFirst(), count));
    }

    private Optional<Card> escalated() {
        var count = tracker.escalatedToMe();
        return count == 0 ? Optional.empty() : Optional.of(new Card(count, Words.plural(count, "action that is not done is escalated to you", "actions that are not done are escalated to you"), true, "", "See to it", "/actions?whose=escalated", ""));
    }

    private Optional<Card> offered() {
        var count = asked.offeredToUs();
        return count == 0 ? Optional.empty() : Optional.of(new Card(count, Words.plural(count, "action is offered to your agency", "actions are offered to your agency"), false, "", "Take on or decline", "/actions?whose=offered", ""));
    }

    /** Of a chair. */
    private Optional<Card> later() {
        var count = asked.laterToDecide();
        return count == 0 ? Optional.empty() : Optional.of(new Card(count, Words.plural(count, "action asks for a later day", "actions ask for a later day"), false, "", "Agree or refuse", "/actions?whose=later", ""));
    }

    private static Card oldest(ActionView first, long count) {
        var reference = first.caseReference() == null ? "" : ", " + first.caseReference();
        return new Card(count, Words.plural(count, "action is overdue", "actions are overdue"), true, count == 1 ? "" : "Oldest:", first.task() + reference, "/actions/" + first.id(),
                "due " + Dates.full(first.due().on()));
    }

    record Meeting(UUID id, String panel, Instant startsAt) {
    }

    /** One signs on the day. */
    private Optional<Card> declarations() {
        return card("""
                select m.id, p.name, m.starts_at from hub.meeting m join hub.panel p on p.id = m.panel_id join hub.attendance a on a.meeting_id = m.id and a.member_id = hub.viewer()
                 where m.state in ('PUBLISHED', 'OPEN') and (m.state = 'OPEN' or (m.starts_at at time zone 'Europe/London')::date = hub.today()) and a.reply <> 'APOLOGIES'
                   and not exists (select from hub.declaration d where d.meeting_id = m.id and d.member_id = hub.viewer()) order by m.starts_at""", Meeting.class,
                (first, n) -> new Card(n, Words.plural(n, "declaration to sign before ", "declarations to sign before ") + Dates.clock(first.startsAt), false, "", first.panel + ", today",
                        "/meetings/" + first.id + "/declaration", ""));
    }

    /** Of a chair: those that shut a case or a referral until it is decided, and hints, which shut nothing. */
    private Optional<Card> conflicts() {
        return permissions.may(Permission.DECIDE_CONFLICT) ? first(conflicts.waiting(), (first, n) -> new Card(n, Words.plural(n, "conflict of interest to decide", "conflicts of interest to decide"), false, "",
                n == 1 ? first.about() : "What is known of them", n == 1 ? "/conflicts/" + first.id() : "/conflicts", "")) : Optional.empty();
    }

    /** Of a chair: sealed cases whose list has no chair any more. */
    private Optional<Card> unkeptLists() {
        return permissions.may(Permission.SEAL_CASE) ? first(conflicts.unkeptLists(), (first, n) -> new Card(n, Words.plural(n, "sealed case needs a chair on its list", "sealed cases need a chair on their lists"), true, "",
                first.reference(), "/conflicts", "")) : Optional.empty();
    }

    /** An administrator is told that a panel needs another chair, and not why. */
    private Optional<Card> chairsNeeded() {
        return permissions.may(Permission.SET_UP) ? first(conflicts.chairsNeeded(), (first, n) -> new Card(n, Words.plural(n, "panel needs another chair", "panels need another chair"), true, "",
                first.panel(), "/panels/" + first.panelId(), "")) : Optional.empty();
    }

    private Optional<Card> deputiesNeeded() {
        return permissions.may(Permission.BAR_MEMBER) ? first(conflicts.deputies(), (first, n) -> new Card(n, Words.plural(n, "agency needs a deputy for an item", "agencies need a deputy for an item"), false, "",
                n == 1 ? first.agency() + ", " + first.reference() : "For which items", "/conflicts", "")) : Optional.empty();
    }

    private Optional<Card> undertakings() {
        var due = viewers.current().seats().stream().filter(s -> !s.undertaken()).map(s -> new Named(s.panelId(), s.panel())).distinct().toList();
        return due.isEmpty() ? Optional.empty()
                : Optional.of(new Card(due.size(), Words.plural(due.size(), "undertaking to sign", "undertakings to sign"), false, "", due.getFirst().name + ", for a year",
                        "/undertakings/" + due.getFirst().id, ""));
    }

    record Named(UUID id, String name) {
    }

    /** In its last days an undertaking is signed again, so that no day is without one. */
    private Optional<Card> signAgain() {
        return first(standing.ofViewer().stream().filter(s -> s.undertakenUntil() != null && s.undertakingDue()).sorted(Comparator.comparing(PanelStanding::undertakenUntil)).toList(),
                (first, n) -> new Card(n, Words.plural(n, "undertaking to sign again", "undertakings to sign again"), false, "", first.shortName(), "/undertakings/" + first.panelId(),
                        "ends on " + Dates.full(first.undertakenUntil())));
    }

    record Review(UUID id, String title, LocalDate reviewBy) {
    }

    /** Told to those who can see to it. */
    private Optional<Card> reviewsOfProtocols() {
        return permissions.may(Permission.SET_UP) || permissions.may(Permission.WITHDRAW_SIGNATURE) || permissions.may(Permission.SCHEDULE) ? card("""
                select p.id, p.name || ', edition ' || p.edition, p.review_by from hub.protocol p where p.in_force @> hub.today() and p.review_by < hub.today() order by p.review_by, p.id""", Review.class,
                (first, n) -> new Card(n, Words.plural(n, "protocol review is overdue", "protocol reviews are overdue"), true, "", first.title, "/protocols/" + first.id,
                        "since " + Dates.full(first.reviewBy))) : Optional.empty();
    }

    record Request(String reference, LocalDate dueOn) {
    }

    private Optional<Card> research() {
        return permissions.may(Permission.ENTER_INFORMATION) ? card("""
                select c.reference, r.due_on from hub.research_request r join hub.case_file c on c.id = r.case_id
                 where r.agency_id = hub.agency() and r.answered_at is null order by r.due_on, r.id""", Request.class,
                (first, n) -> new Card(n, Words.plural(n, "request for information to answer", "requests for information to answer"), first.dueOn.isBefore(viewers.current().today()),
                        "", n == 1 ? first.reference : "What is asked of us", n == 1 ? "/cases/" + first.reference + "/information" : "/requests",
                        (n == 1 ? "by " : "the first by ") + Dates.full(first.dueOn))) : Optional.empty();
    }

    record Onward(UUID id, UUID panelId, UUID caseId, Instant askedAt) {
    }

    private Optional<Card> onward() {
        var waiting = database.createNativeQuery("""
                select q.id, q.panel_id, q.case_id, q.asked_at from hub.onward_request q where q.agency_id = hub.agency() and q.answered_at is null order by q.asked_at, q.id""", Onward.class).getResultStream()
                .filter(q -> permissions.mayForOwn(Permission.RELEASE_INFORMATION, q.panelId, q.caseId)).toList();
        return first(waiting, (first, n) -> new Card(n, Words.plural(n, "request to use our information further", "requests to use our information further"), false, "", n == 1 ? "Answer it" : "Answer them",
                n == 1 ? "/onward/" + first.id : "/onward", "asked on " + Dates.day(first.askedAt.atZone(Dates.LONDON).toLocalDate())));
    }

    record Sent(UUID id, String panel, LocalDate triageBy) {
    }

    private Optional<Card> triage() {
        var panels = panelsWhere(Permission.TRIAGE);
        return panels.length == 0 ? Optional.empty() : first(database.createNativeQuery("""
                select r.id, p.short_name, r.triage_by from hub.referral r join hub.panel p on p.id = r.panel_id
                 where r.state = 'SENT' and r.panel_id = any (:panels) order by r.triage_by nulls last, r.received_at""", Sent.class).setParameter("panels", panels).getResultList(),
                (first, n) -> new Card(n, Words.plural(n, "referral to triage", "referrals to triage"), first.triageBy != null && first.triageBy.isBefore(viewers.current().today()),
                        n == 1 ? "" : "First:", first.panel + " referral", "/referrals/" + first.id, first.triageBy == null ? "" : "by " + Dates.full(first.triageBy)));
    }

    private Optional<Card> decisions() {
        return permissions.may(Permission.DECIDE_REFERRAL) ? card("""
                select r.id, p.short_name, r.triage_by from hub.referral r join hub.panel p on p.id = r.panel_id
                 where r.state = 'WITH_SENIOR_OFFICER' and r.agency_id = hub.agency() and (r.senior_member_id is null or r.senior_member_id = hub.viewer()) order by r.made_at""", Sent.class,
                (first, n) -> new Card(n, Words.plural(n, "referral waits for your decision", "referrals wait for your decision"), false, "", first.panel + " referral",
                        "/referrals/" + first.id, "")) : Optional.empty();
    }

    private Optional<Card> more() {
        return card("select r.id, p.short_name, r.triage_by from hub.referral r join hub.panel p on p.id = r.panel_id where r.state = 'MORE_ASKED' and r.author_id = hub.viewer() order by r.triaged_at",
                Sent.class, (first, n) -> new Card(n, Words.plural(n, "referral needs more from you", "referrals need more from you"), false, "", first.panel + " referral",
                        "/referrals/" + first.id, ""));
    }

    record Exit(UUID caseId, UUID panelId, String reference) {
    }

    private Optional<Card> exits() {
        var waiting = database.createNativeQuery("""
                select e.case_id, e.panel_id, c.reference from hub.case_exit e join hub.case_file c on c.id = e.case_id
                 where e.signed_off_at is null and e.cancelled_at is null and e.proposed_by <> hub.viewer() and c.state = 'OPEN' order by e.proposed_at""", Exit.class).getResultStream()
                .filter(e -> permissions.may(Permission.SIGN_OFF_EXIT, e.panelId, e.caseId)).toList();
        return first(waiting, (first, n) -> new Card(n, Words.plural(n, "case to sign off for closing", "cases to sign off for closing"), false, "", first.reference,
                "/cases/" + first.reference + "/exit", ""));
    }

    private Optional<Card> minutes(List<MinutesWaiting.Line> waiting, String one, String many) {
        return first(waiting, (first, n) -> new Card(n, Words.plural(n, one, many), first.late(viewers.current().today()), "", first.panel() + ", " + Dates.day(first.day()), first.path(),
                first.dueOn() == null ? "" : "due " + Dates.full(first.dueOn())));
    }

    /** Cases whose case manager's place has ended, as by a conflict of interest, with nobody in it since. */
    private Optional<Card> managers() {
        var panels = panelsWhere(Permission.NAME_CASE_TEAM);
        return panels.length == 0 ? Optional.empty() : first(database.createNativeQuery("""
                select c.reference from hub.case_file c
                 where c.panel_id = any (:panels) and c.state in ('OPEN', 'CLOSING')
                   and not (select bool_or(t.during @> hub.today()) from hub.case_team t where t.case_id = c.id and t.role = 'CASE_MANAGER') order by c.opened_on, c.id""", String.class)
                .setParameter("panels", panels).getResultList(),
                (first, n) -> new Card(n, Words.plural(n, "case needs a new case manager", "cases need a new case manager"), true, n == 1 ? "" : "First:", first,
                        "/cases/" + first + "/team", ""));
    }

    /** Of the panels on which the viewer sits, those where a role of it may do this. */
    private UUID[] panelsWhere(Permission permission) {
        return viewers.current().seats().stream().map(s -> s.panelId()).filter(p -> permissions.may(permission, p)).distinct().toArray(UUID[]::new);
    }

    private Optional<Card> reviews() {
        return first(plans.dueForReview(), (first, n) -> new Card(n, Words.plural(n, "plan to review", "plans to review"), first.reviewOn().isBefore(viewers.current().today()),
                "", first.caseReference(), "/cases/" + first.caseReference() + "/plan", "due " + Dates.full(first.reviewOn())));
    }

    /** Of a chair. */
    private Optional<Card> plansToApprove() {
        return first(plans.toApprove(), (first, n) -> new Card(n, Words.plural(n, "plan to approve", "plans to approve"), false, n == 1 ? "" : "First:", first, "/cases/" + first + "/plan", ""));
    }

    private Optional<Card> handovers() {
        return first(handovers.toAnswer(), (first, n) -> new Card(n, Words.plural(n, "case is handed over to you", "cases are handed over to you"), false, n == 1 ? "" : "First:", first, "/cases/" + first + "/plan/handover/answer", ""));
    }

    private Optional<Card> setUp() {
        var missing = permissions.may(Permission.SET_UP) ? setUp.sections().stream().flatMap(s -> s.tasks().stream()).filter(t -> !t.done()).count() : 0;
        return missing == 0 ? Optional.empty()
                : Optional.of(new Card(missing, Words.plural(missing, "thing is missing in the set-up", "things are missing in the set-up"), false, "", "Set up the partnership", "/set-up", ""));
    }

    /** An administrator only sees these rows. */
    private Optional<Card> mail() {
        var failing = permissions.may(Permission.SET_UP)
                ? database.createNativeQuery("select count(*) from hub.outbox where sent_at is null and last_error is not null", Long.class).getSingleResult() : 0L;
        return failing == 0 ? Optional.empty()
                : Optional.of(new Card(failing, Words.plural(failing, "mail could not be sent", "mails could not be sent"), true, "", "See why", "/set-up/mail", ""));
    }

    /** Makes a card of the first of several and their number. */
    private interface Shape<T> {
        Card of(T first, long count);
    }

    private <T> Optional<Card> card(String sql, Class<T> type, Shape<T> shape) {
        return first(database.createNativeQuery(sql, type).getResultList(), shape);
    }

    private static <T> Optional<Card> first(List<T> found, Shape<T> shape) {
        return found.isEmpty() ? Optional.empty() : Optional.of(shape.of(found.getFirst(), found.size()));
    }
}
