package org.panelhub.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Accessible;
import org.panelhub.support.Browser;
import org.panelhub.support.RunningHub;
import org.panelhub.support.Tokens;

import com.microsoft.playwright.Page;

/** Signing in and out with a real Keycloak, at the pages and at the API. */
class SignInJourneyTest {

    private static final String PAGE = "/set-up/mail";

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void whoSignsInStandsOnThePageThatWasAskedFor() {
        Page page = browser.stranger();
        page.navigate(PAGE);
        assertTrue(page.url().startsWith(RunningHub.get().issuer()), page.url());
        Browser.screenshots(page, "sign-in");
        browser.signIn(page, "admin");
        assertEquals(RunningHub.get().url() + PAGE, page.url());
        assertTrue(page.context().cookies().stream().filter(cookie -> cookie.name.startsWith("q_session")).allMatch(cookie -> cookie.httpOnly));
    }

    @Test
    void whoSignsOutMustSignInAgain() {
        Page page = browser.stranger();
        page.navigate(PAGE);
        browser.signIn(page, "admin");
        page.navigate("/sign-out");
        assertTrue(page.url().startsWith(RunningHub.get().url() + "/signed-out"), page.url());
        Accessible.check(page);
        Browser.screenshots(page, "signed-out");
        assertFalse(page.context().cookies().stream().anyMatch(cookie -> cookie.name.startsWith("q_session")));
        page.navigate(PAGE);
        assertTrue(page.url().startsWith(RunningHub.get().issuer()), page.url());
    }

    @Test
    void theFirstPageOpensAfterSigningIn() {
        Page page = browser.signedInAs("police");
        assertEquals(RunningHub.get().url() + "/", page.url());
        assertTrue(page.locator("h1").first().isVisible());
    }

    @Test
    void theApiTakesATokenThatIsMadeOutToItAndNoOther() throws IOException, InterruptedException {
        assertEquals(401, api(null).statusCode());
        assertEquals(401, api("not.a.token").statusCode());
        assertEquals(401, api(Tokens.ofAnotherAudience("police")).statusCode());
        assertEquals(200, api(Tokens.of("police")).statusCode());
    }

    @Test
    void healthAndMetricsAndTheDescriptionOfTheApiNeedNoSignIn() throws IOException, InterruptedException {
        assertEquals(200, get(RunningHub.get().managementUrl() + "/health", null).statusCode());
        assertEquals(200, get(RunningHub.get().managementUrl() + "/metrics", null).statusCode());
        assertEquals(200, get(RunningHub.get().url() + "/q/openapi", null).statusCode());
        assertEquals(404, get(RunningHub.get().url() + "/q/metrics", null).statusCode());
    }

    private static HttpResponse<String> api(String token) throws IOException, InterruptedException {
        return get(RunningHub.get().url() + "/api/meetings", token);
    }

    private static HttpResponse<String> get(String address, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
