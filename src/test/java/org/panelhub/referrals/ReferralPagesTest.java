package org.panelhub.referrals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.panelhub.page.Dates;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Who gets which referral page, and what bad input comes to. */
@QuarkusTest
class ReferralPagesTest {

    @Test
    @TestSecurity(user = "fire")
    void moreThanTheInboxHoldsIsSaid() {
        try {
            HubRows.run("""
                    insert into hub.referral (partnership_id, id, panel_id, author_id, agency_id, own_reference, state)
                    select m.partnership_id, gen_random_uuid(), p.id, m.id, m.agency_id, 'MANY', 'DRAFT'
                      from hub.sign_in s join hub.member m on m.id = s.member_id join hub.panel p on p.partnership_id = m.partnership_id and p.short_name = 'VVP', generate_series(1, 501) n
                     where s.subject = 'demo-fire'""");
            assertTrue(new Visitor().page("/referrals").text().contains("More referrals are on their way than are shown here"));
        } finally {
            HubRows.run("delete from hub.referral where own_reference = 'MANY'");
        }
        assertFalse(new Visitor().page("/referrals").text().contains("More referrals are on their way"));
    }

    private final Visitor visitor = new Visitor();

    @Test
    @TestSecurity(user = "coordinator")
    void theCoordinatorSeesWhatIsToTriageWithItsClock() {
        var list = visitor.page("/referrals");
        var triage = list.select("section[aria-labelledby=triage]").text();
        assertTrue(triage.contains("Ivy Marlow"), triage);
        assertTrue(triage.contains("Due in") || triage.contains("Due today") || triage.contains("late"), triage);
        assertTrue(triage.contains("Waiting for what was asked"), triage);
        assertFalse(list.text().contains("Rosa Teller"), "Waits for its senior officer, and is nobody else's yet");
        assertEquals("/referrals/key-in", list.select("a:contains(Key in)").attr("href"));
    }

    @Test
    @TestSecurity(user = "unsigned")
    void aMemberOfAnotherAgencySeesNoneOfThem() {
        var list = visitor.page("/referrals").text();
        assertFalse(list.contains("Marlow") || list.contains("Teller") || list.contains("Karim"), list);
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aReferralThatIsAbsentAndOneThatIsHiddenGetTheSameAnswer() {
        var path = visitor.page("/referrals").select("a:contains(Ivy Marlow)").attr("href");
        visitor.page(path);
        for (var account : new String[] { "police", "mentalhealth", "hillside.coordinator", "unsigned" }) {
            SignedIn.as(account);
            var hidden = new Visitor().answer(path);
            var absent = new Visitor().answer("/referrals/" + UUID.randomUUID());
            var garbled = new Visitor().answer("/referrals/' or 1=1 --");
            assertEquals(404, hidden.statusCode(), account);
            assertEquals(404, absent.statusCode(), account);
            assertEquals(404, garbled.statusCode(), account);
            assertEquals(Jsoup.parse(absent.asString()).text(), Jsoup.parse(hidden.asString()).text());
        }
    }

    @Test
    @TestSecurity(user = "housing")
    void aRepresentativeDoesNotTriageItsOwnReferral() {
        var path = visitor.page("/referrals").select("a:contains(Ivy Marlow)").attr("href");
        var page = visitor.page(path);
        assertTrue(page.select("a[href$=/accept]").isEmpty());
        assertEquals(403, visitor.answer(path + "/accept").statusCode());
        assertEquals(403, visitor.sendFrom(visitor.page("/referrals/new?panel=VVP"), path + "/accept", "summary", "x", "category", "Noise").statusCode());
        assertEquals(403, visitor.sendFrom(visitor.page("/referrals/new?panel=VVP"), path + "/decision", "decision", "REFER", "reason", "x").statusCode());
    }

    @Test
    @TestSecurity(user = "police")
    void onlyThoseWhoTriageKeyIn() {
        assertEquals(403, visitor.answer("/referrals/key-in").statusCode());
        assertTrue(visitor.page("/referrals").select("a:contains(Key in)").isEmpty());
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void aDraftIsSeenByItsAuthorOnlyAndKeepsWhatWasTyped() throws SQLException {
        var form = new Forms().begin();
        var refused = form.save("person", "given", "", "family", "Ekström", "born-day", "31", "born-month", "2", "born-year", "1950");
        assertEquals(422, refused.statusCode());
        var page = Jsoup.parse(refused.asString());
        assertTrue(page.select(".govuk-error-summary").text().contains("Enter given names"), page.text());
        assertTrue(page.select(".govuk-error-summary").text().contains("Date of birth must be a real date"));
        assertEquals("31", form.page("person").select("input[name=born-day]").val());
        assertTrue(form.visitor().page(form.path() + "/tasks").text().contains("Not finished"));
        SignedIn.as("coordinator");
        assertEquals(404, new Visitor().answer(form.path() + "/tasks").statusCode());
        assertEquals(1, count("select count(*) from hub.referral where typed -> 'person' ->> 'family' = 'Ekström' and state = 'DRAFT'"));
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void anAgencyWithoutASeniorOfficerSaysWhoDecided() {
        var form = new Forms().begin();
        form.person("Viggo", "Larsen", "1958").assessedHigh();
        var check = form.visitor().page(form.path() + "/check");
        assertTrue(check.select("form").isEmpty(), "Nothing can be sent before the decision is said");
        form.fill("decision", "senior", "Dr Amara Cole, consultant", "seniorReason", "At risk of going into hospital.");
        assertTrue(form.send().text().contains("The referral is with the panel."));
        SignedIn.as("coordinator");
        var page = new Visitor().page(form.path());
        assertTrue(page.text().contains("Dr Amara Cole, consultant decided to refer"), page.text());
    }

    @Test
    @TestSecurity(user = "housing")
    void badInputIsAnsweredBesideItsField() {
        var form = new Forms().begin();
        assertProblem(form, "person", "Date of birth must be in the past", "given", "A", "family", "B", "born-day", "1", "born-month", "1", "born-year", "2090");
        assertProblem(form, "person", "Given names must be 200 characters or fewer", "given", "x".repeat(10_000), "family", "B");
        assertProblem(form, "consent", "Say why you refer without consent", "consent", "REFUSED", "reason", "");
        assertProblem(form, "contact", "Enter telephone number", "toCall", "YES", "toWrite", "NO", "telephone", "");
        assertProblem(form, "household", "Person 1 is 18 or older", "any", "YES", "given1", "Ann", "part1", "CHILD", "born1-day", "1", "born1-month", "1", "born1-year", "1990");
        form.fill("person", "given", "A", "family", "B", "born-day", "1", "born-month", "1", "born-year", "2020").answered("daily", "yes", "no");
        assertProblem(form, "judgement", "Date of the assessment is before the person was born", "judgement", "HIGH", "assessed-day", "1", "assessed-month", "1", "assessed-year", "2019");
        assertProblem(form, "judgement", "Date of the assessment must be today or in the past", "judgement", "HIGH", "assessed-day", "1", "assessed-month", "1", "assessed-year", "2090");
    }

    @Test
    @TestSecurity(user = "housing")
    void aScriptInANameIsShownAsItsLetters() {
        var form = new Forms().begin().person("<script>alert(1)</script>", "<b>Bold</b>", "1950").assessedHigh();
        var page = form.send();
        assertEquals("<script>alert(1)</script> <b>Bold</b>", page.select("h1").text());
        assertEquals(0, page.select("main script").size());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aReferralOnPaperStartsItsClockWhenItWasReceived() throws SQLException {
        var refused = visitor.send("/referrals/key-in", "/referrals/key-in", Forms.received(LocalDate.now().plusDays(2), "Quay Surgery, Dr Holm"));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("Date of receipt must be today or in the past"));
        var begun = visitor.send("/referrals/key-in", "/referrals/key-in", Forms.received(LocalDate.now().minusDays(2), "Quay Surgery, Dr Holm"));
        assertEquals(303, begun.statusCode(), begun.asString());
        var form = new Forms().at(begun).person("Wanda", "Sorel", "1944");
        var sent = form.send();
        assertTrue(sent.text().contains("Quay Surgery, Dr Holm"), sent.text());
        assertTrue(sent.text().contains(Dates.day(LocalDate.now().minusDays(2)) + " at 09:00"), sent.text());
        assertTrue(sent.text().contains("None came with the referral."));
        try (var owner = HubDatabase.asOwner(); var statement = owner.createStatement();
                var row = statement.executeQuery("""
                        select r.state, r.triage_by > hub.today() - 2, r.agency_id is null, r.received_how from hub.referral r join hub.person p on p.referral_id = r.id where p.family_name = 'Sorel'""")) {
            assertTrue(row.next());
            assertEquals("SENT", row.getString(1));
            assertTrue(row.getBoolean(2));
            assertTrue(row.getBoolean(3));
            assertEquals("PAPER", row.getString(4));
        }
    }

    @Test
    @TestSecurity(user = "coordinator")
    void everyLookIsOnRecordTheSafeContactApart() throws SQLException {
        var begun = visitor.send("/referrals/key-in", "/referrals/key-in", Forms.received(LocalDate.now().minusDays(2), "Quay School"));
        var form = new Forms().at(begun).person("Xenia", "Praed", "1990");
        form.send();
        SignedIn.as("analyst");
        var page = new Visitor().page(form.path());
        assertTrue(page.select(".hub-safe").isEmpty(), "The analyst does not contact the person");
        assertFalse(page.text().contains("07700 900555"));
        var id = form.path().replace("/referrals/", "");
        assertEquals(1, count("select count(*) from audit.entry e join hub.member m on m.id = e.member_id where m.name = 'Ines Duarte' and e.act = 'READ' and e.kind = 'referral' and e.subject = '" + id + "'"));
        var person = "(select id::text from hub.person where referral_id = '" + id + "' and part = 'VICTIM')";
        assertEquals(1, count("select count(*) from audit.entry e join hub.member m on m.id = e.member_id where m.name = 'Ines Duarte' and e.act = 'READ' and e.kind = 'person' and e.subject = " + person));
        assertEquals(0, count("select count(*) from audit.entry e join hub.member m on m.id = e.member_id where m.name = 'Ines Duarte' and e.act = 'READ' and e.kind = 'safe_contact' and e.subject = " + person));
        assertTrue(count("select count(*) from audit.entry e join hub.member m on m.id = e.member_id where m.name = 'Lena Fischer' and e.act = 'READ' and e.kind = 'safe_contact' and e.subject = " + person) >= 1);
    }

    @Test
    @TestSecurity(user = "police")
    void aRefusalIsOnRecord() throws SQLException {
        var unknown = UUID.randomUUID();
        assertEquals(404, visitor.answer("/referrals/" + unknown).statusCode());
        assertEquals(1, count("select count(*) from audit.entry where act = 'REFUSED' and kind = 'referral' and subject = '" + unknown + "'"));
    }

    private static void assertProblem(Forms form, String step, String message, String... fields) {
        var answer = form.save(step, fields);
        assertEquals(422, answer.statusCode(), answer.asString());
        var summary = Jsoup.parse(answer.asString()).select(".govuk-error-summary").text();
        assertTrue(summary.contains(message), summary);
    }

    private static int count(String sql) throws SQLException {
        try (var owner = HubDatabase.asOwner(); var statement = owner.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
