package org.panelhub.referrals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** A referral through the hands of its author, the senior officer and the coordinator. */
@QuarkusTest
class ReferralJourneyTest {

    @Test
    @TestSecurity(user = "housing")
    void aReferralGoesFromItsAuthorThroughTheSeniorOfficerToACase() throws SQLException {
        var form = new Forms().begin();
        assertTrue(form.visitor().page(form.path() + "/tasks").text().contains("You have completed 0 of 9 tasks"), "Nothing is done before the first page is saved");
        form.person("Nadia", "Brennan", "1950").assessedHigh();
        var tasks = form.visitor().page(form.path() + "/tasks");
        assertTrue(tasks.text().contains("You have completed 9 of 9 tasks"), tasks.text());
        assertTrue(form.send().text().contains("The referral is with your senior officer."));

        SignedIn.as("coordinator");
        assertEquals(404, new Visitor().answer(form.path()).statusCode());

        SignedIn.as("housing.senior");
        var senior = new Visitor();
        assertTrue(senior.page("/referrals").select("section[aria-labelledby=decide]").text().contains("Nadia Brennan"));
        var decided = senior.done(form.path() + "/decision", form.path() + "/decision", "decision", "REFER", "reason", "High, and getting worse.");
        assertTrue(decided.text().contains("Waiting for triage"), decided.text());

        SignedIn.as("coordinator");
        var coordinator = new Visitor();
        assertTrue(coordinator.page("/referrals").select("section[aria-labelledby=triage]").text().contains("Nadia Brennan"));
        var page = coordinator.page(form.path());
        assertTrue(page.select(".hub-safe").text().contains("Call 07700 900555 mornings. Do not write. Not safe to talk to: the son."), page.select(".hub-safe").text());
        assertTrue(page.text().contains("Owen Clarke decided to refer"));
        assertTrue(page.text().contains("High, and getting worse."));
        var accepted = coordinator.done(form.path() + "/accept", form.path() + "/accept", "summary", "Noise at night since September.", "category", "Noise");
        var reference = accepted.select("a[href^=/cases/]").text().replace("Case ", "");
        assertTrue(reference.matches("RV-[A-Z2-9]{5}"), accepted.text());

        try (var owner = HubDatabase.asOwner(); var statement = owner.prepareStatement("""
                select c.summary, c.risk, (select count(*) from hub.person p where p.case_id = c.id), (select count(*) from hub.safe_contact s where s.case_id = c.id),
                       (select count(*) from hub.assessment a where a.case_id = c.id), (select r.reference from hub.case_reference r where r.case_id = c.id),
                       (select count(*) from hub.outbox o where o.template = 'referral-answered' and o.body like '%' || ? || '%'),
                       (select count(*) from hub.outbox o where o.body like '%Brennan%' or o.subject like '%Brennan%')
                  from hub.case_file c where c.reference = ?""")) {
            statement.setString(1, form.path());
            statement.setString(2, reference);
            var row = statement.executeQuery();
            assertTrue(row.next());
            assertEquals("Noise at night since September.", row.getString(1));
            assertEquals("HIGH", row.getString(2));
            assertEquals(2, row.getInt(3));
            assertEquals(1, row.getInt(4));
            assertEquals(1, row.getInt(5));
            assertEquals("NG-1", row.getString(6));
            assertEquals(1, row.getInt(7));
            assertEquals(0, row.getInt(8));
        }
        SignedIn.as("police");
        assertEquals(404, new Visitor().answer(form.path()).statusCode());
    }

    @Test
    @TestSecurity(user = "housing")
    void aSecondAcceptanceSaysWhoAcceptedFirstAndOpensNoSecondCase() throws SQLException {
        var form = sentToPanel("Oskar", "Lund");
        SignedIn.as("coordinator");
        var first = new Visitor();
        var second = new Visitor();
        var page = second.page(form.path() + "/accept");
        first.done(form.path() + "/accept", form.path() + "/accept", "summary", "First", "category", "Noise");
        var answer = second.follow(second.sendFrom(page, form.path() + "/accept", "summary", "Second", "category", "Noise"));
        assertTrue(answer.text().contains("Already accepted by you on"), answer.text());
        assertEquals(1, count("select count(*) from hub.case_file where subject = 'Oskar Lund'"));
    }

    @Test
    @TestSecurity(user = "housing")
    void aCaseSealedAtTriageIsOpenToTheTriagerAndTheChairsAloneFromTheFirstMoment() throws SQLException {
        var form = sentToPanel("Sanna", "Kerr");
        SignedIn.as("coordinator");
        var coordinator = new Visitor();
        assertTrue(coordinator.page(form.path() + "/accept").text().contains("The referrer no longer sees the referral."));
        var told = count("select count(*) from hub.outbox where template = 'on-the-list'");
        var accepted = coordinator.done(form.path() + "/accept", form.path() + "/accept", "summary", "Noise at night.", "category", "Noise", "seal", "true");
        assertTrue(accepted.text().contains(", sealed."), accepted.text());
        var reference = accepted.select("a[href^=/cases/]").text().replace("Case ", "");
        var path = "/cases/" + reference;
        for (var account : List.of("coordinator", "chair")) {
            SignedIn.as(account);
            assertEquals(200, new Visitor().answer(path).statusCode(), account);
        }
        for (var account : List.of("police", "analyst", "spoc", "housing", "housing.senior")) {
            SignedIn.as(account);
            assertEquals(404, new Visitor().answer(path).statusCode(), account);
            assertEquals(404, new Visitor().answer(form.path()).statusCode(), account);
            assertFalse(new Visitor().page("/cases").text().contains(reference), account);
        }
        assertEquals(1, count("select count(*) from hub.outbox where template = 'on-the-list'") - told, "the chair is told, and whoever sealed it is not");
        assertEquals(0, count("select count(*) from hub.outbox where body like '%" + form.path() + "%' and template = 'referral-answered' or (subject || body) like '%" + reference + "%'"), "a mail would tell of it");
    }

    @Test
    @TestSecurity(user = "housing")
    void whatIsAskedIsAnsweredAndSentAgain() {
        var form = sentToPanel("Petra", "Voss");
        SignedIn.as("coordinator");
        new Visitor().done(form.path() + "/ask", form.path() + "/ask", "note", "Does she have a social worker?");
        SignedIn.as("housing");
        var page = form.visitor().page(form.path());
        assertTrue(page.text().contains("Does she have a social worker?"));
        assertEquals("Petra", form.page("person").select("input[name=given]").val());
        assertEquals("07700 900555", form.page("contact").select("input[name=telephone]").val());
        form.fill("address", "address", "12 Mallard House", "needs", "Her social worker is Grace");
        assertTrue(form.send().text().contains("Waiting for triage"));
        SignedIn.as("coordinator");
        assertTrue(new Visitor().page(form.path()).text().contains("Her social worker is Grace"));
    }

    @Test
    @TestSecurity(user = "housing")
    void aColleagueWhoSavesSecondSeesBothVersionsAndLosesNothing() {
        var form = sentToPanel("Quinn", "Adair");
        SignedIn.as("coordinator");
        new Visitor().done(form.path() + "/ask", form.path() + "/ask", "note", "Since when?");
        SignedIn.as("housing.senior");
        var opened = form.page("circumstances");
        SignedIn.as("housing");
        form.fill("circumstances", "category", "Noise", "circumstances", "Since September, says the author.", "ownReference", "NG-1");
        SignedIn.as("housing.senior");
        var refused = form.save(opened, "circumstances", "category", "Noise", "circumstances", "Since June, says the senior officer.", "ownReference", "NG-1");
        assertEquals(409, refused.statusCode());
        var page = Jsoup.parse(refused.asString());
        assertTrue(page.select("#conflict").text().contains("Since September, says the author."), page.text());
        assertTrue(page.select("#conflict").text().contains("Since June, says the senior officer."));
        assertEquals("Since June, says the senior officer.", page.select("textarea[name=circumstances]").text());
        assertEquals(303, form.save(page, "circumstances", "category", "Noise", "circumstances", "Since June, says the senior officer.", "ownReference", "NG-1").statusCode());
        assertEquals("Since June, says the senior officer.", form.page("circumstances").select("textarea[name=circumstances]").text());
        form.send();
    }

    @Test
    @TestSecurity(user = "housing")
    void aReferralIsDeclinedOnlyWithAdvice() {
        var form = sentToPanel("Rasmus", "Holt");
        SignedIn.as("coordinator");
        var coordinator = new Visitor();
        var without = coordinator.send(form.path() + "/decline", form.path() + "/decline", "advice", "  ");
        assertEquals(422, without.statusCode());
        assertTrue(without.asString().contains("Enter advice"), without.asString());
        assertTrue(coordinator.done(form.path() + "/decline", form.path() + "/decline", "advice", "The noise team can measure.").text().contains("Declined with advice"));
        SignedIn.as("housing");
        assertTrue(form.visitor().page(form.path()).text().contains("The noise team can measure."));
    }

    @Test
    @TestSecurity(user = "housing")
    void belowThePanelsGateOneIsWarnedAndNotStopped() {
        var form = new Forms().begin().person("Selma", "Quist", "1980").answered("rarely", "no", "no");
        assertEquals(422, form.save("judgement", Forms.judged("HIGH", "")).statusCode());
        form.fill("judgement", Forms.judged("MEDIUM", ""));
        var check = form.visitor().page(form.path() + "/check");
        assertTrue(check.select(".govuk-warning-text").text().contains("You judge the vulnerability medium"), check.text());
        assertTrue(form.send().text().contains("With senior officer"));
        SignedIn.as("housing.senior");
        var senior = new Visitor();
        assertTrue(senior.page(form.path() + "/decision").select(".govuk-warning-text").text().contains("You may refer all the same"));
        senior.done(form.path() + "/decision", form.path() + "/decision", "decision", "REFER", "reason", "She has nobody.");
        SignedIn.as("coordinator");
        assertTrue(new Visitor().page(form.path()).text().contains("below the panel’s gate"));
    }

    @Test
    @TestSecurity(user = "housing")
    void theSeniorOfficerMayDecideNotToReferAndTheReasonIsKept() {
        var form = new Forms().begin().person("Tove", "Berg", "1975").assessedHigh();
        form.send();
        SignedIn.as("housing.senior");
        new Visitor().done(form.path() + "/decision", form.path() + "/decision", "decision", "NOT", "reason", "We can do this ourselves.");
        SignedIn.as("coordinator");
        assertEquals(404, new Visitor().answer(form.path()).statusCode());
        SignedIn.as("housing");
        var page = form.visitor().page(form.path());
        assertTrue(page.text().contains("Not referred, decided by Owen Clarke"));
        assertTrue(page.text().contains("We can do this ourselves."));
    }

    @Test
    @TestSecurity(user = "housing")
    void theAuthorTakesItBackChangesItAndWithdrawsIt() {
        var form = new Forms().begin().person("Ulla", "Stern", "1960").assessedHigh();
        form.send();
        var back = form.visitor().done(form.path(), form.path() + "/take-back");
        assertTrue(back.text().contains("You have completed 9 of 9 tasks"), back.text());
        form.fill("household", "any", "YES", "given1", "Mira", "family1", "Stern", "part1", "CHILD", "born1-day", "1", "born1-month", "2", "born1-year", "2019");
        assertTrue(form.send().text().contains("Mira Stern"));
        var list = form.visitor().done(form.path() + "/withdraw", form.path() + "/withdraw");
        assertTrue(list.text().contains("The referral is withdrawn."));
        SignedIn.as("coordinator");
        assertEquals(404, new Visitor().answer(form.path()).statusCode());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void thoseWhoTriageSeeWhoMightBeTheSamePerson() {
        SignedIn.as("housing");
        var form = sentToPanel("MARTHA", "Okoró");
        SignedIn.as("coordinator");
        var page = new Visitor().page(form.path());
        assertTrue(page.select("section[aria-labelledby=alike]").text().contains("Martha Okoro, VVP case RV-7K4QM: same name"), page.text());
    }

    private static Forms sentToPanel(String given, String family) {
        var form = new Forms().begin().person(given, family, "1950").assessedHigh();
        form.send();
        SignedIn.as("housing.senior");
        Document decided = new Visitor().done(form.path() + "/decision", form.path() + "/decision", "decision", "REFER", "reason", "High.");
        assertFalse(decided.text().isEmpty());
        SignedIn.as("housing");
        return form;
    }

    private static int count(String sql) throws SQLException {
        try (var owner = HubDatabase.asOwner(); var statement = owner.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
