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

    @Test
    void nothingOfItWaitsForAnybodyElse() {
        SignedIn.as("police");
        assertEquals("", card("case review to answer"));
        assertFalse(visitor.page("/").text().contains(reference));
    }
}
