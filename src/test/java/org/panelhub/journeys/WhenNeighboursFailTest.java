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
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Browser;
import org.panelhub.support.Desk;
import org.panelhub.support.Node;
import org.panelhub.support.RunningHub;
import org.panelhub.support.Tokens;

/** Keycloak or PostgreSQL, really stopped under the running hub, and really coming back: what people see, and that nothing is lost. Last of the journeys, as it disturbs all. */
class WhenNeighboursFailTest {

    private static final String TYPED = "Door kicked in on Monday, \"the third time\".";
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
    void withoutKeycloakWhoIsSignedInWorksOnAndAHubThatStartsSaysThatSigningInDoesNotWork() throws Exception {
        var hub = RunningHub.get();
        var police = Desk.of(browser, "police");
        var token = Tokens.of("police");
        assertEquals(200, get(hub.url() + "/api/meetings", token).statusCode());
        hub.stopKeycloak();
        try (var second = Node.begin(hub.environment())) {
            police.go("/meetings").sees("Meetings");
            assertEquals(200, get(hub.url() + "/api/meetings", token).statusCode());

            var secondHub = second.awaitReady().url();
            var refused = get(secondHub + "/meetings", null);
            assertEquals(503, refused.statusCode());
            assertTrue(refused.body().contains("Signing in does not work at the moment"), refused.body());
            assertEquals(200, get(secondHub + "/signed-out", null).statusCode(), "public pages open");

            hub.startKeycloak();
            hub.awaitKeycloak();
            // Found again by the hub itself, without anybody starting it anew.
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> get(secondHub + "/meetings", null).statusCode() == 302);
            assertEquals(200, get(secondHub + "/api/meetings", Tokens.of("police")).statusCode());
            Desk.of(browser, "fire").go("/meetings").sees("Meetings");
        }
    }

    @Test
    void withoutItsDatabaseTheHubSaysSoKeepsWhatWasTypedAndGoesOnByItself() throws Exception {
        var hub = RunningHub.get();
        var token = Tokens.of("housing");
        var housing = Desk.of(browser, "housing").go("/referrals/new?panel=VVP").press("Start now");
        var tasks = housing.path();
        housing.follow("What is happening").select("What kind of behaviour is it, in the main?", "arassment").fill("What is happening?", TYPED);
        hub.stopPostgres();
        try {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> get(hub.managementUrl() + "/health/ready", null).statusCode() == 503);
            housing.press("Save and come back later").sees("The hub cannot reach its database").sees("What you typed is still on this page").looked("without-database");
            var api = get(hub.url() + "/api/meetings", token);
            assertEquals(503, api.statusCode());
            assertTrue(api.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
            assertFalse(api.body().contains("SQL"), api.body());
            assertEquals(200, get(hub.managementUrl() + "/health/live", null).statusCode(), "nothing is won by starting the hub anew");
        } finally {
            hub.startPostgres();
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> get(hub.managementUrl() + "/health/ready", null).statusCode() == 200);
        housing.press("Send it again").go(tasks).follow("What is happening");
        assertEquals(TYPED, housing.page().getByLabel("What is happening?").first().inputValue());
    }

    private static HttpResponse<String> get(String address, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
