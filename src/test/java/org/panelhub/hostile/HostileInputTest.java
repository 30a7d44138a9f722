package org.panelhub.hostile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.panelhub.support.SignedIn;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/**
 * Everything that can be sent to the hub, sent by members who mean harm: into every field of every form that their pages show and every parameter that the
 * description names goes what injects; ids of rows that they do not see go where their own went; methods are swapped; fields are added that no form has. Nothing
 * breaks, nothing of a hidden row is answered, and no hidden row changes.
 */
@QuarkusTest
class HostileInputTest {

    /** Each kind of standing once: who runs the panel, who manages a case, who may not see one, who sets up, who has not signed, and who is of another partnership. */
    private static final List<String> VIEWERS = List.of("coordinator", "housing", "admin", "unsigned", "infolead", "hillside.coordinator");
    /** The first try everything that injects on each form, and a third of it on each operation; the others one kind after the other. */
    private static final int THOROUGH = 2;
    /** Those may do most. The others try what is not theirs. */
    private static final int STRONG = 3;
    /** A line of HTTP ends somewhere. */
    private static final int LONGEST_IN_ADDRESS = 1500;
    private static final String MARK = "deadbeef-dead-4ead-8ead-deadbeefdead";
    /** What no form has: whose a row is, how it stands, who did it. */
    private static final Map<String, String> ADDED = Map.ofEntries(Map.entry("id", MARK), Map.entry("partnershipId", MARK), Map.entry("partnership_id", MARK), Map.entry("agencyId", MARK), Map.entry("agency_id", MARK),
            Map.entry("caseId", MARK), Map.entry("panelId", MARK), Map.entry("memberId", MARK), Map.entry("authorId", MARK), Map.entry("releasedBy", MARK), Map.entry("released_by", MARK), Map.entry("madeBy", MARK),
            Map.entry("signedOffBy", MARK), Map.entry("sealed", "true"), Map.entry("active", "false"), Map.entry("version", "4242"), Map.entry("state", "CIRCULATED"), Map.entry("how", MARK));
    /** Anything but the words, numbers and lists that were asked for. */
    private static final List<Object> WRONG = List.of(Map.of("$ne", 1), List.of(List.of("x")), 1e300, "\ud800");
    private static final Pattern IN_PATH = Pattern.compile("/([a-z-]+)/(" + Rows.ID + ")");
    private static final Pattern PARAMETER = Pattern.compile("/([a-z-]+)/\\{([^}]+)}");
    /** Streams that stay open, and the sign-in's own. */
    private static final Pattern LEFT_OUT = Pattern.compile("/live/.*|/sign-out|/signed-in|/q/.*");

    @TestHTTPResource
    String url;

    private final Set<String> fields = new TreeSet<>();
    private int operations;
    private int forms;

    private Rows rows;
    private Findings findings;
    private Caller caller;
    private String viewer;
    private Map<String, Set<String>> seen;

    @Test
    @TestSecurity(user = "coordinator")
    void nothingThatAMemberSendsBreaksTheHubOrReachesARowThatIsNotTheirs() throws SQLException {
        Described described = null;
        try (var all = new Rows()) {
            rows = all;
            findings = new Findings(all);
            for (var account : VIEWERS) {
                viewer = account;
                SignedIn.as(account);
                caller = new Caller(url);
                seen = rows.seenBy(account);
                findings.of(account, seen);
                described = Described.by(caller);
                var shown = Forms.of(caller);
                assertTrue(shown.pages() > 5, account + " was shown only " + shown.pages() + " pages");
                for (var form : shown.all()) {
                    attack(form, VIEWERS.indexOf(account) < THOROUGH);
                }
                for (var operation : described.operations()) {
                    attack(operation);
                }
                if (VIEWERS.indexOf(account) < STRONG) {
                    swapMethods(described);
                    findings.settle("methods");
                }
            }
        }
        System.out.printf("[hostile] %d viewers, %d described routes, %d forms, %d fields and parameters, %d requests, %d refused, %d broken%n", VIEWERS.size(),
                described.methods().values().stream().mapToInt(Set::size).sum(), forms, fields.size(), findings.requests, findings.refused, findings.broken.size());
        findings.none();
    }

    // ---- Forms -------------------------------------------------------------------------------------------------------

    private void attack(Forms.Form form, boolean thoroughly) throws SQLException {
        forms++;
        var kind = Forms.kind(form.action());
        form.fields().keySet().forEach(f -> fields.add(kind + " " + f));
        caller.get(form.page());
        var all = Hostile.values();
        for (int n = 0; n < all.length; n++) {
            if (thoroughly || n % 3 == forms % 3) {
                Map<String, String> typed = new LinkedHashMap<>();
                for (var word : form.words()) {
                    typed.put(word, all[n].text());
                }
                if (!typed.isEmpty()) {
                    send(form, form.with(typed));
                }
            }
        }
        findings.settle(kind);
        int n = forms;
        for (var field : form.fields().keySet()) {
            if (!form.words().contains(field)) {
                send(form, form.with(Map.of(field, all[n++ % all.length].text())));
                if (form.fields().get(field).matches(Rows.ID)) {
                    send(form, form.with(Map.of(field, UUID.randomUUID().toString())));
                    for (var table : List.of("member", "agency", "case_file", "item", "agenda_item")) {
                        var theirs = rows.hidden(table, seen, viewer, n % 2 == 0);
                        if (theirs != null) {
                            send(form, form.with(Map.of(field, theirs)));
                        }
                    }
                }
            }
        }
        findings.settle(kind);
        if (form.post()) {
            Map<String, String> added = new LinkedHashMap<>(ADDED);
            added.keySet().removeAll(form.fields().keySet());
            send(form, form.with(added));
            rows.holding(MARK).forEach(table -> findings.changed.add(viewer + " wrote an added field into " + table + " by " + kind));
            findings.settle(kind);
            swapIds(form.action(), action -> findings.checked(caller.form(action, form.with(Map.of()))));
            findings.settle(kind + " with others' ids");
        }
    }

    private void send(Forms.Form form, List<Caller.Field> typed) {
        if (form.post()) {
            findings.checked(caller.form(form.action(), typed));
        } else {
            findings.checked(caller.get(form.action().replaceFirst("\\?.*", "") + "?" + String.join("&", typed.stream().map(f -> Caller.encoded(f.name()) + "=" + inAddress(f.value())).toList())));
        }
    }

    private static String inAddress(String text) {
        return Caller.encoded(text.substring(0, Math.min(text.length(), LONGEST_IN_ADDRESS)));
    }

    private interface Sending {
        Caller.Answer to(String path);
    }

    /** In the place of each id of an address, ids of the same table that are not theirs to see: refused, and no otherwise than an id that nobody has. */
    private void swapIds(String address, Sending sending) throws SQLException {
        var ids = IN_PATH.matcher(address);
        while (ids.find()) {
            var table = Rows.table(ids.group(1));
            if (!rows.isTable(table)) {
                continue;
            }
            var nobodys = swapped(address, ids.start(2), ids.end(2), table.equals("case_file") ? "RV-22222" : UUID.randomUUID().toString());
            // The first answer also says what the page before had to say.
            sending.to(nobodys);
            var absent = sending.to(nobodys);
            for (var own : List.of(true, false)) {
                var hidden = rows.hidden(table, seen, viewer, own);
                if (hidden == null) {
                    continue;
                }
                var answer = sending.to(swapped(address, ids.start(2), ids.end(2), hidden));
                if (answer.taken() && isAskedByItsLead(answer, hidden)) {
                    continue;
                }
                if (answer.taken() && !absent.taken()) {
                    findings.taken.add(viewer + " " + Forms.kind(answer.asked()) + " with the id of a hidden " + table + ": " + answer.status());
                } else if (answer.status() != absent.status() || !plain(answer).equals(plain(absent))) {
                    findings.told.add(viewer + " " + Forms.kind(answer.asked()) + ": hidden " + answer.status() + " " + plain(answer) + ", absent " + absent.status() + " " + plain(absent));
                }
            }
        }
    }

    /** What it says, but for the minute at which it said it: the clock may go on between two answers. */
    private static String plain(Caller.Answer answer) {
        if (!answer.type().startsWith("text/html")) {
            return answer.text();
        }
        var page = Jsoup.parse(answer.text());
        page.select("[data-fresh]").remove();
        return page.text();
    }

    private static String swapped(String address, int from, int to, String id) {
        return address.substring(0, from) + id + address.substring(to);
    }

    // ---- What the description names ----------------------------------------------------------------------------------

    private void attack(Described.Operation operation) throws SQLException {
        if (LEFT_OUT.matcher(operation.path()).matches()) {
            return;
        }
        var kind = operation.method() + " " + operation.path();
        var own = filled(operation.path());
        operation.query().forEach(q -> fields.add(kind + " ?" + q));
        operation.headers().forEach(h -> fields.add(kind + " " + h));
        var strong = VIEWERS.indexOf(viewer) < STRONG;
        operations++;
        for (var hostile : Hostile.values()) {
            if ((hostile.ordinal() + operations + VIEWERS.indexOf(viewer)) % (strong ? 3 : 9) != 0) {
                continue;
            }
            for (var query : operation.query()) {
                ask(operation, own + "?" + Caller.encoded(query) + "=" + inAddress(hostile.text()), operation.body(), Map.of());
            }
            if (operation.path().contains("{") && hostile != Hostile.LONG) {
                ask(operation, operation.path().replaceAll("\\{[^}]+}", Caller.encoded(hostile.text()).replace("\\", "\\\\").replace("$", "\\$")), operation.body(), Map.of());
            }
            var line = hostile.text().replaceAll("[^\\x20-\\x7e]", " ").strip();
            for (var header : operation.headers()) {
                ask(operation, own, operation.body(), Map.of(header, line.substring(0, Math.min(line.length(), 4000))));
            }
            if (operation.body() != null) {
                ask(operation, own, hostile(operation.body(), hostile.text()), Map.of());
            }
        }
        findings.settle(kind);
        if (operation.body() != null) {
            operation.body().keySet().forEach(f -> fields.add(kind + " " + f));
            for (var field : operation.body().keySet()) {
                for (var wrong : strong ? WRONG : List.of()) {
                    var body = new LinkedHashMap<>(operation.body());
                    body.put(field, wrong);
                    ask(operation, own, body, Map.of());
                }
            }
            var added = new LinkedHashMap<String, Object>(ADDED);
            added.putAll(operation.body());
            ask(operation, own, added, Map.of());
            rows.holding(MARK).forEach(table -> findings.changed.add(viewer + " wrote an added field into " + table + " by " + kind));
            findings.settle(kind);
        }
        if (operation.path().contains("{")) {
            swapIds(own, path -> ask(operation, path, operation.body(), Map.of()));
            findings.settle(kind + " with others' ids");
        }
    }

    private Caller.Answer ask(Described.Operation operation, String path, Object body, Map<String, String> headers) {
        if (!operation.api()) {
            return operation.method().equals("GET") ? findings.checked(caller.get(path)) : findings.checked(caller.form(path, List.of()));
        }
        return findings.checked(body == null || operation.method().equals("GET") ? caller.send(operation.method(), path, null, null, headers) : caller.json(operation.method(), path, Described.json(body), headers));
    }

    private String filled(String template) throws SQLException {
        var path = template;
        for (var parameter = PARAMETER.matcher(path); parameter.find(); parameter = PARAMETER.matcher(path)) {
            var table = Rows.table(parameter.group(1));
            var id = rows.isTable(table) ? rows.visible(table, seen) : UUID.randomUUID().toString();
            path = path.substring(0, parameter.start(2) - 1) + id + path.substring(parameter.end(2) + 1);
        }
        return path.replaceAll("\\{[^}]+}", MARK);
    }

    private static Map<String, Object> hostile(Map<String, Object> body, String text) {
        Map<String, Object> all = new LinkedHashMap<>();
        body.forEach((name, value) -> all.put(name, value instanceof String ? text : value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof String ? List.of(text) : value));
        return all;
    }

    /** What an address does not answer to is refused, and does nothing. */
    private void swapMethods(Described described) throws SQLException {
        for (var path : described.methods().entrySet()) {
            if (LEFT_OUT.matcher(path.getKey()).matches()) {
                continue;
            }
            var own = filled(path.getKey());
            for (var method : Described.METHODS) {
                if (!path.getValue().contains(method)) {
                    var answer = findings.checked(method.equals("POST") && !path.getKey().startsWith("/api/") ? caller.form(own, List.of())
                            : caller.send(method, own, method.equals("GET") || method.equals("DELETE") ? null : "application/json", method.equals("GET") || method.equals("DELETE") ? null : "{}", Map.of()));
                    if (answer.taken()) {
                        findings.taken.add(viewer + " " + method + " " + path.getKey() + ": " + answer.status());
                    }
                }
            }
        }
        rows.changedBut(Map.of()).forEach(row -> findings.changed.add(viewer + " changed " + row + " by a swapped method"));
        rows.added().forEach(row -> findings.changed.add(viewer + " added " + row + " by a swapped method"));
    }

    /** An information lead may ask who sees what its own controller holds or has looked at, though it sees neither item nor case itself (access.explain). */
    private boolean isAskedByItsLead(Caller.Answer answer, String id) throws SQLException {
        var kind = Forms.kind(answer.asked());
        return kind.endsWith("/items/{}/why") && rows.isOfTheController(id, viewer) || kind.endsWith("/cases/{}/why") && rows.isKnownToTheController(id, viewer);
    }
}
