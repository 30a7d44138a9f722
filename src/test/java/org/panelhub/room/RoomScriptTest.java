package org.panelhub.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.panelhub.support.Browser;

import com.microsoft.playwright.Route;

/** The script that keeps the room fresh, by itself: the test answers in the hub's place. */
class RoomScriptTest {

    private static final int A_LOOK = 3000;
    private static final int PATIENCE = 10_000;

    private String stamp = "1";
    private String here = "Here: 1";
    private String ours = "Ours: 1";
    private boolean silent;
    private boolean away;

    @Test
    void whatSomeoneTypesInStaysTheRestIsRenewedAndThePageSaysHowOldItIs() {
        try (var browser = Browser.alone()) {
            var page = browser.stranger();
            page.route("**/*", this::answer);
            page.clock().install();
            page.navigate("/meetings/1/room");
            assertThat(page.locator("[data-fresh]")).isHidden();

            page.locator("#reason").fill("not asked yet");
            stamp = "2";
            here = "Here: 2";
            ours = "Ours: 2";
            page.clock().runFor(A_LOOK);
            assertThat(page.locator("[data-live=people]")).hasText("Here: 2");
            assertThat(page.locator("#reason")).hasValue("not asked yet");
            assertThat(page.locator("[data-live=ours] h2")).hasText("Ours: 1");
            assertThat(page.locator("[data-fresh]")).isVisible();

            page.locator("#reason").fill("");
            page.locator("#reason").blur();
            page.clock().runFor(A_LOOK);
            assertThat(page.locator("[data-live=ours] h2")).hasText("Ours: 2");
            assertThat(page.locator("[data-fresh]")).isHidden();
        }
    }

    @Test
    void whatANetworkThatIsGoneNeverAnsweredHoldsUpNothingThatIsAskedLater() {
        try (var browser = Browser.alone()) {
            var page = browser.stranger();
            page.route("**/*", this::answer);
            page.clock().install();
            page.navigate("/meetings/1/room");
            silent = true;
            page.waitForRequest("**/stamp", () -> page.clock().runFor(A_LOOK));
            silent = false;
            stamp = "2";
            here = "Here: 2";
            page.clock().runFor(PATIENCE + A_LOOK);
            assertThat(page.locator("[data-live=people]")).hasText("Here: 2");
            assertThat(page.locator("[data-fresh]")).isHidden();
        }
    }

    @Test
    void whoIsTypingIsNotKeptFromTheRestByALookThatFailed() {
        try (var browser = Browser.alone()) {
            var page = browser.stranger();
            page.route("**/*", this::answer);
            page.clock().install();
            page.navigate("/meetings/1/room");
            page.evaluate("document.dispatchEvent(new CustomEvent('hub:open'))");
            page.locator("#reason").fill("not asked yet");
            stamp = "2";
            here = "Here: 2";
            ours = "Ours: 2";
            page.evaluate("document.dispatchEvent(new CustomEvent('hub:changed'))");
            assertThat(page.locator("[data-live=people]")).hasText("Here: 2");

            away = true;
            stamp = "3";
            here = "Here: 3";
            page.waitForResponse("**/room", () -> page.evaluate("document.dispatchEvent(new CustomEvent('hub:changed'))"));
            away = false;
            page.clock().runFor(A_LOOK);
            assertThat(page.locator("[data-live=people]")).hasText("Here: 3");
            assertThat(page.locator("#reason")).hasValue("not asked yet");
        }
    }

    private void answer(Route route) {
        var path = route.request().url().replaceFirst("^https?://[^/]+", "");
        if (silent) {
            return;
        }
        if (away) {
            route.fulfill(new Route.FulfillOptions().setStatus(503));
        } else if (path.equals("/hub/room.js")) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setPath(Path.of("src/main/resources/META-INF/resources/hub/room.js")));
        } else if (path.equals("/meetings/1/room/stamp")) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/plain").setBody(stamp));
        } else if (path.equals("/meetings/1/room")) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("""
                    <!DOCTYPE html><html lang="en"><title>Room</title><body>
                    <div data-room="/meetings/1/room/stamp" data-stamp="%s" data-item="7">
                    <section data-live="people"><h2>%s</h2></section>
                    <section data-live="ours"><h2>%s</h2><label>Reason <input id="reason" name="reason"></label></section>
                    <p data-fresh>This page is as it was at 10:00.</p></div>
                    <script type="module" src="/hub/room.js"></script></body></html>""".formatted(stamp, here, ours)));
        } else {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
        }
    }
}
