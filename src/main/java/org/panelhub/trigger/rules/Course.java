package org.panelhub.trigger.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.panelhub.time.WorkingDays;

/**
 * The course that an application has taken so far, read from what happened to it: the moments that set clocks going and stop them, and the pauses.
 *
 * @param met the last decision on the threshold; null while there is none
 */
public record Course(Map<Moment, LocalDate> happened, List<Pause> pauses, Boolean met) {

    private static final Map<String, Moment> MOMENTS = Map.of("ACKNOWLEDGED", Moment.CONTACT, "DECISION_TOLD", Moment.DECISION, "REVIEWED", Moment.MEETING, "OUTCOME_TOLD", Moment.OUTCOME, "PLAN_DONE", Moment.PLAN);

    /**
     * Something that happened.
     *
     * @param kind as {@code trigger.EventKind} names it; what sets no clock is passed over
     * @param note why, of a pause
     */
    public record Event(String kind, LocalDate on, String note) {
    }

    /** @param events in the order in which they came */
    public static Course of(LocalDate receivedOn, List<Event> events) {
        Map<Moment, LocalDate> happened = new EnumMap<>(Moment.class);
        List<Pause> pauses = new ArrayList<>();
        Boolean met = null;
        happened.put(Moment.RECEIPT, receivedOn);
        for (var event : events) {
            // The first time counts: what was told twice was told in time once.
            if (MOMENTS.containsKey(event.kind)) {
                happened.putIfAbsent(MOMENTS.get(event.kind), event.on);
            }
            switch (event.kind) {
                case "DECISION_TOLD" -> {
                    // Who was told of the decision was contacted, then at the latest; and against a refusal one may appeal.
                    happened.putIfAbsent(Moment.CONTACT, event.on);
                    if (Boolean.FALSE.equals(met)) {
                        letter(happened, event.on);
                    }
                }
                case "LETTER_SENT" -> letter(happened, event.on);
                case "APPEALED" -> {
                    // Each appeal has its own time for the answer: what was answered is the one before.
                    happened.put(Moment.APPEAL, event.on);
                    happened.remove(Moment.ANSWER);
                }
                case "APPEAL_DECIDED" -> happened.put(Moment.ANSWER, event.on);
                case "MET", "NOT_MET" -> {
                    if (event.kind.equals("MET") && Boolean.FALSE.equals(met)) {
                        // Found met after all, as after an appeal: the letter that ends the review is still to come.
                        happened.remove(Moment.LETTER);
                    }
                    met = event.kind.equals("MET");
                }
                case "PAUSED" -> pauses.add(new Pause(event.on, null, event.note));
                case "RESUMED" -> {
                    if (!pauses.isEmpty() && pauses.getLast().until() == null) {
                        var running = pauses.removeLast();
                        pauses.add(new Pause(running.from(), event.on, running.reason()));
                    }
                }
                default -> {
                }
            }
        }
        return new Course(happened, pauses, met);
    }

    /** The time to ask for an appeal runs from the latest day on which the applicant was told, in whatever order the days were entered: nobody loses time by being told once more. */
    public static void letter(Map<Moment, LocalDate> happened, LocalDate on) {
        happened.merge(Moment.LETTER, on, (before, now) -> now.isAfter(before) ? now : before);
    }

    /** Whether its clocks stand still. */
    public boolean paused() {
        return !pauses.isEmpty() && pauses.getLast().until() == null;
    }

    /**
     * The clocks of the stages that it goes through as it stands. What was not found met is not reviewed, but the applicant is still to be told, and may appeal. Where it was closed, whoever closed it said why nothing
     * more is done; telling the outcome and the letter do not lapse by it.
     *
     * @param state as {@code trigger.ApplicationState} names it
     */
    public List<StageClock> clocks(TriggerRules rules, Clocks.Boards boards, WorkingDays workingDays, String state, LocalDate today) {
        return new Clocks(rules, boards, workingDays).of(happened, pauses, today).stream().filter(c -> goesThrough(c, state)).toList();
    }

    private boolean goesThrough(StageClock clock, String state) {
        return switch (state) {
            case "WITHDRAWN" -> false;
            case "NOT_MET", "CLOSED" -> switch (clock.stage()) {
                case ACKNOWLEDGEMENT, DECISION, APPEAL, APPEAL_DECISION -> true;
                case OUTCOME, LETTER -> Boolean.TRUE.equals(met);
                case REVIEW, PLAN -> Boolean.TRUE.equals(met) && clock.done() != null;
            };
            default -> true;
        };
    }
}
