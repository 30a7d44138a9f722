package org.panelhub.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Whoever is named in an application, or knows somebody who is, does not read it; and of the board only those who answer for applications do, until its review is open. */
@QuarkusTest
class ConflictBeforeReviewTest {

    private static final String SEES = "select count(*)::text from hub.trigger where id = ?";

    private final Visitor visitor = new Visitor();
    private final UUID application = UUID.randomUUID();

    private String applied(String applicant, String respondent) {
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, happening, respondent) "
                + "select partnership_id, ?, id, '', hub.today(), 'ONLINE', 'PERSON', ?, 'Shouting through the wall', ? from hub.panel where kind = 'CT_MARAC'", application, applicant, respondent);
        HubRows.run("insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name) select partnership_id, id, panel_id, subject from hub.trigger where id = ?", application);
        HubRows.run("insert into hub.trigger_message (partnership_id, id, trigger_id, panel_id, from_applicant, body) select partnership_id, gen_random_uuid(), id, panel_id, true, 'Do not ring at the weekend' from hub.trigger where id = ?", application);
        return HubRows.one("select reference from hub.trigger where id = ?", application);
    }

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.outbox where template in ('conflict-to-decide', 'chair-needed', 'applicant wrote', 'deputy-needed')");
        HubRows.run("delete from hub.member_identity");
        HubRows.run("delete from hub.private_relation");
        for (var table : List.of("trigger_bar", "trigger_message", "trigger_applicant")) {
            HubRows.run("delete from hub." + table + " where trigger_id = ?", application);
        }
        var review = HubRows.one("select case_id::text from hub.trigger where id = ?", application);
        HubRows.run("delete from hub.trigger where id = ?", application);
        if (review != null) {
            HubRows.run("delete from hub.conflict_finding where case_id = ?", UUID.fromString(review));
            HubRows.run("delete from hub.case_bar where case_id = ?", UUID.fromString(review));
            HubRows.run("delete from hub.case_file where id = ?", UUID.fromString(review));
        }
    }

    private static void is(String member, String given, String family) {
        HubRows.run("insert into hub.member_identity (partnership_id, id, member_id, given_names, family_name, born, statement) select partnership_id, gen_random_uuid(), id, ?, ?, '1980-01-01', 'x' from hub.member where name = ?", given, family, member);
    }

    @Test
    @TestSecurity(user = "spoc")
    void aSpocWhoIsSaidToDoItReadsNothingOfItAndIsToldNothing() throws SQLException {
        is("Noor Rahman", "Noor", "Rahman");
        var reference = applied("Ivy Marlow", "The woman upstairs, I think Rahman, Noor. She is at home all day.");
        assertEquals(404, visitor.answer("/triggers/" + reference).statusCode());
        assertFalse(visitor.page("/triggers").text().contains(reference));
        HubRows.run("select access.tell_triaging(t.partnership_id, t.panel_id, t.id, 'applicant wrote', 'OFFICIAL: x', 'x', 'test ' || t.id) from hub.trigger t where t.id = ?", application);
        assertEquals("0", HubRows.one("select count(*)::text from hub.outbox o join hub.member m on m.id = o.to_member where o.template = 'applicant wrote' and m.name = 'Noor Rahman'"));
        assertTrue(Integer.parseInt(HubRows.one("select count(*)::text from hub.outbox where template = 'applicant wrote'")) > 0, "the coordinator is told");
    }

    @Test
    @TestSecurity(user = "chair")
    void theChairDecidesOnAConflictOfInterestWithoutReadingTheApplication() throws SQLException {
        var reference = applied("Ivy Marlow", "A neighbour");
        HubRows.run("insert into hub.private_relation (partnership_id, id, member_id, name, relation) select partnership_id, gen_random_uuid(), id, 'Marlow Ivy', 'aunt' from hub.member where name = 'Noor Rahman'");
        assertEquals("0", seenBy("spoc"));
        assertEquals(404, visitor.answer("/triggers/" + reference).statusCode(), "a chair does not answer for applications");
        var list = visitor.page("/conflicts");
        assertTrue(list.text().contains("Noor Rahman") && list.text().contains(reference), list.text());
        assertFalse(list.text().contains("Ivy") || list.text().contains("aunt"), list.text());
        var one = list.select("a:contains(" + reference + ")").attr("href");
        visitor.done(one, one, "decision", "OPEN", "reason", "Another person of that name");
        assertEquals("1", seenBy("spoc"));
    }

    @Test
    @TestSecurity(user = "spoc")
    void theBoardSeesAnApplicationOnceItsReviewIsOpenAndNeverWhatTheApplicantWrote() throws SQLException {
        var reference = applied("Ivy Marlow", "A neighbour");
        assertTrue(visitor.page("/triggers/" + reference).text().contains("Shouting through the wall"));
        assertEquals("1", seenBy("spoc"));
        assertEquals("0", seenBy("housing.senior"));
        is("Grace Adeyemi", "Ivy", "Marlow");
        var review = UUID.randomUUID();
        HubRows.run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject) select partnership_id, ?, panel_id, 'RV-T9998', 'A review' from hub.trigger where id = ?", review, application);
        HubRows.run("update hub.trigger set state = 'MET', case_id = ? where id = ?", review, application);
        assertEquals("1", seenBy("housing.senior"));
        try (var member = Entered.as("housing.senior")) {
            assertEquals("0", member.one("select count(*)::text from hub.trigger_message where trigger_id = ?", application));
            assertEquals("0", member.one("select count(*)::text from hub.trigger_applicant where trigger_id = ?", application));
        }
        SignedIn.as("housing.senior");
        var page = visitor.page("/triggers/" + reference).text();
        assertTrue(page.contains("Shouting through the wall") && !page.contains("Do not ring") && !page.contains("how to reach them"), page);
        assertEquals(403, visitor.send("/my-account", "/triggers/" + reference + "/write", "body", "x").statusCode());
        assertEquals("FOUND", HubRows.one("select how from hub.case_bar b join hub.member m on m.id = b.member_id where b.case_id = ? and m.name = 'Grace Adeyemi'", review), "what was found before goes with the case");
    }

    @Test
    @TestSecurity(user = "spoc")
    void whoeverIsNamedOrKnowsWhoIsNamedIsFoundAlsoAfterTheReviewIsOpenAndANamesakeThatWasPutAsideHidesNobodyElse() throws SQLException {
        applied("Ivy Marlow", "Rufus Oakley and his friends");
        HubRows.run("insert into hub.private_relation (partnership_id, id, member_id, name, relation) select partnership_id, gen_random_uuid(), id, 'Ivy Marlow', 'friend' from hub.member where name = 'Owen Clarke'");
        HubRows.run("update hub.trigger_bar set lifted_at = hub.now(), decided_at = hub.now(), decided_by = (select id from hub.member where name = 'Supt James Marsh') where trigger_id = ?", application);
        var review = UUID.randomUUID();
        HubRows.run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject) select partnership_id, ?, panel_id, 'RV-T9998', 'A review' from hub.trigger where id = ?", review, application);
        HubRows.run("update hub.trigger set state = 'MET', case_id = ? where id = ?", review, application);
        assertEquals("1", seenBy("housing.senior"));
        HubRows.run("insert into hub.private_relation (partnership_id, id, member_id, name, relation) select partnership_id, gen_random_uuid(), id, 'Rufus Oakley', 'brother' from hub.member where name = 'Owen Clarke'");
        assertEquals("0", seenBy("housing.senior"), "his brother is said to do it");
        HubRows.run("delete from hub.conflict_finding where case_id = ?", review);
        HubRows.run("update hub.case_bar set lifted_at = hub.now(), decided_at = hub.now(), decided_by = (select id from hub.member where name = 'Supt James Marsh'), decided_reason = 'x' where case_id = ?", review);
        assertEquals("1", seenBy("housing.senior"), "what is lifted on the case is lifted on the application");
    }

    private UUID opened() {
        var review = UUID.randomUUID();
        HubRows.run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject) select partnership_id, ?, panel_id, 'RV-T9998', 'A review' from hub.trigger where id = ?", review, application);
        HubRows.run("update hub.trigger set state = 'MET', case_id = ? where id = ?", review, application);
        return review;
    }

    @Test
    void whoPreparesTakesBackABarThatWasSetAndNotWhatWasFoundMeanwhile() throws SQLException {
        applied("Ivy Marlow", "Owen Clarke");
        var review = opened();
        HubRows.run("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'x' from hub.case_file c, hub.member m where c.id = ? and m.name = 'Owen Clarke'", review);
        is("Owen Clarke", "Owen", "Clarke");
        HubRows.run("update hub.case_bar set lifted_at = hub.now(), decided_at = hub.now() where case_id = ? and how = 'SET'", review);
        assertEquals("0", seenBy("housing.senior"), "no chair has decided on what was found");
        HubRows.run("update hub.case_bar set lifted_at = hub.now(), decided_at = hub.now() where case_id = ? and how = 'FOUND'", review);
        assertEquals("1", seenBy("housing.senior"));
    }

    @Test
    void whatAChairDecidedToKeepStaysAChairsOnceTheReviewIsOpen() {
        applied("Ivy Marlow", "Owen Clarke");
        is("Owen Clarke", "Owen", "Clarke");
        HubRows.run("update hub.trigger_bar set decided_at = hub.now(), decided_by = (select id from hub.member where name = 'Supt James Marsh'), decided_reason = 'x' where trigger_id = ?", application);
        var review = opened();
        assertEquals("FOUND decided", HubRows.one("select how || case when decided_at is not null then ' decided' else '' end from hub.case_bar where case_id = ? and lifted_at is null", review), "who prepares takes back only what was set");
    }

    private String seenBy(String account) throws SQLException {
        try (var member = Entered.as(account)) {
            return member.one(SEES, application);
        }
    }
}
