package org.panelhub.support;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import io.restassured.response.Response;

/**
 * Pages as a browser without JavaScript visits them: it keeps cookies, sends the token of the page that was opened last, and follows
 * no redirect by itself. Who visits is told by {@code @TestSecurity}.
 */
public final class Visit {

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Document page;

    /** Opens a page that must be there. */
    public Document open(String path) {
        var answer = get(path);
        assertEquals(200, answer.statusCode(), () -> path + " answered " + answer.statusCode() + ": " + text(answer));
        return page;
    }

    public Response get(String path) {
        return took(given().redirects().follow(false).cookies(cookies).get(path));
    }

    /**
     * Sends a form. Names and values take turns; a list is sent once for each of its values.
     */
    public Response send(String action, Object... fields) {
        var request = given().redirects().follow(false).cookies(cookies).contentType("application/x-www-form-urlencoded; charset=UTF-8");
        for (int i = 0; i < fields.length; i += 2) {
            for (Object value : fields[i + 1] instanceof List<?> several ? several : List.of(fields[i + 1])) {
                request = request.formParam((String) fields[i], value);
            }
        }
        var token = page == null ? null : page.selectFirst("input[name=csrf-token]");
        if (token != null) {
            request = request.formParam("csrf-token", token.val());
        }
        return took(request.post(action));
    }

    /** Sends a form that must be taken, and opens the page that follows. */
    public Document sendAndFollow(String action, Object... fields) {
        var answer = send(action, fields);
        assertEquals(303, answer.statusCode(), () -> action + " answered " + answer.statusCode() + ": " + text(answer));
        return open(answer.header("Location").replaceFirst("^https?://[^/]+", ""));
    }

    /** The page that was answered last. */
    public Document page() {
        return page;
    }

    private Response took(Response answer) {
        answer.cookies().forEach((name, value) -> {
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        });
        if (String.valueOf(answer.contentType()).startsWith("text/html")) {
            page = Jsoup.parse(answer.asString());
        }
        return answer;
    }

    private static String text(Response answer) {
        return Jsoup.parse(answer.asString()).text();
    }
}
