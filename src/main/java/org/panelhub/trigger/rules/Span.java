package org.panelhub.trigger.rules;

import org.panelhub.page.Words;

/**
 * The time that a review procedure gives a stage.
 *
 * @param days working days or calendar days, by {@code unit}; 0 where the stage waits for the next board
 * @param from counted from the day on which this happened, which is day 0
 */
public record Span(Stage stage, int days, Unit unit, Moment from) {

    public static final int MOST_DAYS = 365;

    /** What is counted. */
    public enum Unit {
        WORKING_DAYS("working days"),
        /** An end that falls on a day that is not worked moves to the next that is. */
        CALENDAR_DAYS("calendar days"),
        /** No number: the next regular meeting of the board after that day. */
        NEXT_BOARD("the next board");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @throws IllegalArgumentException when such a time cannot be kept */
    public Span {
        if (unit == Unit.NEXT_BOARD ? days != 0 || stage != Stage.REVIEW : days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException(stage + " cannot take " + days + " " + unit);
        }
        if (!stage.countedFrom().contains(from)) {
            throw new IllegalArgumentException(stage + " cannot be counted from " + from);
        }
    }

    /** "within 5 working days of the first contact". */
    public String words() {
        return switch (unit) {
            case WORKING_DAYS -> "within " + Words.count(days, "working day") + " of " + from.words();
            case CALENDAR_DAYS -> "within " + Words.count(days, "calendar day") + " of " + from.words();
            case NEXT_BOARD -> "at the next board after " + from.words();
        };
    }
}
