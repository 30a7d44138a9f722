package org.panelhub.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A further process of the production jar on the neighbours of this run, as a second node or with other settings. Whoever begins it ends it. */
public final class Node implements AutoCloseable {

    private final int port = RunningHub.freePort();
    private final int managementPort = RunningHub.freePort();
    private final Path log = Files.createTempFile(RunningHub.WORK, "node", ".log");
    private final Process process;

    private Node(Map<String, String> settings) throws IOException {
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        process = RunningHub.begin(settings, log);
        Reaper.afterThisRun(process.pid());
    }

    /** @param settings those of the running hub, or what the test made of them; the ports are its own */
    public static Node begin(Map<String, String> settings) throws IOException {
        return new Node(settings);
    }

    public Node awaitReady() throws IOException {
        RunningHub.awaitReady(process, managementPort, log);
        return this;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** Health and metrics, on their own port. */
    public String managementUrl() {
        return "http://localhost:" + managementPort + "/q";
    }

    /** As a machine that loses its power: nothing is ended, nothing is said to anybody. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
