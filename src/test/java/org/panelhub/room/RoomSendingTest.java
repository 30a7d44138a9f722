package org.panelhub.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/** How the room's script sends what is typed, by itself: the test answers in the hub's place, or does not answer. */
class RoomSendingTest {

    private static Browser browser;

    private final List<String> sent = new ArrayList<>();
    private boolean away;
    private boolean broken;
    private boolean understood = true;
    private int item = 7;
    private String listed = "Nothing yet";
    private String ours = "Ours: 1";
    private Page page;

    @BeforeAll
    static void open() {
        browser = Browser.alone();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void enter() {
        page = browser.stranger();
        page.route("**/*", this::answer);
        page.clock().install();
        page.navigate("/meetings/1/room");
    }

    @Test
    void enterAddsALineTheFieldIsEmptyAgainAndWhatIsTypedElsewhereStays() {
        page.locator("#rationale").fill("half a sentence");
        page.locator("#spoken").fill("police: call");
        listed = "Police: call";
        page.locator("#spoken").press("Enter");
        assertThat(page.locator("[data-live=actions]")).hasText("Police: call");
        assertThat(page.locator("#spoken")).hasValue("");
        assertThat(page.locator("#spoken")).isFocused();
        assertThat(page.locator("#rationale")).hasValue("half a sentence");
        assertThat(page.locator(".hub-said")).hasText("Recorded.");
        page.locator("#spoken").pressSequentially("one");
        page.locator("#spoken").press("Shift+Enter");
        assertThat(page.locator("#spoken")).hasValue("one\n");
        assertEquals(1, sent.size());
    }

    @Test
    void whatTheAnswerShowsWhereSomeoneIsTypingIsPutInPlaceAfterwards() {
        page.evaluate("document.dispatchEvent(new CustomEvent('hub:open'))");
        page.locator("#reason").fill("half a sentence");
        ours = "Ours: 2";
        page.locator("#spoken").fill("police: call");
        page.locator("#spoken").press("Enter");
        assertThat(page.locator(".hub-said")).hasText("Recorded.");
        assertThat(page.locator("[data-live=ours] h2")).hasText("Ours: 1");
        page.locator("#reason").fill("");
        page.locator("#reason").blur();
        page.clock().runFor(3000);
        assertThat(page.locator("[data-live=ours] h2")).hasText("Ours: 2");
    }

    @Test
    void whatTheHubDidNotConfirmIsSentAgainWithItsKeyAndTheFieldIsFreeMeanwhile() {
        away = true;
        page.locator("#spoken").fill("police: call");
        page.locator("#spoken").press("Enter");
        assertThat(page.locator(".hub-waits")).containsText("Not recorded yet");
        assertThat(page.locator(".hub-waits")).containsText("police: call");
        assertThat(page.locator("#spoken")).hasValue("");
        assertThat(page.locator("#spoken")).isFocused();
        page.locator("#spoken").fill("fire: look");
        page.locator("#spoken").press("Enter");
        assertThat(page.locator(".hub-waits")).hasCount(2);
        assertEquals(0, page.evaluate("localStorage.length + sessionStorage.length"), "nothing of a case is laid down on the machine");
        away = false;
        sent.clear();
        page.clock().runFor(9000);
        assertThat(page.locator(".hub-waits")).hasCount(0);
        assertEquals(2, sent.stream().distinct().count(), sent.toString());
        assertEquals(2, sent.stream().map(s -> s.replaceAll(".*once=([^&]*).*", "$1")).distinct().count(), sent.toString());
    }

    @Test
    void aFormThatIsNotConfirmedStaysAsTypedAndIsSentOnceTheLineIsBack() {
        away = true;
        page.locator("#rationale").fill("Quieter since March");
        page.locator("button[name=go]").click();
        assertThat(page.locator(".hub-waits")).containsText("Not recorded yet");
        assertThat(page.locator("#rationale")).hasValue("Quieter since March");
        away = false;
        item = 8;
        page.evaluate("document.dispatchEvent(new CustomEvent('hub:open'))");
        assertThat(page.locator("h1")).hasText("Item 8");
        assertThat(page.locator("#spoken")).isFocused();
    }

    @Test
    void whoGoesOnIsSentAgainAndWhoTakesUpAnotherItemPressesAgain() {
        away = true;
        page.keyboard().press("Alt+n");
        assertThat(page.locator(".hub-waits")).containsText("Not recorded yet");
        away = false;
        item = 8;
        page.evaluate("document.dispatchEvent(new CustomEvent('hub:open'))");
        assertThat(page.locator("h1")).hasText("Item 8");
        assertEquals(1, sent.stream().distinct().count(), sent.toString());
        away = true;
        page.getByText("Take up item 9").click();
        assertThat(page.locator(".hub-waits")).containsText("press again");
    }

    @Test
    void whatIsRefusedStandsInItsFieldWithTheReason() {
        understood = false;
        page.locator("#spoken").fill("call on the neighbour");
        page.locator("#spoken").press("Enter");
        assertThat(page.locator("#spoken-error")).hasText("Begin with the agency");
        assertThat(page.locator("#spoken")).hasValue("call on the neighbour");
        assertThat(page.locator("#spoken")).isFocused();
    }

    @Test
    void whoGoesOnTakesTheActionInItsFieldAlongAndIsWarnedOfWhatIsNotRecorded() {
        page.locator("#said").fill("A fact");
        page.locator("#rationale").fill("Quieter");
        page.locator("#spoken").fill("police: call");
        page.keyboard().press("Alt+n");
        assertThat(page.locator("[data-unsent]")).isVisible();
        assertEquals(0, sent.size());
        item = 8;
        page.locator("#said").fill("");
        page.keyboard().press("Alt+n");
        assertThat(page.locator("h1")).hasText("Item 8");
        assertEquals(1, sent.size());
        assertEquals(true, sent.getFirst().contains("spoken=police%3A+call") && sent.getFirst().contains("go=on"), sent.toString());
    }

    @Test
    void anOutageOfTheHubThrowsNothingAwayAndAnotherPersonSendsNothing() {
        away = true;
        page.locator("#spoken").fill("police: call");
        page.locator("#spoken").press("Enter");
        assertThat(page.locator(".hub-waits")).containsText("police: call");
        broken = true;
        page.clock().runFor(4000);
        assertThat(page.locator(".hub-waits")).containsText("police: call");
        away = false;
        page.evaluate("document.dispatchEvent(new CustomEvent('hub:over'))");
        sent.clear();
        page.clock().runFor(30_000);
        assertEquals(List.of(), sent);
    }

    private void answer(Route route) {
        var path = route.request().url().replaceFirst("^https?://[^/]+", "");
        if (path.equals("/hub/room.js")) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setPath(Path.of("src/main/resources/META-INF/resources/hub/room.js")));
        } else if (broken) {
            route.fulfill(new Route.FulfillOptions().setStatus(503).setContentType("text/html").setBody("<h1>Away</h1>"));
        } else if (route.request().method().equals("POST")) {
            sent.add(route.request().postData());
            if (away) {
                route.abort();
            } else {
                route.fulfill(new Route.FulfillOptions().setStatus(understood ? 200 : 422).setContentType("text/html").setBody(room(understood ? "" : route.request().postData())));
            }
        } else if (path.equals("/meetings/1/room/stamp")) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/plain").setBody("1"));
        } else if (path.equals("/meetings/1/room")) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(room("")));
        } else {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
        }
    }

    private String room(String refused) {
        var error = refused.isEmpty() ? "" : "<p class=\"govuk-error-message\" id=\"spoken-error\">Begin with the agency</p>";
        return """
                <!DOCTYPE html><html lang="en"><title>Room</title><body><main id="main">
                <div class="govuk-notification-banner"><p class="govuk-notification-banner__heading">Recorded.</p></div>
                <div data-room="/meetings/1/room/stamp" data-stamp="1" data-item="%d"><h1>Item %d</h1><p data-unsent hidden>Not recorded</p>
                <form action="/meetings/1/room/next" method="post"><input type="hidden" name="from" value="7"><input type="hidden" name="once" value="key-0"><button>Next</button></form>
                <form action="/meetings/1/room/turn" method="post"><button name="item" value="9">Take up item 9</button></form>
                <form action="/meetings/1/room/items/7/say"><input id="said" name="said"></form>
                <form class="hub-flows" action="/meetings/1/room/items/7/spoken" method="post"><input type="hidden" name="once" value="key-1">
                <div class="govuk-form-group%s">%s<textarea id="spoken" name="spoken" data-enter data-words rows="1">%s</textarea></div><button>Add</button></form>
                <form action="/meetings/1/room/items/7/decision" method="post"><input type="hidden" name="once" value="key-2"><input id="rationale" name="rationale"><button>Record</button><button name="go" value="on">Go on</button></form>
                <section data-live="actions">%s</section><section data-live="ours"><h2>%s</h2><input id="reason"></section></div></main>
                <script type="module" src="/hub/room.js"></script></body></html>""".formatted(item, item, refused.isEmpty() ? "" : " govuk-form-group--error", error,
                refused.isEmpty() ? "" : "call on the neighbour", listed, ours);
    }
}
