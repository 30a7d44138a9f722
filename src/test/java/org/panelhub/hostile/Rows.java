package org.panelhub.hostile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import org.panelhub.support.Entered;
import org.panelhub.support.HubDatabase;

/**
 * All rows of the hub as they were, past the rule: what one viewer does not see of them, whether that is still as it was, and the way back. Free text carries a
 * word of its own in each row, so that an answer tells by itself whose row it was taken from.
 */
final class Rows implements AutoCloseable {

    static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\b[A-Z]{2,4}-[A-Z0-9]{5,8}\\b";
    private static final Pattern WORD = Pattern.compile("zq[0-9a-f]{8}q");
    /** Text that people write, which no check and no key holds. */
    private static final Map<String, List<String>> WRITTEN = Map.ofEntries(Map.entry("item", List.of("body", "handling_conditions")), Map.entry("case_file", List.of("summary")), Map.entry("withholding", List.of("reason")),
            Map.entry("referral", List.of("circumstances", "own_reference")), Map.entry("person", List.of("needs", "address")), Map.entry("action", List.of("task")), Map.entry("minutes_paragraph", List.of("body")),
            Map.entry("disclosure", List.of("necessity")), Map.entry("plan", List.of("aims")), Map.entry("decision", List.of("rationale")), Map.entry("safe_contact", List.of("advice")),
            Map.entry("assessment", List.of("rationale")), Map.entry("case_bar", List.of("reason")), Map.entry("research_request", List.of("question")), Map.entry("case_reference", List.of("reference")));
    /** What the hub does by itself meanwhile, and what is nobody's but its writer's. */
    private static final Set<String> MOVING = Set.of("outbox", "draft", "idempotency", "minutes_receipt");

    private final Connection superuser;
    private final Map<String, String> keys = new TreeMap<>();

    Rows() throws SQLException {
        superuser = HubDatabase.asSuperuser();
        superuser.setAutoCommit(false);
        run("set session_replication_role = replica");
        for (var row : all("""
                select c.relname, 'jsonb_build_array(' || string_agg('t.' || quote_ident(a.attname), ', ' order by a.attnum) || ')::text'
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_index i on i.indrelid = c.oid and i.indisprimary join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
                 where n.nspname = 'hub' and c.relkind = 'r' group by c.relname""")) {
            keys.put(row.get(0), row.get(1));
        }
        keep("hostile_first");
        for (var table : WRITTEN.entrySet()) {
            for (var column : table.getValue()) {
                run("update hub." + table.getKey() + " set " + column + " = " + column + " || ' zq' || left(md5(random()::text), 8) || 'q'");
            }
        }
        keep("hostile_before");
        superuser.commit();
    }

    private void keep(String schema) throws SQLException {
        run("drop schema if exists " + schema + " cascade");
        run("create schema " + schema);
        for (var table : keys.keySet()) {
            run("create table " + schema + "." + table + " as table hub." + table);
        }
    }

    /** Everything again as it was before anything was sent. */
    void back() throws SQLException {
        back("hostile_before");
    }

    private void back(String schema) throws SQLException {
        var differing = String.join(" union all ", keys.keySet().stream().map(t -> "select '" + t + "' where exists (table hub." + t + " except table " + schema + "." + t + ") or exists (table " + schema + "." + t
                + " except table hub." + t + ")").toList());
        for (var table : all(differing)) {
            // What PostgreSQL works out by itself is not laid back.
            var columns = one("select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = 'hub." + table.getFirst()
                    + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''");
            run("delete from hub." + table.getFirst());
            run("insert into hub." + table.getFirst() + " (" + columns + ") select " + columns + " from " + schema + "." + table.getFirst());
        }
        superuser.commit();
    }

    /** Keys of the rows that a viewer sees, table by table. */
    Map<String, Set<String>> seenBy(String account) throws SQLException {
        Map<String, Set<String>> seen = new HashMap<>();
        try (var viewer = Entered.as(account)) {
            for (var table : keys.entrySet()) {
                seen.put(table.getKey(), new TreeSet<>(viewer.refusal("select 1 from hub." + table.getKey() + " limit 1").isEmpty() ? viewer.all("select " + table.getValue() + " from hub." + table.getKey() + " t") : List.of()));
            }
        }
        return seen;
    }

    /** The words that a viewer may be shown. */
    Set<String> wordsOf(String account) throws SQLException {
        Set<String> words = new TreeSet<>();
        try (var viewer = Entered.as(account)) {
            for (var table : WRITTEN.entrySet()) {
                for (var column : table.getValue()) {
                    words.addAll(viewer.all("select (regexp_matches(" + column + ", 'zq[0-9a-f]{8}q', 'g'))[1] from hub." + table.getKey()));
                }
            }
        }
        return words;
    }

    static Set<String> wordsIn(String text) {
        Set<String> words = new TreeSet<>();
        var found = WORD.matcher(text);
        while (found.find()) {
            words.add(found.group());
        }
        return words;
    }

    /** Rows that are no longer as they were, or no longer there, of those that the viewer does not see; of all rows where it sees none. */
    List<String> changedBut(Map<String, Set<String>> seen) throws SQLException {
        List<String> changed = new ArrayList<>();
        for (var table : keys.entrySet()) {
            if (MOVING.contains(table.getKey())) {
                continue;
            }
            var key = table.getValue();
            for (var row : all("select k from (select " + key + " as k, md5(t::text) as v from hostile_before." + table.getKey() + " t) before where not exists (select from hub." + table.getKey() + " t where " + key
                    + " = before.k and md5(t::text) = before.v)")) {
                if (!seen.getOrDefault(table.getKey(), Set.of()).contains(row.getFirst())) {
                    changed.add(table.getKey() + " " + row.getFirst());
                }
            }
        }
        superuser.commit();
        return changed;
    }

    /** Rows that were not there. */
    List<String> added() throws SQLException {
        List<String> added = new ArrayList<>();
        for (var table : keys.entrySet()) {
            if (!MOVING.contains(table.getKey())) {
                all("select " + table.getValue() + " from hub." + table.getKey() + " t where " + table.getValue() + " not in (select " + table.getValue() + " from hostile_before." + table.getKey() + " t)")
                        .forEach(row -> added.add(table.getKey() + " " + row.getFirst()));
            }
        }
        superuser.commit();
        return added;
    }

    /** Where a text that nobody's form has a field for was written after all. */
    List<String> holding(String text) throws SQLException {
        List<String> holding = new ArrayList<>();
        for (var table : keys.keySet()) {
            if (!MOVING.contains(table) && !all("select 1 from hub." + table + " t where t::text like '%" + text + "%' limit 1").isEmpty()) {
                holding.add(table);
            }
        }
        superuser.commit();
        return holding;
    }

    /** Subjects of mails that hold more than one line. */
    String brokenMails() throws SQLException {
        var broken = one("select count(*) from hub.outbox where subject ~ '[\\r\\n]'");
        superuser.commit();
        return broken;
    }

    /**
     * An id of a table that the viewer does not see, of its own partnership where there is one; else of the other.
     *
     * @param own whether of the viewer's own partnership
     */
    String hidden(String table, Map<String, Set<String>> seen, String account, boolean own) throws SQLException {
        var column = table.equals("case_file") ? "reference" : "id";
        var partnership = "(select s.partnership_id from hub.sign_in s where s.subject = 'demo-" + account.replace('.', '-') + "')";
        for (var row : all("select t." + column + "::text, " + keys.get(table) + " from hostile_before." + table + " t where t.partnership_id " + (own ? "=" : "<>") + " " + partnership + " order by 1")) {
            if (!seen.get(table).contains(row.get(1))) {
                superuser.commit();
                return row.get(0);
            }
        }
        superuser.commit();
        return null;
    }

    /** An id of a table that the viewer sees. */
    String visible(String table, Map<String, Set<String>> seen) throws SQLException {
        var column = table.equals("case_file") ? "reference" : "id";
        for (var row : all("select t." + column + "::text, " + keys.get(table) + " from hostile_before." + table + " t order by 1")) {
            if (seen.get(table).contains(row.get(1))) {
                superuser.commit();
                return row.get(0);
            }
        }
        superuser.commit();
        return UUID.randomUUID().toString();
    }

    /** Whether the item is of the controller whose information lead the viewer is. */
    boolean isOfTheController(String item, String account) throws SQLException {
        return ofTheController("hub.item i where i.agency_id in (%s) and i.id::text = '" + item + "'", account);
    }

    /** Whether that controller has information in the case, or one of its members has looked at it or been refused. */
    boolean isKnownToTheController(String reference, String account) throws SQLException {
        var file = "(select c.id from hub.case_file c where c.reference = '" + reference + "')";
        return ofTheController("hub.item i where i.agency_id in (%s) and i.case_id in " + file, account) || ofTheController("audit.entry e where e.agency_id in (%s) and e.case_id in " + file, account);
    }

    private boolean ofTheController(String rows, String account) throws SQLException {
        var agencies = "select a.id from hub.agency a join hub.agency mine on mine.signatory_id = a.signatory_id join hub.member m on m.agency_id = mine.id "
                + "join hub.office o on o.member_id = m.id and o.role = 'INFORMATION_LEAD' join hub.sign_in s on s.member_id = m.id where s.subject = 'demo-" + account.replace('.', '-') + "'";
        var its = one("select exists (select from " + rows.formatted(agencies) + ")::text");
        superuser.commit();
        return its.equals("true");
    }

    boolean isTable(String name) {
        return keys.containsKey(name);
    }

    private String one(String sql) throws SQLException {
        return all(sql).getFirst().getFirst();
    }

    private List<List<String>> all(String sql) throws SQLException {
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        superuser.rollback();
        back("hostile_first");
        run("drop schema hostile_first cascade");
        run("drop schema hostile_before cascade");
        superuser.commit();
        superuser.close();
    }

    /** Of which table the thing is that a path names before its id. */
    static String table(String noun) {
        return TABLES.getOrDefault(noun, noun);
    }

    private static final Map<String, String> TABLES = new LinkedHashMap<>(Map.ofEntries(Map.entry("cases", "case_file"), Map.entry("meetings", "meeting"), Map.entry("referrals", "referral"), Map.entry("actions", "action"),
            Map.entry("items", "item"), Map.entry("plans", "plan"), Map.entry("letters", "letter"), Map.entry("members", "member"), Map.entry("disclosures", "disclosure"), Map.entry("exits", "case_exit"),
            Map.entry("paragraphs", "minutes_paragraph"), Map.entry("protocols", "protocol"), Map.entry("signatures", "signature"), Map.entry("panels", "panel"), Map.entry("agencies", "agency"),
            Map.entry("seats", "seat"), Map.entry("signatories", "signatory"), Map.entry("requests", "research_request"), Map.entry("lines", "item"), Map.entry("team", "case_team"), Map.entry("bars", "case_bar"),
            Map.entry("arrangements", "arrangement"), Map.entry("undertakings", "panel"), Map.entry("agenda", "agenda_item"), Map.entry("bases", "legal_basis"), Map.entry("instruments", "instrument")));
}
