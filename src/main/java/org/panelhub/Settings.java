package org.panelhub;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.panelhub.audit.seal.KnownKeys;
import org.panelhub.audit.seal.SealKey;

/**
 * What an operator must say in environment variables before the production hub runs, checked before anything starts:
 * all that is missing is named at once. The list for readers is in README.md.
 */
final class Settings {

    private static final List<String> SERVING = List.of("HUB_URL", "HUB_DB_URL", "HUB_DB_PASSWORD", "HUB_ISSUER", "HUB_CLIENT_SECRET",
            "HUB_SESSION_KEY", "HUB_RECORD_KEY", "HUB_SMTP_HOST", "HUB_SMTP_PORT", "HUB_MAIL_FROM");
    private static final List<String> MIGRATING = List.of("HUB_DB_URL", "HUB_MIGRATOR_PASSWORD");
    private static final List<String> VERIFYING = List.of("HUB_DB_URL", "HUB_DB_PASSWORD");
    private static final List<String> FOUNDING = List.of("HUB_DB_URL", "HUB_MIGRATOR_PASSWORD", "HUB_URL");
    private static final int SHORTEST_SESSION_KEY = 32;

    private final Map<String, String> environment;

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws CannotStart naming everything that is missing, or the first thing that cannot be right */
    static Settings forServing(Map<String, String> environment) {
        refuseOtherProfiles(environment);
        refuseMissing(SERVING, environment);
        if (environment.get("HUB_SESSION_KEY").length() < SHORTEST_SESSION_KEY) {
            throw new CannotStart("HUB_SESSION_KEY is too short: it needs at least " + SHORTEST_SESSION_KEY + " characters.");
        }
        sealKey(environment);
        refusePath(environment.get("HUB_URL"));
        if (realm(environment.get("HUB_ISSUER")).equals("hub-demo")) {
            throw new CannotStart("HUB_ISSUER is the demo realm, whose passwords are public. Give the issuer of your own realm.");
        }
        if (!environment.getOrDefault("HUB_MIGRATOR_PASSWORD", "").isBlank()) {
            throw new CannotStart("HUB_MIGRATOR_PASSWORD is set: a serving hub must not hold it. Give it to the migrate command only.");
        }
        return new Settings(environment);
    }

    /** @throws CannotStart naming everything that is missing */
    static Settings forMigrating(Map<String, String> environment) {
        refuseMissing(MIGRATING, environment);
        return new Settings(environment);
    }

    /** @throws CannotStart naming everything that is missing, or the first thing that cannot be right */
    static Settings forFounding(Map<String, String> environment) {
        refuseMissing(FOUNDING, environment);
        refusePath(environment.get("HUB_URL"));
        return new Settings(environment);
    }

    /** @throws CannotStart naming everything that is missing, or what is no key */
    static Settings forVerifying(Map<String, String> environment) {
        refuseMissing(VERIFYING, environment);
        if (environment.getOrDefault("HUB_RECORD_KEY", "").isBlank() && environment.getOrDefault("HUB_RECORD_EARLIER_KEYS", "").isBlank()) {
            throw new CannotStart("Set HUB_RECORD_KEY, or the public keys alone in HUB_RECORD_EARLIER_KEYS: seals are believed by them, never by what the database says.");
        }
        var settings = new Settings(environment);
        settings.recordKeys();
        return settings;
    }

    /** The keys that seals of the record are believed by. */
    KnownKeys recordKeys() {
        try {
            return KnownKeys.of(environment.getOrDefault("HUB_RECORD_KEY", "").isBlank() ? null : sealKey(environment), environment.get("HUB_RECORD_EARLIER_KEYS"));
        } catch (IllegalArgumentException e) {
            throw new CannotStart("HUB_RECORD_EARLIER_KEYS: " + e.getMessage());
        }
    }

    Optional<String> sealsDirectory() {
        return Optional.ofNullable(environment.get("HUB_SEALS_DIRECTORY"));
    }

    String appPassword() {
        return environment.get("HUB_DB_PASSWORD");
    }

    String hubUrl() {
        return environment.get("HUB_URL");
    }

    String databaseUrl() {
        return environment.get("HUB_DB_URL");
    }

    String migratorPassword() {
        return environment.get("HUB_MIGRATOR_PASSWORD");
    }

    /** Lays down what follows from the settings: cookies travel over https only, where the hub is reached by it. */
    void apply() {
        System.setProperty("hub.https", Boolean.toString(environment.get("HUB_URL").startsWith("https:")));
    }

    private static SealKey sealKey(Map<String, String> environment) {
        try {
            return SealKey.of(environment.get("HUB_RECORD_KEY"));
        } catch (IllegalArgumentException e) {
            throw new CannotStart("HUB_RECORD_KEY: " + e.getMessage());
        }
    }

    private static void refuseMissing(List<String> names, Map<String, String> environment) {
        List<String> missing = new ArrayList<>(names);
        missing.removeIf(name -> !environment.getOrDefault(name, "").isBlank());
        if (!missing.isEmpty()) {
            throw new CannotStart("The hub does not start: set " + String.join(", ", missing) + " in its environment. README.md says what each is.");
        }
    }

    /** Addresses in mails are made by putting a path behind it. */
    private static void refusePath(String url) {
        if (!url.matches("https?://[^/?#]+")) {
            throw new CannotStart("HUB_URL must be the address of the hub without a path and without a slash at its end, such as https://hub.example.");
        }
    }

    private static void refuseOtherProfiles(Map<String, String> environment) {
        String profile = System.getProperty("quarkus.profile", environment.getOrDefault("QUARKUS_PROFILE", "prod"));
        if (!profile.equals("prod")) {
            throw new CannotStart("This is the production jar; it does not run with the profile '" + profile + "'.");
        }
    }

    private static String realm(String issuer) {
        String path = URI.create(issuer).getPath();
        return path == null ? "" : path.replaceFirst("/+$", "").replaceFirst(".*/", "");
    }
}
