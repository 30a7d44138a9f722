package org.panelhub.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.panelhub.demo.Postgres;
import org.panelhub.support.Reaper;
import org.panelhub.support.RunningHub;

/** The hub as a process of its own, on one of the two sides: the same jar, the same settings, another role. */
record Served(Side side, int port, Process process) implements AutoCloseable {

    private static final String SESSION_KEY = "a-session-key-that-only-this-run-knows-012345";
    private static final String RECORD_KEY = java.util.Base64.getEncoder().encodeToString("a-record-key-for-this-run-alone!".getBytes(StandardCharsets.UTF_8));

    static Served begin(Side side, BenchDatabase database, SignInDesk desk) throws IOException {
        return begin(side.name().toLowerCase(Locale.ROOT), side, database, desk);
    }

    /** @param name of its log, where several serve the same side */
    static Served begin(String name, Side side, BenchDatabase database, SignInDesk desk) throws IOException {
        Path work = Path.of("target/bench").toAbsolutePath();
        int port = RunningHub.freePort();
        int managementPort = RunningHub.freePort();
        Path log = work.resolve("hub-" + name + ".log");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-jar", work.resolve("quarkus-app/quarkus-run.jar").toString());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("HUB_") || key.startsWith("QUARKUS_") || key.equals("JAVA_TOOL_OPTIONS"));
        environment.put("HUB_URL", "http://localhost:" + port);
        environment.put("HUB_DB_URL", database.url());
        environment.put("HUB_DB_PASSWORD", Postgres.PASSWORD);
        // Twice the processors and one, as README.md advises.
        environment.put("HUB_DB_CONNECTIONS", Integer.toString(2 * Runtime.getRuntime().availableProcessors() + 1));
        environment.put("HUB_ISSUER", desk.issuer());
        environment.put("HUB_CLIENT_SECRET", "a-secret-that-only-this-run-knows");
        environment.put("HUB_SESSION_KEY", SESSION_KEY);
        environment.put("HUB_RECORD_KEY", RECORD_KEY);
        environment.put("HUB_RECORD_KEY", "dGhlLXNlYWxzLWtleS1vZi10aGlzLXRlc3QtcnVuLTE=");
        environment.put("HUB_SMTP_HOST", "localhost");
        environment.put("HUB_SMTP_PORT", "1");
        environment.put("HUB_MAIL_FROM", "hub@panelhub.example");
        environment.put("HUB_BENCH_BARE", Boolean.toString(side == Side.BARE));
        environment.put("QUARKUS_DATASOURCE_USERNAME", side.role());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        Process hub = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Reaper.afterThisRun(List.of(hub.pid()), Files.createTempDirectory("hub-bench-process"));
        RunningHub.awaitReady(hub, managementPort, log);
        return new Served(side, port, hub);
    }

    /** Signs a member in through the desk; the cookies of its session, which every node with the same key takes. */
    String cookiesOf(String subject) throws IOException {
        Map<String, String> cookies = new LinkedHashMap<>();
        try (Line line = new Line(port)) {
            Line.Answer sent = line.get("/", "");
            keep(sent, cookies);
            var wish = parameters(URI.create(sent.header("Location")));
            URI back = URI.create(wish.get("redirect_uri"));
            Line.Answer answer = line.get(back.getRawPath() + "?code=" + subject + "&state=" + URLEncoder.encode(wish.get("state"), StandardCharsets.UTF_8), header(cookies));
            keep(answer, cookies);
            if (cookies.keySet().stream().noneMatch(name -> name.startsWith("q_session"))) {
                throw new IllegalStateException(subject + " did not come in: " + answer.status() + " " + answer.headers());
            }
        }
        cookies.keySet().removeIf(name -> !name.startsWith("q_session"));
        return header(cookies);
    }

    private static Map<String, String> parameters(URI uri) {
        return java.util.Arrays.stream(uri.getRawQuery().split("&")).map(p -> p.split("=", 2)).collect(Collectors.toMap(p -> p[0], p -> java.net.URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    }

    private static void keep(Line.Answer answer, Map<String, String> cookies) {
        for (String header : answer.headers()) {
            if (header.regionMatches(true, 0, "set-cookie:", 0, 11)) {
                String[] pair = header.substring(11).strip().split(";")[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    private static String header(Map<String, String> cookies) {
        return cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; "));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
