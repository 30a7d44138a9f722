package org.panelhub.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Browser;
import org.panelhub.support.Desk;
import org.panelhub.support.RunningHub;

import com.microsoft.playwright.options.AriaRole;

/**
 * The information lead's day, in a real browser, against the production jar: who looked at this case, why could they, and what the check of the record says
 * after somebody changed a row in the database.
 */
class InformationLeadJourneyTest {

    private static final String CASE = "RV-7K4QM";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static Browser browser;

    private final RunningHub hub = RunningHub.get();

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
    void whoLookedAndWhyAndIsTheRecordAsItWasSealed() throws SQLException, IOException {
        var housing = Desk.of(browser, "housing").go("/cases/" + CASE + "/information");
        Desk.of(browser, "police").go("/cases/" + CASE + "/information");
        var noise = Desk.of(browser, "noise").findsNothingAt("/cases/" + CASE);

        var lead = Desk.of(browser, "infolead").follow("The record").sees("Worth a look");
        lead.looked("record");
        lead.fill("Case reference", CASE).press("Search").looked("record-of-a-case");
        lead.sees("Priya Nair").sees("Looked at the case");
        lead.sees("Sgt Daniel Reyes").sees("of council housing");
        lead.sees("Theo Webb").sees("Was refused: the case").sees("no undertaking");
        // Why could they: from which place each looked stands beside it; what the place rests on, whoever holds it reads on the case.
        lead.sees("representative, case manager");
        housing.go("/cases/" + CASE + "/access").sees("You hold a seat on the VVP").sees("case manager");
        noise.findsNothingAt("/cases/" + CASE + "/access");

        var id = one("select max(e.id) from audit.entry e join hub.member m on m.id = e.member_id where m.name = 'Priya Nair' and e.act = 'READ' and e.kind = 'case_file'");
        Awaitility.await().atMost(PATIENCE).until(() -> one("select 1 from audit.seal where " + id + " = any (entry_ids)") != null);
        var number = one("select first_entry + array_position(entry_ids, " + id + "::bigint) - 1 from audit.seal where " + id + " = any (entry_ids)");
        checked(lead, "The record is as it was sealed").looked("record-as-sealed");
        assertEquals(0, verified().code(), verified().output());

        change("update audit.entry set member_id = (select id from hub.member where name = 'Owen Clarke') where id = " + id);
        try {
            checked(lead, "The record is not as it was sealed").sees("Entry " + number + " was altered after it was sealed.").looked("record-altered");
            lead.sees("Owen Clarke");
            var wrong = verified();
            assertEquals(1, wrong.code(), wrong.output());
            assertTrue(wrong.output().contains("WRONG: Entry " + number + " was altered after it was sealed. Its number in the database is " + id), wrong.output());
        } finally {
            change("update audit.entry set member_id = (select id from hub.member where name = 'Priya Nair') where id = " + id);
        }
        checked(lead, "The record is as it was sealed");
        assertTrue(Files.list(hub.sealsDirectory()).findAny().isPresent(), "the seals are copied outside");
    }

    /** Begins a check and watches the page, which goes on by itself. */
    private static Desk checked(Desk lead, String result) {
        lead.go("/audit/verify").press("Check the record now");
        lead.page().getByRole(AriaRole.HEADING, new com.microsoft.playwright.Page.GetByRoleOptions().setName(result)).waitFor(
                new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(PATIENCE.toMillis()));
        return lead;
    }

    /** By the jar's own command, as an operator gives it. */
    private RunningHub.Finished verified() throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(hub.environment());
        environment.keySet().retainAll(java.util.Set.of("HUB_DB_URL", "HUB_DB_PASSWORD", "HUB_RECORD_KEY", "HUB_SEALS_DIRECTORY"));
        return RunningHub.run(environment, "verify-record");
    }

    private String one(String sql) throws SQLException {
        try (var superuser = hub.asSuperuser(); var statement = superuser.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private void change(String sql) throws SQLException {
        try (var superuser = hub.asSuperuser(); var statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("alter table audit.entry disable trigger unchangeable");
            statement.execute(sql);
            statement.execute("alter table audit.entry enable always trigger unchangeable");
            superuser.commit();
        }
    }
}
