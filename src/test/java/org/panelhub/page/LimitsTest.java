package org.panelhub.page;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;

@QuarkusTest
class LimitsTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final String FORM = "/community-trigger/sample";

    /** An address that only this run has. */
    private final String who = UUID.randomUUID().toString();

    @Inject
    Limits limits;

    @AfterEach
    void undo() {
        HubRows.clock("interval '0'");
        HubRows.run("delete from hub.public_attempt");
    }

    @Test
    void soManyAndNoMoreUntilTheFirstIsLongEnoughAgo() {
        for (int i = 0; i < 3; i++) {
            assertTrue(limits.allow("trigger code", who, 3, QUARTER));
        }
        assertFalse(limits.allow("trigger code", who, 3, QUARTER));
        assertTrue(limits.allow("trigger application", who, 3, QUARTER), "each kind for itself");
        assertTrue(limits.allow("trigger code", who + "x", 3, QUARTER), "each address for itself");
        HubRows.clock("interval '14 minutes 50 seconds'");
        assertFalse(limits.allow("trigger code", who, 3, QUARTER));
        HubRows.clock("interval '15 minutes 10 seconds'");
        assertTrue(limits.allow("trigger code", who, 3, QUARTER), "what was refused did not count");
    }

    @Test
    void ofManyAtOnceOnlySoManyAreTaken() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var tries = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 40; i++) {
                tries.add(() -> limits.allow("trigger code", who, 10, QUARTER));
            }
            int taken = 0;
            for (var each : pool.invokeAll(tries)) {
                taken += each.get() ? 1 : 0;
            }
            assertEquals(10, taken);
        }
    }

    @Test
    void aTryIsCountedAlsoWhenTheRequestThatMadeItFails() {
        for (int i = 0; i < 2; i++) {
            assertEquals(404, fails("198.51.100.1").statusCode());
        }
        assertEquals(429, fails("198.51.100.1").statusCode());
        assertEquals(404, fails("198.51.100.2").statusCode(), "another address");
    }

    @Test
    void whoIsOverTheLimitIsToldWhenAndHowElseAndLosesNothing() {
        var sent = sent("203.0.113.7", "Ada & her <cat>");
        assertEquals(303, sent.statusCode(), sent.asString());
        assertEquals(303, sent("203.0.113.7", "Ada").statusCode());
        var over = sent("203.0.113.7", "Ada & her <cat>");
        assertEquals(429, over.statusCode());
        assertEquals("900", over.header("Retry-After"));
        assertEquals("no-store", over.header("Cache-Control"));
        var page = Jsoup.parse(over.asString());
        assertEquals("Please wait a little - Community trigger", page.title());
        assertTrue(page.text().matches("(?s).*You can try again at \\d\\d:\\d\\d\\. If you would rather not wait, you can call us on 020 7946 0000\\..*"), page.text());
        assertEquals("Ada & her <cat>", page.select("form input[name=name]").val());
        assertFalse(page.select("form input[name=form-token]").val().isEmpty());
        HubRows.clock("interval '16 minutes'");
        var again = given().redirects().follow(false).cookies(over.cookies()).header("X-Forwarded-For", "203.0.113.7").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("form-token", page.select("form input[name=form-token]").val()).formParam("name", page.select("form input[name=name]").val()).post(page.select("form").attr("action"));
        assertEquals(303, again.statusCode(), again.asString());
    }

    @Test
    void anAddressOfTheNewKindStandsForItsNetwork() {
        assertEquals(Limits.network("2001:db8:1:2:3:4:5:6"), Limits.network("2001:db8:1:2::9"));
        assertNotEquals(Limits.network("2001:db8:1:2:3:4:5:6"), Limits.network("2001:db8:1:3:3:4:5:6"));
        assertEquals("198.51.100.1", Limits.network("198.51.100.1"));
        assertEquals("198.51.100.1", Limits.network("::ffff:198.51.100.1"));
        assertEquals("RV-T7K4QM", Limits.network("RV-T7K4QM"));
        assertEquals("not:an:address", Limits.network("not:an:address"), "asks nobody for its name");
    }

    @Test
    void whatIsKeptTellsNoAddressAndIsForgottenAfterADay() throws Exception {
        limits.allow("trigger code", "198.51.100.9", 3, QUARTER);
        assertEquals("1", HubRows.one("select count(*) from hub.public_attempt where kind = 'trigger code' and octet_length(who) = 32"));
        assertEquals("0", HubRows.one("select count(*) from hub.public_attempt x, unnest(array['198.51.100.9', 'trigger code 198.51.100.9']) guess where x.who = sha256(convert_to(guess, 'UTF8'))"), "not to be found by trying");
        assertEquals("0", HubRows.one("select count(*) from audit.entry where kind = 'public_attempt'"));
        HubRows.clock("interval '23 hours 59 minutes'");
        limits.forget();
        assertEquals("1", HubRows.one("select count(*) from hub.public_attempt"));
        HubRows.clock("interval '24 hours 1 minute'");
        limits.forget();
        assertEquals("0", HubRows.one("select count(*) from hub.public_attempt"));
    }

    @Test
    void theDoorsTellNothingMore() throws Exception {
        try (var nobody = Entered.nobody(); var police = Entered.as("police")) {
            assertEquals("t", nobody.one("select access.public_attempt('planted', ?, 1, interval '1 hour')", who));
            assertEquals("f", nobody.one("select access.public_attempt('planted', ?, 1, interval '1 hour')", who));
            for (var wrong : List.of("'planted', 'x', 0, interval '1 hour'", "'planted', 'x', 5, interval '2 days'", "'planted', 'x', 5, interval '0'", "'planted', null, 5, interval '1 hour'", "null, 'x', 5, interval '1 hour'")) {
                assertEquals("42501", nobody.refusal("select access.public_attempt(" + wrong + ")"), wrong);
            }
            assertEquals("23514", nobody.refusal("select access.public_attempt('with: 198.51.100.1', 'x', 5, interval '1 hour')"), "no kind that could hold an address");
            for (var entered : List.of(nobody, police)) {
                assertEquals("42501", entered.refusal("select access.forget_attempts()"));
                assertEquals("42501", entered.refusal("select * from hub.public_attempt"));
                assertEquals("42501", entered.refusal("delete from hub.public_attempt"));
            }
        }
    }

    @Test
    void whatOnlyProgramsFillInIsShownToWhoFilledItInByMistake() {
        var opened = open("192.0.2.4");
        var box = opened.select("#leave-empty");
        assertEquals("true", box.parents().select(".hub-trap").attr("aria-hidden"));
        assertEquals("-1", box.attr("tabindex"));
        var filled = post("192.0.2.4", opened, "Ada", "https://spam.example");
        assertEquals(422, filled.statusCode());
        var page = Jsoup.parse(filled.asString());
        assertEquals("Ada", page.select("#name").val());
        assertTrue(page.select(".hub-trap").isEmpty(), "now it can be seen and emptied");
        assertEquals("#leave-empty", page.select(".govuk-error-summary a").attr("href"));
    }

    private static Response fails(String from) {
        return given().header("X-Forwarded-For", from).get(FORM + "/absent");
    }

    private static Document open(String from) {
        return Jsoup.parse(given().header("X-Forwarded-For", from).cookie("hub-form-token", "AAAAAAAAAAAAAAAAAAAAAA").get(FORM).asString());
    }

    private static Response sent(String from, String name) {
        return post(from, open(from), name, "");
    }

    private static Response post(String from, Document opened, String name, String trap) {
        return given().redirects().follow(false).header("X-Forwarded-For", from).cookie("hub-form-token", "AAAAAAAAAAAAAAAAAAAAAA").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("form-token", opened.select("input[name=form-token]").val()).formParam("name", name).formParam("leave-empty", trap).post(FORM);
    }
}
