package org.panelhub.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;

@QuarkusTest
class HubDatabaseTest {

    @Inject
    DataSource dataSource;

    @Test
    void theHubServesAsARoleThatRowSecurityBinds() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                ResultSet role = connection.createStatement().executeQuery("select current_user, rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            assertTrue(role.next());
            assertEquals("hub_app", role.getString(1));
            assertFalse(role.getBoolean(2));
        }
    }

    @Test
    void testsMayLookAsTheAppTheOwnerAndTheSuperuser() throws SQLException {
        assertEquals("hub_app", whoami(HubDatabase.asApp()));
        assertEquals("hub_owner", whoami(HubDatabase.asOwner()));
        assertEquals("postgres", whoami(HubDatabase.asSuperuser()));
    }

    @Test
    void theMigrationRanAsTheOwner() throws SQLException {
        try (Connection connection = HubDatabase.asSuperuser();
                ResultSet owner = connection.createStatement().executeQuery("select tableowner from pg_tables where schemaname = 'flyway'")) {
            assertTrue(owner.next());
            assertEquals("hub_owner", owner.getString(1));
        }
    }

    @Test
    void migratingAgainLeavesTheRuleAsItWas() throws SQLException {
        String before = policies();
        HubDatabase.migrateAgain();
        assertEquals(before, policies());
    }

    private static String policies() throws SQLException {
        try (Connection connection = HubDatabase.asSuperuser();
                ResultSet all = connection.createStatement().executeQuery("select string_agg(p::text, E'\n' order by p::text) from pg_policies p")) {
            all.next();
            return all.getString(1);
        }
    }

    private static String whoami(Connection opened) throws SQLException {
        try (opened; ResultSet role = opened.createStatement().executeQuery("select current_user")) {
            role.next();
            return role.getString(1);
        }
    }
}
