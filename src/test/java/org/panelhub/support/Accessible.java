package org.panelhub.support;

import java.util.List;
import java.util.stream.Collectors;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;

/** Checks an open page against WCAG 2.2 AA, as far as a machine can. */
public final class Accessible {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Accessible() {
    }

    /** @throws AssertionError naming each rule that is broken, where, and how to mend it */
    public static void check(Page page) {
        // Our pages have no frames, so axe need not gather its findings in a window of its own, which takes longer than the check.
        var wanted = new AxeRunOptions();
        // Of what is right axe would tell each place, which takes longer than finding it.
        wanted.setResultTypes(List.of("violations"));
        AxeResults results = new AxeBuilder(page).options(wanted).withTags(RULES).setLegacyMode(true).analyze();
        if (!results.getViolations().isEmpty()) {
            throw new AssertionError(page.url() + " is not accessible:\n" + results.getViolations().stream()
                    .map(broken -> broken.getId() + ": " + broken.getHelp() + "\n" + broken.getNodes().stream()
                            .map(node -> "    " + node.getHtml()).collect(Collectors.joining("\n")))
                    .collect(Collectors.joining("\n")));
        }
    }
}
