package org.panelhub.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** The hub's clock, which only tests may move. */
public final class Clock {

    /** A transaction that only stands open, as those of some tests do, plans nothing and is not waited for any longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

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

    /**
     * Moves it while others are at work. The clock is laid into the plans of queries, and a plan that is being made in this moment has the old clock and is kept for as long as its
     * connection lives: so, when those that were at work are done, it is said again, which throws such plans away.
     *
     * @param owner in autocommit
     * @param moved what {@link #moved} gives
     */
    public static void move(Connection owner, String moved) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(moved);
            var atWork = atWork(owner, null);
            var until = Instant.now().plus(PATIENCE);
            while (atWork != null && Instant.now().isBefore(until)) {
                atWork = atWork(owner, atWork);
            }
            statement.execute(moved);
        }
    }

    /** The transactions of others, of these where any are named; null for none. */
    private static String atWork(Connection owner, String of) throws SQLException {
        try (var statement = owner.prepareStatement("""
                select string_agg(virtualtransaction, ' ') from pg_locks
                 where locktype = 'virtualxid' and pid <> pg_backend_pid() and (?::text is null or virtualtransaction = any (string_to_array(?, ' ')))""")) {
            statement.setString(1, of);
            statement.setString(2, of);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
