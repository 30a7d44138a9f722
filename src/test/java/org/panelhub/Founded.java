package org.panelhub;

import java.sql.SQLException;
import java.util.List;

import org.panelhub.demo.Postgres;
import org.panelhub.support.HubDatabase;

/** Partnerships that tests found for themselves, as the command does. */
public final class Founded {

    private Founded() {
    }

    /** The administrator's invitation link. */
    public static String partnership(String name, String prefix, String body, String administrator, String email) {
        return command().found(Founding.Wish.of(List.of("--name", name, "--prefix", prefix, "--body", body, "--administrator", administrator, "--email", email)));
    }

    static Founding command() {
        try (var connection = HubDatabase.asOwner()) {
            return new Founding(connection.getMetaData().getURL(), Postgres.PASSWORD, "http://localhost");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
