package org.panelhub.protocols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.TestSubjects;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
class ProtocolPagesTest {

    private final Visitor visitor = new Visitor();

    @Test
    @TestSecurity(user = "police")
    void everyMemberReadsTheProtocolAndWhoHasSigned() {
        assertTrue(visitor.page("/protocols").text().contains("Information sharing protocol, edition 3"));
        var page = visitor.page(path("riverside"));
        assertTrue(page.text().contains("Riverside Police"), page.text());
        assertTrue(page.text().contains("Harbour Homes Not signed"), page.text());
        assertTrue(page.text().contains("Part 3, s35 law enforcement purpose"));
        assertTrue(page.select("main a.govuk-button, main form").isEmpty(), "a reader changes nothing");
        assertTrue(page.text().contains("Document PDF"), page.text());
    }

    @Test
    @TestSecurity(user = "fire")
    void onlyTheAdministratorChangesIt() {
        var path = path("riverside");
        for (var page : List.of("/set-up", "/protocols/new", path + "/edit", path + "/new-edition", path + "/signatures/new", path + "/signatures/" + signature() + "/withdraw",
                path + "/signatures/" + signature() + "/officers", path + "/documents/new",
                path + "/bases/new?agency=" + HubRows.one("select id::text from hub.agency where name = 'Riverside Council housing'"))) {
            assertEquals(403, visitor.answer(page).statusCode(), page);
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void whatWasSignedIsNotWidenedBehindTheSigners() {
        var path = path("riverside");
        var edit = visitor.page(path + "/edit");
        var form = edit.select("main form").first();
        var typed = new java.util.ArrayList<String>();
        form.select("input:not([type=checkbox]):not([name=form-token]), textarea").forEach(box -> typed.addAll(List.of(box.attr("name"), box.is("textarea") ? box.text() : box.val())));
        // One panel fewer, and a later last day.
        form.select("input[type=checkbox][checked]").stream().skip(1).forEach(box -> typed.addAll(List.of(box.attr("name"), box.val())));
        typed.set(typed.indexOf("until-year") + 1, "2039");
        typed.set(typed.indexOf("until-month") + 1, "1");
        typed.set(typed.indexOf("until-day") + 1, "1");
        var page = refused(visitor.sendFrom(edit, path + "/edit", typed.toArray(String[]::new)));
        assertTrue(page.select(".govuk-error-summary").text().contains("It has been signed for these days"), page.text());
        assertTrue(page.select(".govuk-error-summary").text().contains("panel"), page.text());
    }

    @Test
    @TestSecurity(user = "admin")
    void anotherPartnershipsProtocolIsNotThere() {
        var theirs = path("hillside");
        for (var page : List.of(theirs, theirs + "/edit", theirs + "/new-edition", theirs + "/signatures/new", "/protocols/" + UUID.randomUUID(), "/protocols/nothing")) {
            assertEquals(404, visitor.answer(page).statusCode(), page);
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void theSetUpPageSaysWhatIsMissing() {
        var page = visitor.page("/set-up");
        assertTrue(page.text().contains("Sign the protocol"), page.text());
        assertTrue(page.text().contains("1 of 10 agencies not yet"), page.text());
    }

    @Test
    @TestSecurity(user = "admin")
    void contradictoryDatesAreRefusedBesideTheirFields() {
        var page = refused(visitor.send("/protocols/new", "/protocols/new", "name", "Another protocol", "from-day", "10", "from-month", "5", "from-year", "2027",
                "until-day", "9", "until-month", "5", "until-year", "2027", "review-day", "31", "review-month", "2", "review-year", "2027"));
        assertEquals("Error: Last day must not be before the first day", page.select("#until-error").text());
        assertEquals("Error: Review date must be a real date", page.select("#review-error").text());
        assertEquals("Error: Choose at least one panel that it covers", page.select("#panels-error").text());
        assertEquals("9", page.select("#until").val());
    }

    @Test
    @TestSecurity(user = "admin")
    void aSpecialCategoryConditionNeedsItsScheduleOneParagraph() {
        var path = path("riverside");
        var url = path + "/bases/new?agency=" + HubRows.one("select id::text from hub.agency where name = 'Riverside Council information governance'");
        var form = visitor.page(url);
        assertEquals("Crime and Disorder Act 1998 s115", form.select("#gateway").val());
        var page = refused(visitor.sendFrom(form, url, "purpose", "Audit", "gateway", "Common law", "article6", "Article 6(1)(e) public task", "article9", "Article 9(2)(g) substantial public interest",
                "controllership", "Separate controller", "storesResearch", "yes"));
        assertEquals("Error: This condition needs a Schedule 1 paragraph", page.select("#schedule1-error").text());
        assertEquals("Common law", page.select("#gateway").val());
        // What a release would be refused for is refused here.
        var health = refused(visitor.sendFrom(form, url, "purpose", "Audit", "gateway", "Common law", "article6", "Article 6(1)(e) public task", "article9", "Article 9(2)(h) health or social care",
                "controllership", "Separate controller", "storesResearch", "yes"));
        assertEquals("Error: This condition needs a Schedule 1 paragraph", health.select("#schedule1-error").text());
        assertTrue(health.select("#policyDocument-error").isEmpty(), "its paragraph asks for no policy document");
    }

    @Test
    @TestSecurity(user = "admin")
    void whatAnAdviserWouldAskAboutIsSaidHoweverTheSectionIsWritten() {
        var path = path("riverside");
        var agency = HubRows.one("select id::text from hub.agency where name = 'Safe Haven Advocacy'");
        assertNotNull(agency);
        var purpose = "Trial " + UUID.randomUUID();
        try {
            for (var gateway : List.of("Crime and Disorder Act 1998 section 115", "Crime and Disorder Act 1998 s.17A")) {
                var form = visitor.page(path + "/bases/new?agency=" + agency);
                visitor.follow(visitor.sendFrom(form, path + "/bases/new?agency=" + agency, "purpose", purpose + gateway, "gateway", gateway, "article6", "Article 6(1)(e) public task",
                        "controllership", "Separate controller", "storesResearch", "yes"));
            }
            var text = visitor.page(path).text();
            assertTrue(text.contains("is not a relevant authority: section 115"), text);
            assertTrue(text.contains("Section 17A covers depersonalised information only"), text);
        } finally {
            HubRows.run("delete from hub.legal_basis where purpose like ?", purpose + "%");
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void signingTwiceIsRefused() {
        var path = path("riverside");
        var form = visitor.page(path + "/signatures/new");
        var page = refused(visitor.sendFrom(form, path + "/signatures/new", NewPartnershipTest.dates(form, "signatory", HubRows.one("select id::text from hub.signatory where name = 'Riverside Council'"),
                "signedBy", "Diane Foster", "designatedOfficer", "Peter Osei")));
        assertEquals("Error: Riverside Council has signed this edition already", page.select("#signatory-error").text());
    }

    @Test
    @TestSecurity(user = "admin")
    void aNewEditionEndsTheOneBeforeOnItsDayAndBeginsUnsigned() {
        // A protocol of its own, so that nobody's access depends on it.
        var first = visitor.page("/protocols/new");
        var name = "Trial protocol " + UUID.randomUUID();
        var panel = HubRows.one("select n.id::text from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.reference_prefix = 'RV' and n.short_name = 'VVP'");
        var made = visitor.follow(visitor.sendFrom(first, "/protocols/new", NewPartnershipTest.dates(first, "name", name, "panels", panel)));
        var path = made.select("a[href$=/new-edition]").attr("href");
        var form = visitor.page(path);
        var next = visitor.follow(visitor.sendFrom(form, path, NewPartnershipTest.dates(form, "summary", "Better", "panels", panel)));
        assertTrue(next.text().contains("Edition 2"), next.text());
        assertTrue(next.text().contains("Not yet in force"), next.text());
        assertTrue(next.select("h2").text().contains("Who has signed: 0 of"), next.text());
        assertEquals("t", HubRows.one("select upper(a.in_force) = lower(b.in_force) from hub.protocol a join hub.protocol b on b.name = a.name and b.edition = 2 where a.name = ? and a.edition = 1", name));
        HubRows.run("update hub.protocol set in_force = 'empty' where name = ?", name);
    }

    @Test
    @TestSecurity(user = "admin")
    void legalBasesAndSignaturesAreRecordedOneAfterTheOther() {
        var form = visitor.page("/protocols/new");
        var name = "Trial protocol " + UUID.randomUUID();
        var panel = HubRows.one("select n.id::text from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.reference_prefix = 'RV' and n.short_name = 'VVP'");
        var made = visitor.follow(visitor.sendFrom(form, "/protocols/new", NewPartnershipTest.dates(form, "name", name, "panels", panel)));
        var first = visitor.page(made.select("a[href*=/bases/new]").getFirst().attr("href"));
        var next = first.select("button[name=then]").text().replace("Save and go on to ", "");
        List<String> fields = new java.util.ArrayList<>(List.of("storesResearch", "yes", "then", "next"));
        first.select("main input.govuk-input").forEach(i -> fields.addAll(List.of(i.attr("name"), i.val())));
        var second = visitor.follow(visitor.sendFrom(first, first.select("main form").attr("action"), fields.toArray(String[]::new)));
        assertEquals(next, second.select("h1").text());
        assertTrue(second.text().contains("The legal basis of " + first.select("h1").text() + " was kept"), second.text());

        var signature = visitor.page(made.select("a[href*=/signatures/new]").getFirst().attr("href"));
        var signing = signature.select("main form").attr("action");
        var other = visitor.follow(visitor.sendFrom(signature, signing, NewPartnershipTest.dates(signature, "signatory", signature.select("select[name=signatory] option[selected]").val(),
                "signedBy", "The head", "designatedOfficer", "The officer", "then", "next")));
        assertEquals("Record a signature", other.select("h1").text());
        assertFalse(other.select("select[name=signatory] option[selected]").text().equals(signature.select("select[name=signatory] option[selected]").text()));
        HubRows.run("update hub.protocol set in_force = 'empty' where name = ?", name);
    }

    @Test
    @TestSecurity(user = "admin")
    void withdrawingASignatureEndsSightOfThePanelsCasesAtTheNextRequest() {
        var path = path("riverside");
        var seen = casesSeenBy("police");
        assertTrue(seen > 0, "the police see cases at first");
        var withdraw = path + "/signatures/" + signature() + "/withdraw";
        try {
            var form = visitor.page(withdraw);
            var unsaid = refused(visitor.sendFrom(form, withdraw, NewPartnershipTest.dates(form, "reason", "", "shown", today())));
            assertEquals("Error: Enter reason", unsaid.select("#reason-error").text());
            visitor.follow(visitor.sendFrom(form, withdraw, NewPartnershipTest.dates(form, "reason", "The review of the protocol is overdue", "shown", today())));
            assertEquals(0, casesSeenBy("police"));
            assertTrue(visitor.page(path).text().contains("Riverside Police Not signed"));

            var again = visitor.page(path + "/signatures/new");
            visitor.follow(visitor.sendFrom(again, path + "/signatures/new", NewPartnershipTest.dates(again, "signatory", HubRows.one("select id::text from hub.signatory where name = 'Riverside Police'"),
                    "signedBy", "Supt James Marsh", "designatedOfficer", "Sgt Daniel Reyes", "deputyOfficer", "")));
            assertEquals(seen, casesSeenBy("police"));
        } finally {
            HubRows.run("delete from hub.signature where withdrawn_on is null and during @> hub.today() and lower(during) = hub.today() and signatory_id = (select id from hub.signatory where name = 'Riverside Police')");
            HubRows.run("update hub.signature set withdrawn_on = null, withdrawn_reason = null where signatory_id = (select id from hub.signatory where name = 'Riverside Police')");
        }
        assertEquals(seen, casesSeenBy("police"));
    }

    @Test
    @TestSecurity(user = "police")
    void anOfficerWithdrawsTheSignatureThatItAnswersForAndNoOther() {
        var path = path("riverside");
        var own = path + "/signatures/" + signature() + "/withdraw";
        var trusts = HubRows.one("select g.id::text from hub.signature g join hub.signatory s on s.id = g.signatory_id where s.name = 'Riverside Mental Health Trust' and g.withdrawn_on is null");
        assertEquals(List.of(own), visitor.page(path).select("main a[href$=/withdraw]").eachAttr("href"));
        assertEquals(403, visitor.answer(path + "/signatures/" + trusts + "/withdraw").statusCode());
        try {
            var form = visitor.page(own);
            assertTrue(form.select("table").text().contains("Sgt Daniel Reyes Riverside Police safeguarding Vulnerable Victims Panel"), form.text());
            assertEquals(403, visitor.sendFrom(form, path + "/signatures/" + trusts + "/withdraw", NewPartnershipTest.dates(form, "reason", "Not mine", "shown", today())).statusCode());
            // Another day than the one that was shown is shown first, and nothing is done yet.
            var later = java.time.LocalDate.parse(today()).plusDays(40);
            var fields = new String[] { "reason", "We leave", "shown", today(), "on-day", "" + later.getDayOfMonth(), "on-month", "" + later.getMonthValue(), "on-year", "" + later.getYear() };
            var shown = Jsoup.parse(visitor.sendFrom(form, own, fields).asString());
            assertEquals(later.toString(), shown.select("input[name=shown]").val());
            assertEquals("We leave", shown.select("#reason").text());
            assertEquals("0", HubRows.one("select count(*) from hub.signature where withdrawn_on is not null and signatory_id = (select id from hub.signatory where name = 'Riverside Police')"));
            fields[3] = later.toString();
            var done = visitor.follow(visitor.sendFrom(shown, own, fields));
            assertTrue(done.text().contains("The signature of Riverside Police is withdrawn from"), done.text());
            assertTrue(casesSeenBy("police") > 0, "it holds until then");
            assertTrue(done.text().contains("Withdrawn from then"), done.text());
            // Recalling it is not for anybody; signing anew from that day is.
            SignedIn.as("admin");
            var again = visitor.page(path + "/signatures/new");
            var police = HubRows.one("select id::text from hub.signatory where name = 'Riverside Police'");
            var early = refused(visitor.sendFrom(again, path + "/signatures/new", NewPartnershipTest.dates(again, "signatory", police, "signedBy", "Supt James Marsh", "designatedOfficer", "Sgt Daniel Reyes")));
            assertTrue(early.select("#signatory-error").text().contains("it can sign anew from that day"), early.text());
            var signed = visitor.follow(visitor.sendFrom(again, path + "/signatures/new", "signatory", police, "signedBy", "Supt James Marsh", "designatedOfficer", "Sgt Daniel Reyes", "from-day", "" + later.getDayOfMonth(),
                    "from-month", "" + later.getMonthValue(), "from-year", "" + later.getYear()));
            assertEquals(2, signed.select("tbody tr:contains(Riverside Police)").size(), "until then and from then on");
        } finally {
            HubRows.run("delete from hub.signature where lower(during) > hub.today() and signatory_id = (select id from hub.signatory where name = 'Riverside Police')");
            HubRows.run("update hub.signature set withdrawn_on = null, withdrawn_reason = null where signatory_id = (select id from hub.signatory where name = 'Riverside Police')");
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void whoAnswersForASignatoryHasAnAccountOfItsOwnAgencies() {
        var path = path("riverside") + "/signatures/" + signature() + "/officers";
        var form = visitor.page(path);
        var version = form.select("input[name=version]").val();
        assertTrue(form.select("select[name=designatedMember] option").eachText().stream().noneMatch(o -> o.contains("Dr Amara Cole")), "only of the police");
        var cole = HubRows.one("select id::text from hub.member where name = 'Dr Amara Cole'");
        var reyes = HubRows.one("select id::text from hub.member where name = 'Sgt Daniel Reyes'");
        var wrong = refused(visitor.sendFrom(form, path, "designatedOfficer", "", "designatedMember", cole, "deputyOfficer", "", "deputyMember", reyes, "version", version));
        assertEquals("Error: Enter designated officer", wrong.select("#designatedOfficer-error").text());
        assertEquals("Error: Choose an account of one of the signatory’s own agencies", wrong.select("#designatedMember-error").text());
        assertEquals("Error: Enter the deputy whose account this is", wrong.select("#deputyOfficer-error").text());
        assertEquals("Error: The deputy must be somebody else", refused(visitor.sendFrom(form, path, "designatedOfficer", "A", "designatedMember", reyes, "deputyOfficer", "B", "deputyMember", reyes, "version", version))
                .select("#deputyMember-error").text());
        var marsh = HubRows.one("select id::text from hub.member where name = 'Supt James Marsh'");
        try {
            var changed = visitor.follow(visitor.sendFrom(form, path, "designatedOfficer", "Sgt Daniel Reyes", "designatedMember", reyes, "deputyOfficer", "Supt James Marsh", "deputyMember", marsh, "version", version));
            assertTrue(changed.text().contains("Deputy: Supt James Marsh"), changed.text());
            assertEquals(409, visitor.sendFrom(form, path, "designatedOfficer", "Another", "version", version).statusCode());
        } finally {
            HubRows.run("update hub.signature set deputy_officer = '', deputy_member_id = null where id = ?::uuid", signature());
        }
    }

    private static int casesSeenBy(String account) {
        try (var connection = HubDatabase.asApp(); var enter = connection.prepareStatement("select access.enter(?, ?)"); var cases = connection.prepareStatement("select count(*) from hub.case_file")) {
            enter.setString(1, HubDatabase.ISSUER);
            enter.setString(2, TestSubjects.subject(account));
            enter.execute();
            try (var count = cases.executeQuery()) {
                count.next();
                return count.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document refused(Response answer) {
        assertEquals(422, answer.statusCode(), answer.asString());
        var page = Jsoup.parse(answer.asString());
        assertFalse(page.select(".govuk-error-summary").isEmpty());
        return page;
    }

    private static String path(String partnership) {
        return "/protocols/" + HubRows.one("select o.id::text from hub.protocol o join hub.partnership p on p.id = o.partnership_id where p.name ilike ? and o.edition = 3", "%" + partnership + "%");
    }

    private static String today() {
        return HubRows.one("select hub.today()::text");
    }

    private static String signature() {
        return HubRows.one("select g.id::text from hub.signature g join hub.signatory s on s.id = g.signatory_id where s.name = 'Riverside Police' order by lower(g.during) limit 1");
    }
}
