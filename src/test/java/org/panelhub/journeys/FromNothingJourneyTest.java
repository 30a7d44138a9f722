package org.panelhub.journeys;

import java.sql.SQLException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Browser;

/**
 * A partnership begins with one command, sets itself up through the pages alone, and then its panel takes a case from referral to exit:
 * in a real browser, against the production jar, with sign-in through Keycloak.
 */
class FromNothingJourneyTest {

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
    void aPartnershipSetsItselfUpFromNothingAndItsPanelTakesACaseToItsEnd() throws SQLException {
        var beginning = new SetUpStory(browser);
        beginning.anOperatorFoundsThePartnership();
        beginning.theSignatoriesAreNamed();
        beginning.thePanelIsCreatedFromThePresetWithItsTwelveAgencies();
        beginning.theMembersAreInvited();
        beginning.theSeatsAreGiven();
        beginning.theProtocolIsMadeAndSigned();
        beginning.everyMemberComesByInvitationAndSignsTheUndertaking();
        beginning.nothingIsMissing();

        var story = new VvpStory(browser, SetUpStory.cast());
        beginning.desks().forEach(story::comes);
        VvpTelling.tell(story);
    }
}
