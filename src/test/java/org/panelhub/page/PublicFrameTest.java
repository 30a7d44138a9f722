package org.panelhub.page;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Accessible;
import org.panelhub.support.Browser;
import org.panelhub.support.ReadingAge;

import com.microsoft.playwright.Route;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** What holds for every public page, tried at the page on safe devices and at a form that only tests have. */
@QuarkusTest
class PublicFrameTest {

    private static final String SAFE_DEVICE = "/community-trigger/safe-device";
    private static final String FORM = "/community-trigger/sample";
    private static final AtomicInteger ADDRESSES = new AtomicInteger(100);

    @Test
    void onePressLeadsAwayAlsoWithoutScript() {
        var page = page(SAFE_DEVICE);
        assertEquals("Use this site safely - Community trigger", page.title());
        var exit = page.select(".govuk-exit-this-page a.govuk-exit-this-page__button");
        assertEquals("/community-trigger/exit", exit.attr("href"));
        assertEquals("nofollow noreferrer", exit.attr("rel"));
        assertEquals(exit.attr("href"), page.select("a.govuk-js-exit-this-page-skiplink").attr("href"), "also the first thing for a keyboard");
        assertEquals("Community trigger", page.select(".hub-top__name").text());
        assertTrue(page.select("nav.hub-nav, [data-watch], .hub-top__partnership").isEmpty(), "no member's frame, and no area is named where none is chosen");
    }

    @Test
    void anAreaSaysWhereTheWayOutLeadsAndWhoHelps() {
        var page = page(FORM);
        assertEquals("Safer Riverside", page.select(".hub-top__partnership").text());
        assertEquals("/community-trigger/exit/riverside", page.select(".govuk-exit-this-page__button").attr("href"));
        assertEquals("/community-trigger/riverside", page.select(".hub-top__name").attr("href"));
        assertTrue(page.select("footer").text().contains("Community safety team: 020 7946 0000, safer@riverside.example"), page.select("footer").text());
        assertEquals("/community-trigger/riverside/privacy", page.select("footer a:contains(How we use what you tell us)").attr("href"));
        assertEquals(SAFE_DEVICE, page.select("footer a:contains(Use this site safely)").attr("href"));
    }

    @Test
    void aWayOutThatIsNoSafeAddressIsNotTaken() {
        for (var wrong : new String[] { null, "", "http://www.example.org", "javascript:alert(1)", "/cases", "https://www.example.org" }) {
            assertEquals(PublicPaths.EXIT, new PublicArea("x", "/", wrong, null, null, null, null).exit());
        }
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        for (var page : List.of(page(SAFE_DEVICE), page(FORM))) {
            for (var part : page.select("link[href], script[src], img[src], iframe, object, embed, source, video, audio")) {
                assertTrue((part.attr("href") + part.attr("src")).startsWith("/"), part.outerHtml());
            }
            assertTrue(page.select("[style], style, script:not([src])").isEmpty());
            var scripts = page.select("script").stream().map(s -> s.attr("src").replaceFirst("\\?.*", "")).collect(Collectors.toSet());
            assertEquals(Set.of("/hub/hub.js"), scripts, "and nothing is said of an open page to anybody");
            var outside = page.select("a[href]").stream().map(a -> a.attr("href")).filter(a -> a.contains("://")).collect(Collectors.toSet());
            assertEquals(Set.of(), outside, "no page leads elsewhere, the way out but by the hub, which ends what the device keeps");
        }
    }

    @Test
    void noPageIsKeptAndNoneTellsWhereOneCameFrom() {
        for (var path : List.of(SAFE_DEVICE, FORM, "/community-trigger/there-is-no-such-page", "/community-trigger;x=1/safe-device")) {
            var answer = given().urlEncodingEnabled(false).redirects().follow(false).get(path);
            assertEquals("no-store", answer.header("Cache-Control"), path);
            assertEquals("no-referrer", answer.header("Referrer-Policy"), path);
            assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'none'"), path);
        }
        assertEquals("same-origin", given().get("/signed-out").header("Referrer-Policy"), "elsewhere as ever");
        assertEquals("same-origin", given().redirects().follow(false).get("/community-triggers").header("Referrer-Policy"), "another name is another place");
    }

    @Test
    void noCookieOutlivesTheSession() {
        for (var path : List.of(SAFE_DEVICE, FORM, "/community-trigger/there-is-no-such-page")) {
            assertSessionOnly(given().get(path));
        }
        assertTrue(given().get(FORM).headers().getValues("Set-Cookie").stream().anyMatch(c -> c.startsWith("hub-form-token=")), "there is one to look at");
        assertTrue(given().get("/signed-out").headers().getValues("Set-Cookie").stream().anyMatch(c -> c.contains("Max-Age")), "elsewhere as ever");
        assertEquals(List.of(), given().cookie("hub-form-token", "AAAAAAAAAAAAAAAAAAAAAA").get(FORM).headers().getValues("Set-Cookie").stream().filter(c -> !c.contains("Path=/;")).toList(), "and there is one of each");
        var sent = sent("Ada", null, null);
        assertEquals(303, sent.statusCode(), sent.asString());
        assertTrue(sent.headers().getValues("Set-Cookie").stream().anyMatch(c -> c.startsWith("hub-flash=")), "there is one to look at");
        assertSessionOnly(sent);
        var followed = given().cookies(sent.cookies()).get(FORM);
        assertTrue(Jsoup.parse(followed.asString()).text().contains("Thank you."));
    }

    @Test
    void aFormIsTakenFromAPageThatTellsNobodyItsAddress() {
        assertEquals(303, sent("Ada", "Origin", "null").statusCode(), "as browsers send it that tell no more");
        assertEquals(303, sent("Ada", "Sec-Fetch-Site", "same-origin").statusCode());
        assertEquals(400, sent("Ada", "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(400, sent("Ada", "Origin", "https://other.example").statusCode());
    }

    @Test
    void whatIsWrongIsSaidInTheSameFrame() {
        var wrong = sent("", null, null);
        assertEquals(422, wrong.statusCode());
        assertEquals("Error: Sample - Community trigger", Jsoup.parse(wrong.asString()).title());
        assertEquals(1, Jsoup.parse(wrong.asString()).select(".govuk-error-summary").size());
        var absent = given().get("/community-trigger/there-is-no-such-page");
        assertEquals(404, absent.statusCode());
        var page = Jsoup.parse(absent.asString());
        assertEquals(1, page.select(".govuk-exit-this-page").size());
        assertFalse(page.text().contains("Panel Hub"), page.text());
        assertEquals("/community-trigger", page.select("main a").attr("href"));
    }

    @Test
    void inABrowserNothingIsFetchedFromElsewhereAndThreePressesOfShiftLeadAway() {
        try (var browser = Browser.alone()) {
            var page = browser.stranger();
            var here = "http://localhost:" + RestAssured.port;
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            for (var path : List.of(SAFE_DEVICE, FORM, "/community-trigger/there-is-no-such-page")) {
                page.setViewportSize(1280, 900);
                page.navigate(here + path);
                Accessible.check(page);
                page.setViewportSize(320, 900);
                assertEquals(320, page.evaluate("document.documentElement.scrollWidth"), path);
            }
            assertEquals(List.of(), asked.stream().filter(a -> !a.startsWith(here)).toList());
            assertEquals(List.of("hub-form-token -1.0"), page.context().cookies().stream().map(c -> c.name + " " + c.expires).toList(), "until the browser is closed");
            page.navigate(here + FORM);
            page.getByLabel("Name").fill("Ada");
            page.getByText("Continue").click();
            assertTrue(page.locator("main").innerText().contains("Thank you."));
            // What the hub answers there leads elsewhere, where a test does not go.
            page.route("**/community-trigger/exit/**", route -> route.fulfill(new Route.FulfillOptions().setBody("recipes")));
            for (int i = 0; i < 3; i++) {
                page.keyboard().press("Shift");
            }
            page.waitForURL(here + "/community-trigger/exit/riverside");
        }
    }

    @Test
    void whatIsRefusedBeforeThePageIsReachedStaysInTheFrameToo() {
        for (var refused : List.of(given().contentType("text/plain").body("a=b").post(FORM), given().contentType("application/x-www-form-urlencoded").formParam("name", "Ada").post(FORM),
                given().contentType("application/x-www-form-urlencoded").formParam("name", "Ada").delete(FORM))) {
            assertTrue(refused.statusCode() >= 400 && refused.statusCode() < 500, refused.statusLine());
            var page = Jsoup.parse(refused.asString());
            assertEquals(1, page.select(".govuk-exit-this-page__button").size(), refused.asString());
            assertFalse(page.text().contains("Panel Hub"), page.text());
            assertEquals("no-referrer", refused.header("Referrer-Policy"));
        }
    }

    @Test
    void theAdviceReadsAtNineToElevenYears() {
        var age = ReadingAge.of(page(SAFE_DEVICE));
        System.out.println("[reading age] " + SAFE_DEVICE + ": " + age);
        assertTrue(age.age() >= 9 && age.age() <= 11, age + " " + ReadingAge.longWords(page(SAFE_DEVICE)));
        assertTrue(age.sentences() >= 30, "enough of it to be measured");
    }

    private static void assertSessionOnly(Response answer) {
        for (var cookie : answer.headers().getValues("Set-Cookie")) {
            assertFalse(cookie.matches("(?i).*(Max-Age|Expires)=.*"), cookie);
            assertTrue(cookie.contains("HTTPOnly") || cookie.contains("HttpOnly"), cookie);
        }
    }

    /** From an address of its own, as each may send the form only so often. */
    private static Response sent(String name, String header, String value) {
        var opened = given().get(FORM);
        var request = given().redirects().follow(false).header("X-Forwarded-For", "192.0.2." + ADDRESSES.incrementAndGet()).cookies(opened.cookies()).contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("form-token", Jsoup.parse(opened.asString()).select("input[name=form-token]").attr("value")).formParam("name", name);
        return (header == null ? request : request.header(header, value)).post(FORM);
    }

    private static Document page(String path) {
        var answer = given().redirects().follow(false).get(path);
        assertEquals(200, answer.statusCode(), answer.asString());
        assertFalse(answer.asString().contains("NOT_FOUND"), answer.asString());
        return Jsoup.parse(answer.asString());
    }
}
