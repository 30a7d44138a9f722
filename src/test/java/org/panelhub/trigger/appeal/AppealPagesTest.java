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
import org.panelhub.support.ReadingAge;
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
        application.follows();
        var form = application.applicant.page(Appealing.ASK);
        var asked = new String[] {"about", "THRESHOLD", "why", "Nobody asked the neighbours.", "once", form.select("input[name=once]").val()};
        for (int n = 0; n < 2; n++) {
            assertTrue(application.applicant.follow(application.applicant.sendFrom(form, Appealing.ASK, asked)).text().contains("We have what you asked for."), "sent twice it is one");
        }
        var second = application.applicant.sendFrom(form, Appealing.ASK, "about", "HANDLING", "why", "And nobody rang.", "once", UUID.randomUUID().toString());
        assertTrue(second.statusCode() == 409 && second.asString().contains("And nobody rang."), "one at a time, and its words are not lost");
        assertEquals("1", HubRows.one("select count(*) from hub.trigger_appeal where trigger_id = ?", application.id));
        assertTrue(application.applicant.page("/community-trigger/my-form").text().contains("You asked for our answer to be checked"));
        assertTrue(application.applicant.page(Appealing.ASK).text().contains("We are looking at it now"));
        // Told: the single point of contact, the chair, and the officer of a body that has signed nothing; by the reference alone.
        assertEquals("Lena Fischer, Noor Rahman, Supt James Marsh, an officer", HubRows.one("select string_agg(coalesce(m.name, 'an officer'), ', ' order by m.name) from hub.outbox o left join hub.member m on m.id = o.to_member left join hub.designated_officer d on d.id = o.to_officer where o.subject = 'OFFICIAL: an appeal has been asked for' and (d.id is null or d.email = 'appeals@example.org')"));
        assertEquals("t", HubRows.one("select bool_and(o.body like '%' || ? || '%' and o.body not like '%Ivy%' and o.body not like '%neighbours%') from hub.outbox o where o.subject = 'OFFICIAL: an appeal has been asked for'", application.reference));

        assertTrue(visitor.page("/").text().contains("appeal that needs a reviewer"));
        var page = visitor.page(application.path());
        assertTrue(page.text().contains("Nobody asked the neighbours.") && page.text().contains("Yes: the last day was"), page.text());
        assertEquals(1, page.select("input[name=reviewer]").size(), page.text());
        assertTrue(page.text().contains("Whoever had a part in it, or may not see it, cannot be asked.") && !page.text().contains("has not signed"), "one sits on the board");
        assertFalse(page.text().contains("Owen Clarke"), page.text());
        visitor.done(application.path(), application.path() + "/" + application.appeal() + "/reviewer", "reviewer", id("Grace Adeyemi"));
        assertTrue(visitor.page(application.path()).text().contains("Grace Adeyemi, Riverside Council adult social care"));

        assertFalse(visitor.page("/").text().contains("appeal that needs a reviewer"));
        SignedIn.as("socialcare");
        assertTrue(visitor.page("/").text().contains("appeal to decide"));
        assertTrue(visitor.page("/triggers").text().contains(application.reference));
        var read = visitor.page("/triggers/" + application.reference).text();
        assertTrue(read.contains("A test of appeals") && read.contains("Nobody rang me back"), read);
        assertEquals("appeal reviewer", HubRows.one("select distinct capacity from audit.entry where kind = 'trigger' and act = 'READ' and subject = ? and member_id = '" + id("Grace Adeyemi") + "'", application.id.toString()));
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
        HubRows.run("insert into hub.trigger_complaint (partnership_id, id, trigger_id, panel_id, position, by_applicant, complainant, what, reported_to) select partnership_id, gen_random_uuid(), id, panel_id, 90, false, 'Tessa Winterbourne', 'Noise', 'The council' from hub.trigger where id = ?", application.id);
        var naming = visitor.send(application.path(), application.path() + "/" + application.appeal() + "/outcome", "outcome", "UPHELD", "found", "Tessa Winterbourne rang twice.");
        assertTrue(naming.statusCode() == 422 && naming.asString().contains("found-error"), "no name of somebody who complained stands where the applicant may hear it");
        visitor.done(application.path(), application.path() + "/" + application.appeal() + "/outcome", "outcome", "UPHELD", "found", "Two reports were two incidents.");
        assertEquals(404, visitor.answer("/triggers/" + application.reference).statusCode(), "with the outcome it closes");
        assertEquals(404, visitor.answer(application.path()).statusCode());

        SignedIn.as("spoc");
        var decided = visitor.page(application.path()).text();
        assertTrue(decided.contains("Upheld") && decided.contains("Two reports were two incidents.") && decided.contains("Three reports, of which two") && decided.contains("the mayor’s office") && decided.contains("Housing Ombudsman"), decided);
        assertTrue(visitor.page("/triggers/" + application.reference).text().contains("The appeal was upheld, at least in part. Decide on the threshold again"), visitor.page("/triggers/" + application.reference).text());
        var letters = "/triggers/" + application.reference + "/letters";
        var answer = visitor.done(letters, letters, "kind", "APPEAL_OUTCOME").select("#body").val();
        assertTrue(answer.contains("You were right to ask: we agree with you.\n\nTwo reports were two incidents."), answer);
        HubRows.run("delete from hub.trigger_letter where trigger_id = ?", application.id);
        assertEquals("APPEALED null, APPEAL_DECIDED Grace Adeyemi", HubRows.one("select string_agg(e.kind || ' ' || coalesce(m.name, 'null'), ', ' order by e.at, e.kind) from hub.trigger_event e left join hub.member m on m.id = e.by where e.trigger_id = ? and e.kind like 'APPEAL%'", application.id));
        assertTrue(application.applicant.page("/community-trigger/my-form").text().contains("Our answer was checked"));
        assertEquals("2", HubRows.one("select count(*)::text from hub.outbox where template = 'appeal decided'"));
        try (var reviewer = Entered.as("socialcare")) {
            assertEquals("0", reviewer.one("select count(*)::text from hub.trigger_interview"));
        }
    }

    @Test
    @TestSecurity(user = "spoc")
    void aLateOneIsKeptAndTakenOrNotWithAReasonThatTheApplicantReads() {
        var application = new Appealing(TODAY.minusDays(80), TODAY.minusDays(60));
        application.asks("THRESHOLD");
        assertTrue(application.applicant.page(Appealing.ASK).text().contains("You asked late. We decide first whether we look at it again."));
        assertEquals("3", HubRows.one("select count(*) from hub.outbox o where o.subject = 'OFFICIAL: an appeal has been asked for' and o.body like '%has asked, late, for an appeal%' and o.body like '%whether it is taken%'"));
        var page = visitor.page(application.path());
        assertTrue(page.text().contains("Late: not taken yet") && page.text().contains("No: the last day was"), page.text());
        assertTrue(page.select("input[name=reviewer]").isEmpty(), "nobody looks at it before it is taken");
        var step = application.path() + "/" + application.appeal();
        assertEquals(422, visitor.send(application.path(), step + "/reviewer", "reviewer", "x").statusCode());
        visitor.done(application.path(), step + "/reviewer", "reviewer", id("Grace Adeyemi"));
        assertEquals("0", HubRows.one("select count(reviewer_id) from hub.trigger_appeal where trigger_id = ?", application.id));
        var refused = visitor.send(application.path(), step + "/late", "take", "", "reason", " ");
        assertTrue(refused.statusCode() == 422 && refused.asString().contains("Say whether it is taken") && refused.asString().contains("Enter why"), refused.asString());
        visitor.done(application.path(), step + "/late", "take", "NO", "reason", "You told us in May that you had our letter.");
        assertTrue(visitor.page(application.path()).text().contains("Not taken, because You told us in May"));
        assertTrue(application.applicant.page("/community-trigger/my-form").text().contains("We did not take it. You told us in May that you had our letter."));
        assertEquals("APPEALED,APPEAL_DECIDED", HubRows.one("select string_agg(kind, ',' order by at) from hub.trigger_event where trigger_id = ? and kind like 'APPEAL%'", application.id), "no clock of it runs on");
        // It was not looked at, and bars none that comes in time: told once more, the applicant may ask once more.
        assertEquals(2, application.applicant.page(Appealing.ASK).select("input[name=about]").size());
        assertEquals(2, visitor.page(application.path()).select("input[name=about]").size());
        application.happened("DECISION_TOLD", TODAY.minusDays(1));
        application.asks("THRESHOLD");
        assertEquals("f,t", HubRows.one("select string_agg(left(late::text, 1), ',' order by late) from hub.trigger_appeal where trigger_id = ?", application.id));
        HubRows.run("delete from hub.trigger_appeal where not late and trigger_id = ?", application.id);
        HubRows.run("delete from hub.trigger_event where kind = 'DECISION_TOLD' and on_day > hub.today() - 2 and trigger_id = ?", application.id);
        // About something else, and taken all the same.
        application.asks("HANDLING");
        step = application.path() + "/" + application.appeal();
        visitor.done(application.path(), step + "/late", "take", "YES", "reason", "In hospital until last week.");
        visitor.done(application.path(), step + "/reviewer", "reviewer", id("Grace Adeyemi"));
        assertTrue(visitor.page(application.path()).text().contains("Taken all the same, because In hospital"));
    }

    @Test
    @TestSecurity(user = "spoc")
    void oneThatCameByTelephoneIsKeyedInOnTheDayOnWhichItWasAskedForAndOnce() {
        var application = new Appealing(TODAY.minusDays(80), TODAY.minusDays(30));
        var page = visitor.page(application.path());
        assertEquals(2, page.select("input[name=about]").size(), "there was no review, so nothing came of it");
        for (var wrong : new String[][] {{"2", "1", "2999", "must be today or earlier"}, {"31", "2", "2026", "must be a real date"}, {"1", "1", "2020", "must not be before the application was received"}}) {
            var refused = visitor.sendFrom(page, application.path(), "about", "THRESHOLD", "words", "Nobody came.", "how", "TELEPHONE", "asked-day", wrong[0], "asked-month", wrong[1], "asked-year", wrong[2]);
            assertTrue(refused.statusCode() == 422 && refused.asString().contains(wrong[3]) && refused.asString().contains("Nobody came."), refused.asString());
        }
        assertEquals(422, visitor.sendFrom(page, application.path(), "about", "OUTCOME", "words", "x", "how", "ONLINE").statusCode());
        var asked = TODAY.minusDays(25);
        var once = UUID.randomUUID().toString();
        for (int n = 0; n < 2; n++) {
            visitor.follow(visitor.sendFrom(page, application.path(), "about", "THRESHOLD", "words", "Nobody came.", "how", "LETTER", "asked-day", "" + asked.getDayOfMonth(), "asked-month", "" + asked.getMonthValue(), "asked-year", "" + asked.getYear(), "once", once));
        }
        assertEquals("1", HubRows.one("select count(*) from hub.trigger_appeal where trigger_id = ? and not late and entered_by = '" + id("Noor Rahman") + "'", application.id), "in time on the day it came, whenever it was entered");
        var overtaken = visitor.sendFrom(page, application.path(), "about", "HANDLING", "words", "Nobody rang.", "how", "LETTER", "asked-day", "" + asked.getDayOfMonth(), "asked-month", "" + asked.getMonthValue(), "asked-year", "" + asked.getYear(),
                "once", UUID.randomUUID().toString());
        assertTrue(overtaken.statusCode() == 422 && overtaken.asString().contains("another appeal runs") && overtaken.asString().contains("Nobody rang."), overtaken.asString());
        var after = visitor.page(application.path());
        assertTrue(after.text().contains("by letter") || after.text().contains("letter. Entered by Noor Rahman"), after.text());
        assertTrue(after.select("input[name=about]").isEmpty(), "one at a time");
        application.follows();
        assertTrue(application.applicant.page(Appealing.ASK).text().contains("We are looking at it now"));
        SignedIn.as("police");
        assertEquals(404, visitor.answer(application.path()).statusCode());
    }

    @Test
    void whatIsNotDecidedYetOrWasTakenBackIsNotAppealedAgainst() {
        var application = new Appealing(TODAY.minusDays(20), TODAY.minusDays(2)).follows();
        for (var state : new String[] {"RECEIVED", "WITHDRAWN"}) {
            HubRows.run("update hub.trigger set state = ? where id = ?", state, application.id);
            assertEquals(303, application.applicant.answer(Appealing.ASK).statusCode(), state);
            assertFalse(application.applicant.page("/community-trigger/my-form").text().contains("Ask us to check our answer"));
        }
        HubRows.run("update hub.trigger set state = 'NOT_MET' where id = ?", application.id);
        assertTrue(application.applicant.page("/community-trigger/my-form").text().contains("Ask us to check our answer"));
        var page = application.applicant.page(Appealing.ASK);
        var age = ReadingAge.of(page.select("main p, main label, main legend, main .govuk-hint").eachText());
        System.out.println("[reading age] asking for an appeal: " + age);
        assertTrue(age.age() <= 11, age.toString());
        var refused = application.applicant.sendFrom(page, Appealing.ASK, "about", "", "why", " ");
        assertTrue(refused.statusCode() == 422 && refused.asString().contains("Choose what we should check") && refused.asString().contains("Tell us why"), refused.asString());
        assertEquals(303, new Visitor().answer(Appealing.ASK).statusCode(), "without number and code");
    }
}
