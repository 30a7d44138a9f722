package org.panelhub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class HomePagesTest {

    private static Document home() {
        return new Visitor().page("/");
    }

    @Test
    @TestSecurity(user = "housing")
    void aRepresentativeSeesWhatIsOverdueAskedAndComingUp() {
        var home = home();
        assertTrue(home.select(".hub-card--late").text().contains("overdue"), home.text());
        assertTrue(home.text().contains("request for information to answer"), home.text());
        assertFalse(home.select("h2:contains(My referrals)").isEmpty());
        assertTrue(home.select(".hub-agenda").text().contains("VVP"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void theCoordinatorSeesWhatIsToTriage() {
        assertTrue(home().text().contains("to triage"), home().text());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void theCoordinatorSeesWhichPlansAreToReviewWithoutBeingOnTheTeam() {
        assertTrue(home().select(".hub-card:contains(to review) a").text().contains("RV-7K4QM"), home().text());
    }

    @Test
    @TestSecurity(user = "police")
    void whoWritesNoPlanIsAskedToReviewNone() {
        assertFalse(home().text().contains("to review"), home().text());
    }

    @Test
    @TestSecurity(user = "housing.senior")
    void aSeniorOfficerSeesWhatWaitsForADecision() {
        assertTrue(home().text().contains("your decision"), home().text());
    }

    @Test
    @TestSecurity(user = "noise")
    void whoHasNotSignedTheUndertakingIsAskedTo() {
        assertTrue(home().select("a[href^=/undertakings/]").text().contains("VVP"), home().text());
    }

    @Test
    @TestSecurity(user = "admin")
    void anAdministratorIsPointedToSettingUpAndSeesNoCase() {
        var home = home();
        assertFalse(home.select("a[href=/set-up/mail]").isEmpty());
        assertTrue(home.select(".hub-todo").text().contains("missing in the set-up Set up the partnership"), home.text());
        assertFalse(home.html().contains("RV-"));
    }

    @Test
    @TestSecurity(user = "police.other")
    void aNewPersonIsWelcomed() {
        assertTrue(home().text().contains("Welcome"), home().text());
    }

    @Test
    @TestSecurity(user = "hillside.police")
    void nothingOfAnotherPartnershipIsThere() {
        assertFalse(home().html().contains("RV-"));
    }

    @Test
    void nobodyIsSentToSignIn() {
        assertEquals(302, new Visitor().answer("/").statusCode());
    }
}
