package org.panelhub.support;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;

/**
 * A person's browser in a test of pages: keeps cookies, sends forms with the token against forged requests, and follows redirects only
 * where told. Who the person is, the test says with {@code @TestSecurity}.
 */
public final class Visitor {

    private static final String TOKEN = "form-token";

    private final Map<String, String> cookies = new HashMap<>();

    /** The answer to a GET, whatever it is. */
    public Response answer(String path) {
        return kept(request().get(path));
    }

    /** A page that must open. */
    public Document page(String path) {
        Response answer = answer(path);
        assertEquals(200, answer.statusCode(), path + "\n" + answer.asString());
        assertFalse(answer.asString().contains("NOT_FOUND"), () -> "a template did not find what it names: " + path + "\n" + answer.asString());
        return Jsoup.parse(answer.asString());
    }

    /** Opens a page for its token and sends a form to an address. Fields are given as name, value, name, value; a name may be repeated. */
    public Response send(String page, String action, String... fields) {
        return sendFrom(page(page), action, fields);
    }

    /** Sends a form from a page that was opened before. */
    public Response sendFrom(Document page, String action, String... fields) {
        RequestSpecification request = request().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam(TOKEN, page.select("input[name=" + TOKEN + "]").attr("value"));
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return kept(request.post(action));
    }

    /** Sends a form with a file, whose length is told beforehand, as browsers do. */
    public Response upload(Document page, String action, String field, String name, byte[] content, String... fields) {
        RequestSpecification request = request().multiPart(TOKEN, page.select("input[name=" + TOKEN + "]").attr("value")).multiPart(file(field, name, content));
        for (int i = 0; i < fields.length; i += 2) {
            request.multiPart(fields[i], fields[i + 1]);
        }
        return kept(request.post(action));
    }

    /** Sends a form that must be taken, and opens the page it leads to. */
    public Document done(String page, String action, String... fields) {
        return follow(send(page, action, fields));
    }

    /** The page that a taken form leads to. */
    public Document follow(Response answer) {
        assertEquals(303, answer.statusCode(), answer.asString());
        return page(answer.header("Location").replaceFirst("^https?://[^/]+", ""));
    }

    private static MultiPartSpecification file(String field, String name, byte[] content) {
        try {
            Path kept = Files.createTempFile("upload", ".tmp");
            kept.toFile().deleteOnExit();
            Files.write(kept, content);
            return new MultiPartSpecBuilder(kept.toFile()).controlName(field).fileName(name).mimeType("application/octet-stream").build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RequestSpecification request() {
        return given().redirects().follow(false).cookies(cookies).accept("text/html");
    }

    private Response kept(Response answer) {
        cookies.putAll(answer.cookies());
        cookies.values().removeIf(String::isEmpty);
        return answer;
    }
}
