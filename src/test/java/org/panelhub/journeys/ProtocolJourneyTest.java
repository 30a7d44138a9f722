package org.panelhub.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Browser;
import org.panelhub.support.Clock;
import org.panelhub.support.Desk;
import org.panelhub.support.RunningHub;

import com.microsoft.playwright.Locator;

/**
 * An agency withdraws its signature in the middle of a meeting: its open pages close, the rest goes on, the record shows it; it signs the new
 * edition and returns. On the demo partnership, whose protocol and clock are as they were afterwards.
 */
class ProtocolJourneyTest {

    private static final String REFERENCE = "RV-M2XDT";
    private static final String CASE = "/cases/" + REFERENCE;
    private static final String TRUST = "Riverside Mental Health Trust";
    private static Browser browser;

    private final Map<String, Desk> desks = new HashMap<>();
    private String third;
    private String fourth;
    private String meeting;
    private int passed;

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

    private Desk as(String account) {
        return desks.computeIfAbsent(account, a -> Desk.of(browser, a));
    }

    @Test
    void anAgencyWithdrawsInTheMiddleOfAMeetingAndReturnsWithTheNewEdition() throws SQLException {
        third = "/protocols/" + value("select o.id from hub.protocol o join hub.partnership p on p.id = o.partnership_id where p.reference_prefix = 'RV' and o.edition = 3 and o.name = 'Information sharing protocol'");
        var inForce = value("select in_force from hub.protocol where id = '" + id(third) + "'");
        try {
            theMeetingIsOpen();
            aNewEditionWaitsForSignaturesAndTheOthersSignIt();
            theTrustWithdrawsAndItsOpenPagesClose();
            theRestGoesOn();
            theRecordShowsIt();
            theNewEditionBeginsAndTheTrustReturnsWhenItSigns();
        } finally {
            passes(0);
            asItWas(inForce);
            desks.values().forEach(desk -> desk.page().context().close());
        }
    }

    private void theMeetingIsOpen() throws SQLException {
        var coordinator = as("coordinator").go("/meetings/new").follow("Vulnerable Victims Panel");
        var date = LocalDate.of(number(coordinator, "#date-year"), number(coordinator, "#date-month"), number(coordinator, "#date"));
        coordinator.press("Plan this meeting");
        meeting = coordinator.path().replaceFirst("(/meetings/[^/]+).*", "$1");
        // A case that is on another agenda already is not proposed for this one.
        run("insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, position, kind, case_id, title, minutes_planned) select m.partnership_id, gen_random_uuid(), m.id, m.panel_id, 50, 'CASE', c.id, c.reference, 12"
                + " from hub.meeting m join hub.case_file c on c.partnership_id = m.partnership_id and c.reference = '" + REFERENCE + "' where m.id = '" + id(meeting) + "'");
        coordinator.go(meeting + "/publish").press("Publish").sees("ublished");
        passes((int) ChronoUnit.DAYS.between(LocalDate.now(), date));
        for (var account : List.of("coordinator", "police", "mentalhealth")) {
            as(account).go(meeting + "/declaration").tick("I have read this declaration and will keep to it").press("Sign");
        }
        coordinator.go(meeting).press("Open the meeting").go(meeting + "/room");
        for (int item = 0; item < 20 && !coordinator.page().title().contains(REFERENCE); item++) {
            coordinator.click(coordinator.page().locator("form[action$='/room/next'] button").first());
        }
    }

    private void aNewEditionWaitsForSignaturesAndTheOthersSignIt() {
        var admin = as("admin").go(third).follow("Make a new edition");
        admin.date("First day", today().plusDays(1)).date("Last day (optional)", today().plusDays(700)).date("Review by", today().plusDays(366)).press("Save").sees("Not yet in force");
        fourth = admin.path();
        admin.sees("Who loses sight on").sees("Dr Amara Cole").looked("protocol-new-edition");
        for (var link : recording(admin)) {
            if (!link.text().contains(TRUST) && !link.text().contains("Harbour Homes")) {
                admin.go(link.href()).fill("Who signed?", "The head of it").fill("Designated officer", "An officer of it").press("Record the signature").sees("The signature was recorded");
            }
        }
        admin.go(third).sees("6 of the 7 signatories that stand by this edition have signed it").looked("protocol-followed");
        as("mentalhealth").go(CASE).sees(REFERENCE);
    }

    private void theTrustWithdrawsAndItsOpenPagesClose() {
        var officer = as("mentalhealth");
        officer.go(third).follow("Withdraw the signature of " + TRUST).sees("Dr Amara Cole").sees("Each agency keeps what is its own").looked("protocol-withdraw");
        var openCase = officer.page().context().newPage();
        openCase.navigate(CASE);
        openCase.getByText(REFERENCE).first().waitFor();
        var openRoom = officer.page().context().newPage();
        openRoom.navigate(meeting + "/room");
        openRoom.getByText(REFERENCE).first().waitFor();
        officer.fill("Reason", "The board wants the review of the protocol first.").press("Withdraw the signature").sees("was withdrawn");
        var since = System.nanoTime();
        for (var page : List.of(openCase, openRoom)) {
            // A page in the background has no line; it asks again when it is looked at.
            page.bringToFront();
            page.getByText("This is no longer shown to you").first().waitFor();
            assertFalse(page.content().contains(REFERENCE), "the page shows the case no longer");
        }
        System.out.printf("[protocol] open pages closed %d ms after the answer to the withdrawal%n", Duration.ofNanos(System.nanoTime() - since).toMillis());
        assertTrue(openCase.reload().status() == 404, "nor when it is loaded again");
        openRoom.navigate(meeting + "/room");
        assertFalse(openRoom.content().contains(REFERENCE));
        officer.findsNothingAt(CASE).findsNothingAt(CASE + "/information");
        openCase.close();
        openRoom.close();
    }

    private void theRestGoesOn() throws SQLException {
        as("coordinator").go(meeting + "/room").sees(REFERENCE).open("Choose part by part").fill("What is to be done", "Walk through the stairwell after ten").select("Agency", "police").press("Add the action").sees("Walk through the stairwell");
        as("police").go(meeting + "/room").sees("Walk through the stairwell");
        // What is its own stays with the trust.
        as("mentalhealth").go("/items/" + value("select id from hub.item where body like 'Sleep and appetite%'")).sees("Sleep and appetite have become worse");
    }

    private void theRecordShowsIt() throws SQLException {
        as("police").go(third).sees("Signatures that were withdrawn");
        assertTrue(Integer.parseInt(value("select count(*) from audit.entry e join hub.member m on m.id = e.member_id where m.name = 'Dr Amara Cole' and e.kind = 'signature' and e.act = 'UPDATE'")) > 0, "who withdrew it");
        assertTrue(Integer.parseInt(value("select count(*) from audit.entry e join hub.member m on m.id = e.member_id where m.name = 'Dr Amara Cole' and e.act = 'REFUSED' and e.failed like '%no signature in force%'")) > 0, "and why it sees no more");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> RunningHub.get().mails().to("coordinator@riverside.example").stream().anyMatch(m -> m.subject().contains("A signature under the protocol is withdrawn")));
    }

    private void theNewEditionBeginsAndTheTrustReturnsWhenItSigns() throws SQLException {
        passes(passed + 1);
        as("police").go(CASE).sees(REFERENCE);
        as("mentalhealth").findsNothingAt(CASE);
        var admin = as("admin").go(fourth).sees("In force");
        var link = recording(admin).stream().filter(l -> l.text().contains(TRUST)).findFirst().orElseThrow();
        admin.go(link.href()).fill("Who signed?", "Prof Liam Hart").fill("Designated officer", "Dr Amara Cole").select("The officer’s account (optional)", "Dr Amara Cole").press("Record the signature").sees("The signature was recorded");
        as("mentalhealth").go(CASE).sees(REFERENCE);
        as("mentalhealth").go("/protocols/calendar").sees("Dr Amara Cole").looked("protocol-calendar");
    }

    private record Recording(String text, String href) {
    }

    /** Where the signature of each signatory that has not signed is recorded. */
    private static List<Recording> recording(Desk admin) {
        return admin.page().locator("main a[href*='/signatures/new']").all().stream().map((Locator l) -> new Recording(l.textContent(), l.getAttribute("href"))).toList();
    }

    private static int number(Desk desk, String box) {
        return Integer.parseInt(desk.page().locator(box).inputValue());
    }

    private LocalDate today() {
        return LocalDate.now().plusDays(passed);
    }

    /** Moves the hub's clock, which only tests may; back at 0 it is to the letter what the manifest says. */
    private void passes(int days) throws SQLException {
        passed = days;
        try (var owner = RunningHub.get().asOwner()) {
            Clock.move(owner, Clock.moved(days));
        }
    }

    private void asItWas(String inForce) throws SQLException {
        try (var superuser = RunningHub.get().asSuperuser(); var statement = superuser.createStatement()) {
            if (fourth != null) {
                for (var table : List.of("signature", "legal_basis", "protocol_panel")) {
                    statement.execute("delete from hub." + table + " where protocol_id = '" + id(fourth) + "'");
                }
                statement.execute("delete from hub.protocol where id = '" + id(fourth) + "'");
            }
            statement.execute("update hub.protocol set in_force = '" + inForce + "' where id = '" + id(third) + "'");
            statement.execute("update hub.signature set withdrawn_on = null, withdrawn_reason = null where protocol_id = '" + id(third) + "'");
            if (meeting != null) {
                statement.execute("update hub.meeting set state = 'CLOSED', closed_at = hub.now() where id = '" + id(meeting) + "' and state = 'OPEN'");
            }
        }
    }

    private static String value(String sql) throws SQLException {
        try (var superuser = RunningHub.get().asSuperuser(); var statement = superuser.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static void run(String sql) throws SQLException {
        try (var superuser = RunningHub.get().asSuperuser(); var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String id(String path) {
        return path.replaceFirst(".*/", "");
    }
}
