package org.panelhub.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.panelhub.Migration;
import org.panelhub.demo.Keycloak;
import org.panelhub.demo.MailCatcher;
import org.panelhub.demo.Postgres;
import org.panelhub.demo.Realm;

/**
 * The production jar as a process of its own, as an operator runs it: migrated by its own command, configured by
 * environment variables, with a real Keycloak, PostgreSQL and mail server beside it. Started once for all journeys.
 * The demo's partnerships are laid into its database, as the jar itself carries none.
 */
public final class RunningHub {

    private static final String CLIENT_SECRET = "a-secret-that-only-this-test-run-knows";
    private static final String REALM_ADMINISTRATOR = "realm-administrator";
    private static final String REALM_PASSWORD = "a-password-that-only-this-test-run-knows";
    private static final String RECORD_KEY = "dGhlLXNlYWxzLWtleS1vZi10aGlzLXRlc3QtcnVuLTE=";
    static final Path WORK = Path.of("target/journeys").toAbsolutePath();

    /** On a machine that does much else beside. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static RunningHub running;

    private final Path directory = Files.createTempDirectory("hub-journeys");
    private final int port = freePort();
    private final int managementPort = freePort();
    private final Keycloak keycloak = new Keycloak(distribution(), directory.resolve("keycloak"), freePort(), RunningHub::say);
    private final MailCatcher mails = MailCatcher.start(0, 0);
    private Postgres postgres;

    private RunningHub() throws IOException {
        Files.createDirectories(WORK);
        startKeycloak();
        startPostgres(0);
        say("Migrating with the production jar");
        Finished migrated = run(Map.of("HUB_DB_URL", postgres.url(), "HUB_MIGRATOR_PASSWORD", Postgres.PASSWORD), "migrate");
        if (migrated.code() != 0) {
            throw new IllegalStateException("The production jar did not migrate: " + migrated.output());
        }
        new Migration(postgres.url(), Postgres.PASSWORD).runWithDemo("filesystem:db/demo", issuer());
        keycloak.await();
        Process hub = begin(environment(), WORK.resolve("hub.log"));
        Reaper.afterThisRun(List.of(hub.pid()), directory.resolve("hub"));
        awaitReady(hub, managementPort, WORK.resolve("hub.log"));
        say("The hub answers at " + url());
    }

    /** The hub of this run; started when first asked for, which takes a minute or two. */
    public static synchronized RunningHub get() {
        try {
            if (running == null) {
                running = new RunningHub();
            }
            return running;
        } catch (IOException e) {
            throw new IllegalStateException("The hub for the journeys did not start", e);
        }
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** Health and metrics, on their own port. */
    public String managementUrl() {
        return "http://localhost:" + managementPort + "/q";
    }

    public String issuer() {
        return keycloak.issuer("hub");
    }

    public Mails mails() {
        return new Mails(mails.address());
    }

    /** Who may sign in at all, as the people who look after the realm keep it. */
    public RealmPeople people() {
        return new RealmPeople(issuer(), REALM_ADMINISTRATOR, REALM_PASSWORD);
    }

    /** A partnership begins, by the jar's own command as an operator gives it: the link of its administrator's invitation. */
    public String found(String name, String prefix, String body, String administrator, String email) {
        try {
            Finished founded = run(Map.of("HUB_DB_URL", postgres.url(), "HUB_MIGRATOR_PASSWORD", Postgres.PASSWORD, "HUB_URL", url()), "found-partnership",
                    "--name", name, "--prefix", prefix, "--body", body, "--administrator", administrator, "--email", email);
            if (founded.code() != 0) {
                throw new IllegalStateException("The partnership was not founded: " + founded.output());
            }
            return founded.output().lines().filter(line -> line.startsWith(url())).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("The command that founds a partnership did not run", e);
        }
    }

    /** Stops sign-in, as if Keycloak were down; {@link #startKeycloak()} and {@link #awaitKeycloak()} bring it back. */
    public void stopKeycloak() {
        keycloak.close();
    }

    public void startKeycloak() {
        keycloak.begin(Realm.productionWithDemoPeople(Path.of("keycloak")), Path.of("keycloak/themes"), Map.of(
                "HUB_URL", url(), "HUB_CLIENT_SECRET", CLIENT_SECRET, "HUB_SMTP_HOST", "localhost",
                "HUB_SMTP_PORT", Integer.toString(mails.smtpPort()), "HUB_MAIL_FROM", "sign-in@panelhub.example",
                "KC_BOOTSTRAP_ADMIN_USERNAME", REALM_ADMINISTRATOR, "KC_BOOTSTRAP_ADMIN_PASSWORD", REALM_PASSWORD));
        Reaper.afterThisRun(List.of(keycloak.pid()), directory.resolve("keycloak"));
    }

    public void awaitKeycloak() {
        keycloak.await();
    }

    /** Stops the database under the running hub, as for maintenance or a failover. */
    public void stopPostgres() {
        postgres.close();
    }

    /** The same data, at the same address. */
    public void startPostgres() throws IOException {
        startPostgres(postgres.port());
    }

    private void startPostgres(int onPort) throws IOException {
        postgres = Postgres.start(Path.of(".demo/software/postgres").toAbsolutePath(), directory.resolve("postgres"), onPort,
                Files.readString(Path.of("db/roles.sql"), StandardCharsets.UTF_8));
        Reaper.afterThisRun(List.of(postgres.pid()), directory);
    }

    /** As the hub serves; autocommit is off. */
    public Connection asApp() throws SQLException {
        Connection connection = postgres.as("hub_app");
        connection.setAutoCommit(false);
        return connection;
    }

    public Connection asOwner() throws SQLException {
        Connection connection = postgres.as("hub_migrator");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role hub_owner");
        }
        return connection;
    }

    public Connection asSuperuser() throws SQLException {
        return postgres.asSuperuser();
    }

    /** What the running hub was given; a test changes a copy of it to see what another hub would say. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HUB_URL", url());
        environment.put("HUB_DB_URL", postgres.url());
        environment.put("HUB_DB_PASSWORD", Postgres.PASSWORD);
        environment.put("HUB_ISSUER", issuer());
        environment.put("HUB_CLIENT_SECRET", CLIENT_SECRET);
        environment.put("HUB_SESSION_KEY", "a-session-key-that-only-this-test-run-knows");
        environment.put("HUB_RECORD_KEY", RECORD_KEY);
        environment.put("HUB_SEALS_DIRECTORY", sealsDirectory().toString());
        environment.put("HUB_SEALS_EVERY", "5s");
        environment.put("HUB_SMTP_HOST", "localhost");
        environment.put("HUB_SMTP_PORT", Integer.toString(mails.smtpPort()));
        environment.put("HUB_MAIL_FROM", "hub@panelhub.example");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        return environment;
    }

    /** Where the running hub keeps its copy of the seals, outside the database. */
    public Path sealsDirectory() {
        return directory.resolve("seals");
    }

    /** How a run of the jar that was to end has ended. */
    public record Finished(int code, String output) {
    }

    /** Runs the production jar until it ends by itself, for at most five minutes. */
    public static Finished run(Map<String, String> environment, String... arguments) throws IOException {
        Files.createDirectories(WORK);
        Path log = Files.createTempFile(WORK, "run", ".log");
        Process process = begin(environment, log, arguments);
        Awaitility.await().atMost(PATIENCE).until(() -> !process.isAlive());
        return new Finished(process.exitValue(), Files.readString(log));
    }

    /** A further process of the production jar, as a second node or with other settings; whoever starts it ends it. */
    public static Process begin(Map<String, String> environment, Path log, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx512m", "-jar", jar().toString()),
                Stream.of(arguments)).toList());
        // Nor what a machine gives every Java, which would say so before the hub says anything.
        builder.environment().keySet().removeIf(name -> name.startsWith("HUB_") || name.startsWith("QUARKUS_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** Waits until this process says on its management port that it is ready. */
    public static void awaitReady(Process hub, int managementPort, Path log) throws IOException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + "/q/health/ready")).timeout(Duration.ofSeconds(5)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).ignoreExceptions()
                    .until(() -> !hub.isAlive() || client.send(ready, BodyHandlers.discarding()).statusCode() == 200);
        }
        if (!hub.isAlive()) {
            throw new IllegalStateException("The hub ended while starting: " + Files.readString(log));
        }
    }

    public static Path jar() {
        return Path.of(System.getProperty("hub.production.jar", "target/quarkus-app/quarkus-run.jar")).toAbsolutePath();
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("No free port", e);
        }
    }

    private static Path distribution() throws IOException {
        try (Stream<Path> software = Files.list(Path.of(".demo/software"))) {
            return software.filter(file -> file.getFileName().toString().startsWith("keycloak-")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("Keycloak is not unpacked: run ./mvnw process-resources"));
        }
    }

    private static void say(String line) {
        System.out.println("[journeys] " + line);
    }
}
