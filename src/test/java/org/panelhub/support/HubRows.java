package org.panelhub.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Looks rows up, or changes them, as the owner: past the row policies, for what a test must know or bring about. */
public final class HubRows {

    private static final int SECONDS = 5;
    private static final Queue<Connection> FREE = new ConcurrentLinkedQueue<>();

    private HubRows() {
    }

    /** The first column of the first row as text; null when there is none. */
    public static String one(String sql, Object... parameters) {
        var found = all(sql, parameters);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Moves the hub's clock by so much; {@code interval '0'} sets it back, to the letter as the manifest has it. */
    public static void clock(String interval) {
        try (var owner = HubDatabase.asOwner()) {
            Clock.move(owner, Clock.moved(interval));
        } catch (SQLException e) {
            throw new IllegalStateException(interval, e);
        }
    }

    /** The first column of every row, as text. */
    public static List<String> all(String sql, Object... parameters) {
        return with(sql, parameters, statement -> {
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }

    public static void run(String sql, Object... parameters) {
        with(sql, parameters, PreparedStatement::execute);
    }

    private interface Doing<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** A connection is opened once for many questions: opening one takes longer than most of them. One that failed is not used again. */
    private static <T> T with(String sql, Object[] parameters, Doing<T> doing) {
        try {
            var connection = FREE.poll();
            if (connection == null || !connection.isValid(SECONDS)) {
                connection = HubDatabase.asOwner();
            }
            T done;
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                done = doing.with(statement);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            FREE.add(connection);
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
