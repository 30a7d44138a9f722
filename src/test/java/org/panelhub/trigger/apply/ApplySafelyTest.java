package org.panelhub.trigger.apply;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panelhub.trigger.apply.Resident.CODE;
import static org.panelhub.trigger.apply.Resident.HERE;
import static org.panelhub.trigger.apply.Resident.REFERENCE;
import static org.panelhub.trigger.apply.Resident.assertError;
import static org.panelhub.trigger.apply.Resident.first;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.page.Limits;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Nobody gets at an application without its number and its code, also not on the device on which it was written; and programs do not flood those who read them. */
@QuarkusTest
class ApplySafelyTest {

    @Inject
    Limits limits;

    private final Resident applicant = new Resident();
    private final Visitor browser = applicant.browser;

    /** What other tests tried from this address does not count. */
    @BeforeEach
    void nothingWasTried() {
        HubRows.run("delete from hub.public_attempt");
    }

    @AfterEach
    void leaveNothing() {
        Resident.leaveNothing();
    }

    @Test
    void aCookieOfOnesOwnMakingOpensNothing() {
        var sent = browser.follow(applicant.sent(applicant.filledIn())).text();
        assertEquals("/community-trigger/follow", led("/my-form", first(CODE, sent) + "." + first(REFERENCE, sent)));
        assertEquals("/community-trigger/follow", led("/my-form", first(CODE, sent) + "|" + first(REFERENCE, sent) + "|"));
        var other = new Resident();
        other.begin();
        var code = first(CODE, other.browser.follow(other.answer("who", "later", "yes")).text());
        assertEquals("/community-trigger/come-back", led("/apply/who", code));
        assertEquals("/community-trigger/come-back", led("/apply/who", code + "||"));
    }

    @Test
    void theRightCodeWithAWrongNumberIsAnsweredLikeAWrongCode() {
        var sent = browser.follow(applicant.sent(applicant.filledIn())).text();
        var guesser = new Visitor();
        var page = guesser.page(HERE + "/follow");
        var right = guesser.sendFrom(page, HERE + "/follow", "reference", "RV-TAAAAAA", "code", first(CODE, sent));
        var wrong = guesser.sendFrom(page, HERE + "/follow", "reference", "RV-TAAAAAA", "code", "WXYZ-WXYZ-2345");
        assertEquals(422, right.statusCode());
        assertEquals(plain(right.asString()).replace(first(CODE, sent), ""), plain(wrong.asString()).replace("WXYZ-WXYZ-2345", ""));
    }

    @Test
    void theCodeAloneOpensNothingThatWasSentButForTheAnswerThatWasLost() {
        var check = applicant.filledIn();
        var sent = browser.follow(applicant.sent(check)).text();
        assertError(new Visitor().send(HERE + "/come-back", HERE + "/come-back", "code", first(CODE, sent)), "We do not know this code");
        HubRows.run("update hub.trigger set entered_at = entered_at - interval '14 minutes' where reference = ?", first(REFERENCE, sent));
        assertTrue(applicant.sent(check).header("Location").endsWith("/sent"));
        HubRows.run("update hub.trigger set entered_at = entered_at - interval '2 minutes' where reference = ?", first(REFERENCE, sent));
        assertTrue(applicant.sent(check).header("Location").endsWith("/come-back"));
        HubRows.run("update hub.trigger set entered_at = hub.now(), entered_by = (select id from hub.member where name = 'Noor Rahman') where reference = ?", first(REFERENCE, sent));
        assertTrue(applicant.sent(check).header("Location").endsWith("/come-back"), "of what somebody keyed in the applicant is told the number");
    }

    @Test
    void theCodeIsShownOnceWhereItWasSavedAndOnceWhereItWasSent() {
        applicant.begin();
        var code = first(CODE, browser.follow(applicant.answer("who", "kind", "PERSON", "later", "yes")).text());
        assertFalse(browser.page(HERE + "/saved").text().contains(code));
        assertFalse(browser.follow(applicant.answer("who", "kind", "PERSON", "later", "yes")).text().contains(code));
        var sent = browser.follow(applicant.sent(applicant.filledIn())).text();
        code = first(CODE, sent);
        var again = browser.page(HERE + "/sent").text();
        assertTrue(again.contains(first(REFERENCE, sent)) && !again.contains(code), again);
    }

    @Test
    void theWayOutEndsWhatTheDeviceKeepsAndLeadsWhereTheAreaChose() {
        browser.follow(applicant.sent(applicant.filledIn()));
        assertEquals("/community-trigger/exit/riverside", browser.page(HERE + "/my-form").select(".govuk-exit-this-page__button").attr("href"));
        HubRows.run("update hub.trigger_scheme set exit_to = 'https://www.example.org/recipes' where area = 'riverside'");
        try {
            var out = browser.answer(HERE + "/exit/riverside");
            assertEquals(303, out.statusCode());
            assertEquals("https://www.example.org/recipes", out.header("Location"));
        } finally {
            HubRows.run("update hub.trigger_scheme set exit_to = default where area = 'riverside'");
        }
        assertTrue(browser.answer(HERE + "/my-form").header("Location").endsWith("/follow"));
        assertTrue(browser.answer(HERE + "/sent").header("Location").endsWith("/follow"));
        for (var elsewhere : new String[] { "/exit", "/exit/nowhere" }) {
            assertEquals("https://www.bbc.co.uk/weather", browser.answer(HERE + elsewhere).header("Location"));
        }
    }

    @Test
    void anAreaThatTakesNoMoreFormsStillAnswersThoseWhoHaveAppliedOrBegun() {
        var other = new Resident();
        var sent = other.browser.follow(other.sent(other.filledIn())).text();
        var check = applicant.filledIn();
        HubRows.run("update hub.trigger_scheme set open = false where area = 'riverside'");
        try {
            assertEquals("Your form", other.browser.page(HERE + "/my-form").select("h1").text());
            assertEquals("Your form", new Visitor().done(HERE + "/follow", HERE + "/follow", "reference", first(REFERENCE, sent), "code", first(CODE, sent)).select("h1").text());
            assertEquals("How we use what you tell us", browser.page(HERE + "/privacy/riverside").select("h1").text());
            assertTrue(browser.page(HERE + "/apply/name").text().contains("What is your name?"));
            assertError(applicant.sent(check), "We do not take forms here at the moment");
            assertEquals(422, browser.send(HERE + "/follow", HERE + "/start", "area", "riverside").statusCode(), "nobody begins another");
        } finally {
            HubRows.run("update hub.trigger_scheme set open = true where area = 'riverside'");
        }
        assertTrue(applicant.sent(check).header("Location").endsWith("/sent"), "what was written stayed");
    }

    @Test
    void programsThatSendManyFormsAreToldToWaitAndWhatWasTypedStays() {
        var check = applicant.filledIn();
        for (int n = 0; n < 8; n++) {
            assertTrue(limits.allow("form sent", "127.0.0.1", 8, Duration.ofMinutes(10)));
        }
        assertEquals(429, applicant.sent(check).statusCode());
        HubRows.run("delete from hub.public_attempt");
        assertTrue(applicant.sent(check).header("Location").endsWith("/sent"));
    }

    @Test
    void aProgramThatFillsInWhatNobodySeesBeginsNothingAndSendsNothing() {
        var start = browser.page(HERE);
        assertEquals(1, start.select(".hub-trap input[name=leave-empty][tabindex=-1]").size());
        assertError(browser.sendFrom(start, HERE + "/start", "area", "riverside", "leave-empty", "http://x.example"), "Leave this box empty");
        var check = applicant.filledIn();
        assertError(browser.sendFrom(check, HERE + "/check", "sure", "yes", "version", check.select("input[name=version]").attr("value"), "leave-empty", "x"), "Leave this box empty");
        assertEquals("0", HubRows.one("select count(*)::text from hub.trigger where happening like '%test of the form%'"));
    }

    private static String led(String page, String cookie) {
        return given().redirects().follow(false).accept("text/html").cookie("hub-application", cookie).get(HERE + page).header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static String plain(String page) {
        return page.replaceAll("form-token\" value=\"[^\"]*", "");
    }
}
