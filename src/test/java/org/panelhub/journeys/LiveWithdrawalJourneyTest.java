package org.panelhub.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Browser;
import org.panelhub.support.Node;
import org.panelhub.support.RunningHub;
import org.panelhub.support.Tokens;

/** Two nodes behind one sign-in: what is taken away at one leaves the pages that stand open at the other. */
class LiveWithdrawalJourneyTest {

    private static final String CASE = "RV-M2XDT";
    private static final String SAID = "The spare key hangs with the caretaker.";

    private static Browser browser;
    private static Node second;
    private static final UUID ITEM = UUID.randomUUID();
    private static final UUID RELEASE = UUID.randomUUID();

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.open();
        second = Node.begin(RunningHub.get().environment());
        change("insert into hub.item (partnership_id, id, case_id, panel_id, agency_id, author_id, nature, source_date, body, state) select c.partnership_id, '" + ITEM + "', c.id, c.panel_id, m.agency_id, m.id, 'FACT', "
                + "hub.today(), '" + SAID + "', 'RELEASED' from hub.case_file c, hub.member m where c.reference = '" + CASE + "' and m.name = 'Priya Nair'");
        // As an earlier release of the same agency, for this item and to the panel of its case.
        change("insert into hub.disclosure select (jsonb_populate_record(d, jsonb_build_object('id', '" + RELEASE + "', 'item_id', i.id, 'case_id', i.case_id))).* from hub.disclosure d join hub.agency a on a.id = d.agency_id "
                + "join hub.item i on i.id = '" + ITEM + "' where a.id = i.agency_id and d.to_panel is not null and d.withdrawn_at is null limit 1");
        second.awaitReady();
    }

    @AfterAll
    static void close() throws Exception {
        if (second != null) {
            second.close();
            change("delete from hub.disclosure where id = '" + RELEASE + "'");
            change("delete from hub.item where id = '" + ITEM + "'");
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void whatIsWithdrawnAtOneNodeLeavesThePageAtTheOtherAndWhoSignsOutAtOneIsOutAtBoth() throws IOException, InterruptedException {
        var page = browser.signedInAs("police");
        page.navigate(second.url() + "/cases/" + CASE + "/information");
        assertThat(page.locator("main")).containsText(SAID);
        page.waitForFunction("() => document.body.dataset.follows === 'yes'");

        assertEquals(204, withdraw());
        assertThat(page.locator("main")).not().containsText(SAID);
        assertFalse(page.content().contains(SAID));
        assertThat(page.locator("h1").first()).containsText("Fitch");

        var other = page.context().newPage();
        other.navigate("/sign-out");
        assertThat(page.locator("h1")).hasText("You are signed out");
        assertFalse(page.content().contains("Fitch"));
    }

    private static int withdraw() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(RunningHub.get().url() + "/api/disclosures/" + RELEASE + "/withdraw")).header("Authorization", "Bearer " + Tokens.of("housing"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"reason\":\"Entered on the wrong person\"}")).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).statusCode();
        }
    }

    private static void change(String sql) throws SQLException {
        try (var superuser = RunningHub.get().asSuperuser(); var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
