package org.panelhub.trigger.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panelhub.trigger.apply.Resident.CODE;
import static org.panelhub.trigger.apply.Resident.HERE;
import static org.panelhub.trigger.apply.Resident.REFERENCE;
import static org.panelhub.trigger.apply.Resident.assertError;
import static org.panelhub.trigger.apply.Resident.first;
import static org.panelhub.trigger.apply.Resident.to;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.ReadingAge;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** Somebody without an account applies, comes back, follows and writes; whoever answers for it reads and answers. */
@QuarkusTest
class ApplyPagesTest {

    private final Resident applicant = new Resident();
    private final Visitor resident = applicant.browser;

    /** What other tests tried from this address does not count. */
    @BeforeEach
    void nothingWasTried() {
        HubRows.run("delete from hub.public_attempt");
    }

    @AfterEach
    void leaveNothing() {
        Resident.leaveNothing();
    }

    @Test
    void aResidentAppliesAnswersEachQuestionOnAPageOfItsOwnAndIsGivenANumberAndACode() {
        var check = applicant.filledIn();
        var text = check.text();
        assertTrue(text.contains("Ivy Marlow") && text.contains("Noise every night") && text.contains("Riverside Police, 3 March 2026"), text);
        var refused = resident.sendFrom(check, HERE + "/check");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("Tick the box to say that this is true"));
        var sent = resident.follow(applicant.sent(check));
        var reference = first(REFERENCE, sent.text());
        assertTrue(sent.text().contains(first(CODE, sent.text())));
        // Sent again, because its answer was lost: the same application.
        assertEquals(reference, first(REFERENCE, resident.follow(applicant.sent(check)).text()));
        assertEquals("1", HubRows.one("select count(*)::text from hub.trigger where happening like '%test of the form%'"));
        assertEquals("We have your form", HubRows.one("select subject from hub.outbox where to_applicant is not null"));
        assertFalse(HubRows.one("select body from hub.outbox where to_applicant is not null").contains(first(CODE, sent.text())), "whoever reads the mail has not the code");
        assertTrue(resident.page(HERE + "/my-form").text().contains("We got your form"));
        assertFalse(resident.page(HERE + "/my-form").text().contains("We told the police"), "no designated officer is on the list");
    }

    @Test
    void whatIsMissingOrWrongIsSaidBesideItsFieldAndWhatWasTypedStays() {
        applicant.begin();
        assertError(applicant.answer("who"), "Choose who you are asking for");
        to(applicant.answer("who", "kind", "THIRD_PARTY"), "agree");
        var refused = applicant.answer("agree", "consent", "NO", "consentHow", "I have not asked my mother");
        assertError(refused, "We need this person’s yes first");
        assertTrue(refused.asString().contains("I have not asked my mother"), "what was typed stays");
        to(applicant.answer("agree", "consent", "GIVEN", "consentHow", "She told me on the phone"), "name");
        assertError(applicant.answer("name", "name", " ", "victimName", "Ada Marlow", "relation", "Daughter"), "We cannot reply if we do not know who you are");
    }

    @Test
    void aDateThatIsNoneOrHasNotComeIsRefusedAndSoIsAReportBeforeWhatItReports() {
        applicant.begin();
        applicant.upToTold();
        to(applicant.answer("told", "reported", "YES"), "reports");
        var page = resident.page(HERE + "/apply/report/1");
        assertError(resident.sendFrom(page, HERE + "/apply/report/1", "what", "Noise", "reportedTo", "Police", "happenedOn-day", "30", "happenedOn-month", "2", "happenedOn-year", "2026"), "must be a real date");
        assertError(resident.sendFrom(page, HERE + "/apply/report/1", "what", "Noise", "reportedTo", "Police", "happenedOn-day", "1", "happenedOn-month", "1", "happenedOn-year", "2999"), "must be today or before today");
        assertError(resident.sendFrom(page, HERE + "/apply/report/1", "what", "Noise", "reportedTo", "Police", "happenedOn-day", "3", "happenedOn-month", "3", "happenedOn-year", "2026", "reportedOn-day", "2", "reportedOn-month", "3",
                "reportedOn-year", "2026"), "You cannot have told them before it happened");
    }

    @Test
    void whoStopsForNowComesBackWithTheCodeAloneOnAnotherDevice() {
        applicant.begin();
        var saved = resident.follow(applicant.answer("who", "kind", "PERSON", "later", "yes"));
        var code = first(CODE, saved.text());
        var elsewhere = new Visitor();
        var back = elsewhere.done(HERE + "/come-back", HERE + "/come-back", "code", code.toLowerCase().replace("-", " "));
        assertEquals("What is your name?", back.select("h1").text());
        assertTrue(elsewhere.page(HERE + "/apply/who").select("input[value=PERSON]").hasAttr("checked"));
        assertEquals(422, new Visitor().send(HERE + "/come-back", HERE + "/come-back", "code", "ABCD-EFGH-2345").statusCode());
    }

    @Test
    void aCodeIsNotFoundByTryingAndRightAndWrongNumbersAnswerAlike() {
        var sent = resident.follow(applicant.sent(applicant.filledIn()));
        var reference = first(REFERENCE, sent.text());
        var guesser = new Visitor();
        var page = guesser.page(HERE + "/follow");
        var right = guesser.sendFrom(page, HERE + "/follow", "reference", reference, "code", "ABCD-EFGH-2345");
        var wrong = guesser.sendFrom(page, HERE + "/follow", "reference", "RV-TAAAAAA", "code", "ABCD-EFGH-2345");
        assertEquals(422, right.statusCode());
        assertEquals(right.asString().replace(reference, "").replaceAll("form-token\" value=\"[^\"]*", ""), wrong.asString().replace("RV-TAAAAAA", "").replaceAll("form-token\" value=\"[^\"]*", ""));
        Response last = wrong;
        for (int n = 0; n < 30 && last.statusCode() != 429; n++) {
            last = guesser.sendFrom(page, HERE + "/follow", "reference", reference, "code", "ABCD-EFGH-23" + (40 + n));
        }
        assertEquals(429, last.statusCode());
    }

    @Test
    @TestSecurity(user = "spoc")
    void theSinglePointOfContactReadsItAnswersAndTheApplicantReadsTheAnswerAndTakesItBack() {
        var sent = resident.follow(applicant.sent(applicant.filledIn()));
        var reference = first(REFERENCE, sent.text());
        HubRows.run("delete from hub.trigger_arrangement");
        HubRows.run("""
                insert into hub.trigger_arrangement (partnership_id, id, during, complaints, report_months, apply_months, weighed, discretion, spans, amber_days)
                select partnership_id, gen_random_uuid(), daterange(hub.today() - 90, null), 3, 1, 6, '{}', true, '[{"stage": "ACKNOWLEDGEMENT", "days": 5, "unit": "WORKING_DAYS", "from": "RECEIPT"}]', 2 from hub.trigger_scheme""");
        var spoc = new Visitor();
        assertTrue(spoc.page("/triggers").text().contains(reference));
        var page = spoc.page("/triggers/" + reference);
        assertTrue(page.text().contains("First contact or acknowledgement") && spoc.page("/triggers").text().contains("In time"), page.text());
        assertEquals(422, spoc.send("/triggers/" + reference, "/triggers/" + reference + "/pause", "why", " ").statusCode());
        assertTrue(spoc.done("/triggers/" + reference, "/triggers/" + reference + "/pause", "why", "The applicant is away").text().contains("Clock paused: The applicant is away"));
        assertTrue(spoc.done("/triggers/" + reference, "/triggers/" + reference + "/resume").text().contains("Clock goes on"));
        assertTrue(page.text().contains("Noise every night") && page.text().contains("ivy@example.org") && page.text().contains("Designated officers told"), page.text());
        resident.done(HERE + "/my-form", HERE + "/my-form/write", "body", "It was bad again last night.");
        assertTrue(spoc.page("/triggers").text().contains("1 new message"));
        assertTrue(spoc.page("/triggers/" + reference).text().contains("It was bad again last night."));
        assertFalse(spoc.page("/triggers").text().contains("1 new message"), "it was read");
        spoc.done("/triggers/" + reference, "/triggers/" + reference + "/write", "body", "We will call you on Monday.");
        var mine = resident.page(HERE + "/my-form").text();
        assertTrue(mine.contains("We will call you on Monday.") && !mine.contains("Noor Rahman"), mine);
        spoc.done("/triggers/" + reference + "/acknowledge", "/triggers/" + reference + "/acknowledge", "on-day", today()[2], "on-month", today()[1], "on-year", today()[0], "how", "Called at ten");
        mine = resident.page(HERE + "/my-form").text();
        assertTrue(mine.contains("to say that we have it") && !mine.contains("Called at ten"), mine);
        assertTrue(resident.done(HERE + "/my-form/withdraw", HERE + "/my-form/withdraw", "why", "I have moved").text().contains("You took your form back"));
        var withdrawn = spoc.page("/triggers/" + reference);
        assertTrue(withdrawn.text().contains("I have moved"));
        assertTrue(spoc.done("/triggers/" + reference, "/triggers/" + reference + "/reopen", "why", "Asked again by telephone").text().contains("Opened again"));
    }

    @Test
    @TestSecurity(user = "spoc")
    void whatCameByTelephoneCountsFromTheDayItCame() {
        var spoc = new Visitor();
        var refused = spoc.send("/triggers/new", "/triggers/new", "kind", "PERSON", "name", "Abdul Karim");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("Choose how it came") && refused.asString().contains("Abdul Karim"));
        var day = HubRows.one("select to_char(hub.today() - 3, 'YYYY-MM-DD')").split("-");
        var taken = spoc.done("/triggers/new", "/triggers/new", "how", "TELEPHONE", "on-day", day[2], "on-month", day[1], "on-year", day[0], "kind", "PERSON", "name", "Abdul Karim", "under18", "NO",
                "happening", "Shouting, told in a test of the form", "since", "May", "place", "Swan Court", "respondentMinor", "UNKNOWN", "hate", "NO", "reported", "YES", "report-0-what", "Shouting", "report-0-reportedTo", "Police",
                "impact", "No sleep", "children", "NO", "involvement", "TOLD", "reachBy", "TELEPHONE", "telephone", "020 7946 0100", "safe", "TELEPHONE");
        var reference = first(REFERENCE, taken.text());
        var code = first(CODE, taken.text());
        assertEquals("3", HubRows.one("select (hub.today() - received_on)::text from hub.trigger where reference = '" + reference + "'"));
        assertEquals("Police", HubRows.one("select reported_to from hub.trigger_complaint c join hub.trigger t on t.id = c.trigger_id where t.reference = '" + reference + "'"));
        assertEquals("Your form", resident.done(HERE + "/follow", HERE + "/follow", "reference", reference.toLowerCase(), "code", code).select("h1").text());
        var anew = first(CODE, spoc.done("/triggers/" + reference, "/triggers/" + reference + "/new-code").text());
        assertEquals(422, new Visitor().send(HERE + "/follow", HERE + "/follow", "reference", reference, "code", code).statusCode(), "the first code is over");
        assertEquals(303, new Visitor().send(HERE + "/follow", HERE + "/follow", "reference", reference, "code", anew).statusCode());
    }

    @Test
    @TestSecurity(user = "spoc")
    void whatIsKeyedInHappenedBeforeItCameIsComparedAsOnThePublicFormAndItsApplicantIsSentAReceipt() {
        var spoc = new Visitor();
        var day = HubRows.one("select to_char(hub.today() - 3, 'YYYY-MM-DD')").split("-");
        var later = HubRows.one("select to_char(hub.today() - 1, 'YYYY-MM-DD')").split("-");
        var refused = spoc.send("/triggers/new", "/triggers/new", keyedIn(day, "report-0-happenedOn-day", later[2], "report-0-happenedOn-month", later[1], "report-0-happenedOn-year", later[0]));
        assertError(refused, "The date must not be after the day it was received");
        refused = spoc.send("/triggers/new", "/triggers/new", keyedIn(day, "report-0-happenedOn-day", "3", "report-0-happenedOn-month", "3", "report-0-happenedOn-year", "2026", "report-0-reportedOn-day", "2",
                "report-0-reportedOn-month", "3", "report-0-reportedOn-year", "2026"));
        assertError(refused, "You cannot have told them before it happened");
        var reference = first(REFERENCE, spoc.done("/triggers/new", "/triggers/new", keyedIn(day)).text());
        var mail = HubRows.one("select body from hub.outbox where to_applicant = (select id from hub.trigger where reference = ?)", reference);
        assertTrue(mail.contains("Your number is " + reference), mail);
    }

    @Test
    @TestSecurity(user = "spoc")
    void whoAsksToBeCalledAndNotWrittenToIsMailedNothing() {
        var day = HubRows.one("select to_char(hub.today(), 'YYYY-MM-DD')").split("-");
        var reference = first(REFERENCE, new Visitor().done("/triggers/new", "/triggers/new", keyedIn(day, "needs", "CALL_ME")).text());
        assertEquals("0", HubRows.one("select count(*)::text from hub.outbox where to_applicant = (select id from hub.trigger where reference = ?)", reference));
        // Nor what was put out before somebody asked for it.
        HubRows.run("insert into hub.outbox (partnership_id, id, to_applicant, template, subject, body) select partnership_id, gen_random_uuid(), id, 'waits', 'x', 'x' from hub.trigger where reference = ?", reference);
        assertEquals("0", HubRows.one("with mail as (select set_config('hub.service', 'mail', true) as service) select count(*)::text from mail, access.claim_mail(case when service = 'mail' then 1000 end, interval '1 second') c where c.address = 'abdul@example.org'"));
    }

    @Test
    @TestSecurity(user = "police")
    void beforeAReviewIsOpenTheBoardReadsNothingOfTheApplication() {
        var reference = first(REFERENCE, resident.follow(applicant.sent(applicant.filledIn())).text());
        var police = new Visitor();
        assertEquals(404, police.answer("/triggers/" + reference).statusCode());
        assertFalse(police.page("/triggers").text().contains(reference));
        assertEquals(404, police.send(HERE + "/follow", "/triggers/" + reference + "/write", "body", "x").statusCode());
        assertEquals(403, police.answer("/triggers/new").statusCode());
    }

    @Test
    void aMailServerThatRepeatsTheApplicantsAddressTellsItToNobody() {
        var reference = first(REFERENCE, resident.follow(applicant.sent(applicant.filledIn())).text());
        HubRows.run("insert into hub.outbox (partnership_id, id, to_applicant, template, subject, body, next_try_at) select partnership_id, gen_random_uuid(), id, 'refused', 'x', 'x', hub.now() + interval '1 day' from hub.trigger where reference = ?", reference);
        HubRows.run("with mail as (select set_config('hub.service', 'mail', true) as service) select access.mail_failed(o.partnership_id, o.id, '550 ' || service || ' ivy@example.org unknown', hub.now() + interval '1 day', true) from mail, hub.outbox o where o.template = 'refused'");
        assertEquals("The mail server did not take it", HubRows.one("select last_error from hub.outbox where template = 'refused'"));
    }

    @Test
    @TestSecurity(user = "hillside.police")
    void anotherPartnershipFindsNoApplication() {
        var reference = first(REFERENCE, resident.follow(applicant.sent(applicant.filledIn())).text());
        var other = new Visitor();
        assertEquals(404, other.answer("/triggers/" + reference).statusCode());
        assertFalse(other.page("/triggers").text().contains(reference));
    }

    @Test
    void thePagesAreReadableAtTheAgeOfNineToEleven() {
        readable("", "/come-back", "/follow", "/privacy/riverside");
        var check = applicant.filledIn();
        readable("/apply/who", "/apply/name", "/apply/age", "/apply/what", "/apply/people", "/apply/why", "/apply/told", "/apply/report/2", "/apply/reports", "/apply/harm", "/apply/part", "/apply/reach", "/apply/safe", "/apply/needs",
                "/check", "/saved", "/saved");
        resident.follow(applicant.sent(check));
        readable("/sent", "/my-form", "/my-form/withdraw");
    }

    private void readable(String... pages) {
        for (var page : pages) {
            var age = ReadingAge.of(resident.page(HERE + page));
            System.out.println("[reading age] " + HERE + page + " " + age);
            assertTrue(age.age() <= 11, HERE + page + " " + age);
        }
    }

    private static String[] keyedIn(String[] day, String... more) {
        return Stream.concat(Stream.of("how", "TELEPHONE", "on-day", day[2], "on-month", day[1], "on-year", day[0], "kind", "PERSON", "name", "Abdul Karim", "under18", "NO", "happening", "Shouting, told in a test of the form",
                "since", "May", "place", "Swan Court", "respondentMinor", "UNKNOWN", "hate", "NO", "reported", "YES", "report-0-what", "Shouting", "report-0-reportedTo", "Police", "impact", "No sleep", "children", "NO",
                "involvement", "TOLD", "reachBy", "EMAIL", "email", "abdul@example.org", "safe", "EMAIL"), Stream.of(more)).toArray(String[]::new);
    }

    private static String[] today() {
        return HubRows.one("select to_char(hub.today(), 'YYYY-MM-DD')").split("-");
    }
}
