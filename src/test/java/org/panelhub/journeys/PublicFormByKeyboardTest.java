package org.panelhub.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.panelhub.support.Accessible;
import org.panelhub.support.Browser;
import org.panelhub.support.RunningHub;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/**
 * The public form by the keyboard alone, in a window of 320 by 256 pixels: as wide as one of 1280 by 1024 is when it is magnified to 400% (WCAG 2.2, success criteria 1.4.10 and 2.1.1). Nothing has to be
 * scrolled sideways, and each page is as accessible as on a wide screen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicFormByKeyboardTest {

    private static final int WIDE = 320;
    private static final int HIGH = 256;
    private static final int MOST_TABS = 60;

    private Browser browser;
    private Page page;

    @BeforeAll
    void open() throws SQLException {
        try (var owner = RunningHub.get().asOwner(); var statement = owner.createStatement()) {
            statement.execute("delete from hub.public_attempt");
        }
        browser = Browser.open();
        page = browser.stranger();
        page.setViewportSize(WIDE, HIGH);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void somebodyWhoUsesNoMouseAndMagnifiesFourfoldAppliesAndIsGivenANumberAndACode() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("kind", "PERSON");
        answers.put("name", "Keya Board");
        answers.put("under18", "NO");
        answers.put("happening", "Shouting in the yard at night.");
        answers.put("since", "since May");
        answers.put("place", "Gull Yard");
        answers.put("respondent", "Not known");
        answers.put("respondentMinor", "UNKNOWN");
        answers.put("hate", "NO");
        answers.put("reported", "NO");
        answers.put("impact", "No sleep");
        answers.put("children", "NO");
        answers.put("wish", "Quiet");
        answers.put("involvement", "TOLD");
        answers.put("reachBy", "TELEPHONE");
        answers.put("telephone", "07700 900321");
        answers.put("safe", "TELEPHONE");
        page.navigate("/community-trigger");
        press("Start now");
        for (int n = 0; n < 30 && !page.url().endsWith("/check"); n++) {
            for (var answer : answers.entrySet()) {
                if (page.locator("main [name='" + answer.getKey() + "']").count() > 0) {
                    answer(answer.getKey(), answer.getValue());
                }
            }
            press("Continue");
        }
        assertTrue(page.url().endsWith("/check"), page.url());
        answer("sure", "yes");
        press("Send");
        var text = page.locator("main").innerText();
        assertTrue(text.matches("(?s).*RV-T[A-Z2-9]{6}.*") && text.matches("(?s).*[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}.*"), text);
        fits();
        sendsAFile();
    }

    /** What is typed beside a file stays when the file is refused. */
    private void sendsAFile() {
        page.navigate("/community-trigger/my-form/files");
        tabTo("e => e.name === 'file'");
        answer("note", "The yard at night");
        press("Send the file");
        assertTrue(page.locator("#file-error").innerText().contains("Choose a file"), page.locator("main").innerText());
        assertEquals("The yard at night", page.locator("#note").inputValue());
        page.locator("#file").setInputFiles(new FilePayload("a-very-long-name-without-any-space-in-it-that-is-wider-than-the-window.txt", "text/plain", "Shouting at two".getBytes(StandardCharsets.UTF_8)));
        press("Send the file");
        assertTrue(page.locator("main").innerText().contains("We have your file: a-very-long-name"), page.locator("main").innerText());
        tabTo("e => e.tagName === 'BUTTON' && e.textContent.includes('Take it back')");
        fits();
    }

    /** By Tab to the field; of radio buttons by the arrows to the answer. */
    private void answer(String name, String value) {
        var fields = page.locator("main [name='" + name + "']");
        var type = fields.first().getAttribute("type");
        if ("radio".equals(type)) {
            tabTo("e => e.name === '" + name + "'");
            page.keyboard().press("Space");
            for (int n = 0; n < fields.count() && !at("e => e.value === '" + value + "'"); n++) {
                page.keyboard().press("ArrowDown");
            }
            assertEquals(true, page.locator("main [name='" + name + "'][value='" + value + "']").isChecked(), name);
        } else if ("checkbox".equals(type)) {
            tabTo("e => e.name === '" + name + "' && e.value === '" + value + "'");
            page.keyboard().press("Space");
        } else {
            tabTo("e => e.name === '" + name + "'");
            page.keyboard().type(value);
        }
    }

    private void press(String button) {
        fits();
        tabTo("e => e.tagName === 'BUTTON' && e.textContent.includes('" + button + "')");
        page.evaluate("() => { window.before = true; }");
        page.keyboard().press("Enter");
        // The next page knows nothing of the one before it.
        page.waitForFunction("() => !window.before && document.readyState === 'complete'");
    }

    private void tabTo(String what) {
        page.evaluate("() => { document.activeElement?.blur(); }");
        for (int n = 0; n < MOST_TABS; n++) {
            if (at(what)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + what + " on " + page.url());
    }

    private boolean at(String what) {
        return Boolean.TRUE.equals(page.evaluate("() => { const e = document.activeElement; return !!e && e !== document.body && (" + what + ")(e); }"));
    }

    private void fits() {
        var wide = ((Number) page.evaluate("() => document.scrollingElement.scrollWidth")).intValue();
        assertTrue(wide <= WIDE, () -> page.url() + " is " + wide + " pixels wide in a window of " + WIDE + ": "
                + page.evaluate("() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > " + WIDE + ").map(e => e.outerHTML.slice(0, 160)).join('\\n')"));
        // Half of a link that is scrolled under the way out is no smaller link.
        page.evaluate("() => window.scrollTo(0, 0)");
        Accessible.check(page);
    }
}
