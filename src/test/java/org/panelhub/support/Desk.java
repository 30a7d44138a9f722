package org.panelhub.support;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;

/** One person at a screen, who finds things by what is written on it: labels, headings, buttons. */
public final class Desk {

    private static final int PATIENCE = 15_000;

    private final Page page;
    private final String account;

    private Desk(Page page, String account) {
        this.page = page;
        this.account = account;
        page.setDefaultTimeout(PATIENCE);
    }

    /** Signed in through Keycloak, on the first page. */
    public static Desk of(Browser browser, String account) {
        return new Desk(browser.signedInAs(account), account);
    }

    /** Somebody whose window stands open already. */
    public static Desk at(Page page, String account) {
        return new Desk(page, account);
    }

    public Page page() {
        return page;
    }

    public Desk go(String path) {
        page.navigate(path);
        return fine();
    }

    public Desk fill(String label, String text) {
        return tried("fill “" + label + "”", () -> page.getByLabel(label, exact()).first().fill(text));
    }

    /** A radio button or checkbox inside its group. */
    public Desk choose(String group, String option) {
        return tried("choose “" + option + "” under “" + group + "”", () -> group(group).getByLabel(option, new Locator.GetByLabelOptions().setExact(true)).check());
    }

    /** The last answer of each question of an assessment, which is the gravest. */
    public Desk gravest() {
        page.locator("main .govuk-radios:has(input[name^=answer-])").all().forEach(question -> question.locator("input").last().check());
        return this;
    }

    public Desk tick(String label) {
        return tried("tick “" + label + "”", () -> page.getByLabel(label, exact()).first().check());
    }

    public Desk select(String label, String option) {
        return tried("select “" + option + "” as “" + label + "”", () -> {
            var box = page.getByLabel(label, exact()).first();
            box.selectOption(box.locator("option").filter(new Locator.FilterOptions().setHasText(option)).first().getAttribute("value"));
        });
    }

    public Desk date(String group, LocalDate date) {
        return tried("date “" + group + "”", () -> {
        var boxes = group(group);
        boxes.getByLabel("Day", new Locator.GetByLabelOptions().setExact(true)).fill(Integer.toString(date.getDayOfMonth()));
        boxes.getByLabel("Month", new Locator.GetByLabelOptions().setExact(true)).fill(Integer.toString(date.getMonthValue()));
        boxes.getByLabel("Year", new Locator.GetByLabelOptions().setExact(true)).fill(Integer.toString(date.getYear()));
        });
    }

    public Desk press(String button) {
        // Buttons, and links that look like one; the name may go on in words that only a screen reader says.
        var named = beginsWith(button);
        return tried("press “" + button + "”", () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(named)).first().click()).fine();
    }

    /** What is not told apart by its name. */
    public Desk click(Locator what) {
        return tried("click", what::click).fine();
    }

    public Desk follow(String link) {
        return tried("follow “" + link + "”", () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(beginsWith(link))).first().click()).fine();
    }

    public Desk open(String details) {
        return tried("open “" + details + "”", () -> page.locator("summary").filter(new Locator.FilterOptions().setHasText(details)).first().click());
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

    /** Checked for accessibility and for a narrow screen; photographed where somebody looks at pictures. */
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

    /** What could not be done is told with what stood on the screen. */
    private Desk tried(String what, Runnable act) {
        try {
            act.run();
            page.waitForLoadState();
            // The room sends its forms without leaving the page.
            if (page.url().endsWith("/room")) {
                page.waitForFunction("() => !document.body.hasAttribute('data-sending')");
            }
            return this;
        } catch (PlaywrightException e) {
            throw new AssertionError(account + " could not " + what + " on " + page.url() + ":\n" + text(), e);
        }
    }

    /** Quoted for the browser's regular expressions, which are not Java's. */
    private static Pattern beginsWith(String text) {
        return Pattern.compile("^" + text.replaceAll("[.?*+^$|(){}\\[\\]\\\\]", "\\\\$0"));
    }

    private Desk fine() {
        assertFalse(page.title().startsWith("Error:"), () -> account + " made a mistake on " + page.url() + ":\n" + text());
        var text = text();
        assertFalse(text.contains("NOT_FOUND"), () -> account + " reads what a template could not find on " + page.url() + ":\n" + text);
        assertFalse(text.contains("Sorry, there is a problem"), () -> account + " met a fault on " + page.url() + ":\n" + text);
        return this;
    }

    private Locator group(String legend) {
        return page.locator("fieldset").filter(new Locator.FilterOptions().setHas(page.locator("legend").filter(new Locator.FilterOptions().setHasText(legend)))).first();
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
