package org.panelhub.oversight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;

/** A conflict of interest keeps also the record of an application for a case review from whoever it shuts it to, an information lead too: before its review is open, and by the bar of that after. */
class BarredFromApplicationTest {

    private static final String SEARCH = "select count(*) from access.search_record(null, null, null, null, '-infinity', 'infinity', null, null, false, 20000) r where r.failed = ? or r.decision = ?";
    private static final String OF_A_MEMBER = "select count(*) from access.search_record((select id from hub.member where name = 'Lena Fischer'), null, null, null, '-infinity', 'infinity', null, null, false, 20000) r where r.failed = ? or r.decision = ?";
    private static final String ENTRIES = "select count(*) from audit.entry where failed = ? or decision = ?";
    private static final int MADE = 7;

    private final UUID application = UUID.randomUUID();
    /** By which the entries of this test are known among all others. */
    private final String mark = UUID.randomUUID().toString();
    private String reference;

    @BeforeEach
    void looked() {
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, state) select partnership_id, ?, id, '', hub.today(), 'ONLINE', 'PERSON', 'Planted for a record', 'MET' from hub.panel where kind = 'CT_MARAC'", application);
        HubRows.run("insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name) select partnership_id, id, panel_id, 'Ivy Marlow' from hub.trigger where id = ?", application);
        var message = UUID.randomUUID();
        HubRows.run("insert into hub.trigger_message (partnership_id, id, trigger_id, panel_id, from_applicant, body) select partnership_id, ?, id, panel_id, true, 'x' from hub.trigger where id = ?", message, application);
        reference = HubRows.one("select reference from hub.trigger where id = ?", application);
        entered("READ", "trigger", application.toString());
        entered("READ", "trigger_message", message.toString());
        entered("UPDATE", "trigger_applicant", null);
        entered("UPDATE", "trigger_applicant", application.toString());
        entered("REFUSED", "page", "/triggers/" + reference + "/complaints");
        entered("REFUSED", "page", "/triggers/" + reference.toLowerCase(java.util.Locale.ROOT));
        entered("EXPORTED", "trigger", reference);
    }

    /** By the single point of contact, of whose controller the lead is. */
    private void entered(String act, String kind, String subject) {
        HubRows.run("insert into audit.entry (partnership_id, member_id, agency_id, act, kind, subject, panel_id, failed, decision) select m.partnership_id, m.id, m.agency_id, ?, ?, ?, t.panel_id, ?, null from hub.member m, hub.trigger t where m.name = 'Lena Fischer' and t.id = ?",
                act, kind, subject, mark, application);
    }

    @AfterEach
    void leaveNothing() {
        for (var table : List.of("trigger_bar", "trigger_message", "trigger_applicant", "trigger_event")) {
            HubRows.run("delete from hub." + table + " where trigger_id = ?", application);
        }
        HubRows.run("update hub.trigger set case_id = null where id = ?", application);
        HubRows.run("delete from hub.case_bar where case_id in (select id from hub.case_file where subject = 'Planted for a record')");
        HubRows.run("delete from hub.case_file where subject = 'Planted for a record'");
        HubRows.run("delete from hub.trigger where id = ?", application);
    }

    private static void assertFound(int expected, Entered lead, String mark) throws SQLException {
        for (var way : List.of(SEARCH, OF_A_MEMBER, ENTRIES)) {
            assertEquals(Integer.toString(expected), lead.one(way, mark, mark), way);
        }
    }

    private void conflict(boolean lifted) {
        HubRows.run("insert into hub.trigger_bar (partnership_id, id, trigger_id, panel_id, member_id, kind, lifted_at) select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, m.id, 'PARTY', case when ? then hub.now() end from hub.trigger t, hub.member m where t.id = ? and m.name = 'Maya Lindqvist'",
                lifted, application);
    }

    @Test
    void aLeadToWhomItIsNotShutFindsWhoLookedAndOneToWhomAConflictShutsItFindsNothing() throws SQLException {
        try (var lead = Entered.as("infolead")) {
            assertFound(MADE, lead, mark);
        }
        conflict(true);
        try (var lead = Entered.as("infolead")) {
            assertFound(MADE, lead, mark);
        }
        HubRows.run("delete from hub.trigger_bar where trigger_id = ?", application);
        conflict(false);
        try (var lead = Entered.as("infolead")) {
            assertFound(0, lead, mark);
            assertTrue(Integer.parseInt(lead.one("select count(*) from audit.entry")) > 0, "and all else");
        }
    }

    @Test
    void theBarOfItsReviewShutsAlsoWhatWasRecordedBeforeThereWasOneAndTheSealDoesNot() throws SQLException {
        var review = UUID.randomUUID();
        HubRows.run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject, sealed) select partnership_id, ?, panel_id, 'RV-T9996', 'Planted for a record', true from hub.trigger where id = ?", review, application);
        HubRows.run("update hub.trigger set case_id = ? where id = ?", review, application);
        try (var lead = Entered.as("infolead")) {
            assertFound(MADE, lead, mark);
        }
        HubRows.run("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'x' from hub.case_file c, hub.member m where c.id = ? and m.name = 'Maya Lindqvist'", review);
        try (var lead = Entered.as("infolead")) {
            assertFound(0, lead, mark);
        }
    }

    @Test
    void whatIsWorthASecondLookCountsNothingOfItEither() throws SQLException {
        for (int n = 0; n < 20; n++) {
            entered("REFUSED", "page", "/triggers/" + reference);
            entered("EXPORTED", "trigger_letter", application.toString());
        }
        var many = "select coalesce(sum(many), 0) from access.worth_a_look() where what = ?";
        int refused;
        int exported;
        try (var lead = Entered.as("infolead")) {
            refused = Integer.parseInt(lead.one(many, "REFUSALS"));
            exported = Integer.parseInt(lead.one(many, "EXPORTS"));
            assertTrue(refused >= 20 && exported >= 20, refused + " and " + exported);
        }
        conflict(false);
        try (var lead = Entered.as("infolead")) {
            assertTrue(Integer.parseInt(lead.one(many, "REFUSALS")) <= refused - 20 && Integer.parseInt(lead.one(many, "EXPORTS")) <= exported - 20);
        }
    }

    /** Of what is an agency's own, its members with a seat on the board see who looked; not one to whom a conflict shuts the application. */
    @Test
    void anAgencysOwnPageOfWhoLookedShowsNothingOfItEither() throws SQLException {
        HubRows.run("insert into audit.entry (partnership_id, member_id, agency_id, act, kind, subject, panel_id, about_agency_id, failed) select m.partnership_id, m.id, m.agency_id, 'READ', 'trigger', t.id::text, t.panel_id, p.agency_id, ? from hub.member m, hub.trigger t, hub.member p where m.name = 'Lena Fischer' and t.id = ? and p.name = 'Supt James Marsh'",
                mark + " own", application);
        var own = "select count(*) from audit.entry where failed = ? and about_agency_id = hub.agency()";
        try (var chair = Entered.as("police")) {
            assertEquals("1", chair.one(own, mark + " own"));
        }
        HubRows.run("insert into hub.trigger_bar (partnership_id, id, trigger_id, panel_id, member_id, kind) select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, m.id, 'PARTY' from hub.trigger t, hub.sign_in s join hub.member m on m.id = s.member_id where t.id = ? and s.subject = ?", application,
                org.panelhub.support.TestSubjects.subject("police"));
        try (var chair = Entered.as("police")) {
            assertEquals("0", chair.one(own, mark + " own"));
        }
    }
}
