package org.panelhub.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;

/** A person at the pages, without a browser: signs in through the identity provider's own form and keeps cookies apart by host and port. */
final class Surfer implements AutoCloseable {

    private static final int MOST_REDIRECTS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();
    private final URI hub;

    /** An answer as a person can read it: headers and text, that of a PDF taken out of it. */
    record Answer(URI at, int status, String type, String headers, String text) {

        boolean isPage() {
            return type.startsWith("text/html");
        }
    }

    Surfer(URI hub) {
        this.hub = hub;
    }

    void signIn(String account, String password) throws IOException, InterruptedException {
        var form = follow(get(hub.resolve("/"), Map.of()));
        var login = Jsoup.parse(form.text(), form.at().toString()).selectFirst("form#kc-form-login, form[action*=login-actions]");
        if (login == null) {
            throw new IllegalStateException("No sign-in form for " + account + " at " + form.at() + ": " + form.status());
        }
        var typed = Map.of("username", account, "password", password, "credentialId", "");
        var body = typed.entrySet().stream().map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        var at = URI.create(login.absUrl("action"));
        var request = HttpRequest.newBuilder(at).timeout(PATIENCE).header("Content-Type", "application/x-www-form-urlencoded").header("Cookie", cookiesFor(at)).POST(BodyPublishers.ofString(body)).build();
        var landed = follow(kept(at, client.send(request, BodyHandlers.ofByteArray())));
        if (landed.status() != 200 || !landed.at().getAuthority().equals(hub.getAuthority())) {
            throw new IllegalStateException(account + " did not come in: " + landed.status() + " at " + landed.at());
        }
    }

    /** What stands at a path of the hub, wherever it leads within the hub. */
    Answer open(String path) throws IOException, InterruptedException {
        return follow(get(hub.resolve(path), Map.of()));
    }

    /** A form as its person filled it in. */
    record Filled(String action, String body) {
    }

    /** Sends the form of a page that goes to an address, with what stands hidden in it and what the person typed: name, value, name, value. */
    Answer send(String page, String action, String... typed) throws IOException, InterruptedException {
        return send(fill(page, action, typed));
    }

    /** The form of a page that goes to an address, with what stands hidden in it and what the person typed. */
    Filled fill(String page, String action, String... typed) throws IOException, InterruptedException {
        var stands = open(page);
        var form = Jsoup.parse(stands.text()).selectFirst("form[action=" + action + "]");
        if (form == null) {
            throw new IllegalStateException("No form to " + action + " at " + stands.at() + ":\n" + Jsoup.parse(stands.text()).text());
        }
        var fields = new LinkedHashMap<String, String>();
        form.select("input[type=hidden]").forEach(h -> fields.put(h.attr("name"), h.val()));
        for (int i = 0; i < typed.length; i += 2) {
            fields.put(typed[i], typed[i + 1]);
        }
        var body = fields.entrySet().stream().map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return new Filled(action, body);
    }

    /** As often as its person presses. */
    Answer send(Filled form) throws IOException, InterruptedException {
        var at = hub.resolve(form.action);
        var request = HttpRequest.newBuilder(at).timeout(PATIENCE).header("Content-Type", "application/x-www-form-urlencoded").header("Origin", hub.getScheme() + "://" + hub.getAuthority())
                .header("Cookie", cookiesFor(at)).POST(BodyPublishers.ofString(form.body)).build();
        return follow(kept(at, client.send(request, BodyHandlers.ofByteArray())));
    }

    /** What the API answers to a bearer of the token. */
    Answer call(String path, String token) throws IOException, InterruptedException {
        var answer = get(hub.resolve(path), Map.of("Authorization", "Bearer " + token));
        return read(answer);
    }

    /** What one request of somebody who was never here is answered, wherever it would lead: without a cookie, as each way to the sign-in leaves one of its own. */
    Answer ask(String method, String path) throws IOException, InterruptedException {
        var at = hub.resolve(path);
        boolean api = path.startsWith("/api/");
        var sent = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(api ? "{}" : "");
        // A hub that refuses before it has read what was sent would end the stream of HTTP/2.
        var request = HttpRequest.newBuilder(at).version(HttpClient.Version.HTTP_1_1).timeout(PATIENCE).header("Content-Type", api ? "application/json" : "application/x-www-form-urlencoded").method(method, sent).build();
        return read(client.send(request, BodyHandlers.ofByteArray()));
    }

    private Answer follow(HttpResponse<byte[]> first) throws IOException, InterruptedException {
        var answer = first;
        for (int n = 0; n < MOST_REDIRECTS && answer.statusCode() / 100 == 3 && answer.headers().firstValue("Location").isPresent(); n++) {
            answer = get(answer.uri().resolve(answer.headers().firstValue("Location").get()), Map.of());
        }
        return read(answer);
    }

    private HttpResponse<byte[]> get(URI at, Map<String, String> headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at).timeout(PATIENCE).GET();
        headers.forEach(request::header);
        if (!headers.containsKey("Authorization") && !cookiesFor(at).isEmpty()) {
            request.header("Cookie", cookiesFor(at));
        }
        var open = new First();
        var answer = client.send(request.build(), said -> said.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream") ? open : BodySubscribers.ofByteArray());
        open.hangUp();
        return kept(at, answer);
    }

    /** Of a line that stays open, the first that is said on it. */
    private static final class First implements HttpResponse.BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> first = new CompletableFuture<>();
        private volatile Flow.Subscription line;

        @Override
        public CompletionStage<byte[]> getBody() {
            return first;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            line = subscription;
            line.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> said) {
            var bytes = ByteBuffer.allocate(said.stream().mapToInt(ByteBuffer::remaining).sum());
            said.forEach(bytes::put);
            first.complete(bytes.array());
        }

        /** Once the answer is there: to cancel a stream before would end the asking, too. */
        void hangUp() {
            if (line != null) {
                line.cancel();
            }
        }

        @Override
        public void onError(Throwable thrown) {
            first.completeExceptionally(thrown);
        }

        @Override
        public void onComplete() {
            first.complete(new byte[0]);
        }
    }

    private HttpResponse<byte[]> kept(URI at, HttpResponse<byte[]> answer) {
        var jar = cookies.computeIfAbsent(at.getAuthority(), a -> new LinkedHashMap<>());
        for (var line : answer.headers().allValues("Set-Cookie")) {
            var pair = line.split(";", 2)[0].split("=", 2);
            var gone = pair.length < 2 || pair[1].isEmpty() || line.matches("(?i).*;\\s*max-age=0.*");
            if (gone) {
                jar.remove(pair[0].strip());
            } else {
                jar.put(pair[0].strip(), pair[1]);
            }
        }
        return answer;
    }

    private String cookiesFor(URI at) {
        return cookies.getOrDefault(at.getAuthority(), Map.of()).entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; "));
    }

    private static Answer read(HttpResponse<byte[]> answer) throws IOException {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return new Answer(answer.uri(), answer.statusCode(), type, answer.headers().map().toString(), type.startsWith("application/pdf") ? pdf(answer.body()) : new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** A word may be broken over two lines of a PDF: the words that are looked for hold no space. */
    private static String pdf(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document) + document.getDocumentInformation().getTitle();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
