package org.panelhub.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.panelhub.support.Balancer;
import org.panelhub.support.Browser;
import org.panelhub.support.Desk;
import org.panelhub.support.Node;
import org.panelhub.support.RunningHub;
import org.panelhub.support.Tokens;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;

/**
 * A meeting on two nodes behind one address, in which everything fails that can: PostgreSQL is started anew while forms are on their way, a node dies after it has written and
 * before it has answered, and a member's network is gone for a minute without a word. Nobody loads a page again. In the end what people were told is recorded is compared with the
 * database: all of it is there once, and nothing else. Late among the journeys, as all are disturbed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhenANodeDiesTest {

    private static final int CASES = 5;
    private static final int ITEMS = CASES + 2;
    private static final int AT_ONCE = 8;
    /** The lock by which a transaction is kept from ending. */
    private static final int HELD = 4711;
    private static final List<String> OTHERS = List.of("chair", "fire", "socialcare");
    private static final List<String> RELEASING = List.of("fire", "socialcare");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    /** A page waits up to 15 seconds between two tries and gives each up to 12, on a machine that does much else beside. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<String, Surfer> others = new LinkedHashMap<>();
    /** What people were told is recorded. */
    private final List<String> agreed = new ArrayList<>();
    private final List<String> released = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> decided = new ArrayList<>();
    private Balancer.Line coordinatorLine;
    private Balancer.Line policeLine;
    private Balancer.Line housingLine;
    private Balancer balancer;
    private Node first;
    private Node second;
    private Browser browser;
    private PreparedMeeting cases;
    private String meeting;
    private Desk coordinator;
    private Desk police;
    private Desk housing;

    @BeforeAll
    void gather() throws Exception {
        balancer = Balancer.start();
        browser = Browser.open(balancer);
        var hub = RunningHub.get();
        var settings = hub.environment();
        settings.put("HUB_URL", balancer.url());
        first = Node.begin(settings);
        second = Node.begin(settings);
        hub.people().returnTo(hub.url(), balancer.url());
        cases = new PreparedMeeting('P', CASES);
        meeting = cases.meetingPath();
        cases.prepares("housing", 1, ours("housing", 1));
        RELEASING.forEach(account -> cases.prepares(account, 2, ours(account, 2)));
        for (var each : List.of(first, second)) {
            balancer.joins(each.awaitReady());
        }
        coordinatorLine = balancer.line("coordinator", first);
        policeLine = balancer.line("police", first);
        housingLine = balancer.line("housing", second);
        coordinator = Desk.of(browser, "coordinator");
        police = Desk.of(browser, "police");
        housing = Desk.of(browser, "housing");
        for (var account : OTHERS) {
            others.put(account, new Surfer(URI.create(balancer.url())));
            others.get(account).signIn(account, "demo");
        }
    }

    @AfterAll
    void leave() throws Exception {
        others.values().forEach(Surfer::close);
        if (cases != null) {
            cases.end();
        }
        if (browser != null) {
            browser.close();
        }
        for (var node : new Node[] { first, second }) {
            if (node != null) {
                node.close();
            }
        }
        balancer.close();
        if (second != null) {
            RunningHub.get().people().returnTo(RunningHub.get().url());
        }
    }

    @Test
    void membersCarryOnAndNothingThatWasConfirmedIsMissingOrDoubled() throws Exception {
        opened();
        allIsWell();
        var back = housingIsCutOff();
        postgresIsStartedAnew();
        aNodeDies();
        anAnswerIsLost();
        housingComesBack(back);
        theMeetingEnds();
        allIsThereOnce();
    }

    private void opened() throws Exception {
        coordinator.go(meeting).press("Send invitations").go(meeting + "/agenda").press("Put everything on it").press("Publish").press("Publish").sees("published");
        for (var desk : List.of(coordinator, police, housing)) {
            desk.go(meeting + "/declaration").tick("I have read this declaration and will keep to it").press("Sign");
        }
        for (var surfer : others.values()) {
            assertEquals(200, surfer.send(meeting + "/declaration", meeting + "/declaration", "agree", "true").status());
        }
        coordinator.go(meeting).press("Open the meeting");
        for (var desk : List.of(coordinator, police, housing)) {
            desk.go(meeting + "/room");
            desk.page().evaluate("window.opened = 'once'");
        }
        key("Alt+n");
        assertThat(coordinator.page().locator("body")).containsText("Item 1 of " + ITEMS);
        key("Alt+n");
        follow(0);
    }

    /** Before anything fails: what is done at one node is on the pages at the other. */
    private void allIsWell() {
        speaks(task(0, "a"));
        agreed(task(0, "a"));
        releases(police);
        released(police, PreparedMeeting.research(0));
        coordinator.page().locator("#who").selectOption(new SelectOption().setIndex(1));
        coordinator.fill("What was said", "It was quiet over the weekend.");
        coordinator.click(coordinator.page().locator("form[action$='/say'] button"));
        confirmed(coordinator);
        said.add("It was quiet over the weekend.");
        assertThat(housing.page().locator("[data-live=actions]")).containsText(task(0, "a"));
        assertThat(housing.page().locator("[data-live=shared]")).containsText(PreparedMeeting.research(0));
        decides(0);
        follow(1);
    }

    /** Without a word from the network. What housing sends into it waits. */
    private Instant housingIsCutOff() {
        housingLine.cut();
        releases(housing);
        return Instant.now().plus(A_MINUTE);
    }

    /** One form is being written and another one committed when it stops; a third comes while it is away. */
    private void postgresIsStartedAnew() throws Exception {
        var hub = RunningHub.get();
        try (var holds = hub.asSuperuser(); var statement = holds.createStatement()) {
            statement.execute("""
                    create function hub.held_by_a_test() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(%d); return null; end $$;
                    create constraint trigger held_by_a_test after insert on hub.action deferrable initially deferred for each row execute function hub.held_by_a_test();
                    select pg_advisory_lock(%d)""".formatted(HELD, HELD));
            holds.setAutoCommit(false);
            statement.execute("lock table hub.disclosure in share row exclusive mode");
            speaks(task(1, "a"));
            releases(police);
            Awaitility.await().atMost(PATIENCE).until(() -> {
                try (var waiting = statement.executeQuery("select count(*) from pg_locks where not granted and (relation = 'hub.disclosure'::regclass or locktype = 'advisory' and objid = " + HELD + ")")) {
                    return waiting.next() && waiting.getInt(1) == 2;
                }
            });
            hub.stopPostgres();
        } catch (SQLException e) {
            // The line that held them up has ended with PostgreSQL.
        }
        try {
            waits(coordinator, task(1, "a"));
            speaks(task(1, "b"));
            waits(coordinator, task(1, "b"));
            waits(police, "");
            assertThat(police.page().locator(".hub-lost")).containsText("The hub cannot tell for the moment whether anything has changed.", patiently());
        } finally {
            hub.startPostgres();
        }
        try (var superuser = hub.asSuperuser(); var statement = superuser.createStatement()) {
            statement.execute("drop function hub.held_by_a_test() cascade");
        }
        bothServe();
        agreed(task(1, "a"));
        agreed(task(1, "b"));
        released(police, PreparedMeeting.research(1));
        for (var desk : List.of(coordinator, police)) {
            assertThat(desk.page().locator(".hub-lost")).hasText("", textPatiently());
        }
        decides(1);
        follow(2, police);
    }

    /** Whoever asks next, of many at once, is answered: no connection of before is left. */
    private void bothServe() throws Exception {
        var token = Tokens.of("police");
        try (var client = HttpClient.newHttpClient()) {
            for (var node : List.of(first, second)) {
                var ready = HttpRequest.newBuilder(URI.create(node.managementUrl() + "/health/ready")).build();
                Awaitility.await().atMost(PATIENCE).until(() -> client.send(ready, BodyHandlers.discarding()).statusCode() == 200);
                var asked = HttpRequest.newBuilder(URI.create(node.url() + "/api/meetings")).header("Authorization", "Bearer " + token).build();
                var answers = IntStream.range(0, AT_ONCE).mapToObj(n -> client.sendAsync(asked, BodyHandlers.discarding())).toList().stream().map(a -> a.join().statusCode()).toList();
                assertEquals(Collections.nCopies(AT_ONCE, 200), answers);
            }
        }
    }

    /** After it wrote what coordinator and police sent, and before either was answered; meanwhile two others send theirs. */
    private void aNodeDies() throws Exception {
        var forms = new LinkedHashMap<String, Surfer.Filled>();
        for (var account : RELEASING) {
            forms.put(account, others.get(account).fill(meeting + "/room", releasing(2), "consent", "GIVEN", "consent-reason", ""));
        }
        coordinatorLine.losesAnswers();
        policeLine.losesAnswers();
        speaks(task(2, "a"));
        releases(police);
        await("hub.action a where a.meeting_id = ?::uuid and a.task = '" + task(2, "a") + "'");
        await("hub.disclosure d join hub.item i on i.id = d.item_id join hub.agenda_item c on c.case_id = d.case_id where c.meeting_id = ?::uuid and i.body = '" + PreparedMeeting.research(2) + "'");
        try (var atOnce = Executors.newFixedThreadPool(RELEASING.size())) {
            var sent = new ArrayList<Future<Void>>();
            forms.forEach((account, form) -> sent.add(atOnce.submit((Callable<Void>) () -> pressesUntilAnswered(account, form))));
            first.kill();
            coordinatorLine.mend();
            policeLine.mend();
            for (var each : sent) {
                each.get();
            }
        }
        RELEASING.forEach(account -> released.add(ours(account, 2)));
        agreed(task(2, "a"));
        released(police, PreparedMeeting.research(2));
        for (var account : RELEASING) {
            assertThat(police.page().locator("[data-live=shared]")).containsText(ours(account, 2), patiently());
        }
        speaks(task(2, "b"));
        agreed(task(2, "b"));
        assertThat(police.page().locator("[data-live=actions]")).containsText(task(2, "b"), patiently());
    }

    /** Of who records and goes on: the room goes on by one item, not by two. */
    private void anAnswerIsLost() {
        coordinatorLine.losesAnswers();
        decide(2);
        await("hub.decision d join hub.case_file c on c.id = d.case_id where d.meeting_id = ?::uuid and c.reference = '" + cases.reference(2) + "'");
        coordinatorLine.mend();
        confirmed(coordinator);
        decided.add(cases.reference(2));
        follow(3, coordinator, police);
        speaks(task(3, "a"));
        agreed(task(3, "a"));
        releases(police);
        released(police, PreparedMeeting.research(3));
    }

    private void housingComesBack(Instant back) {
        waits(housing, "");
        assertThat(housing.page().locator(".hub-lost")).containsText("The connection to the hub is lost.", patiently());
        assertThat(housing.page().locator("h1")).containsText(cases.reference(1));
        housing.looked("cut-off");
        Awaitility.await().pollDelay(Duration.between(Instant.now(), back).isPositive() ? Duration.between(Instant.now(), back) : Duration.ZERO).atMost(PATIENCE).until(() -> true);
        assertEquals(0, cases.count("select count(*) from hub.disclosure d join hub.item i on i.id = d.item_id join hub.agenda_item c on c.case_id = d.case_id where c.meeting_id = ?::uuid and i.body = '" + ours("housing", 1) + "'"));
        housingLine.mend();
        confirmed(housing);
        released.add(ours("housing", 1));
        follow(3, housing);
        assertThat(housing.page().locator("[data-live=shared]")).containsText(PreparedMeeting.research(3), patiently());
        assertThat(housing.page().locator("[data-live=actions]")).containsText(task(3, "a"), patiently());
        assertThat(housing.page().locator(".hub-lost")).hasText("", textPatiently());
    }

    private void theMeetingEnds() throws Exception {
        decides(3);
        follow(4, coordinator, police, housing);
        releases(police);
        released(police, PreparedMeeting.research(4));
        assertThat(housing.page().locator("[data-live=shared]")).containsText(PreparedMeeting.research(4), patiently());
        decides(4);
        assertThat(coordinator.page().locator("body")).containsText("Item " + ITEMS + " of " + ITEMS, patiently());
        for (var desk : List.of(coordinator, police, housing)) {
            assertEquals("once", desk.page().evaluate("window.opened"), "nobody loaded the room again");
        }
        coordinator.go(meeting + "/minutes").press("Write from the room").sees(PreparedMeeting.research(0)).sees(task(2, "a"));
        assertEquals(200, others.get("chair").send(meeting + "/minutes", meeting + "/minutes/agreement").status());
        coordinator.go(meeting + "/minutes").press("Circulate the minutes");
        for (var surfer : others.values()) {
            assertTrue(surfer.open(meeting + "/minutes").text().contains(PreparedMeeting.research(4)));
        }
        coordinator.go(meeting + "/room/close").press("Close the meeting").sees("The meeting is closed.");
    }

    /** What people were told is recorded, and nothing else, each once. */
    private void allIsThereOnce() {
        var ofMeeting = " join hub.agenda_item c on c.case_id = i.case_id where c.meeting_id = ?::uuid";
        assertEquals(sorted(agreed), cases.kept("select task from hub.action where meeting_id = ?::uuid"));
        assertEquals(sorted(released), cases.kept("select i.body from hub.disclosure d join hub.item i on i.id = d.item_id" + ofMeeting + " and i.how = 'WRITTEN' and d.withdrawn_at is null"));
        assertEquals(sorted(said), cases.kept("select i.body from hub.item i" + ofMeeting + " and i.how = 'SAID_ALOUD'"));
        assertEquals(sorted(said), cases.kept("select i.body from hub.disclosure d join hub.item i on i.id = d.item_id" + ofMeeting + " and i.how = 'SAID_ALOUD'"));
        assertEquals(sorted(decided), cases.kept("select c.reference from hub.decision d join hub.case_file c on c.id = d.case_id where d.meeting_id = ?::uuid"));
        assertEquals(ITEMS, cases.count("select count(*) from hub.agenda_item where meeting_id = ?::uuid and started_at is not null and ended_at is not null"));
        assertEquals(1, cases.count("select count(*) from hub.minutes where state = 'CIRCULATED' and meeting_id = ?::uuid"));
    }

    // ---- What people do ------------------------------------------------------------------------------------------

    /** Typed where the coordinator types, and not waited for. */
    private void speaks(String task) {
        coordinator.page().locator("#spoken").focus();
        coordinator.page().keyboard().type("police: " + task);
        coordinator.page().keyboard().press("Enter");
    }

    /** Pressed, and not waited for. */
    private static void releases(Desk desk) {
        desk.page().getByLabel("Does the person consent?").selectOption("GIVEN");
        desk.page().locator("form[action$='/release'] > button:not([disabled])").last().click();
    }

    private void decide(int n) {
        coordinator.page().getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("Quieter since the patrols began.");
        coordinator.page().getByLabel("Outcome").selectOption("Protection plan agreed");
        coordinator.page().keyboard().press("Alt+n");
    }

    private void decides(int n) {
        decide(n);
        confirmed(coordinator);
        decided.add(cases.reference(n));
    }

    private void key(String key) {
        coordinator.page().keyboard().press(key);
        confirmed(coordinator);
    }

    /** A person whose browser says that nobody answers presses again. */
    private Void pressesUntilAnswered(String account, Surfer.Filled form) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            var answer = others.get(account).send(form);
            return answer.status() == 200 && Jsoup.parse(answer.text()).select("[data-live=shared]").text().contains(ours(account, 2));
        });
        return null;
    }

    // ---- What people see -----------------------------------------------------------------------------------------

    /** Nothing that was sent waits to be recorded. */
    private static void confirmed(Desk desk) {
        desk.page().waitForFunction("() => !document.body.hasAttribute('data-sending')", null, new Page.WaitForFunctionOptions().setTimeout(PATIENCE.toMillis()));
        assertThat(desk.page().locator(".hub-waits")).hasCount(0);
    }

    private static void waits(Desk desk, String words) {
        assertThat(desk.page().locator(".hub-waits").filter(new Locator.FilterOptions().setHasText(words))).containsText("Not recorded yet", patiently());
    }

    /** The coordinator's page says that it is recorded, and shows it once. */
    private void agreed(String task) {
        confirmed(coordinator);
        assertThat(coordinator.page().locator("[data-live=actions] li").filter(new Locator.FilterOptions().setHasText(task))).hasCount(1, countPatiently());
        agreed.add(task);
    }

    private void released(Desk desk, String body) {
        confirmed(desk);
        assertThat(desk.page().locator("[data-live=shared] li").filter(new Locator.FilterOptions().setHasText(body))).hasCount(1, countPatiently());
        released.add(body);
    }

    /** These pages come to the case by themselves. */
    private void follow(int n, Desk... desks) {
        for (var desk : desks.length == 0 ? new Desk[] { coordinator, police, housing } : desks) {
            assertThat(desk.page().locator("h1")).containsText(cases.reference(n), patiently());
        }
    }

    private void await(String written) {
        Awaitility.await().atMost(PATIENCE).until(() -> cases.count("select count(*) from " + written) == 1);
    }

    private String releasing(int n) {
        return meeting + "/room/items/" + cases.kept("select i.id::text from hub.agenda_item i join hub.case_file c on c.id = i.case_id where i.meeting_id = ?::uuid and c.reference = '" + cases.reference(n) + "'").getFirst() + "/release";
    }

    private static String task(int n, String which) {
        return "look in at number " + (n + 1) + which;
    }

    private static String ours(String account, int n) {
        return "What " + account + " knows of household " + (n + 1) + ".";
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis());
    }

    private static LocatorAssertions.HasTextOptions textPatiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE.toMillis());
    }

    private static LocatorAssertions.HasCountOptions countPatiently() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE.toMillis());
    }
}
