package org.panelhub.journeys;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Everybody opens everything, several at once: each account follows every link that it is offered, and then asks for every path of the API's description
 * with every id and reference that <em>anybody</em> was shown. Which planted words turned up where, and for whom, is kept.
 */
final class Crawl {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern REFERENCE = Pattern.compile("\\b[A-Z]{2,4}-[A-Z0-9]{5,7}\\b");
    /** A path segment followed by an id or a reference: what the id is of. */
    private static final Pattern NOUN = Pattern.compile("/([a-z-]+)/(" + UUID.pattern() + "|[A-Z]{2,4}-[A-Z0-9]{5,7})(?![\\w-])");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    /** Ends the session, or belongs to the sign-in itself. */
    private static final Pattern NOT_OPENED = Pattern.compile("/sign-out|/signed-in|/community-trigger/exit(/.*)?");

    /** What open pages are told, of anything that can be watched and with whose ids; of the reader's own it is "mine". */
    private static final String LIVE = "/live/{kind}/{key}";
    private static final Map<String, String> WATCHED = Map.of("cases/", "cases", "meetings/", "meetings", "rooms/", "meetings", "referrals/", "referrals", "actions/", "actions", "lists/cases,", "cases", "home/", "",
            "standing/", "");

    /** What is named by a word, not by an id. */
    private static final Map<String, Set<String>> WORDS = Map.of("reminders", Set.of("review", "undertaking"), "privacy", Set.of("riverside"));

    /** Where one starts, and what no link leads to: a search of the record for what was added, whose before and after can then be opened. */
    private static final List<String> BEGINNINGS = List.of("/", "/audit?act=ADDED");

    /** Of one path with different queries: a filter has more combinations than pages. */
    private static final int MOST_VARIANTS = 12;

    /** A word that somebody was shown, and when the page that showed it was asked for and answered. */
    record Sighting(String word, String account, String path, Instant asked, Instant answered) {
    }

    private final Map<String, Set<String>> idsByNoun = new TreeMap<>();
    private final Map<String, Sighting> sightings = new LinkedHashMap<>();
    private final Map<String, Set<String>> opened = new HashMap<>();
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
    private int requests;

    /** Every link from where one starts on, each address once. */
    void links(String account, Surfer surfer) throws IOException, InterruptedException {
        Deque<String> waiting = new ArrayDeque<>(BEGINNINGS);
        Set<String> met = new HashSet<>(waiting);
        Map<String, Integer> variants = new HashMap<>();
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            var asked = Instant.now();
            var answer = surfer.open(path);
            note(account, path, answer, asked);
            if (!answer.isPage()) {
                continue;
            }
            for (var link : Jsoup.parse(answer.text(), answer.at().toString()).select("main a[href], nav a[href]")) {
                var next = within(answer.at(), account, path, link.absUrl("href"));
                if (!next.isEmpty() && met.add(next) && variants.merge(next.split("\\?")[0], 1, Integer::sum) <= MOST_VARIANTS) {
                    waiting.add(next);
                }
            }
        }
    }

    /** Path and query of a link that stays in the hub; else empty. */
    private String within(URI page, String account, String path, String link) {
        try {
            var to = URI.create(link);
            boolean within = to.getAuthority() != null && to.getAuthority().equals(page.getAuthority()) && !NOT_OPENED.matcher(to.getPath()).matches();
            return within ? to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()) : "";
        } catch (IllegalArgumentException e) {
            broken.add(account + " is offered at " + path + " what is no address: " + link);
            return "";
        }
    }

    /** Every path that can be read by GET, with every id there is. */
    void described(String account, Surfer surfer, String token, JsonNode description) throws IOException, InterruptedException {
        for (var template : templates(description)) {
            for (var path : asked(filled(template), description.path("paths").path(template).path("get"))) {
                if (wasOpened(account, path) || NOT_OPENED.matcher(path).matches()) {
                    continue;
                }
                var asked = Instant.now();
                var answer = path.startsWith("/api/") ? surfer.call(path, token) : surfer.open(path);
                note(account, path, answer, asked);
            }
        }
    }

    /** What somebody without an account was answered. */
    record Answered(String method, String path, Surfer.Answer answer) {

        @Override
        public String toString() {
            return answer.status() + " to " + method + " " + path;
        }
    }

    /** What somebody without an account is answered: at every described path, with every id there is; and, with one of each, at every one to which something can be sent. */
    List<Answered> stranger(Surfer surfer, JsonNode description) throws IOException, InterruptedException {
        List<Answered> all = new ArrayList<>();
        for (var described : description.path("paths").properties()) {
            var paths = filled(described.getKey()).stream().filter(p -> !NOT_OPENED.matcher(p).matches()).toList();
            for (var operation : described.getValue().properties()) {
                var method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                if (METHODS.contains(method)) {
                    for (var path : method.equals("GET") ? paths : paths.stream().limit(1).toList()) {
                        all.add(new Answered(method, path, surfer.ask(method, path)));
                    }
                }
            }
        }
        return all;
    }

    /** With the case that an operation asks for by its query. */
    private synchronized List<String> asked(List<String> paths, JsonNode operation) {
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals("case") && parameter.path("in").asText().equals("query")) {
                return paths.stream().flatMap(path -> idsByNoun.getOrDefault("cases", Set.of()).stream().map(reference -> path + "?case=" + reference)).toList();
            }
        }
        return paths;
    }

    private synchronized boolean wasOpened(String account, String path) {
        return opened.getOrDefault(account, Set.of()).contains(path);
    }

    /** Paths without an answer for anybody. */
    Set<String> neverAnswered(JsonNode description) {
        var never = new LinkedHashSet<>(templates(description));
        opened.values().forEach(paths -> paths.forEach(p -> never.removeIf(t -> p.split("\\?")[0].matches(PARAMETER.matcher(t).replaceAll("[^/]+")))));
        never.removeIf(NOT_OPENED.asMatchPredicate());
        return never;
    }

    static Set<String> templates(JsonNode description) {
        Set<String> all = new TreeSet<>();
        description.path("paths").properties().forEach(p -> {
            if (p.getValue().has("get")) {
                all.add(p.getKey());
            }
        });
        return all;
    }

    /** The template with each id that was seen of what stands before its parameter; a second parameter takes those of its own noun. */
    private synchronized List<String> filled(String template) {
        if (template.equals(LIVE)) {
            return WATCHED.entrySet().stream().flatMap(kind -> idsByNoun.getOrDefault(kind.getValue(), Set.of("mine")).stream().map(id -> "/live/" + kind.getKey() + id)).toList();
        }
        List<String> paths = new ArrayList<>(List.of(""));
        String noun = "";
        for (var segment : template.substring(1).split("/")) {
            boolean parameter = PARAMETER.matcher(segment).matches();
            List<String> longer = new ArrayList<>();
            for (var path : paths) {
                for (var value : parameter ? idsByNoun.getOrDefault(noun, WORDS.getOrDefault(noun, Set.of())) : Set.of(segment)) {
                    longer.add(path + "/" + value);
                }
            }
            paths = longer;
            noun = parameter ? noun : segment;
        }
        return paths;
    }

    private synchronized void note(String account, String path, Surfer.Answer answer, Instant asked) {
        var answered = Instant.now();
        requests++;
        // Sent elsewhere is not opened.
        if (answer.status() == 200 && answer.at().getRawPath().equals(path.split("\\?")[0])) {
            opened.computeIfAbsent(account, a -> new HashSet<>()).add(path);
        }
        if (answer.status() >= 500) {
            broken.add(account + " got " + answer.status() + " at " + path);
        }
        var everything = answer.headers() + "\n" + answer.at() + "\n" + answer.text();
        var words = Canaries.WORD.matcher(everything);
        while (words.find()) {
            var word = words.group().toLowerCase(java.util.Locale.ROOT);
            // Once on each kind of page: what one page puts on record must not hide what another forgets.
            sightings.putIfAbsent(account + " " + word + " " + kind(path), new Sighting(word, account, path, asked, answered));
        }
        var ids = NOUN.matcher(everything);
        while (ids.find()) {
            learn(ids.group(1), ids.group(2));
        }
        if (path.startsWith("/api/") && answer.status() == 200) {
            var last = path.split("\\?")[0].replaceFirst(".*/", "");
            UUID.matcher(answer.text()).results().forEach(id -> learn(last, id.group()));
            REFERENCE.matcher(answer.text()).results().forEach(reference -> learn("cases", reference.group()));
        }
    }

    /** The path without what tells one row from another. */
    private static String kind(String path) {
        return REFERENCE.matcher(UUID.matcher(path.split("\\?")[0]).replaceAll("{id}")).replaceAll("{reference}");
    }

    private synchronized void learn(String noun, String id) {
        idsByNoun.computeIfAbsent(noun, n -> new TreeSet<>()).add(id);
    }

    /** Ids that the tables hold, whoever was shown them. */
    void learnAll(String noun, Iterable<String> ids) {
        ids.forEach(id -> learn(noun, id));
    }

    List<Sighting> sightings() {
        return List.copyOf(sightings.values());
    }

    List<String> broken() {
        return broken;
    }

    int requests() {
        return requests;
    }
}
