package org.panelhub.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.panelhub.CannotStart;
import org.panelhub.page.Sha256;

/**
 * A real Keycloak as a process of its own, from its distribution, with one realm imported. It runs in a home of its
 * own beside the distribution, so that the demo and the tests share the software but not the data.
 */
public final class Keycloak implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String BUILD_OPTIONS = "--db=dev-file --cache=local";

    private static final String PREPARED = "built-for-the-hub";
    private static final String PID = "keycloak.pid";

    private final Path distribution;
    private final Path home;
    private final int port;
    private final Consumer<String> progress;
    private Process process;
    private Instant started;
    private String realm;

    /**
     * @param distribution the unpacked distribution
     * @param home where its data, themes and log are kept
     * @param progress takes a line now and then while something takes long
     */
    public Keycloak(Path distribution, Path home, int port, Consumer<String> progress) {
        this.distribution = distribution.toAbsolutePath();
        this.home = home.toAbsolutePath();
        this.port = port;
        this.progress = progress;
    }

    public String issuer(String realmName) {
        return "http://localhost:" + port + "/realms/" + realmName;
    }

    /**
     * Begins to start; {@link #await()} waits until it answers.
     *
     * @param themes the directory of the login themes
     * @param settings what the realm file names as {@code ${...}}
     */
    public void begin(Realm imported, Path themes, Map<String, String> settings) {
        try {
            endLeftOver(home, progress);
            prepareSoftware();
            Files.createDirectories(home.resolve("data/import"));
            Files.createDirectories(home.resolve("providers"));
            copy(distribution.resolve("conf"), home.resolve("conf"));
            copy(themes, home.resolve("themes"));
            Path lib = home.resolve("lib");
            Files.deleteIfExists(lib);
            Files.createSymbolicLink(lib, distribution.resolve("lib"));
            forgetOtherRealm(imported + new TreeMap<>(settings).toString());
            Files.writeString(home.resolve("data/import/" + imported.name() + "-realm.json"), imported.toString());
            realm = imported.name();
            List<String> command = java(home);
            command.addAll(List.of("start", "--optimized", "--import-realm", "--http-enabled=true", "--http-host=127.0.0.1", "--http-port=" + port,
                    "--hostname=http://localhost:" + port));
            ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).redirectOutput(log().toFile());
            builder.environment().putAll(settings);
            started = Instant.now();
            process = builder.start();
            Files.writeString(pidFile(), Long.toString(process.pid()));
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /** Waits until the realm answers. */
    public void await() {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer(realm))).timeout(Duration.ofSeconds(5)).build();
            long told = 0;
            while (!answers(client, request)) {
                long seconds = Duration.between(started, Instant.now()).toSeconds();
                if (!process.isAlive() || seconds > PATIENCE.toSeconds()) {
                    close();
                    if (lastLine().contains("--optimized")) {
                        Files.deleteIfExists(distribution.resolve(PREPARED));
                        throw new CannotStart("Keycloak in " + distribution + " was not prepared as it stands, as after it was copied or unpacked anew. Start again: it is prepared then.");
                    }
                    throw new CannotStart("Keycloak did not start; the last lines of " + log() + " say why: " + lastLine());
                }
                if (seconds / 10 > told) {
                    told = seconds / 10;
                    progress.accept("Keycloak is starting, " + seconds + " s");
                }
                process.waitFor(500, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while Keycloak was starting.", e);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Stops it and waits until it has ended. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
                Files.deleteIfExists(pidFile());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                progress.accept("Left behind: " + pidFile());
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Keycloak's own one-time build: afterwards it starts in a third of the time. */
    private void prepareSoftware() throws IOException {
        Path built = distribution.resolve(PREPARED);
        if (!Files.isDirectory(distribution.resolve("lib"))) {
            throw new CannotStart("Keycloak is not in " + distribution + ". Run ./mvnw process-resources, which unpacks it.");
        }
        if (Files.exists(built) && Files.readString(built).equals(BUILD_OPTIONS)) {
            return;
        }
        progress.accept("Preparing Keycloak, once, about half a minute");
        List<String> command = java(distribution);
        command.add("build");
        command.addAll(List.of(BUILD_OPTIONS.split(" ")));
        Path buildLog = distribution.resolve("build.log");
        try {
            int result = new ProcessBuilder(command).directory(distribution.toFile()).redirectErrorStream(true).redirectOutput(buildLog.toFile()).start().waitFor();
            if (result != 0) {
                throw new CannotStart("Keycloak could not be prepared; " + buildLog + " says why. Delete " + distribution + " and start again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while Keycloak was being prepared.", e);
        }
        Files.writeString(built, BUILD_OPTIONS);
    }

    private List<String> java(Path homeDirectory) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Few people sign in here: starting soon matters more than running fast.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms64m", "-Xmx512m", "-Dfile.encoding=UTF-8", "-Duser.language=en", "--enable-native-access=ALL-UNNAMED"));
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + homeDirectory, "-Djboss.server.config.dir=" + homeDirectory.resolve("conf"),
                "-cp", distribution.resolve("lib/quarkus-run.jar").toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    /** Keycloak does not import a realm that it has: when the file has changed, what it has goes first. */
    private void forgetOtherRealm(String imported) throws IOException {
        Path mark = home.resolve("realm.sha256");
        String hash = Sha256.hex(imported.getBytes(StandardCharsets.UTF_8));
        if (Files.exists(mark) && Files.readString(mark).equals(hash)) {
            return;
        }
        if (Files.exists(home.resolve("data/h2"))) {
            progress.accept("The realm file has changed: importing it anew");
            delete(home.resolve("data/h2"));
        }
        delete(home.resolve("data/import"));
        Files.createDirectories(home.resolve("data/import"));
        Files.writeString(mark, hash);
    }

    /** Ends the process that a killed run left on this home. */
    static void endLeftOver(Path home, Consumer<String> progress) {
        Path pid = home.toAbsolutePath().resolve(PID);
        try {
            if (Files.exists(pid)) {
                Optional<ProcessHandle> left = LeftOver.find(Files.readString(pid).strip(), "-Dkc.home.dir=" + home.toAbsolutePath());
                if (left.isPresent()) {
                    progress.accept("Ending the Keycloak that an earlier run left behind");
                    LeftOver.end(left.get(), "TERM");
                }
                Files.deleteIfExists(pid);
            }
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private Path pidFile() {
        return home.resolve(PID);
    }

    private Path log() {
        return home.resolve("keycloak.log");
    }

    private String lastLine() {
        try (Stream<String> lines = Files.lines(log(), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.contains("ERROR") || !line.isBlank()).reduce((one, other) -> other.contains("ERROR") ? other : one).orElse("nothing");
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static CannotStart explained(IOException e) {
        if (String.valueOf(e.getMessage()).contains("No space left")) {
            return new CannotStart("The disk is full: Keycloak could not be prepared. Free about 1 GB and start again.", e);
        }
        return new CannotStart("Keycloak did not start: " + e.getMessage(), e);
    }

    private static void copy(Path from, Path to) throws IOException {
        delete(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    try (InputStream content = Files.newInputStream(file)) {
                        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
