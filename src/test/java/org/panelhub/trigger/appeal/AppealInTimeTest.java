package org.panelhub.trigger.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panelhub.support.HubRows;

import io.quarkus.test.junit.QuarkusTest;

/** The last day counts to its end in London; a minute later an appeal is late, and kept. */
@QuarkusTest
class AppealInTimeTest {

    @BeforeEach
    void arranged() {
        Appealing.leaveNothing();
        Appealing.arrange();
    }

    @AfterEach
    void leaveNothing() {
        HubRows.clock("interval '0'");
        Appealing.leaveNothing();
    }

    /** Ten working days: over Easter and the change to summer time, over the change to winter time, over the end of a leap February. Moments as London's clocks show them. */
    @ParameterizedTest
    @CsvSource({
            "2027-03-15, 2027-03-31 23:59:30, 31 March 2027, in time",
            "2027-03-15, 2027-04-01 00:00:00, 31 March 2027, late",
            "2027-10-18, 2027-11-01 23:59:30, 1 November 2027, in time",
            "2027-10-18, 2027-11-02 00:00:00, 1 November 2027, late",
            "2027-10-15, 2027-10-29 23:59:30, 29 October 2027, in time",
            "2028-02-16, 2028-03-01 23:59:30, 1 March 2028, in time",
            "2028-02-16, 2028-03-02 00:00:00, 1 March 2028, late"
    })
    void anAppealIsInTimeUntilTheEndOfTheLastDayInLondon(LocalDate letter, String asked, String lastDay, String how) {
        var late = "late".equals(how);
        var application = new Appealing(letter.minusDays(20), letter);
        HubRows.clock("(timestamp '" + asked + "' at time zone 'Europe/London') - now()");
        HubRows.run("delete from hub.public_attempt");
        application.follows();
        var page = application.applicant.page(Appealing.ASK).text();
        assertTrue(page.contains((late ? "The last day to ask was " : "The last day to ask is ") + lastDay), page);
        assertEquals(late, page.contains("You can still ask"));
        application.applicant.done(Appealing.ASK, Appealing.ASK, "about", "THRESHOLD", "why", "Nobody asked the neighbours.", "once", UUID.randomUUID().toString());
        assertEquals(late ? "t" : "f", HubRows.one("select late::text from hub.trigger_appeal where trigger_id = ?", application.id).substring(0, 1));
        assertEquals(asked.substring(0, 10), HubRows.one("select on_day::text from hub.trigger_event where trigger_id = ? and kind = 'APPEALED'", application.id));
    }

    /** How it was handled may be complained of after each letter; where no time was set, or none has begun, nothing is late. */
    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void whereNoTimeRunsNoAppealIsLate(boolean arranged, boolean letter) {
        if (!arranged) {
            HubRows.run("delete from hub.trigger_arrangement");
        }
        var today = LocalDate.parse(HubRows.one("select hub.today()"));
        var application = new Appealing(today.minusDays(200), today.minusDays(190));
        if (!letter) {
            HubRows.run("delete from hub.trigger_event where trigger_id = ? and kind = 'DECISION_TOLD'", application.id);
        }
        application.follows();
        assertFalse(application.applicant.page(Appealing.ASK).text().contains("last day"));
        application.asks("HANDLING");
        assertEquals("f", HubRows.one("select late::text from hub.trigger_appeal where trigger_id = ?", application.id).substring(0, 1));
    }
}
