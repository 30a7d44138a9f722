package org.panelhub.journeys;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.panelhub.support.Accessible;
import org.panelhub.support.Browser;
import org.panelhub.support.Desk;

import com.microsoft.playwright.Page;

/**
 * Pages looked at one by one: photographed on a wide and on a narrow screen, checked for accessibility, and for having to be scrolled
 * sideways where it is narrow. A page that has the same parts as one that was looked at is passed over.
 */
final class Screens {

    static final Path PICTURES = Path.of("target/screenshots/screens");

    private static final int WIDE = 1280;
    private static final int NARROW = 375;
    private static final int HEIGHT = 900;
    /** Of one kind of page, such as cases, an account opens no more than this. */
    private static final int MOST_OF_A_KIND = 2;
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Z]{2,4}-[A-Z0-9]{5}";
    /** What a page is made of, apart from its words: where its forms go, whether it is empty, wrong or in two versions. */
    private static final String PARTS = """
            () => [...new Set([...document.querySelectorAll('main form, main .hub-empty, main .govuk-error-summary')]
              .map(e => (e.getAttribute('action') || '').replace(/\\/[^/]*[0-9][^/]*/g, '/-') + ' ' + e.classList))].sort().join('\\n')""";
    private static final String LINKS = "links => links.map(a => a.href)";

    private final Map<String, Integer> photographed = new HashMap<>();
    private final Set<String> looked = new HashSet<>();
    private final Set<String> kinds = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    /** Every link from the given pages on that leads to a page of the hub. */
    void follow(String account, Desk desk, String... from) {
        Deque<String> waiting = new ArrayDeque<>(List.of(from));
        Set<String> met = new LinkedHashSet<>(waiting);
        Map<String, Integer> opened = new HashMap<>();
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            if (opened.merge(kind(path), 1, Integer::sum) > MOST_OF_A_KIND) {
                continue;
            }
            look(account, desk.go(path).page());
            for (var link : links(desk.page())) {
                if (met.add(link)) {
                    waiting.add(link);
                }
            }
        }
    }

    /** These pages, as the account sees them. */
    void open(String account, Desk desk, String... paths) {
        for (var path : paths) {
            look(account, desk.go(path).page());
        }
    }

    /** The page as it stands. */
    void look(String account, Page page) {
        var kind = kind(page.url().replaceFirst("^https?://[^/]+", ""));
        kinds.add(kind.replaceFirst("\\?.*", ""));
        if (!looked.add(kind + "\n" + page.evaluate(PARTS))) {
            return;
        }
        var name = (kind.equals("/") ? "home" : kind.substring(1).replaceAll("[^a-z-]+", "_")) + "-" + account + "-" + photographed.merge(kind + account, 1, Integer::sum);
        try {
            Accessible.check(page);
        } catch (AssertionError e) {
            faults.add(account + ": " + e.getMessage());
        }
        photograph(page, name, WIDE);
        page.setViewportSize(NARROW, HEIGHT);
        var wider = ((Number) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
        if (wider > 0) {
            faults.add(account + ": " + page.url() + " is " + wider + " pixels wider than a narrow screen");
        }
        photograph(page, name, NARROW);
        page.setViewportSize(WIDE, HEIGHT);
    }

    private static void photograph(Page page, String name, int width) {
        Browser.photograph(page, PICTURES.resolve(name + "-" + width + ".png"));
    }

    private static List<String> links(Page page) {
        var here = URI.create(page.url()).getAuthority();
        List<String> paths = new ArrayList<>();
        for (Object href : (List<?>) page.evalOnSelectorAll("main a[href]:not([download]), nav a[href]", LINKS)) {
            var to = URI.create(href.toString().replace(" ", "%20"));
            if (here.equals(to.getAuthority()) && !to.getPath().endsWith("/pdf") && !to.getPath().endsWith("/csv") && !to.getPath().matches("/protocols/[^/]+/documents/[0-9a-f-]{36}") && !to.getPath().equals("/sign-out") && !to.getPath().startsWith("/community-trigger/exit")) {
                paths.add(to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()));
            }
        }
        return paths;
    }

    /** The path without ids, and the names of what is asked behind it. */
    static String kind(String path) {
        return path.replaceFirst("#.*", "").replaceAll("(" + ID + ")", "{}").replaceAll("=[^&]*", "=");
    }

    /** Kinds of pages that were opened, such as /cases/{}. */
    Set<String> kinds() {
        return kinds;
    }

    int photographed() {
        return looked.size();
    }

    /** What broke a rule, and on which page. */
    List<String> faults() {
        return faults;
    }
}
