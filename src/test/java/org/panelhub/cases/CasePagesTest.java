package org.panelhub.cases;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.meetings.TestMeetings;
import org.panelhub.people.Names;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class CasePagesTest {

    private final Visitor visitor = new Visitor();

    @Test
    @TestSecurity(user = "police")
    void aSeatHolderFindsTheOpenCasesOfThePanel() {
        var page = visitor.page("/cases");
        assertTrue(page.text().contains("RV-7K4QM") && page.text().contains("Martha Okoro"), page.text());
        assertTrue(page.text().contains("RV-C8WNP"), "sealed, and police is on its list");
        assertFalse(page.text().contains("RV-H5LBK"), "closed");
        assertTrue(visitor.page("/cases?state=CLOSED").text().contains("RV-H5LBK"));
    }

    @Test
    @TestSecurity(user = "housing")
    void aSealedCaseIsNeitherListedNorThere() {
        assertFalse(visitor.page("/cases?state=ALL").text().contains("RV-C8WNP"));
        assertEquals(404, visitor.answer("/cases/RV-C8WNP").statusCode());
    }

    @Test
    @TestSecurity(user = "childrens")
    void aBarredMemberDoesNotFindTheCaseNorIsItCounted() {
        assertFalse(visitor.page("/cases?state=ALL").text().contains("RV-P9ZTG"));
        assertFalse(visitor.page("/cases?q=walsh").text().contains("Agnes"));
        assertEquals(404, visitor.answer("/cases/RV-P9ZTG").statusCode());
    }

    @Test
    @TestSecurity(user = "housing")
    void aCaseIsFoundByReferenceOwnReferenceAndTheBeginningOfAName() {
        for (var typed : new String[] { "rv-7k", "NG-20377", "Oko", "martha", "okoro m" }) {
            var page = visitor.page("/cases?q=" + typed);
            assertTrue(page.text().contains("RV-7K4QM"), typed);
            assertFalse(page.text().contains("RV-M2XDT"), typed);
        }
        assertTrue(visitor.page("/cases?q=%").text().contains("No case that you can see begins with “%”"));
    }

    @Test
    @TestSecurity(user = "police")
    void aNameIsFoundAsItIsDisplayedWithAccentsHyphensAndApostrophes() {
        var reference = "RV-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        HubRows.run("""
                insert into hub.case_file (partnership_id, id, panel_id, reference, subject, risk)
                select partnership_id, gen_random_uuid(), panel_id, ?, 'José O’Neill-Łukasz', 'LOW' from hub.case_file where reference = 'RV-7K4QM'""", reference);
        HubRows.run("""
                insert into hub.person (partnership_id, id, panel_id, case_id, part, given_names, family_name, search_name)
                select partnership_id, gen_random_uuid(), panel_id, id, 'RESPONDENT', 'Zoë', 'van der Mèr', ? from hub.case_file where reference = ?""", Names.folded("Zoë", "van der Mèr"), reference);
        for (var typed : new String[] { "José O’Neill-Łukasz", "jose o'neill lukasz", "O'Neill", "Łukasz", "Zoë van der Mèr", "van der mer, Zoe" }) {
            assertTrue(given().queryParam("q", typed).get("/cases").asString().contains(reference), typed);
        }
        assertFalse(given().queryParam("q", "der Mèr").get("/cases").asString().contains(">" + reference), "the middle of a name is no beginning");
    }

    @Test
    @TestSecurity(user = "police")
    void theTimelineGoesBackToTheBeginning() {
        var reference = TestMeetings.aCase("Dora Busy");
        HubRows.run("""
                insert into hub.action (partnership_id, id, case_id, panel_id, owner_agency_id, task, due_on, made_by)
                select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.agency_id, 'Task ' || n, hub.today() + 1, m.id
                  from hub.case_file c, hub.sign_in s join hub.member m on m.id = s.member_id, generate_series(1, 120) n where c.reference = ? and s.subject = 'demo-police'""", reference);
        try {
            var newest = visitor.page("/cases/" + reference + "/timeline");
            assertEquals(100, newest.select(".hub-timeline li").size());
            assertFalse(newest.text().contains("Case opened"));
            var before = visitor.page(newest.select("a[rel=next]").attr("href"));
            assertEquals(21, before.select(".hub-timeline li").size());
            assertTrue(before.select(".hub-timeline li").last().text().startsWith("Case opened"), before.text());
            assertTrue(before.select("a[rel=next]").isEmpty());
        } finally {
            HubRows.run("delete from hub.action where case_id = (select id from hub.case_file where reference = ?)", reference);
        }
    }

    @Test
    @TestSecurity(user = "spoc")
    void ourReferenceIsAskedOfThoseOnlyWhoMayEnterIt() {
        var members = "select m.partnership_id, gen_random_uuid(), m.id, n.id, %s from hub.sign_in s join hub.member m on m.id = s.member_id join hub.panel n on n.partnership_id = m.partnership_id and n.short_name = 'VVP' where s.subject = 'demo-spoc'";
        HubRows.run("insert into hub.seat (partnership_id, id, member_id, panel_id, role, during) " + members.formatted("'SPOC', daterange(hub.today(), null)"));
        HubRows.run("insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during) " + members.formatted("'Signed', daterange(hub.today(), null)"));
        try {
            var page = visitor.page("/cases/RV-7K4QM");
            assertTrue(page.select("form[action$=/own-reference]").isEmpty(), "it would be refused");
        } finally {
            HubRows.run("delete from hub.seat where member_id = (select member_id from hub.sign_in where subject = 'demo-spoc') and panel_id in (select id from hub.panel where short_name = 'VVP')");
            HubRows.run("delete from hub.undertaking where member_id = (select member_id from hub.sign_in where subject = 'demo-spoc') and panel_id in (select id from hub.panel where short_name = 'VVP')");
        }
    }

    @Test
    @TestSecurity(user = "police")
    void anotherAgencysReferenceFindsNothing() {
        assertFalse(visitor.page("/cases?q=NG-20377").text().contains("RV-7K4QM"));
    }

    @Test
    @TestSecurity(user = "police")
    void theSummaryShowsWhoIsInTheCaseAndWhoManagesIt() {
        var page = visitor.page("/cases/RV-7K4QM");
        assertEquals("VVP case RV-7K4QM", page.select(".govuk-caption-l").text());
        assertTrue(page.select("h1").text().startsWith("Martha Okoro, "), page.select("h1").text());
        assertTrue(page.text().contains("High, was high"));
        assertTrue(page.text().contains("Case manager: Priya Nair, council housing"));
        assertTrue(page.text().contains("On the agenda: today, item 4"));
        assertTrue(page.text().contains("Flat 14, Heron House"));
        assertTrue(page.select(".hub-safe").isEmpty(), "police does not contact the person");
        assertTrue(page.select("a[href$=/edit]").isEmpty());
        assertTrue(page.select("form[action*={]").isEmpty(), "each form knows where it goes");
    }

    @Test
    @TestSecurity(user = "housing")
    void theCaseManagerSeesTheSafeContactFactsFirst() {
        assertEquals("Safe contact. Call 07700 900123 weekdays 9 to 12 only. Letters are safe. Not safe to talk to: brother at the same address. Do not leave a message.",
                visitor.page("/cases/RV-7K4QM").select(".hub-safe").text());
    }

    @Test
    @TestSecurity(user = "police.other")
    void withoutASeatTheCaseIsNotThere() {
        assertEquals(404, visitor.answer("/cases/RV-7K4QM").statusCode());
        assertTrue(visitor.page("/cases").text().contains("There is no case for you here"));
    }

    @Test
    @TestSecurity(user = "admin")
    void anAdministratorSeesNoCase() {
        assertEquals(404, visitor.answer("/cases/RV-7K4QM").statusCode());
        assertTrue(visitor.page("/cases").text().contains("There is no case for you here"));
    }

    @Test
    @TestSecurity(user = "hillside.police")
    void anotherPartnershipsCaseIsNotThere() {
        assertEquals(404, visitor.answer("/cases/RV-7K4QM").statusCode());
        assertTrue(visitor.page("/cases").text().contains("HS-4TRWK"));
        assertFalse(visitor.page("/cases").text().contains("RV-"));
    }

    @Test
    @TestSecurity(user = "unsigned")
    void anAgencyThatHasNotSignedSeesItsOwnInformationButNoCase() {
        var page = visitor.page("/cases");
        assertFalse(page.text().contains("RV-7K4QM"));
        assertTrue(page.text().contains("Our own information on cases not open to us"));
        assertFalse(page.select("a[href^=/items/]").isEmpty());
    }

    @Test
    @TestSecurity(user = "analyst")
    void theAnalystKeepsTheProfileAndIsShownWhatSomeoneElseSavedFirst() {
        var opened = visitor.page("/cases/RV-H5LBK/edit");
        var version = opened.select("input[name=version]").attr("value");
        var after = visitor.follow(visitor.sendFrom(opened, "/cases/RV-H5LBK/edit", "subject", "Colin Ferris", "category", "Noise", "summary", "Quiet since August.", "version", version));
        assertTrue(after.text().contains("Quiet since August."));

        var second = visitor.sendFrom(opened, "/cases/RV-H5LBK/edit", "subject", "Colin Ferris", "category", "Noise", "summary", "Typed by the second person.", "version", version);
        assertEquals(409, second.statusCode());
        assertTrue(second.asString().contains("Quiet since August.") && second.asString().contains("Typed by the second person."));
    }

    @Test
    @TestSecurity(user = "analyst")
    void aProfileWithoutANameOrTooLongIsRefusedAndKeptAsTyped() {
        var answer = visitor.send("/cases/RV-H5LBK/edit", "/cases/RV-H5LBK/edit", "subject", "", "category", "<script>alert(1)</script>", "summary", "x".repeat(20_001), "version", "0");
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("Enter name of the case"));
        assertTrue(answer.asString().contains("Summary must be 20,000 characters or fewer"));
        assertFalse(answer.asString().contains("<script>alert(1)"));
    }

    @Test
    @TestSecurity(user = "police")
    void aRepresentativeMayNotChangeTheProfileNorNameTheTeam() {
        assertEquals(403, visitor.answer("/cases/RV-7K4QM/edit").statusCode());
        assertEquals(403, visitor.answer("/cases/RV-7K4QM/team").statusCode());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aNewCaseManagerTakesThePlaceOfTheOneBefore() {
        var form = visitor.page("/cases/RV-P9ZTG/team");
        var police = form.select("option:contains(Daniel Reyes)").attr("value");
        var before = form.select("option:contains(Grace Adeyemi)").attr("value");
        var page = visitor.follow(visitor.sendFrom(form, "/cases/RV-P9ZTG/team", "member", police, "role", "CASE_MANAGER"));
        assertTrue(page.text().contains("Case manager: Sgt Daniel Reyes, police"), page.text());
        page = visitor.done("/cases/RV-P9ZTG/team", "/cases/RV-P9ZTG/team", "member", before, "role", "CASE_MANAGER");
        assertTrue(page.text().contains("Case manager: Grace Adeyemi, adult social care"), page.text());
    }

    @Test
    @TestSecurity(user = "fire")
    void anAgencyKeepsItsOwnReference() {
        var page = visitor.done("/cases/RV-7K4QM", "/cases/RV-7K4QM/own-reference", "ownReference", "FB/881");
        assertEquals("FB/881", page.select("input[name=ownReference]").attr("value"));
        visitor.done("/cases/RV-7K4QM", "/cases/RV-7K4QM/own-reference", "ownReference", "FB/882");
        assertTrue(visitor.page("/cases?q=fb/882").text().contains("RV-7K4QM"));
    }

    @Test
    @TestSecurity(user = "police")
    void riskShowsScoreJudgementAndReason() {
        assertTrue(visitor.page("/cases/RV-7K4QM/risk").text().contains("Victim vulnerability assessment, edition 1"));
        assertTrue(visitor.page("/cases/RV-H5LBK/risk").text().contains("No assessment has been recorded"));
    }

    @Test
    @TestSecurity(user = "noise")
    void withoutAnUndertakingASeatOpensNoCase() {
        assertEquals(404, visitor.answer("/cases/RV-7K4QM/risk").statusCode());
    }

    @Test
    @TestSecurity(user = "socialcare")
    void aNewAssessmentKeepsScoreAndJudgementAndNeedsAReasonWhereTheyDiffer() {
        var path = "/cases/RV-P9ZTG/risk/new";
        var empty = visitor.send(path, path, "judgement", "HIGH");
        assertEquals(422, empty.statusCode());
        assertTrue(empty.asString().contains("Choose the occasion") && empty.asString().contains("Answer: "));
        var form = visitor.page(path);
        var fields = new java.util.ArrayList<String>();
        form.select("input[type=radio][name^=answer-]").stream().map(i -> i.attr("name")).distinct()
                .forEach(name -> fields.addAll(java.util.List.of(name, form.select("input[name=" + name + "]").first().attr("value"))));
        fields.addAll(java.util.List.of("occasion", "LATER_REVIEW", "on-day", "3", "on-month", "10", "on-year", "2025", "judgement", "HIGH"));
        var differs = visitor.sendFrom(form, path, fields.toArray(String[]::new));
        assertEquals(422, differs.statusCode());
        assertTrue(differs.asString().contains("Say why your judgement differs"));
        fields.addAll(java.util.List.of("rationale", "Isolated since the spring."));
        var risk = visitor.follow(visitor.sendFrom(form, path, fields.toArray(String[]::new)));
        // A day later, one thing is otherwise.
        fields.set(fields.indexOf("on-day") + 1, "4");
        var first = form.select("input[type=radio][name^=answer-]").first();
        var second = form.select("input[name=" + first.attr("name") + "]").get(1);
        fields.set(1, second.val());
        var again = visitor.follow(visitor.sendFrom(form, path, fields.toArray(String[]::new)));
        var changed = again.select("table:contains(Answered otherwise than the last time)").first();
        assertEquals(1, changed.select("tbody tr").size(), changed.text());
        assertTrue(changed.text().endsWith(form.select("label[for=" + first.id() + "]").text() + " " + form.select("label[for=" + second.id() + "]").text()), changed.text());
        assertTrue(again.select("table:contains(Trend) tbody tr").first().text().contains("up "), again.text());
        assertTrue(risk.text().contains("At a later review") && risk.text().contains("Isolated since the spring.") && risk.text().contains("differs from the score"), risk.text());
    }

    @Test
    @TestSecurity(user = "socialcare")
    void theTimelineHoldsOnlyWhatIsOpenToTheViewer() {
        var text = visitor.page("/cases/RV-7K4QM/timeline").text();
        assertTrue(text.contains("Case opened") && text.contains("Action agreed") && text.contains("Protection plan, edition 1"), text);
        assertFalse(text.contains("Decision of the panel"), "was not at the meeting");
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whoIsNamedForATermIsToldByMailThatNamesNoCaseAndSeesItUntilTheLastDay() {
        var team = "/cases/RV-M2XDT/team";
        var officer = HubRows.one("select id from hub.member where name = 'Dr Amara Cole'");
        var today = java.time.LocalDate.parse(HubRows.one("select hub.today()"));
        var yesterday = today.minusDays(1);
        var late = visitor.send(team, team, "member", officer, "role", "CASE_WORKER", "until-day", "" + yesterday.getDayOfMonth(), "until-month", "" + yesterday.getMonthValue(), "until-year", "" + yesterday.getYear());
        assertEquals(422, late.statusCode());
        assertTrue(late.asString().contains("Last day must be today or later"), late.asString());
        try {
            visitor.done(team, team, "member", officer, "role", "CASE_WORKER", "until-day", "" + today.getDayOfMonth(), "until-month", "" + today.getMonthValue(), "until-year", "" + today.getYear());
            assertEquals("t", HubRows.one("select upper(during) = hub.today() + 1 from hub.case_team where member_id = ?::uuid and role = 'CASE_WORKER'", officer));
            assertEquals("1", HubRows.one("select count(*) from hub.outbox where template = 'case team' and to_member = ?::uuid", officer));
            assertEquals("0", HubRows.one("select count(*) from hub.outbox where template = 'case team' and (subject || body) ~ 'M2XDT|Fitch'"));
        } finally {
            HubRows.run("delete from hub.case_team where member_id = ?::uuid and role = 'CASE_WORKER'", officer);
            HubRows.run("delete from hub.outbox where template = 'case team'");
        }
    }
}
