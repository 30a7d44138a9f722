package org.panelhub.support;

import static io.restassured.RestAssured.given;

import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import io.restassured.response.Response;

/**
 * Accounts of the demo one after another, within one test: {@code Account.as("police").page("/meetings")}. It sends forms as a browser
 * does, with the token of the page that it read before. Ends with {@link SignedIn#nobody()}.
 */
public final class Account {

    private static final String TOKEN = "form-token";
    private static final String COOKIE = "hub-form-token";

    private static String cookie;
    private static String token;

    private final String name;

    private Account(String name) {
        this.name = name;
    }

    public static Account as(String name) {
        return new Account(name);
    }

    public Response get(String path) {
        SignedIn.as(name);
        return given().redirects().follow(false).get(path);
    }

    /** A page that opens. */
    public Document page(String path) {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(name + " got " + answer.statusCode() + " at " + path + ": " + begin(answer));
        }
        return Jsoup.parse(answer.asString());
    }

    /** Sends a form that stands on a page, with that page's token; where the page has no form, with that of the last page that had one. */
    public Response send(String from, String path, Map<String, ?> fields) {
        var page = get(from);
        var onPage = Jsoup.parse(page.asString()).select("input[name=" + TOKEN + "]");
        if (page.getCookie(COOKIE) != null && !onPage.isEmpty()) {
            cookie = page.getCookie(COOKIE);
            token = onPage.first().val();
        }
        var request = given().redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(fields);
        return (token == null ? request : request.cookie(COOKIE, cookie).formParam(TOKEN, token)).post(path);
    }

    /** Sends a form and gives the page that follows. */
    public Document sendAndFollow(String from, String path, Map<String, ?> fields) {
        var answer = send(from, path, fields);
        if (answer.statusCode() != 303) {
            throw new AssertionError(name + " got " + answer.statusCode() + " sending to " + path + ": " + begin(answer));
        }
        SignedIn.as(name);
        var request = given().redirects().follow(false);
        answer.getCookies().forEach(request::cookie);
        return Jsoup.parse(request.get(answer.getHeader("Location")).asString());
    }

    /** Sends JSON. */
    public Response json(String method, String path, Object body) {
        return json(method, path, null, body);
    }

    /** Sends JSON to change what was read under that tag. */
    public Response json(String method, String path, String tag, Object body) {
        SignedIn.as(name);
        var request = given().redirects().follow(false).accept("application/json");
        request = tag == null ? request : request.header("If-Match", tag);
        return (body == null ? request : request.contentType("application/json").body(body)).request(method, path);
    }

    private static String begin(Response answer) {
        var text = answer.asString();
        return text.length() <= 1_000 ? text : text.substring(0, 1_000);
    }
}
