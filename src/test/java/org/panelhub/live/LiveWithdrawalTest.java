package org.panelhub.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Browser;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;

import com.microsoft.playwright.Page;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** A page that stands open in a real browser, while what it shows is taken away. */
@QuarkusTest
class LiveWithdrawalTest {

    private static final String CASE = "RV-7K4QM";
    private static final String HOUSINGS = "Front door replaced twice";

    @TestHTTPResource
    String url;

    @AfterEach
    void asBefore() {
        HubRows.run("update hub.disclosure set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null where withdrawn_reason = 'live test'");
        HubRows.run("update hub.signature set withdrawn_on = null, withdrawn_reason = null where withdrawn_reason = 'live test'");
        HubRows.run("update hub.case_file set summary = replace(summary, ' Camera fitted.', '') where reference = '" + CASE + "'");
    }

    @Test
    @TestSecurity(user = "police")
    void aWithdrawnReleaseLeavesTheOpenPageAndAWithdrawnSignatureThePageItself() {
        try (var browser = Browser.alone()) {
            var page = browser.stranger();
            page.navigate(at("/cases/" + CASE + "/information"));
            assertThat(page.locator("main")).containsText(HOUSINGS);
            follows(page);
            withdraw();
            assertThat(page.locator("main")).not().containsText(HOUSINGS);
            assertFalse(page.content().contains(HOUSINGS), "nor anywhere else in it");
            assertThat(page.locator("main")).containsText("Sleep and appetite have become worse");

            HubRows.run("update hub.signature g set withdrawn_on = hub.today(), withdrawn_reason = 'live test' from hub.signatory s where s.id = g.signatory_id and s.name = 'Riverside Police'");
            assertThat(page.locator("h1")).hasText("This is no longer shown to you");
            for (var word : new String[] { "Okoro", CASE, "Sleep and appetite", "OFFICIAL" }) {
                assertFalse(page.content().contains(word), () -> word + " still stands in\n" + page.content());
            }
            assertEquals("This is no longer shown to you - Panel Hub", page.title());
            Browser.screenshots(page, "no-longer-shown");
            // Nor on the way back to it.
            page.navigate(at("/signed-out"));
            page.goBack();
            assertFalse(page.content().contains("Okoro"));
        }
    }

    @Test
    @TestSecurity(user = "housing")
    void whatIsTypedStaysWhileTheRestOfThePageIsRenewedAndALostLineShowsItselfAndCatchesUp() {
        try (var browser = Browser.alone()) {
            var page = browser.stranger();
            page.navigate(at("/cases/" + CASE));
            follows(page);
            assertThat(page.locator("[data-fresh]")).isHidden();
            page.locator("[name=ownReference]").fill("NG-half-typed");
            HubRows.run("update hub.case_file set summary = summary || ' Camera fitted.' where reference = ?", CASE);
            assertThat(page.locator("main")).containsText("Camera fitted.");
            assertThat(page.locator("[name=ownReference]")).hasValue("NG-half-typed");
            assertThat(page.locator("h1")).containsText("Okoro");

            page.context().setOffline(true);
            assertThat(page.locator(".hub-lost")).containsText("This machine has no network");
            Browser.screenshots(page, "connection-lost");
            assertThat(page.locator("[data-fresh]")).isVisible();
            HubRows.run("update hub.case_file set summary = replace(summary, ' Camera fitted.', '') where reference = ?", CASE);
            page.context().setOffline(false);
            assertThat(page.locator("main")).not().containsText("Camera fitted.", new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
            assertThat(page.locator(".hub-lost")).isEmpty();
            assertThat(page.locator("[name=ownReference]")).hasValue("NG-half-typed");
        }
    }

    @Test
    @TestSecurity(user = "housing")
    void whatSomeoneTypedIntoAPageThatClosesIsKeptForThem() {
        try (var browser = Browser.alone()) {
            var page = browser.stranger();
            page.navigate(at("/cases/" + CASE + "/information/new"));
            follows(page);
            page.locator("textarea").first().fill("Seen at the window on Monday.");
            SignedIn.as("housing");
            HubRows.run("update hub.signature g set withdrawn_on = hub.today(), withdrawn_reason = 'live test' from hub.signatory s where s.id = g.signatory_id and s.name = 'Riverside Council'");
            assertThat(page.locator("h1")).hasText("This is no longer shown to you");
            assertThat(page.locator("main")).containsText("Seen at the window on Monday.");
            assertFalse(page.content().contains("Okoro"));
        }
    }

    private String at(String path) {
        return url.replaceFirst("/$", "") + path;
    }

    /** The page has heard the hub. */
    private static void follows(Page page) {
        assertTrue(page.locator("body").getAttribute("data-watch").startsWith("/live/"));
        page.waitForFunction("() => document.querySelector('[data-fresh]')?.hidden && document.body.dataset.follows === 'yes'");
    }

    private static void withdraw() {
        HubRows.run("update hub.disclosure d set withdrawn_at = hub.now(), withdrawn_by = d.released_by, withdrawn_reason = 'live test' from hub.case_file c, hub.agency a "
                + "where c.id = d.case_id and c.reference = ? and a.id = d.agency_id and a.kind = 'HOUSING' and d.withdrawn_at is null", CASE);
    }
}
