package org.panelhub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;

/** What has come in and what an applicant wrote waits on the first page of whoever answers for it, until it is answered and read. */
@QuarkusTest
class ApplicationWorkTest {

    private final Visitor visitor = new Visitor();
    private final UUID application = UUID.randomUUID();
    private String reference;

    @BeforeEach
    void applied() {
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject) select partnership_id, ?, id, '', hub.today() - 4000, 'ONLINE', 'PERSON', 'Ivy Marlow' from hub.panel where kind = 'CT_MARAC'", application);
        reference = HubRows.one("select reference from hub.trigger where id = ?", application);
        SignedIn.as("spoc");
    }

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.trigger_arrangement");
        HubRows.run("delete from hub.trigger_message where trigger_id = ?", application);
        HubRows.run("delete from hub.trigger_event where trigger_id = ?", application);
        HubRows.run("delete from hub.trigger where id = ?", application);
    }

    private String card(String words) {
        return visitor.page("/").select(".hub-card:contains(" + words + ")").text();
    }

    @Test
    void anApplicationWaitsUntilItsApplicantWasToldThatItIsHere() {
        assertTrue(card("for a case review to answer").contains(reference), visitor.page("/").text());
        HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day) select partnership_id, gen_random_uuid(), id, panel_id, 'ACKNOWLEDGED', hub.today() from hub.trigger where id = ?", application);
        assertFalse(card("for a case review to answer").contains(reference));
    }

    @Test
    void whatAnApplicantWroteWaitsUntilItWasRead() {
        HubRows.run("insert into hub.trigger_message (partnership_id, id, trigger_id, panel_id, from_applicant, body, at) select partnership_id, gen_random_uuid(), id, panel_id, true, 'It was bad again', hub.now() - interval '4000 days' from hub.trigger where id = ?", application);
        assertTrue(card("written").contains(reference), visitor.page("/").text());
        visitor.page("/triggers/" + reference);
        assertFalse(card("written").contains(reference));
    }

    private void event(String kind, int day) {
        HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, at) select partnership_id, gen_random_uuid(), id, panel_id, '" + kind + "', hub.today() + " + day + ", hub.now() + interval '" + day + " days' from hub.trigger where id = ?", application);
    }

    private static void timed() {
        HubRows.run("delete from hub.trigger_arrangement");
        HubRows.run("""
                insert into hub.trigger_arrangement (partnership_id, id, during, complaints, report_months, apply_months, weighed, discretion, spans, amber_days)
                select partnership_id, gen_random_uuid(), daterange(hub.today() - 5000, null), 3, 1, 6, '{}', true, '[{"stage": "DECISION", "days": 10, "unit": "WORKING_DAYS", "from": "RECEIPT"}]', 2 from hub.trigger_scheme""");
    }

    @Test
    void theThresholdDecisionWaitsFromSoonBeforeItsDayUntilItIsMadeAndThenToBeTold() {
        assertFalse(card("threshold decision").contains(reference), "without a time nothing is due");
        timed();
        assertTrue(card("threshold decision").contains(reference) && card("threshold decision").contains("since"), visitor.page("/").text());
        event("NOT_MET", -4000);
        HubRows.run("update hub.trigger set state = 'NOT_MET' where id = ?", application);
        assertFalse(card("threshold decision").contains(reference));
        assertTrue(card("to tell what was decided").contains(reference), visitor.page("/").text());
        event("DECISION_TOLD", -3999);
        assertFalse(card("to tell what was decided").contains(reference));
    }

    @Test
    void theAnswerToAnAppealWaitsToBeToldUntilItsLetterWasSent() {
        HubRows.run("update hub.trigger set state = 'NOT_MET' where id = ?", application);
        HubRows.run("insert into hub.trigger_appeal (partnership_id, id, trigger_id, panel_id, about, words, received_how, asked_on, outcome, outcome_words, outcome_on, reviewer_id, named_by, named_at, outcome_by) "
                + "select t.partnership_id, t.id, t.id, t.panel_id, 'THRESHOLD', 'x', 'TELEPHONE', hub.today() - 3000, 'UPHELD', 'x', hub.today() - 2990, m.id, m.id, hub.now(), m.id from hub.trigger t, hub.member m where t.id = ? and m.name = 'Grace Adeyemi'", application);
        try {
            assertTrue(card("to tell").contains(reference) && card("answer").contains(reference), visitor.page("/").text());
            HubRows.run("insert into hub.trigger_letter (partnership_id, id, trigger_id, panel_id, kind, language, title, body, made_by, sent_on, sent_how, sent_by) select t.partnership_id, t.id, t.id, t.panel_id, 'APPEAL_OUTCOME', 'en', 'x', 'x', m.id, hub.today() - 2980, 'BY_HAND', m.id from hub.trigger t, hub.member m where t.id = ? and m.name = 'Noor Rahman'", application);
            assertFalse(card("answer").contains(reference));
        } finally {
            HubRows.run("delete from hub.trigger_letter where trigger_id = ?", application);
            HubRows.run("delete from hub.trigger_appeal where trigger_id = ?", application);
        }
    }

    @Test
    void severalApplicationsLeadToTheListOfAll() {
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject) select partnership_id, gen_random_uuid(), id, '', hub.today() - 3999, 'ONLINE', 'PERSON', 'Ivy Marlow the second' from hub.panel where kind = 'CT_MARAC'");
        try {
            assertEquals("/triggers", visitor.page("/").select(".hub-card:contains(applications for a case review to answer) a[href^=/triggers]").first().attr("href"));
        } finally {
            HubRows.run("delete from hub.trigger where subject = 'Ivy Marlow the second'");
        }
    }

    @Test
    void nothingOfItWaitsForAnybodyElse() {
        SignedIn.as("police");
        assertEquals("", card("case review to answer"));
        assertFalse(visitor.page("/").text().contains(reference));
    }
}
