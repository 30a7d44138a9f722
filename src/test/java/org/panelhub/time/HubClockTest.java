package org.panelhub.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.panelhub.access.HubService;
import org.panelhub.support.HubRows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class HubClockTest {

    @Inject
    HubClock clock;

    @Test
    void itGoesByTheClockOfTheDatabase() {
        var before = HubService.as("reminders", clock::now);
        HubRows.clock("interval '3 days'");
        try {
            assertEquals(3, ChronoUnit.DAYS.between(before, HubService.as("reminders", clock::now)));
        } finally {
            HubRows.clock("interval '0'");
        }
    }
}
