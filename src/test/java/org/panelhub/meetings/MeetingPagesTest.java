package org.panelhub.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class MeetingPagesTest {

    private final Visitor visitor = new Visitor();

    @Test
    @TestSecurity(user = "police")
    void aMemberSeesTheMeetingsOfItsPanels() {
        var page = visitor.page("/meetings");
        assertTrue(page.text().contains("Vulnerable Victims Panel"), page.text());
        assertFalse(page.text().contains("Hillside"), page.text());
        assertEquals("Meetings", page.select("h1").text());
    }
}
