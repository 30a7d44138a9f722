package org.panelhub.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.panelhub.support.Browser;
import org.panelhub.support.Desk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** A coordinator puts an agenda in order, by hand and by the keyboard alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderingJourneyTest {

    private Browser browser;
    private Desk coordinator;

    @BeforeAll
    void open() {
        browser = Browser.open();
        coordinator = Desk.of(browser, "coordinator");
        var meetings = coordinator.go("/meetings").page().locator("table:has(caption:text('Coming up')) th a").all().stream().map(a -> a.getAttribute("href")).toList();
        for (var meeting : meetings) {
            coordinator.go(meeting + "/agenda");
            if (rows().count() >= 3) {
                return;
            }
        }
        throw new AssertionError("No meeting has three items");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private Locator rows() {
        return coordinator.page().locator(".hub-build > li");
    }

    private List<String> names() {
        return rows().locator("[data-name]").allTextContents();
    }

    private Locator handle(String item) {
        return rows().filter(new Locator.FilterOptions().setHas(coordinator.page().getByText(item, new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)))).locator("[data-handle]");
    }

    private void saved(List<String> order) {
        coordinator.press("Save order and times");
        coordinator.sees("Order and times are saved.");
        assertEquals(order, names());
        assertEquals(IntStream.rangeClosed(1, order.size()).mapToObj(Integer::toString).toList(), rows().locator("[data-number]").allTextContents());
    }

    @Test
    void itemsMoveByTheKeyboardAndAreSavedOnce() {
        var before = names();
        var item = before.getLast();
        handle(item).focus();
        coordinator.page().keyboard().press("Home");
        coordinator.sees(item + " is item 1 of " + before.size() + ". Not saved yet.");
        coordinator.page().keyboard().press("ArrowDown");
        var wanted = new ArrayList<>(before);
        wanted.removeLast();
        wanted.add(1, item);
        assertEquals(wanted, names());
        assertTrue(handle(item).evaluate("e => e === document.activeElement").equals(true), "the handle keeps the focus");
        assertEquals(0, coordinator.page().getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Up " + item)).count(), "one way to move is offered");
        saved(wanted);
    }

    @Test
    void itemsAreDraggedByTheirHandle() {
        var before = names();
        var item = before.getFirst();
        handle(item).hover();
        coordinator.page().mouse().down();
        var last = rows().last().boundingBox();
        coordinator.page().mouse().move(last.x + 20, last.y + last.height / 2, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(20));
        coordinator.page().mouse().move(last.x + 20, last.y + last.height - 3, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(5));
        coordinator.page().mouse().up();
        var wanted = new ArrayList<>(before);
        wanted.removeFirst();
        wanted.add(item);
        assertEquals(wanted, names());
        saved(wanted);
    }
}
