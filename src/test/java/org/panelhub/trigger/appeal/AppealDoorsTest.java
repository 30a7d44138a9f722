package org.panelhub.trigger.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** What appeals open and shut in the database, tried as the serving role. */
@QuarkusTest
class AppealDoorsTest {

    private static final String REFUSED = "42501";
    private static final String MAY = "select access.may_review_application(?, ?)";
    /** Because nothing binds them to the board; because they had a part in it. */
    private static final String LEFT_OUT = "select access.application_reviewers_left_out(?)";

    private final LocalDate today = LocalDate.parse(HubRows.one("select hub.today()"));
    private Appealing application;
    private UUID free;

    @BeforeEach
    void applied() {
        Appealing.leaveNothing();
        application = new Appealing(today.minusDays(20), today.minusDays(2));
        free = UUID.fromString(HubRows.one("select id from hub.member where name = 'Grace Adeyemi'"));
    }

    @AfterEach
    void leaveNothing() {
        Appealing.leaveNothing();
        HubRows.run("delete from hub.case_team where case_id in (select id from hub.case_file where subject = 'Planted for an appeal')");
        HubRows.run("delete from hub.member_identity");
    }

    private UUID appeal() {
        var id = UUID.randomUUID();
        HubRows.run("insert into hub.trigger_appeal (partnership_id, id, trigger_id, panel_id, about, words, received_how, asked_on) select partnership_id, ?, id, panel_id, 'HANDLING', 'x', 'ONLINE', hub.today() from hub.trigger where id = ?", id, application.id);
        return id;
    }

    private UUID given() {
        var id = appeal();
        HubRows.run("update hub.trigger_appeal set reviewer_id = ?, named_by = ?, named_at = hub.now() where id = ?", free, free, id);
        return id;
    }

    private String free() throws SQLException {
        try (var spoc = Entered.as("spoc")) {
            return spoc.one(MAY, application.id, free);
        }
    }

    @Test
    void whoHadAPartInAnApplicationOrInItsReviewDecidesNoAppeal() throws SQLException {
        assertEquals("t", free());
        // Each of these alone is a part in it.
        for (var row : List.of(
                "insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, by) select partnership_id, gen_random_uuid(), id, panel_id, 'ACKNOWLEDGED', hub.today(), '%s' from hub.trigger where id = '%s'",
                "insert into hub.trigger_message (partnership_id, id, trigger_id, panel_id, from_applicant, body, by) select partnership_id, gen_random_uuid(), id, panel_id, false, 'x', '%s' from hub.trigger where id = '%s'",
                "insert into hub.trigger_bar (partnership_id, id, trigger_id, panel_id, member_id, kind) select partnership_id, gen_random_uuid(), id, panel_id, '%s', 'PARTY' from hub.trigger where id = '%s'")) {
            HubRows.run(row.formatted(free, application.id));
            assertEquals("f", free(), row);
            HubRows.run("delete from hub.trigger_event where trigger_id = ? and kind = 'ACKNOWLEDGED'", application.id);
            HubRows.run("delete from hub.trigger_message where trigger_id = ?", application.id);
            HubRows.run("delete from hub.trigger_bar where trigger_id = ?", application.id);
            assertEquals("t", free());
        }
        var review = application.review();
        assertEquals("t", free());
        HubRows.run("insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during) select partnership_id, gen_random_uuid(), id, panel_id, ?, 'CASE_WORKER', daterange(hub.today() - 9, hub.today() - 1) from hub.case_file where id = ?", free, review);
        assertEquals("f", free(), "on its team before");
    }

    @Test
    void onASealedReviewOnlySomebodyOnItsListIsOffered() throws SQLException {
        var review = application.review();
        HubRows.run("update hub.case_file set sealed = true where id = ?", review);
        admit("Noor Rahman", review);
        assertEquals("f", free(), "could not open it");
        admit("Grace Adeyemi", review);
        assertEquals("t", free());
    }

    @Test
    void whomNeitherItsBodysSignatureNorItsOwnBindsIsNotOfferedAndCannotBeNamed() throws SQLException {
        var appeal = appeal();
        var harbour = UUID.fromString(HubRows.one("select id from hub.member where name = 'Karl Jensen'"));
        var name = "with named as (update hub.trigger_appeal set reviewer_id = '" + harbour + "', named_by = hub.viewer(), named_at = hub.now() where id = '" + appeal + "' returning 1) select count(*) from named";
        HubRows.run("insert into hub.office (partnership_id, id, member_id, role, during) select partnership_id, gen_random_uuid(), id, 'SENIOR_OFFICER', daterange(hub.today() - 1, null) from hub.member where id = ?", harbour);
        HubRows.run("update hub.signatory set sector = 'HOUSING' where id = (select a.signatory_id from hub.agency a join hub.member m on m.agency_id = a.id where m.id = ?)", harbour);
        try {
            try (var spoc = Entered.as("spoc")) {
                assertEquals("f", spoc.one(MAY, application.id, harbour), "its body has signed nothing");
                assertEquals("Grace Adeyemi", spoc.one("select string_agg(name, ',') from access.application_reviewers(?)", application.id));
                assertEquals("(t,t)", spoc.one(LEFT_OUT, application.id));
                assertEquals(REFUSED, spoc.refusal(name));
            }
            HubRows.run("insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during) select t.partnership_id, gen_random_uuid(), ?, t.panel_id, 'x', daterange(hub.today(), hub.today() + 9) from hub.trigger t where t.id = ?", harbour, application.id);
            try (var spoc = Entered.as("spoc")) {
                assertEquals("t", spoc.one(MAY, application.id, harbour), "bound by its own undertaking");
                assertEquals("(f,t)", spoc.one(LEFT_OUT, application.id));
                assertEquals("1", spoc.one(name));
            }
        } finally {
            HubRows.run("delete from hub.undertaking where member_id = ?", harbour);
            HubRows.run("delete from hub.office where member_id = ? and role = 'SENIOR_OFFICER'", harbour);
        }
    }

    private static void admit(String name, UUID review) {
        HubRows.run("insert into hub.admission (partnership_id, case_id, panel_id, member_id) select c.partnership_id, c.id, c.panel_id, m.id from hub.case_file c join hub.member m on m.partnership_id = c.partnership_id and m.name = '" + name
                + "' where c.id = ?", review);
    }

    @Test
    void onlyASeniorOfficerOfARelevantBodyIsOfferedAndOnlyToWhoAnswersForIt() throws SQLException {
        try (var spoc = Entered.as("spoc"); var police = Entered.as("police"); var chair = Entered.as("chair"); var hillside = Entered.as("hillside.coordinator"); var reviewer = Entered.as("socialcare"); var nobody = Entered.nobody()) {
            assertEquals("Grace Adeyemi", spoc.one("select string_agg(name, ',') from access.application_reviewers(?)", application.id));
            assertEquals("(f,t)", spoc.one(LEFT_OUT, application.id), "one sits on the board");
            assertEquals("f", spoc.one(MAY, application.id, UUID.fromString(HubRows.one("select id from hub.member where name = 'PC Tom Ashby'"))), "no senior officer");
            for (var other : List.of(police, chair, hillside, reviewer, nobody)) {
                assertNotEquals("t", other.one(MAY, application.id, free));
                assertEquals("0", other.one("select count(*) from access.application_reviewers(?)", application.id));
                assertEquals("(f,f)", other.one(LEFT_OUT, application.id));
            }
        }
    }

    @Test
    void theApplicantsDoorsAreShutToEveryPersonAndAnswerNothingToAWrongCode() throws SQLException {
        try (var spoc = Entered.as("spoc"); var nobody = Entered.nobody()) {
            for (var one : List.of(spoc, nobody)) {
                assertNull(one.one("select access.trigger_appeal_basis(?, ?)", application.reference, application.code.hash()));
                assertEquals("0", one.one("select count(*) from access.trigger_appeal_procedure(?, ?)", application.reference, application.code.hash()));
                assertEquals(REFUSED, one.refusal("select access.trigger_ask_appeal('" + application.reference + "', '" + application.code.hash() + "', 'HANDLING', 'x', null, gen_random_uuid())"));
            }
        }
        try (var service = Entered.nobody()) {
            service.one("select access.enter_service('community trigger')");
            assertNull(service.one("select access.trigger_appeal_basis(?, 'wrong')", application.reference));
            assertNull(service.one("select access.trigger_ask_appeal(?, 'wrong', 'HANDLING', 'x', null, gen_random_uuid())", application.reference));
            assertNull(service.one("select access.trigger_ask_appeal('RV-TAAAAAA', ?, 'HANDLING', 'x', null, gen_random_uuid())", application.code.hash()));
            assertEquals("ASKED", service.one("select access.trigger_ask_appeal(?, ?, 'HANDLING', 'x', null, gen_random_uuid())", application.reference, application.code.hash()));
            assertEquals("RUNNING", service.one("select access.trigger_ask_appeal(?, ?, 'THRESHOLD', 'x', null, gen_random_uuid())", application.reference, application.code.hash()));
        }
    }

    @Test
    void aReviewOpensItsFileToTheReviewerOfTheAppealAndClosesItWithTheOutcome() throws SQLException {
        var appeal = given();
        var review = application.review();
        var sees = "select count(*) from hub.case_file where id = ?";
        try (var reviewer = Entered.as("socialcare")) {
            assertEquals("1", reviewer.one(sees, review), "opened while the appeal ran");
            assertEquals("0", reviewer.one("select count(*) from hub.trigger_applicant where trigger_id = ?", application.id));
            assertEquals("1", reviewer.one("select count(*) from hub.trigger where id = ?", application.id));
            assertEquals("0", reviewer.one("with changed as (update hub.trigger set happening = 'x' where id = ? returning 1) select count(*) from changed", application.id), "read, and never written");
            assertEquals(REFUSED, reviewer.refusal("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, by) select partnership_id, gen_random_uuid(), id, panel_id, 'CLOSED', hub.today(), hub.viewer() from hub.trigger"));
            assertEquals("1", reviewer.one("with noted as (insert into hub.trigger_interview (partnership_id, id, appeal_id, trigger_id, panel_id, whom, on_day, note, by) select partnership_id, gen_random_uuid(), id, trigger_id, panel_id, 'CHAIR', hub.today(), 'x', hub.viewer() from hub.trigger_appeal where id = ? returning 1) select count(*) from noted", appeal));
        }
        HubRows.run("update hub.trigger_appeal set outcome = 'PARTLY', outcome_words = 'x', outcome_on = hub.today(), outcome_by = reviewer_id where id = ?", appeal);
        assertEquals("PARTLY_UPHELD", HubRows.one("select outcome from hub.appeal_review where case_id = ?", review));
        try (var reviewer = Entered.as("socialcare")) {
            assertEquals("0", reviewer.one(sees, review));
            assertEquals("0", reviewer.one("select count(*) from hub.trigger where id = ?", application.id));
        }
    }

    @Test
    @TestSecurity(user = "chair")
    void theBoardSeesThatAnAppealWasAskedForAndNoWordOfIt() throws SQLException {
        given();
        application.review();
        var words = "select count(*) from hub.trigger_appeal where trigger_id = ?";
        try (var chair = Entered.as("chair"); var police = Entered.as("police"); var spoc = Entered.as("spoc"); var reviewer = Entered.as("socialcare")) {
            for (var board : List.of(chair, police)) {
                assertEquals("1", board.one("select count(*) from hub.trigger where id = ?", application.id));
                assertEquals("0", board.one(words, application.id));
                assertEquals("1", board.one("select count(*) from hub.trigger_event where kind = 'APPEALED' and trigger_id = ?", application.id));
            }
            assertEquals("1", spoc.one(words, application.id));
            assertEquals("1", reviewer.one(words, application.id));
        }
        assertTrue(new Visitor().page(application.path()).text().contains("The applicant has asked for an appeal. Those who answer"));
    }

    @Test
    void eachStepOfAnAppealIsTakenByTheOneWhoseStepItIs() throws SQLException {
        var appeal = appeal();
        try (var spoc = Entered.as("spoc"); var coordinator = Entered.as("coordinator"); var reviewer = Entered.as("socialcare")) {
            assertEquals(REFUSED, spoc.refusal("update hub.trigger_appeal set reviewer_id = hub.viewer(), named_by = hub.viewer(), named_at = hub.now() where id = '" + appeal + "'"), "nobody decides on its own work");
            assertEquals(REFUSED, spoc.refusal("update hub.trigger_appeal set taken = true, taken_reason = 'x', taken_by = hub.viewer(), taken_at = hub.now() where id = '" + appeal + "'"), "it is not late");
            assertEquals("0", reviewer.one("select count(*) from hub.trigger_appeal where id = ?", appeal), "not yet");
        }
        HubRows.run("update hub.trigger_appeal set reviewer_id = ?, named_by = ?, named_at = hub.now() where id = ?", free, free, appeal);
        var decide = "update hub.trigger_appeal set outcome = 'NOT_UPHELD', outcome_words = 'x', outcome_on = hub.today(), outcome_by = hub.viewer() where id = '" + appeal + "'";
        try (var spoc = Entered.as("spoc"); var reviewer = Entered.as("socialcare"); var chair = Entered.as("chair")) {
            assertEquals(REFUSED, spoc.refusal(decide));
            assertEquals("0", chair.one("with changed as (" + decide + " returning 1) select count(*) from changed"));
            assertEquals(REFUSED, reviewer.refusal("update hub.trigger_appeal set reviewer_id = null, named_by = null, named_at = null where id = '" + appeal + "'"));
            assertEquals(REFUSED, reviewer.refusal("update hub.trigger_appeal set outcome = 'UPHELD', outcome_words = 'x', outcome_on = hub.today() - 1, outcome_by = hub.viewer() where id = '" + appeal + "'"), "on another day");
            assertEquals("1", reviewer.one("with changed as (" + decide + " returning 1) select count(*) from changed"));
        }
    }

    @Test
    void aChairToWhomAConflictOfInterestShutsTheApplicationIsNotTold() {
        HubRows.run("insert into hub.trigger_bar (partnership_id, id, trigger_id, panel_id, member_id, kind) select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, m.id, 'PARTY' from hub.trigger t, hub.member m where t.id = ? and m.name in ('Supt James Marsh', 'Noor Rahman')", application.id);
        HubRows.run("with x as (insert into hub.trigger_appeal (partnership_id, id, trigger_id, panel_id, about, words, received_how, asked_on) select partnership_id, gen_random_uuid(), id, panel_id, 'HANDLING', 'x', 'ONLINE', hub.today() from hub.trigger where id = ? returning *) select 1 from x", application.id);
        assertEquals("0", HubRows.one("select count(*) from hub.outbox where template = 'appeal asked for'"), "what the owner loads is told to nobody");
        HubRows.run("select access.tell_of_appeal(a) from hub.trigger_appeal a where a.trigger_id = ?", application.id);
        assertEquals("Lena Fischer", HubRows.one("select string_agg(m.name, ',') from hub.outbox o join hub.member m on m.id = o.to_member where o.template = 'appeal asked for'"));
    }
}
