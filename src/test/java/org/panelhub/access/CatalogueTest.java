package org.panelhub.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubDatabase;

/** Whatever in PostgreSQL's catalogue would let somebody past the rule stops the start. Each change is made in a database of its own and undone. */
class CatalogueTest {

    private static Connection database;

    @BeforeAll
    static void begin() throws SQLException {
        database = HubDatabase.empty("catalogue");
    }

    @AfterEach
    void undo() throws SQLException {
        database.rollback();
    }

    @AfterAll
    static void end() throws SQLException {
        database.close();
    }

    @Test
    void theServiceStartsOnTheRuleAsItIs() throws SQLException {
        as("hub_app");
        Guard.require(database, false);
    }

    @Test
    void policiesLostByADropCascadeOfAViewStopTheStart() throws SQLException {
        run("drop view access.sealed_case cascade");
        var differences = differences();
        assertTrue(differences.contains("- policy hub.item bar_and_seal"), "PostgreSQL gave a notice only: " + differences);
        refused("The access rule in the database is not the one of this build");
    }

    @Test
    void aPolicyLostByADropCascadeOfAFunctionStopsTheStart() throws SQLException {
        run("drop function hub.agency() cascade");
        assertTrue(differences().contains("- policy hub.item visible"));
        refused("The access rule in the database is not the one of this build");
    }

    @Test
    void rowSecuritySwitchedOffStopsTheStart() throws SQLException {
        run("alter table hub.person disable row level security");
        assertEquals(List.of("- table hub.person rowsecurity=t", "+ table hub.person rowsecurity=f"), differences());
        refused("hub.person rowsecurity");
    }

    @Test
    void aTableWithoutRowSecurityStopsTheStart() throws SQLException {
        run("create table hub.copy as select * from hub.person; grant select on hub.copy to hub_app");
        assertTrue(differences().containsAll(List.of("+ table hub.copy rowsecurity=f", "+ grant select")), differences().toString());
    }

    @Test
    void aViewWithTheOwnersRightsStopsTheStart() throws SQLException {
        run("create view access.everyone as select * from hub.person; grant select on access.everyone to hub_app");
        assertTrue(differences().contains("+ view access.everyone owner=hub_owner"), differences().toString());
    }

    @Test
    void aViewWithTheOwnersRightsOutsideTheHubsSchemasStopsTheStart() throws SQLException {
        run("create schema elsewhere; create view elsewhere.everyone as select * from hub.person; grant usage on schema elsewhere to hub_app; grant select on elsewhere.everyone to hub_app");
        assertEquals(List.of("+ elsewhere v"), differences());
    }

    @Test
    void aFunctionWithTheOwnersRightsOutsideTheHubsSchemasStopsTheStart() throws SQLException {
        run("create schema elsewhere; create function elsewhere.everyone() returns setof hub.person language sql security definer as 'select * from hub.person'");
        assertEquals(List.of("+ elsewhere function"), differences());
    }

    @Test
    void aMaterializedViewStopsTheStart() throws SQLException {
        run("create materialized view access.everyone as select * from hub.person");
        assertTrue(differences().contains("+ table access.everyone rowsecurity=f"), differences().toString());
    }

    @Test
    void aTriggerSwitchedOffStopsTheStart() throws SQLException {
        run("alter table hub.case_file disable trigger hands_off");
        assertEquals(2, differences().size(), "one is missing, and one is there that should not be");
        refused("trigger hands_off on hub.case_file enabled=D");
    }

    @Test
    void aRewriteRuleStopsTheStart() throws SQLException {
        run("create rule lost as on delete to hub.admission do instead nothing");
        assertEquals(List.of("+ rule lost on hub.admission"), differences());
    }

    @Test
    void aPrivilegeMoreStopsTheStart() throws SQLException {
        run("grant update (agency_id) on hub.item to hub_app");
        refused("grant update (agency_id");
    }

    @Test
    void aMovedClockStopsTheStartInProductionOnly() throws SQLException {
        run("create or replace function hub.clock_offset() returns interval language sql stable set search_path = '' as $$ select interval '1 day' $$");
        as("hub_app");
        Guard.require(database, true);
        refused("clock_offset");
    }

    @Test
    void aRoleThatRowSecurityDoesNotBindStopsTheStart() throws SQLException {
        refusedAs("postgres", "is a superuser");
        refusedAs("hub_owner", "owns tables of the hub");
        run("reset role; create role catalogue_bypass bypassrls; grant usage on schema hub, access, audit to catalogue_bypass");
        refusedAs("catalogue_bypass", "bypasses row security");
        run("reset role; create role catalogue_member; grant catalogue_bypass to catalogue_member");
        refusedAs("catalogue_member", "may take on a role that is a superuser or bypasses row security");
        run("reset role; create role catalogue_maker; grant create on schema access to catalogue_maker");
        refusedAs("catalogue_maker", "may make tables, views or functions");
    }

    private static void refused(String because) throws SQLException {
        refusedAs("hub_app", because);
    }

    private static void refusedAs(String role, String because) throws SQLException {
        as(role);
        var broken = assertThrows(Guard.RuleBroken.class, () -> Guard.require(database, false));
        assertTrue(broken.getMessage().contains(because), broken.getMessage());
    }

    /** What differs, without the hashes and what else follows the name. */
    private static List<String> differences() throws SQLException {
        as("hub_app");
        var named = new ArrayList<String>();
        for (var line : Manifest.differences(Manifest.checkedIn(), Manifest.standing(database), false)) {
            var words = line.split(" ");
            var few = switch (words[1]) {
                case "table", "policy", "view" -> 4;
                case "rule" -> 5;
                default -> 3;
            };
            named.add(String.join(" ", List.of(words).subList(0, Math.min(few, words.length))));
        }
        return named;
    }

    private static void as(String role) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("reset role; set local role " + role);
        }
    }

    private static void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("set local role hub_owner; " + sql);
        }
    }
}
