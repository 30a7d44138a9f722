package org.panelhub.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a page that stands open in a browser hears of the hub, without the browser. */
public final class OpenPage implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;
    private static final String END = "end";

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final int status;
    private String last = "";

    private OpenPage(String address, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/event-stream");
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            HttpResponse<Stream<String>> answer = client.send(request.build(), BodyHandlers.ofLines());
            status = answer.statusCode();
            Thread.ofVirtual().start(() -> listen(answer.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param headers names and values in turn */
    public static OpenPage at(String hub, String path, String... headers) {
        return new OpenPage(hub.replaceFirst("/$", "") + path, headers);
    }

    private void listen(Stream<String> lines) {
        var event = new String[1];
        try {
            lines.forEach(line -> {
                if (line.startsWith("event:")) {
                    event[0] = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    var said = (event[0] + " " + line.substring("data:".length()).strip()).strip();
                    if (!said.equals(last)) {
                        heard.add(said);
                    }
                    last = said;
                }
            });
        } catch (RuntimeException e) {
            // Closed by whoever opened it.
        }
        heard.add(END);
    }

    public int status() {
        return status;
    }

    /** The next that is said, such as "now" and how it stands; "end" when the hub has cut the line. What is said again is passed over. */
    public String hears() {
        try {
            var next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Nothing was said within " + PATIENCE_SECONDS + " seconds");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next that is another than this. */
    public String hearsBut(String known) {
        var next = hears();
        while (next.equals(known)) {
            next = hears();
        }
        return next;
    }

    /** This, or "end" when the line is cut before; what else is said is passed over. */
    public String hearsUntil(String wanted) {
        var next = hears();
        while (!next.equals(wanted) && !next.equals(END)) {
            next = hears();
        }
        return next;
    }

    /** Whether nothing waits to be read. */
    public boolean silent() {
        return heard.isEmpty();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
