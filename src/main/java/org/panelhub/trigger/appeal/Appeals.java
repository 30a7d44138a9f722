package org.panelhub.trigger.appeal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hibernate.LockMode;
import org.hibernate.Session;
import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Choice;
import org.panelhub.time.WorkingDays;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.ApplicationState;
import org.panelhub.trigger.EventKind;
import org.panelhub.trigger.Received;
import org.panelhub.trigger.procedure.TriggerArrangements;

import jakarta.enterprise.context.ApplicationScoped;

/** The appeals of an application that the viewer sees. Who had a part in it is worked out by PostgreSQL, which refuses a reviewer who had. */
@ApplicationScoped
class Appeals {

    private static final Set<ApplicationState> DECIDED = EnumSet.of(ApplicationState.MET, ApplicationState.NOT_MET, ApplicationState.CLOSED);

    private final Session rows;
    private final Viewers viewers;
    private final Permissions permissions;
    private final TriggerArrangements procedures;
    private final WorkingDays workingDays;
    private final Outbox outbox;

    Appeals(Session rows, Viewers viewers, Permissions permissions, TriggerArrangements procedures, WorkingDays workingDays, Outbox outbox) {
        this.rows = rows;
        this.viewers = viewers;
        this.permissions = permissions;
        this.procedures = procedures;
        this.workingDays = workingDays;
        this.outbox = outbox;
    }

    private record Candidate(UUID id, String name, String agency) {
    }

    private record LeftOut(Boolean unbound, Boolean part) {
    }

    /** The newest first. */
    List<AppealView> of(Application application) {
        var found = rows.createNativeQuery("""
                select x.id, x.about, x.words, x.received_how, x.asked_on, e.name, x.due_on, x.late, x.taken, x.taken_reason, x.reviewer_id, m.name, a.name, x.outcome, x.outcome_words, x.outcome_on, x.version
                  from hub.trigger_appeal x left join hub.member e on e.id = x.entered_by left join hub.member m on m.id = x.reviewer_id left join hub.agency a on a.id = m.agency_id
                 where x.trigger_id = ?1 order by x.asked_at desc, x.id""", AppealView.Row.class).setParameter(1, application.id()).getResultList();
        boolean handles = permissions.may(Permission.HANDLE_APPLICATION, application.panelId());
        var events = events(application);
        return found.stream().map(row -> new AppealView(row, row.refused() ? null : time(row.about(), application, events).answer(row.askedOn(), row.outcomeOn()), interviews(row.id()),
                new AppealView.May(handles && row.toTake(), handles && row.running() && !row.toTake(), row.running() && viewers.current().memberId().equals(row.reviewerId())))).toList();
    }

    /** Whether one was asked for that is not the viewer's to read: the board sees that by what happened, and no word of it. */
    boolean hidden(Application application, List<AppealView> appeals) {
        return appeals.isEmpty() && happened(events(application)).contains(EventKind.APPEALED);
    }

    /** Whether the viewer may key one in: none runs, and there is something decided to appeal against. */
    boolean mayAsk(Application application, List<AppealView> appeals) {
        return permissions.may(Permission.HANDLE_APPLICATION, application.panelId()) && DECIDED.contains(application.state()) && appeals.stream().noneMatch(a -> a.row().running());
    }

    /** About what an appeal may be, and the last day for each; null where there is none. What has been looked at is not asked again. */
    Map<About, LocalDate> open(Application application, List<AppealView> appeals) {
        var events = events(application);
        var happened = happened(events);
        var asked = EnumSet.noneOf(About.class);
        appeals.stream().filter(a -> !a.row().refused()).forEach(a -> asked.add(a.row().about()));
        Map<About, LocalDate> open = new EnumMap<>(About.class);
        for (var about : About.values()) {
            if (about.possible(happened) && !asked.contains(about)) {
                open.put(about, time(about, application, events).lastDay());
            }
        }
        return open;
    }

    static Set<EventKind> happened(List<AppealTime.Happened> events) {
        var happened = EnumSet.noneOf(EventKind.class);
        events.forEach(e -> happened.add(EventKind.valueOf(e.what())));
        return happened;
    }

    /** Keys in what was asked for by telephone, in a letter or in person, on the day on which it was. */
    void ask(Application application, UUID id, About about, String words, Received how, LocalDate on, LocalDate lastDay) {
        permissions.require(Permission.HANDLE_APPLICATION, application.panelId());
        rows.persist(new Appeal(viewers.current(), application, id, about, words, how, on, lastDay));
        rows.flush();
    }

    /** To be changed: whoever comes second waits here, and then sees what the first one did. */
    Appeal toHandle(Application application, UUID id) {
        permissions.require(Permission.HANDLE_APPLICATION, application.panelId());
        return locked(application, id);
    }

    /**
     * To be decided.
     *
     * @throws Forbidden when the viewer is not its reviewer
     */
    Appeal toDecide(Application application, UUID id) {
        var appeal = locked(application, id);
        if (!viewers.current().memberId().equals(appeal.reviewerId())) {
            throw new Forbidden(Permission.HANDLE_APPLICATION);
        }
        return appeal;
    }

    private Appeal locked(Application application, UUID id) {
        var appeal = rows.find(Appeal.class, id);
        if (appeal == null || !appeal.triggerId().equals(application.id())) {
            throw new NotFound("appeal", id);
        }
        // One that has had its answer is hidden from a lock, as nobody changes it any more.
        if (appeal.running()) {
            rows.refresh(appeal, LockMode.PESSIMISTIC_WRITE);
        }
        return appeal;
    }

    /** Whether a late one is taken all the same. */
    void take(Appeal appeal, boolean taken, String reason) {
        appeal.take(viewers.current(), taken, reason);
        rows.flush();
    }

    AppealView.Reviewers reviewers(Application application) {
        var free = rows.createNativeQuery("select member_id, name, agency from access.application_reviewers(?1)", Candidate.class).setParameter(1, application.id()).getResultList();
        var leftOut = rows.createNativeQuery("select unbound, part from access.application_reviewers_left_out(?1)", LeftOut.class).setParameter(1, application.id()).getSingleResult();
        return new AppealView.Reviewers(free.stream().map(c -> Choice.of(c.id.toString(), c.name + ", " + c.agency)).toList(), leftOut.unbound, leftOut.part);
    }

    /** Who is asked reads the application, and the file of its review, until the outcome. */
    void name(Application application, Appeal appeal, UUID reviewer) {
        appeal.name(viewers.current(), reviewer);
        rows.flush();
        outbox.put(reviewer, "review", "You are asked to decide an appeal", "You are asked to look again at an application for a case review that you had no part in. Its reference is " + application.reference()
                + ". It is open to you to read until you say what you found.\n\nSign in and read it:\n{hub}/triggers/" + application.reference() + "/appeal\n", "appeal/" + appeal.id() + "/" + reviewer);
    }

    void interview(Application application, Appeal appeal, UUID once, Whom whom, LocalDate on, String note) {
        rows.createNativeQuery("insert into hub.trigger_interview (partnership_id, id, appeal_id, trigger_id, panel_id, whom, on_day, note, by) values (hub.partnership(), ?1, ?2, ?3, ?4, ?5, ?6, ?7, hub.viewer()) on conflict do nothing")
                .setParameter(1, once).setParameter(2, appeal.id()).setParameter(3, application.id()).setParameter(4, application.panelId()).setParameter(5, whom.name()).setParameter(6, on).setParameter(7, note).executeUpdate();
    }

    /** With it the reviewer's sight ends. */
    void conclude(Appeal appeal, Appeal.Outcome outcome, String words) {
        appeal.conclude(viewers.current(), outcome, words);
        rows.flush();
    }

    String marking(Application application) {
        return rows.createNativeQuery("select marking from hub.panel where id = ?1", String.class).setParameter(1, application.panelId()).getSingleResult();
    }

    /** Where the applicant may turn after the appeal, as the partnership has said; empty where it has not. */
    AppealView.Further further() {
        return rows.createNativeQuery("select further_body, further_contact from hub.trigger_scheme", AppealView.Further.class).uniqueResultOptional().orElse(new AppealView.Further("", ""));
    }

    private List<AppealView.Interview> interviews(UUID appeal) {
        return rows.createNativeQuery("select whom, on_day, note from hub.trigger_interview where appeal_id = ?1 order by on_day, at, id", AppealView.Interview.class).setParameter(1, appeal).getResultList();
    }

    private List<AppealTime.Happened> events(Application application) {
        return rows.createNativeQuery("select kind, on_day from hub.trigger_event where trigger_id = ?1 order by at, id", AppealTime.Happened.class).setParameter(1, application.id()).getResultList();
    }

    private AppealTime time(About about, Application application, List<AppealTime.Happened> events) {
        return new AppealTime(about, application.receivedOn(), events, procedures.rulesOn(application.receivedOn()), workingDays, viewers.current().today());
    }
}
