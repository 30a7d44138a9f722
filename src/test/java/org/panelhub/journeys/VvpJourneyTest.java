package org.panelhub.journeys;

import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Browser;

/** A Vulnerable Victims Panel from referral to exit, in a real browser, against the production jar, with sign-in through Keycloak. */
class VvpJourneyTest {

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aCaseGoesFromReferralToCirculatedMinutesAndToItsEnd() throws SQLException {
        var cast = new Cast("",
                Map.of("police", "police", "mentalhealth", "mental health", "socialcare", "adult social care", "housing", "council housing", "fire", "fire brigade"),
                Map.of("police", "Riverside Police safeguarding", "mentalhealth", "Riverside mental health trust", "socialcare", "Riverside Council adult social care", "housing", "Riverside Council housing",
                        "fire", "Riverside Fire and Rescue home safety", "childrens", "Riverside Council children’s services", "victimsupport", "Riverside Victim Care"),
                Map.of("housing", "Priya Nair", "police.other", "PC Tom Ashby"));
        VvpTelling.tell(new VvpStory(browser, "vvp-", cast));
    }
}
