package org.panelhub.trigger.rules;

import java.time.LocalDate;

import io.quarkus.qute.TemplateData;

/**
 * How one stage of an application stands today.
 *
 * @param started the day from which it is counted; null while that has not come
 * @param due the last day; while it has not started, the last day if everything before it takes all its time; null where even that cannot be said
 * @param done the day on which it was done; null while it is not
 * @param left working days left after today, negative when it is late; 0 where there is no last day
 */
@TemplateData
public record StageClock(Stage stage, LocalDate started, LocalDate due, LocalDate done, Light light, int left) {

    /** Green, amber and red as the board of the single point of contact shows them. */
    public enum Light {
        WAITING("Not started", "grey"), GREEN("In time", "green"), AMBER("Due soon", "yellow"), RED("Late", "red"), PAUSED("Paused", "blue"), DONE("Done", "grey"), DONE_LATE("Done late", "orange");

        private final String label;
        private final String colour;

        Light(String label, String colour) {
            this.label = label;
            this.colour = colour;
        }

        public String label() {
            return label;
        }

        /** As the tag says it. */
        public String colour() {
            return colour;
        }
    }

    /** Whether somebody has to do it: it runs, and is not done. */
    public boolean running() {
        return started != null && done == null;
    }

    /** Late now, or done late: the reason is asked for. */
    public boolean late() {
        return light == Light.RED || light == Light.DONE_LATE;
    }
}
