package org.panelhub;

import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

import org.panelhub.audit.seal.KnownKeys;
import org.panelhub.audit.seal.WholeCheck;

/**
 * Verifies the record by command, every chain from its first seal to its end. It signs in as {@code hub_app} and reads through the doors of the
 * check alone, so that somebody who may do no more than this needs no other password.
 */
final class RecordCheck {

    private static final String APP = "hub_app";

    private final String url;
    private final String password;
    private final KnownKeys keys;
    private final Optional<String> directory;

    RecordCheck(String url, String password, KnownKeys keys, Optional<String> directory) {
        this.url = url;
        this.password = password;
        this.keys = keys;
        this.directory = directory;
    }

    /**
     * @return whether everything is as it was sealed
     * @throws CannotStart when the database does not answer
     */
    boolean run(PrintStream out) {
        try (var connection = DriverManager.getConnection(url, APP, password)) {
            return new WholeCheck(connection, keys, directory).run(out);
        } catch (SQLException e) {
            throw new CannotStart("The record was not verified. " + e.getMessage());
        }
    }
}
