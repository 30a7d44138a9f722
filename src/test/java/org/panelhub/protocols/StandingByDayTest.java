package org.panelhub.protocols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Clock;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.TestSubjects;

/** What standing by a protocol gives from one day to the next, as the serving role sees it while the hub's clock moves. */
class StandingByDayTest {

    private static final String POLICE = "(select id from hub.signatory where name = 'Riverside Police')";
    private static final String THIRD = "(select id from hub.protocol where edition = 3 and partnership_id = (select id from hub.partnership where reference_prefix = 'RV'))";
    private static final String FOURTH = "(select id from hub.protocol where edition = 4)";
    private static Connection database;

    @BeforeAll
    static void begin() throws SQLException {
        database = HubDatabase.another("standingbyday");
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
    void theEditionBeforeStandsUntilTheNewOneBeginsAndThenOnlyForThoseWhoSignedIt() throws SQLException {
        fourthEdition("hub.today() + 10");
        sign(FOURTH, "(select id from hub.signatory where name = 'Riverside Mental Health Trust')", "hub.today()");
        var police = cases("police");
        var health = cases("mentalhealth");
        assertTrue(police > 0 && health > 0);
        day(9);
        assertEquals(police, cases("police"), "the day before");
        assertEquals(health, cases("mentalhealth"));
        day(10);
        assertEquals(0, cases("police"), "the day itself");
        assertEquals(health, cases("mentalhealth"));
        assertNotEquals(0, items("police"), "its own stays with it");
        sign(FOURTH, POLICE, "hub.today()");
        assertEquals(police, cases("police"), "it signs and returns at once");
    }

    @Test
    void aSignatureThatIsWithdrawnFromTomorrowHoldsToday() throws SQLException {
        var before = cases("police");
        run("update hub.signature set withdrawn_on = hub.today() + 1, withdrawn_reason = 'x' where signatory_id = " + POLICE);
        assertEquals(before, cases("police"));
        day(1);
        assertEquals(0, cases("police"));
    }

    @Test
    void aSignatureThatIsWithdrawnTodayHoldsNoLonger() throws SQLException {
        run("update hub.signature set withdrawn_on = hub.today(), withdrawn_reason = 'x' where signatory_id = " + POLICE);
        assertEquals(0, cases("police"));
    }

    @Test
    void aSignatureThatBeginsOnADayToComeOpensNothingBefore() throws SQLException {
        var before = cases("police");
        run("delete from hub.signature where signatory_id = " + POLICE);
        sign(THIRD, POLICE, "hub.today() + 3");
        day(2);
        assertEquals(0, cases("police"), "the day before");
        day(3);
        assertEquals(before, cases("police"), "the day itself");
    }

    @Test
    void anEditionThatEndsWithNothingAfterItClosesThePanelToEveryone() throws SQLException {
        run("update hub.protocol set in_force = daterange(lower(in_force), hub.today() + 5) where id = " + THIRD);
        day(4);
        assertNotEquals(0, cases("coordinator"), "the last day");
        day(5);
        assertEquals(0, cases("coordinator"));
        assertEquals(0, cases("mentalhealth"));
    }

    @Test
    void anUndertakingHoldsForItsLastDayAndOneSignedBeforeLeavesNoGap() throws SQLException {
        run("update hub.undertaking set during = daterange(lower(during), hub.today() + 2) where member_id = (select id from hub.member where name = 'Sgt Daniel Reyes')");
        var before = cases("police");
        day(1);
        assertEquals(before, cases("police"), "the last day");
        var savepoint = database.setSavepoint();
        day(2);
        assertEquals(0, cases("police"), "the day after");
        database.rollback(savepoint);
        as("police", "insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during) select hub.partnership(), gen_random_uuid(), hub.viewer(), id, undertaking_text, "
                + "daterange(hub.today(), (hub.today() + interval '1 year')::date) from hub.panel");
        day(2);
        assertEquals(before, cases("police"), "signed again in time");
    }

    @Test
    void noDayHasTwoEditionsOfOneProtocol() throws SQLException {
        run("insert into hub.protocol (partnership_id, id, name, edition, in_force, review_by) select partnership_id, gen_random_uuid(), name, 4, daterange(hub.today() + 10, null), review_by from hub.protocol where id = " + THIRD);
        String state = "";
        try {
            run("set constraints hub.one_edition_a_day immediate");
        } catch (SQLException e) {
            state = e.getSQLState();
        }
        assertEquals("23P01", state);
    }

    private static void fourthEdition(String from) throws SQLException {
        run("update hub.protocol set in_force = daterange(lower(in_force), " + from + ") where id = " + THIRD);
        run("insert into hub.protocol (partnership_id, id, name, edition, in_force, review_by) select partnership_id, gen_random_uuid(), name, 4, daterange(" + from + ", null), review_by from hub.protocol where id = " + THIRD);
        run("insert into hub.protocol_panel (partnership_id, protocol_id, panel_id) select partnership_id, " + FOURTH + ", panel_id from hub.protocol_panel where protocol_id = " + THIRD);
    }

    private static void sign(String protocol, String signatory, String from) throws SQLException {
        run("insert into hub.signature (partnership_id, id, protocol_id, signatory_id, signed_by, designated_officer, during) select partnership_id, gen_random_uuid(), id, " + signatory + ", 'The head', 'The officer', daterange("
                + from + ", null) from hub.protocol where id = " + protocol);
    }

    /** So many days from now, within this transaction. */
    private static void day(int days) throws SQLException {
        run(Clock.moved(days));
    }

    private static int cases(String account) throws SQLException {
        return Integer.parseInt(as(account, "select count(*) from hub.case_file"));
    }

    private static int items(String account) throws SQLException {
        return Integer.parseInt(as(account, "select count(*) from hub.item"));
    }

    /** The first value; what was written stays, and the pass is laid aside again. */
    private static String as(String account, String sql) throws SQLException {
        try (var role = database.createStatement(); var enter = database.prepareStatement("select access.enter(?, ?)")) {
            role.execute("set local role hub_app");
            enter.setString(1, HubDatabase.ISSUER);
            enter.setString(2, TestSubjects.subject(account));
            enter.execute();
            String found = null;
            if (role.execute(sql)) {
                try (var rows = role.getResultSet()) {
                    rows.next();
                    found = rows.getString(1);
                }
            }
            role.execute("reset role");
            role.execute("select set_config(name, '', true) from unnest(array['hub.viewer', 'hub.sign_in', 'hub.partnership', 'hub.agency']) name");
            return found;
        }
    }

    private static void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
