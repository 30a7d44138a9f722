package org.panelhub.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;

/** What follows a release, in PostgreSQL as the serving role: SQL that got past the pages asks, answers, records and learns nothing that is not its own. */
class DisclosureRowsTest {

    private static final String REFUSED = "42501";
    private static final String ITEM = "(select md5('panel hub demo item %s')::uuid)";

    @Test
    void theDoorThatForetellsAnswersForItemsOfOnesOwnOnACaseThatOneSees() throws SQLException {
        var reach = "select member_id::text from access.reach(array[md5('panel hub demo item %s')::uuid], true, '{}', '{}')";
        try (var police = Entered.as("police")) {
            assertTrue(police.all(reach.formatted("p3")).size() > 3);
            assertEquals(List.of(), police.all(reach.formatted("m1")), "another agency's");
            assertEquals(List.of(), police.all(reach.formatted("p2")), "code C, to a panel");
            assertEquals(List.of(), police.all(reach.formatted("c1")), "sealed, and its list is not theirs to know");
        }
        try (var coordinator = Entered.as("coordinator")) {
            assertEquals(List.of(), coordinator.all(reach.formatted("p3")));
        }
        try (var chair = Entered.as("chair")) {
            assertTrue(chair.all(reach.formatted("c1")).size() > 0, "who keeps the list of a sealed case, of its own agency's item");
        }
        try (var sealedOut = Entered.as("unsigned")) {
            assertEquals(List.of(), sealedOut.all(reach.formatted("u1")), "its own item, on a case that is not open to it");
        }
        try (var nobody = Entered.nobody()) {
            assertEquals(List.of(), nobody.all(reach.formatted("p3")));
        }
    }

    @Test
    void theDoorThatSaysWhoIsWrittenToAnswersTheOtherSideOnly() throws SQLException {
        var told = "select access.onward_told(md5('panel hub demo onward m2')::uuid)::text";
        try (var housing = Entered.as("housing")) {
            assertEquals(List.of(housing.one("select id::text from hub.member where name = 'Dr Amara Cole'")), housing.all(told));
        }
        for (var account : List.of("mentalhealth", "police", "coordinator", "admin")) {
            try (var other = Entered.as(account)) {
                assertEquals(List.of(), other.all(told), account);
            }
        }
    }

    @Test
    void onwardUseIsAskedOfWhatIsReleasedAndAnsweredOnceByItsOriginator() throws SQLException {
        var ask = """
                insert into hub.onward_request (partnership_id, id, item_id, case_id, panel_id, agency_id, asking_agency_id, asked_by, kind, to_whom, purpose)
                select hub.partnership(), gen_random_uuid(), %s, c.id, c.panel_id, o.id, hub.agency(), hub.viewer(), 'ONWARD', 'x', 'x' from hub.case_file c, hub.agency o where c.reference = 'RV-7K4QM' and o.short_name = '%s'""";
        try (var housing = Entered.as("housing")) {
            assertEquals("", housing.refusal(ask.formatted(ITEM.formatted("p1"), "police")));
            assertEquals(REFUSED, housing.refusal(ask.formatted(ITEM.formatted("m1"), "mental health")), "prepared, so not there");
            assertEquals(REFUSED, housing.refusal(ask.formatted(ITEM.formatted("m3"), "mental health")), "withheld, so not there");
            assertEquals(REFUSED, housing.refusal(ask.formatted(ITEM.formatted("p1"), "mental health")), "another's item");
            assertEquals(REFUSED, housing.refusal(ask.formatted(ITEM.formatted("p1"), "police").replace("hub.viewer()", "(select id from hub.member where name = 'Dr Amara Cole')")), "in another's name");
            assertEquals("0", housing.one("with a as (update hub.onward_request set answer = 'GRANTED', answered_by = hub.viewer(), answered_at = hub.now() returning 1) select count(*) from a"), "one's own question");
            assertEquals(REFUSED, housing.refusal("update hub.onward_request set purpose = 'something else'"));
        }
        try (var trust = Entered.as("mentalhealth")) {
            var answer = "with a as (update hub.onward_request set answer = '%s', answer_words = 'x', answered_by = hub.viewer(), answered_at = hub.now() returning 1) select count(*) from a";
            assertEquals("1", trust.one(answer.formatted("REFUSED")));
            assertEquals("0", trust.one(answer.formatted("GRANTED")), "answered once");
        }
    }

    @Test
    void whatIsRecordedBesideAnItemIsItsAgencysAndStays() throws SQLException {
        var outside = """
                insert into hub.outside_disclosure (partnership_id, id, item_id, case_id, panel_id, agency_id, body, contact, gateway, reason, given_on, recorded_by)
                select hub.partnership(), gen_random_uuid(), i.id, i.case_id, i.panel_id, i.agency_id, 'x', 'x', 'x', 'x', hub.today() %s, hub.viewer() from hub.item i where i.id = %s""";
        var grading = """
                insert into hub.source_grading (partnership_id, item_id, case_id, panel_id, agency_id, source_evaluation, intelligence_assessment, graded_by)
                select hub.partnership(), i.id, i.case_id, i.panel_id, hub.agency(), 1, 'A', hub.viewer() from hub.item i where i.id = %s""";
        var consent = """
                insert into hub.consent_withdrawal (partnership_id, id, disclosure_id, item_id, case_id, panel_id, agency_id, withdrawn_on, going_on_because, noted_by)
                select hub.partnership(), gen_random_uuid(), d.id, d.item_id, d.case_id, d.panel_id, hub.agency(), hub.today(), '', hub.viewer() from hub.disclosure d where d.item_id = %s limit 1""";
        try (var housing = Entered.as("housing")) {
            assertEquals("", housing.refusal(outside.formatted("", ITEM.formatted("h1"))));
            assertEquals(REFUSED, housing.refusal(outside.formatted("+ 1", ITEM.formatted("h1"))), "not before it was given");
            assertEquals(REFUSED, housing.refusal(outside.formatted("", ITEM.formatted("p1"))), "released to it, and not its own");
            assertEquals(REFUSED, housing.refusal(grading.formatted(ITEM.formatted("p1"))));
            assertEquals(REFUSED, housing.refusal(consent.formatted(ITEM.formatted("p1"))));
            assertEquals("", housing.refusal(consent.formatted(ITEM.formatted("h1"))));
            assertEquals(REFUSED, housing.refusal("update hub.outside_disclosure set reason = 'another'"));
            assertEquals(REFUSED, housing.refusal("delete from hub.outside_disclosure"));
            assertEquals(REFUSED, housing.refusal("update hub.consent_withdrawal set going_on_because = 'another'"));
            assertEquals(REFUSED, housing.refusal("delete from hub.consent_withdrawal"));
            assertEquals(REFUSED, housing.refusal("delete from hub.onward_request"));
        }
    }
}
