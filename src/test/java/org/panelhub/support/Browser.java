package org.panelhub.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/**
 * The Chromium of this machine, driven against the running hub. Where there is none, a journey is skipped and says so
 * in one line; where CI is true, that is a failure, as nobody would notice the silence.
 */
public final class Browser implements AutoCloseable {

    /** The first without the windows of its own that Chromium draws beside each page, which nobody sees. */
    private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync");
    private static final int[] WIDTHS = {1280, 375};
    /** Pictures are for people to look at. Where nobody does, taking them would cost a quarter of the time of the journeys. */
    private static final boolean PICTURES = !Boolean.parseBoolean(System.getenv("CI"));

    private final String url;
    private final boolean ownLines;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(String url, boolean ownLines, Path executable) {
        this.url = url;
        this.ownLines = ownLines;
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setHeadless(true).setArgs(FLAGS));
    }

    /** Opens Chromium, or skips the calling test class where the machine has none. */
    public static Browser open() {
        var chromium = found();
        return new Browser(RunningHub.get().url(), false, chromium);
    }

    /** Chromium at other nodes than the one of all journeys; each of its people has a line of its own there. */
    public static Browser open(Balancer nodes) {
        return new Browser(nodes.url(), true, found());
    }

    /** Chromium without a hub, for a script by itself: whatever a page asks for, the test answers. */
    public static Browser alone() {
        return new Browser("http://hub.invalid", false, found());
    }

    private static Path found() {
        Optional<Path> executable = executable();
        if (executable.isEmpty() && Boolean.parseBoolean(System.getenv("CI"))) {
            throw new AssertionError("No Chromium on this machine: the journeys cannot run, and CI does not let them be skipped.");
        }
        if (executable.isEmpty()) {
            System.out.println("[journeys] SKIPPED: no Chromium on this machine");
        }
        Assumptions.assumeTrue(executable.isPresent(), "No Chromium on this machine");
        return executable.get();
    }

    /** A window of its own for somebody who has not signed in. */
    public Page stranger() {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(WIDTHS[0], 900).setBaseURL(url)
                .setLocale("en-GB").setTimezoneId("Europe/London"));
        return context.newPage();
    }

    /** A window of its own in which this account of the demo has signed in through Keycloak and stands on the first page. */
    public Page signedInAs(String account) {
        Page page = stranger();
        if (ownLines) {
            page.context().setExtraHTTPHeaders(Map.of(Balancer.HEADER, account));
        }
        page.navigate("/");
        signIn(page, account);
        return page;
    }

    /** Fills in Keycloak's form, on which the page stands. */
    public void signIn(Page page, String account) {
        page.getByLabel("User name or email address").fill(account);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("demo");
        page.locator("#kc-login").click();
        page.waitForURL(url + "/**");
    }

    /** The page in target/screenshots, wide and narrow. A page that has to be moved sideways is refused (WCAG 1.4.10). */
    public static void screenshots(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            int needs = (int) page.evaluate("document.documentElement.scrollWidth");
            if (needs > width) {
                throw new AssertionError(page.url() + " is " + needs + " wide on a screen of " + width);
            }
            photograph(page, Path.of("target/screenshots", name + "-" + width + ".png"));
        }
        page.setViewportSize(WIDTHS[0], 900);
    }

    /** The whole page as it stands, for people to look at; nothing where CI is true. */
    public static void photograph(Page page, Path picture) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture));
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static Optional<Path> executable() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable).findFirst();
    }
}
