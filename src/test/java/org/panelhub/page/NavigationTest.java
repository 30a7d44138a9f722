package org.panelhub.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class NavigationTest {

    @Test
    @TestSecurity(user = "police")
    void theFrameNamesTheReaderAndItsAgency() {
        var page = new Visitor().page("/sample");
        assertEquals("Sgt Daniel Reyes, Riverside Police safeguarding · Sign out", page.select(".hub-top__who").text());
        assertEquals("Safer Riverside Partnership", page.select(".hub-top__partnership").text());
        assertEquals("/sign-out", page.select(".hub-top__out a").attr("href"));
    }

    @Test
    @TestSecurity(user = "infolead")
    void whatIsForOthersIsNotShown() {
        assertEquals(List.of(), links("infolead").stream().filter(path -> path.equals("/set-up")).toList());
    }

    @Test
    @TestSecurity(user = "admin")
    void noLinkOfTheNavigationLeadsNowhere() {
        for (String path : links("admin")) {
            assertEquals(200, new Visitor().answer(path).statusCode(), path);
        }
    }

    @Test
    @TestSecurity(user = "coordinator")
    void theSectionOneIsInIsMarked() {
        var page = new Visitor().page("/meetings");
        assertEquals("Meetings", page.select(".hub-nav a[aria-current=page]").text());
        assertTrue(new Visitor().answer("/meetings/" + UUID.randomUUID()).asString().contains("aria-current=\"page\">Meetings"));
    }

    @Test
    @TestSecurity(user = "admin")
    void thePagesOfASectionThatLieElsewhereMarkItToo() {
        for (String path : List.of("/set-up", "/set-up/mail", "/agencies", "/members", "/panels", "/panels/new")) {
            assertEquals("Set up", current(path), path);
        }
        assertEquals("My work", current("/"));
        assertEquals("Cases", current("/requests"));
    }

    private static String current(String path) {
        return new Visitor().page(path).select(".hub-nav a[aria-current=page]").text();
    }

    private static List<String> links(String reader) {
        List<String> links = new Visitor().page("/sample").select(".hub-nav a").eachAttr("href");
        assertTrue(!links.isEmpty(), reader);
        return links;
    }
}
