package org.panelhub.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One transaction as the serving role, entered for a demo account, for the hub's own work, or for nobody; undone when it is closed, unless it was kept. */
public final class Entered implements AutoCloseable {

    private final Connection connection;

    private Entered(Connection connection, String enter, Object... as) throws SQLException {
        this.connection = connection;
        if (enter != null) {
            all(enter, as);
        }
    }

    public static Entered as(String account) throws SQLException {
        return new Entered(HubDatabase.asApp(), "select access.enter(?, ?)", HubDatabase.ISSUER, TestSubjects.subject(account));
    }

    /** With the owner's rights, as the inside of a door works: for what only doors may call. */
    public static Entered ownerAs(String account) throws SQLException {
        var connection = HubDatabase.asOwner();
        connection.setAutoCommit(false);
        return new Entered(connection, "select access.enter(?, ?)", HubDatabase.ISSUER, TestSubjects.subject(account));
    }

    public static Entered service(String name) throws SQLException {
        return new Entered(HubDatabase.asApp(), "select access.enter_service(?)", name);
    }

    public static Entered nobody() throws SQLException {
        return new Entered(HubDatabase.asApp(), null);
    }

    /** The first column of every row, as text. */
    public List<String> all(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<String>();
            if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        }
    }

    /** The first column of the first row, as text; null when there is none. */
    public String one(String sql, Object... parameters) throws SQLException {
        var found = all(sql, parameters);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The SQLSTATE with which PostgreSQL refuses, or "" when it does not; a refusal leaves the transaction as it was before. */
    public String refusal(String sql, Object... parameters) throws SQLException {
        var before = connection.setSavepoint();
        try {
            all(sql, parameters);
            return "";
        } catch (SQLException e) {
            connection.rollback(before);
            return e.getSQLState();
        }
    }

    /** What is done with a connection. */
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    public <T> T with(Work<T> work) throws SQLException {
        return work.with(connection);
    }

    /** What was done stays; nothing more is done in this transaction. */
    public void keep() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
