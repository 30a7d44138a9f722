package org.panelhub.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.panelhub.support.Browser;
import org.panelhub.support.Desk;
import org.panelhub.support.RunningHub;

/**
 * A meeting of sixteen cases and forty actions, with twelve members and a coordinator, from accepted referrals to circulated minutes. Coordinator, police and housing sit at
 * browsers; the other ten speak the same protocol without one. The coordinator works by the keyboard alone once the room is open. Counted is what the coordinator presses and
 * what it submits, without the words typed and the fields gone through.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SixteenCasesJourneyTest {

    private static final int MOST = 80;
    private static final int COUNT = 16;

    private final Map<String, Surfer> others = new LinkedHashMap<>();
    private Browser browser;
    private PreparedMeeting cases;
    private Desk coordinator;
    private Desk police;
    private Desk housing;
    private String meeting;
    private int presses;
    private int submissions;

    @BeforeAll
    void gather() throws Exception {
        browser = Browser.open();
        cases = new PreparedMeeting('N', COUNT);
        meeting = cases.meetingPath();
        coordinator = Desk.of(browser, "coordinator");
        police = Desk.of(browser, "police");
        housing = Desk.of(browser, "housing");
        coordinator.page().onRequest(request -> submissions += request.method().equals("POST") && request.url().startsWith(RunningHub.get().url()) ? 1 : 0);
        for (var account : PreparedMeeting.MEMBERS) {
            if (!List.of("police", "housing").contains(account)) {
                others.put(account, new Surfer(URI.create(RunningHub.get().url())));
            }
        }
        eachOther(account -> {
            others.get(account).signIn(account, "demo");
            return null;
        });
    }

    @AfterAll
    void leave() {
        others.values().forEach(Surfer::close);
        if (cases != null) {
            cases.end();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aMeetingOfSixteenCasesAndFortyActionsFromAcceptedReferralsToCirculatedMinutes() throws Exception {
        preparedAndPublished();
        allSign();
        press("Open the meeting");
        goes(meeting + "/room");
        police.go(meeting + "/room");
        housing.go(meeting + "/room");
        key("Alt+n");
        coordinator.sees("Item 1 of 18");
        key("Alt+n");
        for (int n = 0; n < COUNT; n++) {
            heard(n);
        }
        coordinator.sees("Item 18 of 18");
        minutesGoOut();
        closed();
        kept();
        System.out.printf("[journeys] A meeting of %d cases and 40 actions took the coordinator %d presses (buttons, links, shortcuts, Enter), %d of which sent a form%n", COUNT, presses, submissions);
        assertTrue(presses < MOST, () -> presses + " presses");
        assertTrue(submissions < MOST, () -> submissions + " submissions");
    }

    private void preparedAndPublished() {
        goes(meeting);
        press("Send invitations");
        goes(meeting + "/agenda");
        press("Put everything on it");
        coordinator.sees("18 things put on the agenda.");
        press("Publish");
        press("Publish");
        coordinator.sees("published");
    }

    private void allSign() throws Exception {
        goes(meeting + "/declaration");
        coordinator.tick("I have read this declaration and will keep to it");
        press("Sign");
        goes(meeting);
        for (var desk : List.of(police, housing)) {
            desk.go(meeting + "/declaration").tick("I have read this declaration and will keep to it").press("Sign");
        }
        eachOther(account -> {
            var signed = others.get(account).send(meeting + "/declaration", meeting + "/declaration", "agree", "true");
            assertEquals(200, signed.status(), account);
            return null;
        });
    }

    /** By the keyboard alone. */
    private void heard(int n) throws Exception {
        var reference = cases.reference(n);
        coordinator.sees(reference);
        police.page().getByRole(com.microsoft.playwright.options.AriaRole.HEADING, new com.microsoft.playwright.Page.GetByRoleOptions().setName(reference)).waitFor();
        police.select("Does the person consent?", "Given").press("Release all prepared");
        housing.page().getByText(PreparedMeeting.research(n)).waitFor();
        var spoken = PreparedMeeting.spoken(n);
        for (var line : spoken) {
            coordinator.page().keyboard().type(line);
            // The last line goes with the decision.
            if (!line.equals(spoken.getLast())) {
                key("Enter");
            }
        }
        if (n == 2) {
            coordinator.looked("sixteen-coordinator");
            police.looked("sixteen-police");
            coordinator.page().locator("#spoken").focus();
        }
        key("Alt+r");
        go("Tab");
        coordinator.page().keyboard().type("Quieter since the patrols began.");
        go("Tab");
        coordinator.page().keyboard().type("Prot");
        go("Tab");
        coordinator.page().keyboard().type("Heard again in two months.");
        housing.page().getByText(spoken.getFirst().replaceFirst("^[^:]*: (.*) by .*$", "$1")).waitFor();
        key("Alt+n");
        if (n % 5 == 0) {
            eachOther(account -> {
                var room = others.get(account).open(meeting + "/room");
                assertTrue(room.text().contains("Here: 13, signed: 13"), account);
                return null;
            });
        }
    }

    private void minutesGoOut() throws Exception {
        goes(meeting + "/minutes");
        press("Write from the room");
        coordinator.sees(PreparedMeeting.research(0)).sees("part 3");
        var agreed = others.get("chair").send(meeting + "/minutes", meeting + "/minutes/agreement");
        assertEquals(200, agreed.status());
        goes(meeting + "/minutes");
        press("Circulate the minutes");
        eachOther(account -> {
            var minutes = others.get(account).open(meeting + "/minutes");
            assertTrue(minutes.text().contains(PreparedMeeting.research(15)), account);
            return null;
        });
        housing.go(meeting + "/minutes").sees(PreparedMeeting.research(0));
    }

    private void closed() {
        goes(meeting + "/room/close");
        press("Close the meeting");
        coordinator.sees("The meeting is closed.");
        assertFalse(coordinator.text().contains("not heard"));
    }

    private void kept() {
        assertEquals(16, cases.count("select count(*) from hub.decision where meeting_id = ?::uuid and outcome = 'Protection plan agreed: Heard again in two months.' and risk_after = 'HIGH'"));
        assertEquals(40, cases.count("select count(*) from hub.action where meeting_id = ?::uuid"));
        assertEquals(40, cases.count("select count(distinct task) from hub.action where meeting_id = ?::uuid"), "none is doubled");
        assertEquals(16, cases.count("select count(*) from hub.decision where meeting_id = ?::uuid"));
        assertEquals(18, cases.count("select count(*) from hub.agenda_item where meeting_id = ?::uuid and ended_at is not null"));
        assertEquals(13, cases.count("select count(*) from hub.minutes_receipt r join hub.minutes m on m.id = r.minutes_id where m.meeting_id = ?::uuid"));
        assertEquals(1, cases.count("select count(*) from hub.minutes where state = 'CIRCULATED' and meeting_id = ?::uuid"));
    }

    /** A link that the coordinator follows. */
    private void goes(String path) {
        presses++;
        coordinator.go(path);
    }

    private void press(String button) {
        presses++;
        coordinator.press(button);
    }

    private void key(String key) {
        presses++;
        go(key);
    }

    /** From field to field, or a key that is counted. */
    private void go(String key) {
        coordinator.page().keyboard().press(key);
        coordinator.page().waitForFunction("() => !document.body.hasAttribute('data-sending')");
    }

    private interface Doing {
        Void with(String account) throws Exception;
    }

    private void eachOther(Doing doing) throws Exception {
        try (var atOnce = Executors.newFixedThreadPool(4)) {
            for (var done : atOnce.invokeAll(others.keySet().stream().map(account -> (Callable<Void>) () -> doing.with(account)).toList())) {
                done.get();
            }
        }
    }
}
