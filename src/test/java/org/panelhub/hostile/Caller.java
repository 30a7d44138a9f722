package org.panelhub.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sends what no page would: keeps cookies, carries the token against forged requests, follows nothing. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOKEN = "form-token";
    private static final Pattern TOKEN_FIELD = Pattern.compile("name=\"" + TOKEN + "\" value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String hub;
    private String token = "";

    /** One field of a form as it is sent. */
    record Field(String name, String value) {
    }

    record Answer(String asked, int status, Map<String, List<String>> headers, String text) {

        String type() {
            return header("content-type");
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        boolean taken() {
            return status < 400;
        }
    }

    Caller(String hub) {
        this.hub = hub.replaceFirst("/$", "");
    }

    Answer get(String path) {
        return send("GET", path, null, null, Map.of());
    }

    Answer form(String path, List<Field> fields) {
        var sent = fields.stream().map(f -> encoded(f.name) + "=" + encoded(f.value)).collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", sent + "&" + TOKEN + "=" + encoded(token), Map.of());
    }

    Answer json(String method, String path, String body, Map<String, String> headers) {
        return send(method, path, "application/json", body, headers);
    }

    Answer send(String method, String path, String type, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(hub + path)).timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
        }
        headers.forEach(request::header);
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            for (var line : answer.headers().allValues("set-cookie")) {
                var pair = line.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0].strip(), pair.length < 2 ? "" : pair[1]);
            }
            cookies.values().removeIf(String::isEmpty);
            var taken = new Answer(method + " " + path, answer.statusCode(), answer.headers().map(), new String(answer.body(), StandardCharsets.UTF_8));
            if (taken.type().startsWith("text/html")) {
                // Found by its text, as there are many thousands of answers.
                var input = TOKEN_FIELD.matcher(taken.text);
                token = input.find() ? input.group(1) : token;
            }
            return taken;
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + ": the hub hung up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
