package org.panelhub.support;

/** The hub's clock, which only tests may move. */
public final class Clock {

    private Clock() {
    }

    /** What the owner says to move it by so much; by {@code interval '0'} it is again what the manifest has, so that another node may start. */
    public static String moved(String interval) {
        return "create or replace function hub.clock_offset() returns interval language sql stable return " + interval;
    }

    /** The same, by whole days; by 0 back to today. */
    public static String moved(int days) {
        return moved("interval '" + (days == 0 ? "0" : days + " days") + "'");
    }
}
