package org.panelhub.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the database of the rule: row security switched on, policies, views, functions, triggers, rewrite rules and the serving role's
 * privileges, one line each, and whatever outside the hub's schemas could pass the rule by, to be compared with the checked-in {@code db/policy/manifest.txt}. A {@code DROP ... CASCADE} takes a policy
 * away with a mere notice; this notices.
 */
public final class Manifest {

    /** The demo and the tests replace the clock's offset; everywhere else it must be as checked in. */
    static final String CLOCK = "function hub.clock_offset()";

    private static final String CATALOGUE = """
            select line from (
              select format('table %s rowsecurity=%s', c.oid::regclass, c.relrowsecurity) as line
                from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('hub', 'audit', 'access') and c.relkind in ('r', 'p', 'm', 'f')
              union all select format('policy %s.%s %s %s %s to %s %s', schemaname, tablename, policyname, lower(permissive), lower(cmd), array_to_string(roles, ','), md5(concat_ws('|', qual, with_check)))
                from pg_policies where schemaname in ('hub', 'audit', 'access')
              union all select format('view %s owner=%s options=%s %s', c.oid::regclass, pg_get_userbyid(c.relowner), coalesce(array_to_string(c.reloptions, ','), '-'), md5(pg_get_viewdef(c.oid)))
                from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('hub', 'audit', 'access') and c.relkind = 'v'
              union all select format('function %s %s %s', p.oid::regprocedure, case when p.prosecdef then 'definer' else 'invoker' end, md5(pg_get_functiondef(p.oid)))
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('hub', 'audit', 'access')
              union all select format('trigger %s on %s enabled=%s %s', t.tgname, t.tgrelid::regclass, t.tgenabled, md5(pg_get_triggerdef(t.oid)))
                from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('hub', 'audit') and not t.tgisinternal
              union all select format('grant %s on %s to %s', lower(a.privilege_type), c.oid::regclass, case a.grantee when 0 then 'public' else pg_get_userbyid(a.grantee) end)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
               where n.nspname in ('hub', 'audit', 'access') and c.relkind in ('r', 'v', 'm', 'p', 'f', 'S') and a.grantee <> c.relowner
              union all select format('grant %s (%s) on %s to %s', lower(a.privilege_type), string_agg(t.attname, ', ' order by t.attname collate "C"), t.attrelid::regclass, case a.grantee when 0 then 'public' else pg_get_userbyid(a.grantee) end)
                from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(t.attacl) a
               where n.nspname in ('hub', 'audit', 'access') and not t.attisdropped and a.grantee <> c.relowner
               group by a.privilege_type, t.attrelid, a.grantee
              union all select format('grant execute on %s to %s', p.oid::regprocedure, case a.grantee when 0 then 'public' else pg_get_userbyid(a.grantee) end)
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
               where n.nspname in ('hub', 'audit', 'access') and a.grantee <> p.proowner
              -- Outside the hub's schemas nothing may hold its data or run with another's rights: a line here is a difference.
              union all select format('elsewhere %s %s open to %s', c.relkind, c.oid::regclass, string_agg(distinct case a.grantee when 0 then 'public' else pg_get_userbyid(a.grantee) end, ','))
                from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
               where n.nspname not in ('hub', 'audit', 'access', 'pg_catalog', 'information_schema') and n.nspname !~ '^pg_(temp|toast)' and c.relkind in ('r', 'v', 'm', 'p', 'f') and a.grantee <> c.relowner
               group by c.relkind, c.oid
              union all select format('elsewhere function %s definer', p.oid::regprocedure)
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname not in ('hub', 'audit', 'access', 'pg_catalog', 'information_schema') and p.prosecdef
              union all select format('rule %s on %s', r.rulename, r.ev_class::regclass)
                from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('hub', 'audit', 'access') and r.rulename <> '_RETURN'
            ) catalogue order by line collate "C"
            """;

    private Manifest() {
    }

    /** What stands now. */
    public static List<String> standing(Connection connection) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            // Names are written in full only when nothing is on the search path.
            statement.execute("set search_path = ''");
            try (var rows = statement.executeQuery(CATALOGUE)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            } finally {
                statement.execute("reset search_path");
            }
        }
        return lines;
    }

    /** What should stand. */
    public static List<String> checkedIn() {
        try (InputStream in = Manifest.class.getResourceAsStream("/db/policy/manifest.txt")) {
            if (in == null) {
                throw new IllegalStateException("The manifest of the rule is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new IllegalStateException("The manifest of the rule cannot be read", e);
        }
    }

    /**
     * What is missing ("- ...") and what is there but should not be ("+ ...").
     *
     * @param movableClock whether the clock's offset may differ (demo and tests)
     */
    public static List<String> differences(List<String> expected, List<String> standing, boolean movableClock) {
        var differences = new ArrayList<String>();
        expected.stream().filter(line -> !standing.contains(line)).filter(line -> !(movableClock && line.startsWith(CLOCK))).forEach(line -> differences.add("- " + line));
        standing.stream().filter(line -> !expected.contains(line)).filter(line -> !(movableClock && line.startsWith(CLOCK))).forEach(line -> differences.add("+ " + line));
        return differences;
    }
}
