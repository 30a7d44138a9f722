package org.panelhub.trigger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    record Happened(String what, LocalDate on, String note) {
    }

    /** All stages that its procedure gives a time. */
    List<StageClock> of(UUID id, UUID panelId, LocalDate receivedOn) {
        var today = viewers.current().today();
        Map<Moment, LocalDate> happened = new EnumMap<>(Moment.class);
        List<Pause> pauses = new ArrayList<>();
        for (var event : rows.createNativeQuery("select kind, on_day, note from hub.trigger_event where trigger_id = ?1 order by at, id", Happened.class).setParameter(1, id).getResultList()) {
            var kind = EventKind.valueOf(event.what);
            if (MOMENTS.containsKey(kind)) {
                // The first time counts: what was told twice was told in time once.
                happened.putIfAbsent(MOMENTS.get(kind), event.on);
            } else if (kind == EventKind.PAUSED) {
                pauses.add(new Pause(event.on, null, event.note));
            } else if (kind == EventKind.RESUMED && !pauses.isEmpty() && pauses.getLast().until() == null) {
                var running = pauses.removeLast();
                pauses.add(new Pause(running.from(), event.on, running.reason()));
            }
        }
        happened.putIfAbsent(Moment.RECEIPT, receivedOn);
        return new Clocks(procedures.rulesOn(receivedOn), boards(panelId), workingDays).of(happened, pauses, today);
    }

    /** What is to be done next: of the clocks that run, the one that ends first. The applicant's own time is nobody's duty. */
    Optional<StageClock> next(UUID id, UUID panelId, LocalDate receivedOn) {
        return of(id, panelId, receivedOn).stream().filter(c -> c.running() && c.due() != null && !c.stage().ofApplicant()).min(Comparator.comparing(StageClock::due));
    }

    boolean paused(UUID id) {
        return rows.createNativeQuery("select kind from hub.trigger_event where trigger_id = ?1 and kind in ('PAUSED', 'RESUMED') order by at desc, id desc limit 1", String.class).setParameter(1, id)
                .uniqueResultOptional().filter("PAUSED"::equals).isPresent();
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
