package org.panelhub.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.OpenPage;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** What an open page hears of a change to another thing than the one that it is of: by that it may no longer be its reader's, or show less. */
@QuarkusTest
class LiveReachTest {

    private static final String CASE = "RV-7K4QM";
    private static final String CIRCULATED = "select m.id from hub.meeting m join hub.minutes n on n.meeting_id = m.id where n.state = 'CIRCULATED'";
    private static final String SOMEBODY = "select id from hub.member where name = ";

    @TestHTTPResource
    String url;

    @AfterEach
    void asBefore() {
        HubRows.run("update hub.disclosure set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null where withdrawn_reason = 'live test'");
        HubRows.run("update hub.case_file set sealed = false where reference = '" + CASE + "' and sealed");
        HubRows.run("update hub.meeting set state = case when published_at is null then 'PLANNED' else 'PUBLISHED' end where venue like '% (live test)'");
        HubRows.run("update hub.meeting set venue = replace(venue, ' (live test)', '') where venue like '% (live test)'");
        HubRows.run("update hub.item set sanitised_by = '' where sanitised_by like '%(live test)'");
        HubRows.run("delete from hub.guest where member_id = (" + SOMEBODY + "'Ella Wood')");
        HubRows.run("delete from hub.assessment where rationale = 'live test'");
    }

    /** Also where the case does not stand on the agenda: not yet, or not any more. */
    @Test
    @TestSecurity(user = "probation")
    void theEndOfTheMeetingClosesTheGuestsPageOfTheCase() {
        for (var state : List.of("PUBLISHED", "PLANNED")) {
            HubRows.run("update hub.meeting set venue = venue || ' (live test)' where id = (select m.id from hub.meeting m join hub.case_file c on c.panel_id = m.panel_id and c.reference = ? where m.state = ? order by m.starts_at limit 1)",
                    CASE, state);
            HubRows.run("insert into hub.guest (partnership_id, id, meeting_id, panel_id, case_id, member_id) select m.partnership_id, gen_random_uuid(), m.id, m.panel_id, c.id, (" + SOMEBODY
                    + "'Ella Wood') from hub.case_file c join hub.meeting m on m.panel_id = c.panel_id where c.reference = ? and m.venue like '% (live test)'", CASE);
            try (var open = OpenPage.at(url, "/live/cases/" + CASE)) {
                assertTrue(open.hears().startsWith("now "));
                HubRows.run("update hub.meeting set state = 'CANCELLED' where venue like '% (live test)'");
                assertEquals("gone", open.hears(), state);
            }
            asBefore();
        }
    }

    @Test
    @TestSecurity(user = "police")
    void whatWasTypedIsNoPartOfANoticeAndKeepsNoneFromBeingHeard() {
        try (var open = OpenPage.at(url, "/live/cases/" + CASE)) {
            var before = open.hears();
            HubRows.run("update hub.item set sanitised_by = 'A|B (live test)' where body = 'Home visit done; smoke alarms fitted in all rooms.'");
            assertTrue(open.hearsBut(before).startsWith("now "));
        }
    }

    @Test
    @TestSecurity(user = "police")
    void aSealClosesThePagesOfWhatHangsFromTheCaseToo() {
        var action = HubRows.one("select a.id from hub.action a join hub.case_file c on c.id = a.case_id where c.reference = ? limit 1", CASE);
        var meeting = HubRows.one(CIRCULATED);
        try (var ofAction = OpenPage.at(url, "/live/actions/" + action); var ofMeeting = OpenPage.at(url, "/live/meetings/" + meeting)) {
            assertTrue(ofAction.hears().startsWith("now "));
            var before = ofMeeting.hears();
            HubRows.run("update hub.case_file set sealed = true where reference = ?", CASE);
            assertEquals("gone", ofAction.hears());
            assertTrue(ofMeeting.hearsBut(before).startsWith("now "));
        }
    }

    @Test
    @TestSecurity(user = "police")
    void minutesThatWereWrittenFromAReleaseHearThatItWasWithdrawn() {
        var meeting = HubRows.one(CIRCULATED);
        try (var open = OpenPage.at(url, "/live/meetings/" + meeting)) {
            var before = open.hears();
            HubRows.run("update hub.disclosure d set withdrawn_at = hub.now(), withdrawn_by = d.released_by, withdrawn_reason = 'live test' from hub.case_file c, hub.agency a "
                    + "where c.id = d.case_id and c.reference = ? and a.id = d.agency_id and a.kind = 'FIRE' and d.withdrawn_at is null", CASE);
            assertTrue(open.hearsBut(before).startsWith("now "));
        }
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aReferralHearsOfItsAssessmentByAnother() {
        var referral = HubRows.one("select r.id from hub.referral r where r.own_reference = 'NG-20431'");
        try (var open = OpenPage.at(url, "/live/referrals/" + referral)) {
            var before = open.hears();
            HubRows.run("insert into hub.assessment (partnership_id, id, panel_id, referral_id, agency_id, member_id, instrument_id, answers, score, band, judgement, rationale, assessed_on) "
                    + "select partnership_id, gen_random_uuid(), panel_id, referral_id, agency_id, member_id, instrument_id, answers, score, band, judgement, 'live test', assessed_on "
                    + "from hub.assessment where referral_id = ?::uuid limit 1", referral);
            assertTrue(open.hearsBut(before).startsWith("now "));
        }
    }
}
