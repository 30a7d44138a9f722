package org.panelhub.support;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** One person at a screen, who finds things by what is written on it: labels, headings, buttons. */
public final class Desk {

    private final Page page;
    private final String account;

    private Desk(Page page, String account) {
        this.page = page;
        this.account = account;
    }

    /** Signed in through Keycloak, on the first page. */
    public static Desk of(Browser browser, String account) {
        return new Desk(browser.signedInAs(account), account);
    }

    public Page page() {
        return page;
    }

    public Desk go(String path) {
        page.navigate(path);
        return fine();
    }

    public Desk fill(String label, String text) {
        page.getByLabel(label, exact()).first().fill(text);
        return this;
    }

    /** A radio button or checkbox inside its group. */
    public Desk choose(String group, String option) {
        group(group).getByLabel(option, new Locator.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    public Desk tick(String label) {
        page.getByLabel(label, exact()).first().check();
        return this;
    }

    public Desk select(String label, String option) {
        var box = page.getByLabel(label, exact()).first();
        var value = box.locator("option").filter(new Locator.FilterOptions().setHasText(option)).first().getAttribute("value");
        box.selectOption(value);
        return this;
    }

    public Desk date(String group, LocalDate date) {
        var boxes = group(group);
        boxes.getByLabel("Day", new Locator.GetByLabelOptions().setExact(true)).fill(Integer.toString(date.getDayOfMonth()));
        boxes.getByLabel("Month", new Locator.GetByLabelOptions().setExact(true)).fill(Integer.toString(date.getMonthValue()));
        boxes.getByLabel("Year", new Locator.GetByLabelOptions().setExact(true)).fill(Integer.toString(date.getYear()));
        return this;
    }

    public Desk press(String button) {
        // Buttons, and links that look like one; the name may go on in words that only a screen reader says.
        var named = Pattern.compile("^" + Pattern.quote(button));
        var found = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(named)).first();
        found.click();
        page.waitForLoadState();
        return fine();
    }

    public Desk follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + Pattern.quote(link)))).first().click();
        page.waitForLoadState();
        return fine();
    }

    public Desk open(String details) {
        page.locator("summary").filter(new Locator.FilterOptions().setHasText(details)).first().click();
        return this;
    }

    public Desk sees(String text) {
        assertTrue(text().contains(text), () -> account + " should see “" + text + "” on " + page.url() + ":\n" + text());
        return this;
    }

    public Desk doesNotSee(String text) {
        assertFalse(page.content().contains(text), () -> account + " must not see “" + text + "” on " + page.url());
        return this;
    }

    /** Opens the address and finds nothing there: absent and hidden look the same. */
    public Desk findsNothingAt(String path) {
        assertTrue(page.navigate(path).status() == 404, () -> account + " finds something at " + path + ":\n" + text());
        return this;
    }

    /** Checked for accessibility, and photographed wide and narrow. */
    public Desk looked(String name) {
        Accessible.check(page);
        Browser.screenshots(page, name);
        return this;
    }

    public String text() {
        return page.locator("body").innerText().replace('\u00a0', ' ');
    }

    public String path() {
        return page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*$", "");
    }

    private Desk fine() {
        assertFalse(page.title().startsWith("Error:"), () -> account + " made a mistake on " + page.url() + ":\n" + text());
        assertFalse(text().contains("Sorry, there is a problem"), () -> account + " met a fault on " + page.url() + ":\n" + text());
        return this;
    }

    private Locator group(String legend) {
        return page.locator("fieldset").filter(new Locator.FilterOptions().setHas(page.locator("legend").filter(new Locator.FilterOptions().setHasText(legend)))).first();
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
