package org.panelhub.trigger.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** An applicant is not satisfied: an officer who had no part in it reads everything, and decides. */
@QuarkusTest
class AppealPagesTest {

    private static final LocalDate TODAY = LocalDate.parse(HubRows.one("select hub.today()"));

    private final Visitor visitor = new Visitor();

    @BeforeEach
    void arranged() {
        Appealing.leaveNothing();
        Appealing.arrange();
    }

    @AfterEach
    void leaveNothing() {
        SignedIn.as("spoc");
        Appealing.leaveNothing();
    }

    private static String id(String name) {
        return HubRows.one("select id::text from hub.member where name = ?", name);
    }

    @Test
    @TestSecurity(user = "spoc")
    void anAppealIsAskedForGivenToAnOfficerWhoHadNoPartReadAndDecidedAndTheClocksFollow() throws SQLException {
        HubRows.run("insert into hub.designated_officer (partnership_id, id, signatory_id, name, email, during) select partnership_id, gen_random_uuid(), id, 'An officer', 'appeals@example.org', daterange(hub.today(), null) from hub.signatory where name = 'Harbour Homes'");
        var application = new Appealing(TODAY.minusDays(20), TODAY.minusDays(2));
        HubRows.run("insert into hub.trigger_message (partnership_id, id, trigger_id, panel_id, from_applicant, body) select partnership_id, gen_random_uuid(), id, panel_id, true, 'Nobody rang me back' from hub.trigger where id = ?", application.id);
        application.asks("THRESHOLD");
        assertTrue(application.applicant.page("/community-trigger/my-form").text().contains("You asked for our answer to be checked"));
        assertTrue(application.applicant.page(Appealing.ASK).text().contains("We are looking at it now"));
        // Told: the single point of contact, the chair, and the officer of a body that has signed nothing; by the reference alone.
        assertEquals("Lena Fischer, Noor Rahman, Supt James Marsh, an officer", HubRows.one("select string_agg(coalesce(m.name, 'an officer'), ', ' order by m.name) from hub.outbox o left join hub.member m on m.id = o.to_member where o.subject = 'OFFICIAL: an appeal has been asked for'"));
        assertEquals("t", HubRows.one("select bool_and(o.body like '%' || ? || '%' and o.body not like '%Ivy%' and o.body not like '%neighbours%') from hub.outbox o where o.subject = 'OFFICIAL: an appeal has been asked for'", application.reference));

        var page = visitor.page(application.path());
        assertTrue(page.text().contains("Nobody asked the neighbours.") && page.text().contains("Yes: the last day was"), page.text());
        assertEquals(1, page.select("input[name=reviewer]").size(), page.text());
        assertTrue(page.text().contains("1 senior officer had a part in it, or may not see it, and cannot be asked."), "one sits on the board");
        assertFalse(page.text().contains("Owen Clarke"), page.text());
        visitor.done(application.path(), application.path() + "/" + application.appeal() + "/reviewer", "reviewer", id("Grace Adeyemi"));
        assertTrue(visitor.page(application.path()).text().contains("Grace Adeyemi, Riverside Council adult social care"));

        SignedIn.as("socialcare");
        assertTrue(visitor.page("/triggers").text().contains(application.reference));
        var read = visitor.page("/triggers/" + application.reference).text();
        assertTrue(read.contains("A test of appeals") && read.contains("Nobody rang me back"), read);
        assertFalse(read.contains("Hidden Lane") || read.contains("how to reach them"), read);
        assertEquals(403, visitor.send("/my-account", "/triggers/" + application.reference + "/write", "body", "x").statusCode());
        var refused = visitor.send(application.path(), application.path() + "/" + application.appeal() + "/outcome", "outcome", "", "found", "");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("Choose what came of it") && refused.asString().contains("Enter what you found"));
        var noted = visitor.done(application.path(), application.path() + "/" + application.appeal() + "/interviews", "whom", "APPLICANT", "spoken-day", "" + TODAY.getDayOfMonth(), "spoken-month", "" + TODAY.getMonthValue(), "spoken-year", "" + TODAY.getYear(),
                "note", "Three reports, of which two were counted as one.");
        assertTrue(noted.text().contains("Three reports, of which two"), noted.text());
        SignedIn.as("spoc");
        assertFalse(visitor.page(application.path()).text().contains("Three reports, of which two"), "not while it runs: the single point of contact is one of those who are asked");
        SignedIn.as("socialcare");
        visitor.done(application.path(), application.path() + "/" + application.appeal() + "/outcome", "outcome", "UPHELD", "found", "Two reports were two incidents.");
        assertEquals(404, visitor.answer("/triggers/" + application.reference).statusCode(), "with the outcome it closes");
        assertEquals(404, visitor.answer(application.path()).statusCode());

        SignedIn.as("spoc");
        var decided = visitor.page(application.path()).text();
        assertTrue(decided.contains("Upheld") && decided.contains("Two reports were two incidents.") && decided.contains("Three reports, of which two") && decided.contains("the mayor’s office") && decided.contains("Housing Ombudsman"), decided);
        assertEquals("APPEALED null, APPEAL_DECIDED Grace Adeyemi", HubRows.one("select string_agg(e.kind || ' ' || coalesce(m.name, 'null'), ', ' order by e.at, e.kind) from hub.trigger_event e left join hub.member m on m.id = e.by where e.trigger_id = ? and e.kind like 'APPEAL%'", application.id));
        assertTrue(application.applicant.page("/community-trigger/my-form").text().contains("Our answer was checked"));
        assertEquals("2", HubRows.one("select count(*)::text from hub.outbox where template = 'appeal decided'"));
        try (var reviewer = Entered.as("socialcare")) {
            assertEquals("0", reviewer.one("select count(*)::text from hub.trigger_interview"));
        }
    }
}
