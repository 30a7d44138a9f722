package org.panelhub.support;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks rows up, or changes them, as the owner: past the row policies, for what a test must know or bring about. */
public final class HubRows {

    private HubRows() {
    }

    /** The first column of the first row as text; null when there is none. */
    public static String one(String sql, Object... parameters) {
        try (var connection = HubDatabase.asOwner(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
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
        try (var connection = HubDatabase.asOwner(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static void run(String sql, Object... parameters) {
        try (var connection = HubDatabase.asOwner(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
