package org.panelhub.trigger.appeal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.panelhub.time.WorkingDays;
import org.panelhub.trigger.EventKind;
import org.panelhub.trigger.rules.Clocks;
import org.panelhub.trigger.rules.Course;
import org.panelhub.trigger.rules.Moment;
import org.panelhub.trigger.rules.Pause;
import org.panelhub.trigger.rules.Stage;
import org.panelhub.trigger.rules.StageClock;
import org.panelhub.trigger.rules.TriggerRules;

/**
 * Until when an appeal may be asked for, and by when it is decided, by the procedure in force on the day of receipt. Each appeal has its own: the time to ask runs from the last letter about what the
 * appeal is about, and a second appeal has as long for its answer as the first.
 */
final class AppealTime {

    private final Map<Moment, LocalDate> happened = new EnumMap<>(Moment.class);
    private final List<Pause> pauses;
    private final Clocks clocks;
    private final LocalDate today;

    /** Something that happened to the application, in order. */
    record Happened(String what, LocalDate on) {
    }

    AppealTime(About about, LocalDate receivedOn, List<Happened> events, TriggerRules rules, WorkingDays workingDays, LocalDate today) {
        this.clocks = new Clocks(rules, Clocks.Boards.UNKNOWN, workingDays);
        this.today = today;
        // Why the clocks were paused is noted for those who work on it.
        this.pauses = Course.of(receivedOn, events.stream().map(e -> new Course.Event(e.what, e.on, "-")).toList()).pauses();
        happened.put(Moment.RECEIPT, receivedOn);
        for (var event : events) {
            var kind = EventKind.valueOf(event.what);
            if (about.letter(kind)) {
                Course.letter(happened, event.on);
            }
            switch (kind) {
                case ACKNOWLEDGED -> happened.putIfAbsent(Moment.CONTACT, event.on);
                case DECISION_TOLD -> happened.putIfAbsent(Moment.DECISION, event.on);
                case REVIEWED -> happened.putIfAbsent(Moment.MEETING, event.on);
                case OUTCOME_TOLD -> happened.putIfAbsent(Moment.OUTCOME, event.on);
                case PLAN_DONE -> happened.putIfAbsent(Moment.PLAN, event.on);
                default -> { }
            }
        }
    }

    /** The last day on which it may be asked for; null where the procedure sets no time, or nothing has been sent from which it would run. */
    LocalDate lastDay() {
        var clock = clocks.of(Stage.APPEAL, happened, pauses, today);
        return clock == null || clock.started() == null ? null : clock.due();
    }

    /** How one that was asked for on that day stands; null where the procedure gives its answer no time. */
    StageClock answer(LocalDate askedOn, LocalDate answeredOn) {
        var with = new EnumMap<>(happened);
        with.put(Moment.APPEAL, askedOn);
        if (answeredOn != null) {
            with.put(Moment.ANSWER, answeredOn);
        }
        return clocks.of(Stage.APPEAL_DECISION, with, pauses, today);
    }
}
