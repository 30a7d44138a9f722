package org.panelhub.trigger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hibernate.Session;
import org.panelhub.identity.Viewers;
import org.panelhub.panels.Panels;
import org.panelhub.time.Recurrence;
import org.panelhub.time.WorkingDays;
import org.panelhub.trigger.procedure.TriggerArrangements;
import org.panelhub.trigger.rules.Clocks;
import org.panelhub.trigger.rules.Moment;
import org.panelhub.trigger.rules.Pause;
import org.panelhub.trigger.rules.StageClock;
import org.panelhub.trigger.rules.TriggerRules;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The clocks of applications, worked out from what happened to each, by the review procedure in force on the day on which it was received. Nothing is stored of them, so that none can be
 * forgotten or go stale.
 */
@ApplicationScoped
class ApplicationClocks {

    private static final Map<EventKind, Moment> MOMENTS = Map.of(EventKind.RECEIVED, Moment.RECEIPT, EventKind.ACKNOWLEDGED, Moment.CONTACT, EventKind.DECISION_TOLD, Moment.DECISION, EventKind.REVIEWED, Moment.MEETING,
            EventKind.OUTCOME_TOLD, Moment.OUTCOME, EventKind.PLAN_DONE, Moment.PLAN, EventKind.LETTER_SENT, Moment.LETTER, EventKind.APPEALED, Moment.APPEAL, EventKind.APPEAL_DECIDED, Moment.ANSWER);

    private final Session rows;
    private final TriggerArrangements procedures;
    private final Panels panels;
    private final WorkingDays workingDays;
    private final Viewers viewers;

    ApplicationClocks(Session rows, TriggerArrangements procedures, Panels panels, WorkingDays workingDays, Viewers viewers) {
        this.rows = rows;
        this.procedures = procedures;
        this.panels = panels;
        this.workingDays = workingDays;
        this.viewers = viewers;
    }

    record Happened(UUID id, String what, LocalDate on, String note) {
    }

    /**
     * What sets the clocks of one application going, and stops them.
     *
     * @param met the last decision on the threshold; null while there is none
     */
    private record History(Map<Moment, LocalDate> happened, List<Pause> pauses, Boolean met) {

        static History of(List<Happened> events) {
            Map<Moment, LocalDate> happened = new EnumMap<>(Moment.class);
            List<Pause> pauses = new ArrayList<>();
            Boolean met = null;
            for (var event : events) {
                var kind = EventKind.valueOf(event.what);
                if (MOMENTS.containsKey(kind)) {
                    // The first time counts: what was told twice was told in time once.
                    happened.putIfAbsent(MOMENTS.get(kind), event.on);
                    if (kind == EventKind.DECISION_TOLD) {
                        // Who was told of the decision was contacted, then at the latest.
                        happened.putIfAbsent(Moment.CONTACT, event.on);
                    }
                    if (kind == EventKind.DECISION_TOLD && Boolean.FALSE.equals(met)) {
                        // Against this letter one may appeal.
                        happened.putIfAbsent(Moment.LETTER, event.on);
                    }
                } else if (kind == EventKind.MET || kind == EventKind.NOT_MET) {
                    if (kind == EventKind.MET && Boolean.FALSE.equals(met)) {
                        // Found met after all, as after an appeal: the letter that ends the review is still to come.
                        happened.remove(Moment.LETTER);
                    }
                    met = kind == EventKind.MET;
                } else if (kind == EventKind.PAUSED) {
                    pauses.add(new Pause(event.on, null, event.note));
                } else if (kind == EventKind.RESUMED && !pauses.isEmpty() && pauses.getLast().until() == null) {
                    var running = pauses.removeLast();
                    pauses.add(new Pause(running.from(), event.on, running.reason()));
                }
            }
            return new History(happened, pauses, met);
        }

        boolean paused() {
            return !pauses.isEmpty() && pauses.getLast().until() == null;
        }
    }

    /** How one application stands: the stages that its procedure gives a time and that it goes through, and whether they stand still. */
    record Standing(List<StageClock> clocks, boolean paused) {

        /** Whether anybody but the applicant has something to do by a day. */
        boolean running() {
            return clocks.stream().anyMatch(c -> c.running() && !c.stage().ofApplicant());
        }
    }

    Standing of(Application application) {
        var history = histories(List.of(application.id())).get(application.id());
        return new Standing(clocks(history, application.state(), application.receivedOn(), procedures.rules(), boards(application.panelId())), history.paused());
    }

    /**
     * What is to be done next on each of these: of the clocks that run, the one that ends first. The applicant's own time is nobody's duty. Without those on which nothing has to be done by
     * a day; what they have in common is read once.
     */
    Map<UUID, StageClock> next(List<ApplicationLine> lines) {
        var histories = histories(lines.stream().map(ApplicationLine::id).toList());
        var rules = procedures.rules();
        Map<UUID, Clocks.Boards> boards = new HashMap<>();
        Map<UUID, StageClock> next = new HashMap<>();
        for (var line : lines) {
            clocks(histories.get(line.id()), line.state(), line.receivedOn(), rules, boards.computeIfAbsent(line.panelId(), this::boards)).stream().filter(c -> c.running() && c.due() != null && !c.stage().ofApplicant())
                    .min(Comparator.comparing(StageClock::due)).ifPresent(clock -> next.put(line.id(), clock));
        }
        return next;
    }

    boolean paused(UUID id) {
        return histories(List.of(id)).get(id).paused();
    }

    private List<StageClock> clocks(History history, ApplicationState state, LocalDate receivedOn, Function<LocalDate, TriggerRules> rules, Clocks.Boards boards) {
        history.happened.putIfAbsent(Moment.RECEIPT, receivedOn);
        return new Clocks(rules.apply(receivedOn), boards, workingDays).of(history.happened, history.pauses, viewers.current().today()).stream().filter(c -> goesThrough(c, state, Boolean.TRUE.equals(history.met))).toList();
    }

    /**
     * What was not found met is not reviewed, but the applicant is still to be told, and may appeal. Where it was closed, whoever closed it said why nothing more is done; telling the outcome and the letter do not
     * lapse by it.
     */
    private static boolean goesThrough(StageClock clock, ApplicationState state, boolean met) {
        boolean always = switch (clock.stage()) {
            case ACKNOWLEDGEMENT, DECISION, APPEAL, APPEAL_DECISION -> true;
            case OUTCOME, LETTER -> met;
            case REVIEW, PLAN -> met && clock.done() != null;
        };
        return switch (state) {
            case RECEIVED, MET -> true;
            case NOT_MET, CLOSED -> always;
            case WITHDRAWN -> false;
        };
    }

    private Map<UUID, History> histories(List<UUID> ids) {
        Map<UUID, List<Happened>> events = new HashMap<>();
        ids.forEach(id -> events.put(id, new ArrayList<>()));
        if (!ids.isEmpty()) {
            rows.createNativeQuery("select trigger_id, kind, on_day, note from hub.trigger_event where trigger_id in (:ids) order by at, id", Happened.class).setParameterList("ids", ids).getResultList()
                    .forEach(event -> events.get(event.id).add(event));
        }
        return events.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> History.of(e.getValue())));
    }

    /** The dates that are planned; after the last of them nothing is known. */
    private Clocks.Boards boards(UUID panelId) {
        var planned = rows.createNativeQuery("select cast(m.starts_at at time zone 'Europe/London' as date) from hub.meeting m where m.panel_id = ?1 and m.state <> 'CANCELLED' order by 1", LocalDate.class)
                .setParameter(1, panelId).getResultList();
        var said = panels.figuresOn(panelId, viewers.current().today()).recurrence();
        return day -> Stream.concat(planned.stream().filter(d -> d.isAfter(day)), planned.stream().anyMatch(d -> d.isAfter(day)) ? Stream.empty() : rhythm(said, day));
    }

    private Stream<LocalDate> rhythm(String said, LocalDate day) {
        try {
            return Clocks.Boards.by(Recurrence.parse(said), workingDays).after(day);
        } catch (Recurrence.NotUnderstood e) {
            return Stream.empty();
        }
    }
}
