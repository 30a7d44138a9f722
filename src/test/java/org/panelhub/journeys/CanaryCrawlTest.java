package org.panelhub.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.panelhub.support.RunningHub;
import org.panelhub.support.Tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Each text that has readers of its own carries a unique word; every account of the demo signs in through Keycloak, follows every link and
 * asks for every described path with every id that exists. A word that the rule, worked out apart from the policies, does not admit is a
 * leak; a word that was shown and is not on record as read by that member is one too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryCrawlTest {

    private static final int AT_ONCE = 4;
    /** Tables of which each page that shows a row puts that very row on record. */
    private static final Map<String, String> RECORDED = Map.ofEntries(Map.entry("hub.item", "item"), Map.entry("hub.plan", "plan"), Map.entry("hub.action", "action"), Map.entry("hub.referral", "referral"),
            Map.entry("hub.letter", "letter"), Map.entry("hub.decision", "decision"), Map.entry("hub.safe_contact", "safe_contact"), Map.entry("hub.onward_request", "onward_request"),
            Map.entry("hub.outside_disclosure", "outside_disclosure"), Map.entry("hub.trigger", "trigger"), Map.entry("hub.document", "document"), Map.entry("hub.trigger_letter", "trigger_letter"));
    /** What is recorded under the case at least: agendas, minutes and requests name it, and are on record with it. */
    private static final Set<String> RECORDED_WITH_CASE = Set.of("hub.case_file", "hub.minutes_paragraph", "hub.withholding", "hub.person", "hub.assessment", "hub.case_exit");

    /** To somebody without an account: not signed in, no such thing, or no form that the hub has given out. */
    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404, 405, 415);

    private final RunningHub hub = RunningHub.get();
    private final Map<String, UUID> members = new LinkedHashMap<>();
    private final Crawl crawl = new Crawl();
    private Canaries canaries;
    private JsonNode description;
    private List<Crawl.Answered> stranger;

    @BeforeAll
    void everybodyOpensEverything() throws Exception {
        try (var superuser = hub.asSuperuser(); var statement = superuser.createStatement()) {
            try (var rows = statement.executeQuery("select replace(subject, 'demo-', ''), subject, member_id from hub.sign_in where issuer = '" + hub.issuer() + "' and subject like 'demo-%' order by 1")) {
                while (rows.next()) {
                    members.put(account(rows.getString(1)), rows.getObject(3, UUID.class));
                }
            }
        }
        canaries = Canaries.plant(hub.asSuperuser());
        Map<String, Surfer> surfers = new LinkedHashMap<>();
        try {
            for (var account : members.keySet()) {
                surfers.put(account, new Surfer(URI.create(hub.url())));
            }
            everybody(account -> {
                surfers.get(account).signIn(account, "demo");
                crawl.links(account, surfers.get(account));
            });
            description = new ObjectMapper().readTree(surfers.values().iterator().next().open("/q/openapi?format=json").text());
            try (var superuser = hub.asSuperuser()) {
                allIds(superuser);
            }
            everybody(account -> crawl.described(account, surfers.get(account), Tokens.of(account), description));
            try (var nobody = new Surfer(URI.create(hub.url()))) {
                stranger = crawl.stranger(nobody, description);
            }
        } finally {
            surfers.values().forEach(Surfer::close);
        }
        print();
    }

    /** What one account does. */
    private interface Doing {
        void with(String account) throws Exception;
    }

    /** Some at a time, so that the hub is neither idle nor overrun; the first that cannot ends the test. */
    private void everybody(Doing doing) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Void>> all = members.keySet().stream().map(account -> (Callable<Void>) () -> {
                doing.with(account);
                return null;
            }).toList();
            for (var each : threads.invokeAll(all)) {
                each.get();
            }
        }
    }

    @AfterAll
    void takeThemOut() throws SQLException {
        if (canaries != null) {
            canaries.close();
        }
    }

    @Test
    void nobodyWasShownWhatTheRuleKeepsFromThem() {
        var leaks = crawl.sightings().stream().filter(s -> !canaries.byWord().get(s.word()).readers().contains(members.get(s.account())))
                .map(s -> s.account() + " was shown " + canaries.byWord().get(s.word()).kind() + " at " + s.path()).toList();
        assertEquals(List.of(), leaks);
    }

    @Test
    void whatMentalHealthWithholdsAppearsToMentalHealthOnly() throws SQLException {
        try (var superuser = hub.asSuperuser(); var statement = superuser.createStatement();
                var rows = statement.executeQuery("select i.id from hub.item i join hub.agency a on a.id = i.agency_id where i.state = 'WITHHELD' and a.kind = 'MENTAL_HEALTH'")) {
            Set<String> readers = new TreeSet<>();
            int withheld = 0;
            while (rows.next()) {
                withheld++;
                var id = rows.getObject(1, UUID.class);
                crawl.sightings().stream().filter(s -> canaries.byWord().get(s.word()).kind().equals("hub.item.body") && canaries.byWord().get(s.word()).id().equals(id)).forEach(s -> readers.add(s.account()));
            }
            assertTrue(withheld > 0);
            assertEquals(Set.of("mentalhealth"), readers);
        }
    }

    @Test
    void eachPagePutsWhatItShowedOnRecordForWhoWasShownIt() throws SQLException {
        List<String> unrecorded = new ArrayList<>();
        try (var superuser = hub.asSuperuser()) {
            for (var sighting : crawl.sightings()) {
                var canary = canaries.byWord().get(sighting.word());
                var table = canary.kind().substring(0, canary.kind().lastIndexOf('.'));
                var kind = RECORDED.get(table);
                if (kind != null && !recorded(superuser, sighting, "kind = ? and subject = ?", kind, canary.id().toString())
                        || RECORDED_WITH_CASE.contains(table) && canary.caseId() != null && !recorded(superuser, sighting, "case_id = ?::uuid and ? <> ''", canary.caseId().toString(), table)) {
                    unrecorded.add(sighting.account() + " was shown " + canary.kind() + " at " + sighting.path());
                }
            }
        }
        assertEquals(List.of(), unrecorded);
    }

    @Test
    void somebodyWithoutAnAccountReachesThePublicPagesAlone() {
        var reached = stranger.stream().filter(a -> a.answer().status() == 200).map(Crawl.Answered::path).collect(Collectors.toSet());
        assertTrue(reached.containsAll(Set.of("/community-trigger", "/community-trigger/follow", "/community-trigger/figures", "/signed-out")), () -> "Only " + reached);
        assertTrue(stranger.size() > Crawl.templates(description).size(), "with ids that there are");
        // A calendar is read by whoever has its address, which holds a secret.
        var elsewhere = stranger.stream().filter(a -> !a.path().matches("/community-trigger(/.*)?|/signed-out|/session-expired|/calendar-feed/crawled-.*")).toList();
        assertEquals(List.of(), elsewhere.stream().filter(a -> !REFUSED.contains(a.answer().status()) && !(a.answer().status() == 302 && a.answer().headers().contains(hub.issuer()))).toList());
        assertEquals(List.of(), stranger.stream().filter(a -> Canaries.WORD.matcher(a.answer().headers() + "\n" + a.answer().text()).find()).toList());
        assertEquals(List.of(), stranger.stream().filter(a -> a.answer().status() >= 500 || !a.method().equals("GET") && a.answer().status() / 100 == 2).toList());
    }

    @Test
    void everyRouteAnsweredSomebody() {
        // An invitation is opened with a code that only its mail holds; journeys open it.
        var never = crawl.neverAnswered(description);
        never.remove("/invitation/{code}");
        // What an applicant sees of its own form needs the code of that form, which is shown once, to whoever wrote it; the screens open it.
        never.removeAll(Set.of("/community-trigger/apply/{page}", "/community-trigger/apply/report/{number}", "/community-trigger/check", "/community-trigger/saved", "/community-trigger/sent", "/community-trigger/my-form",
                "/community-trigger/my-form/withdraw", "/community-trigger/my-form/plan", "/community-trigger/my-form/appeal", "/community-trigger/my-form/files"));
        assertEquals(Set.of(), never);
    }

    @Test
    void noMailHoldsAWordOfAnyText() {
        var telling = hub.mails().all().stream().filter(m -> Canaries.WORD.matcher(m.toString()).find()).toList();
        assertEquals(List.of(), telling);
    }

    @Test
    void nothingBroke() {
        assertEquals(List.of(), crawl.broken());
    }

    @Test
    void theCrawlReachedWhatItIsAbout() {
        var seen = crawl.sightings().stream().map(s -> canaries.byWord().get(s.word()).kind()).collect(Collectors.toSet());
        assertTrue(seen.containsAll(Set.of("hub.item.body", "hub.withholding.reason", "hub.safe_contact.telephone", "hub.person.family_name", "hub.case_file.subject", "hub.referral.circumstances",
                "hub.plan.aims", "hub.plan.contingency", "hub.action.task", "hub.action.known_by", "hub.action_offer.reason", "hub.action_extension.reason", "hub.case_handover.notes", "hub.agenda_item.late_reason",
                "hub.minutes_paragraph.body", "hub.trigger.happening", "hub.trigger_complaint.what", "hub.trigger_complaint_step.why", "hub.trigger_decision.why", "hub.trigger_applicant.address", "hub.trigger_message.body", "hub.document.name", "hub.document.note", "hub.trigger_letter.body")), () -> "Only " + seen);
        assertFalse(crawl.sightings().stream().noneMatch(s -> s.path().endsWith("/pdf")), "No PDF was read");
        assertTrue(crawl.sightings().stream().anyMatch(s -> s.path().matches("/triggers/[^/]+/files/[^/]+")), "No file was read");
        // An item that a member may see and that nobody was ever shown would be as untested as a leak.
        var unseen = canaries.byWord().values().stream().filter(c -> c.kind().equals("hub.item.body") && !c.readers().isEmpty())
                .filter(c -> crawl.sightings().stream().noneMatch(s -> s.word().equals(c.word()))).map(Canaries.Canary::id).toList();
        assertEquals(List.of(), unseen);
    }

    /** By an entry of the request itself: an account asks for one page after the other. */
    private boolean recorded(Connection superuser, Crawl.Sighting sighting, String condition, String first, String second) throws SQLException {
        try (var statement = superuser.prepareStatement("select 1 from audit.entry where member_id = ? and act in ('READ', 'EXPORTED') and at between ? and ? and " + condition)) {
            statement.setObject(1, members.get(sighting.account()));
            statement.setObject(2, sighting.asked().atOffset(ZoneOffset.UTC));
            statement.setObject(3, sighting.answered().atOffset(ZoneOffset.UTC));
            statement.setString(4, first);
            statement.setString(5, second);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void print() {
        var rightly = crawl.sightings().stream().filter(s -> canaries.byWord().get(s.word()).readers().contains(members.get(s.account()))).count();
        System.out.printf("[canary] %d viewers, %d described routes, %d requests, %d words planted, %d shown rightly, %d leaks, %d answers broken%n", members.size(), Crawl.templates(description).size(),
                crawl.requests(), canaries.byWord().size(), rightly, crawl.sightings().size() - rightly, crawl.broken().size());
    }

    /** With the ids of everything there is, whoever was told them: an id is no secret. */
    private void allIds(Connection superuser) throws SQLException {
        for (var further : Map.of("onward", "onward_request", "onward-requests", "onward_request", "outside-disclosures", "outside_disclosure").entrySet()) {
            crawl.learnAll(further.getKey(), column(superuser, "select id::text from hub." + further.getValue()));
        }
        var tables = Map.of("meetings", "meeting", "referrals", "referral", "actions", "action", "items", "item", "plans", "plan", "letters", "letter", "members", "member", "disclosures", "disclosure",
                "exits", "case_exit", "paragraphs", "minutes_paragraph");
        for (var noun : tables.keySet()) {
            crawl.learnAll(noun, column(superuser, "select id::text from hub." + tables.get(noun)));
        }
        // Everybody reads the calendars of two others too, as whoever has the address can.
        for (var account : List.of("police", "chair")) {
            column(superuser, "insert into hub.calendar_feed (partnership_id, id, member_id, code_hash) select partnership_id, gen_random_uuid(), member_id, encode(sha256(convert_to('crawled-" + account
                    + "', 'UTF8')), 'hex') from hub.sign_in where subject = 'demo-" + account + "' on conflict do nothing returning id::text");
        }
        crawl.learnAll("calendar-feed", List.of("crawled-police.ics", "crawled-chair.ics"));
        crawl.learnAll("cases", column(superuser, "select reference from hub.case_file"));
    }

    private static List<String> column(Connection superuser, String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    /** The realm's fixed ids name the accounts, with a hyphen where the account has a dot. */
    private static String account(String subject) {
        return subject.replace('-', '.');
    }
}
