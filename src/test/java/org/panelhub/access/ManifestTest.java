package org.panelhub.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.panelhub.support.HubDatabase;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** The rule that stands is the rule that is checked in, and the service notices when it is not. */
@QuarkusTest
class ManifestTest {

    @Inject
    Guard guard;

    @Test
    void theRuleInTheDatabaseIsTheCheckedInOne() throws SQLException, IOException {
        try (var connection = HubDatabase.asApp()) {
            var standing = Manifest.standing(connection);
            Files.writeString(Path.of("target", "manifest.txt"), String.join("\n", standing) + "\n");
            assertEquals(List.of(), Manifest.differences(Manifest.checkedIn(), standing, true), "If the rule was changed on purpose: read the difference, then copy target/manifest.txt to db/policy/manifest.txt");
        }
    }

    @Test
    void aPolicyAddedByHandStopsTheStart() throws SQLException {
        try (var owner = HubDatabase.asOwner(); var statement = owner.createStatement()) {
            var definition = """
                    create policy shown on hub.withholding for select to hub_app using (true)""";
            statement.execute(definition);
            try {
                var broken = assertThrows(Guard.RuleBroken.class, guard::check);
                assertTrue(broken.getMessage().contains("withholding shown"), broken.getMessage());
            } finally {
                statement.execute("drop policy shown on hub.withholding");
            }
        }
        guard.check();
    }

    @Test
    void noTableIsWithoutRowSecurityAndNoneWithoutAPolicy() throws SQLException {
        try (var connection = HubDatabase.asSuperuser(); var statement = connection.createStatement(); var rows = statement.executeQuery("""
                select coalesce(string_agg(c.oid::regclass::text, ', ' order by c.oid::regclass::text), '') from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname in ('hub', 'audit') and c.relkind in ('r', 'p')
                   and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive) or not exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive))
                   and c.oid <> 'hub.partnership'::regclass""")) {
            rows.next();
            // No policy at all shows no row and takes none.
            assertEquals(String.join(", ", new TreeSet<>(RowMatrix.SEEN_BY_NOBODY)), rows.getString(1));
        }
    }

    @Test
    void whatOnlyDoorsReachHasRowSecurityNoPolicyAndNoPrivilege() throws SQLException {
        try (var connection = HubDatabase.asSuperuser(); var statement = connection.prepareStatement("""
                select c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive) and not has_any_column_privilege('hub_app', c.oid, 'select, insert, update')
                   and not has_table_privilege('hub_app', c.oid, 'delete, truncate') from pg_class c where c.oid = ?::regclass""")) {
            for (var table : RowMatrix.SEEN_BY_NOBODY) {
                statement.setString(1, table);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    assertTrue(rows.getBoolean(1), table);
                }
            }
        }
    }

    @Test
    void noPolicyHoldsForEveryoneAndNoViewIsMaterialized() throws SQLException {
        try (var connection = HubDatabase.asSuperuser(); var statement = connection.createStatement(); var rows = statement.executeQuery("""
                select (select count(*) from pg_policies where schemaname in ('hub', 'audit', 'access') and permissive = 'PERMISSIVE' and qual = 'true'),
                       (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('hub', 'audit', 'access') and c.relkind = 'm'),
                       (select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('hub', 'audit', 'access') and p.prosecdef and not coalesce(array_to_string(p.proconfig, ','), '') like '%search_path=%'),
                       (select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where n.nspname in ('hub', 'audit', 'access') and a.grantee = 0)""")) {
            rows.next();
            assertEquals(List.of(0, 0, 0, 0), List.of(rows.getInt(1), rows.getInt(2), rows.getInt(3), rows.getInt(4)), "policies that hold for everyone, materialized views, definer functions without a search path, functions open to the public");
        }
    }
}
