package org.panelhub;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.panelhub.partnership.InvitationCode;

/**
 * Begins a partnership: its name, one legal body, and an administrator who is invited by a link that works once. Everything else the
 * administrator sets up through the pages. It signs in as {@code hub_migrator}, since no serving hub may do this.
 */
public final class Founding {

    private static final String MIGRATOR = "hub_migrator";
    private static final List<String> ASKED = List.of("name", "prefix", "body", "administrator", "email");
    private static final int LONGEST = 200;

    private final String url;
    private final String password;
    private final String hubUrl;

    public Founding(String url, String password, String hubUrl) {
        this.url = url;
        this.password = password;
        this.hubUrl = hubUrl;
    }

    /** What has to be said on the command line. */
    public record Wish(String name, String prefix, String body, String administrator, String email) {

        /** @throws CannotStart naming what is missing or not right */
        static Wish of(List<String> arguments) {
            Map<String, String> said = new HashMap<>();
            for (int i = 0; i + 1 < arguments.size(); i += 2) {
                said.put(arguments.get(i).replaceFirst("^--", ""), arguments.get(i + 1).strip());
            }
            var missing = new ArrayList<>(ASKED);
            missing.removeIf(word -> !said.getOrDefault(word, "").isEmpty());
            if (!missing.isEmpty() || arguments.size() % 2 != 0 || !ASKED.containsAll(said.keySet())) {
                throw new CannotStart("Say found-partnership --name \"Safer Example\" --prefix SE --body \"Example Council\" --administrator \"First Last\" --email name@example.org"
                        + (missing.isEmpty() ? "" : "; missing: --" + String.join(", --", missing)));
            }
            var wish = new Wish(said.get("name"), said.get("prefix"), said.get("body"), said.get("administrator"), said.get("email"));
            if (!wish.prefix.matches("[A-Z]{2,4}")) {
                throw new CannotStart("--prefix must be two to four capital letters: it begins every case reference.");
            }
            if (!wish.email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
                throw new CannotStart("--email must be like name@example.org.");
            }
            if (said.values().stream().anyMatch(value -> value.length() > LONGEST)) {
                throw new CannotStart("Nothing here may be longer than " + LONGEST + " characters.");
            }
            return wish;
        }
    }

    /**
     * @return the link that the administrator opens, signed in, within 14 days
     * @throws CannotStart when the prefix is taken, or the database refuses
     */
    public String found(Wish wish) {
        var code = InvitationCode.fresh();
        try (var connection = DriverManager.getConnection(url, MIGRATOR, password)) {
            connection.setAutoCommit(false);
            try (var role = connection.createStatement(); var found = connection.prepareStatement("select access.found_partnership(?, ?, ?, ?, ?, ?, hub.now() + make_interval(days => ?))")) {
                role.execute("set role hub_owner");
                found.setString(1, wish.name());
                found.setString(2, wish.prefix());
                found.setString(3, wish.body());
                found.setString(4, wish.administrator());
                found.setString(5, wish.email());
                found.setString(6, code.hash());
                found.setInt(7, (int) InvitationCode.HOLDS.toDays());
                found.execute();
            }
            connection.commit();
            return code.link(hubUrl);
        } catch (SQLException e) {
            throw new CannotStart("23505".equals(e.getSQLState()) ? "The prefix " + wish.prefix() + " is taken by another partnership. Choose another."
                    : "The partnership was not founded. " + e.getMessage());
        }
    }
}
