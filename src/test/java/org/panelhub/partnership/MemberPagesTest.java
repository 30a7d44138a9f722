package org.panelhub.partnership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
class MemberPagesTest {

    private final Visitor visitor = new Visitor();

    @Test
    @TestSecurity(user = "admin")
    void anAdministratorSeesAccountsWithTheirState() {
        var page = visitor.page("/members");
        assertTrue(page.text().contains("Sgt Daniel Reyes"), page.text());
        assertFalse(page.text().contains("Sgt Ravi Menon"));
        var sheet = visitor.page("/members/" + member("Sgt Daniel Reyes"));
        assertTrue(sheet.text().contains("police@riverside.example"), sheet.text());
        assertTrue(sheet.text().contains("Linked on"), sheet.text());
    }

    @Test
    @TestSecurity(user = "police")
    void setUpIsForTheAdministratorOnly() {
        for (var path : List.of("/members", "/members/new", "/members/" + member("Sgt Daniel Reyes"), "/members/" + member("Sgt Daniel Reyes") + "/edit")) {
            assertEquals(403, visitor.answer(path).statusCode(), path);
        }
    }

    @Test
    @TestSecurity(user = "admin")
    void anotherPartnershipsMemberIsNotThere() {
        assertEquals(404, visitor.answer("/members/" + member("Sgt Ravi Menon")).statusCode());
        assertEquals(404, visitor.answer("/members/" + member("Sgt Ravi Menon") + "/edit").statusCode());
    }

    @Test
    @TestSecurity(user = "admin")
    void anAddedMemberIsMailedAnInvitationOfWhichOnlyTheHashIsKept() {
        var mail = "new" + UUID.randomUUID() + "@riverside.example";
        var sheet = add("Nadia New", mail);
        assertTrue(sheet.text().contains("Not linked yet. The invitation can be used until"), sheet.text());
        var code = code(mail);
        assertEquals("1", HubRows.one("select count(*) from hub.invitation where code_hash = ?", new InvitationCode(code).hash()));
        assertEquals("0", HubRows.one("select count(*) from hub.invitation i where i::text like ?", "%" + code + "%"));
        assertEquals("0", HubRows.one("select count(*) from audit.detail where body::text like ?", "%" + code + "%"));
    }

    @Test
    @TestSecurity(user = "admin")
    void oneMemberAfterTheOtherIsAddedWithoutLeavingTheForm() {
        var next = visitor.done("/members/new", "/members/new", "name", "Nina Next", "email", "nina" + UUID.randomUUID() + "@riverside.example", "agency", agency(), "then", "another");
        assertTrue(next.text().contains("The account of Nina Next was made"), next.text());
        assertEquals("Add a member", next.select("h1").text());
        assertEquals("", next.select("#name").val());
    }

    @Test
    @TestSecurity(user = "admin")
    void sendingAgainEndsTheEarlierInvitation() {
        var sheet = add("Ada Again", "ada" + UUID.randomUUID() + "@riverside.example");
        var action = sheet.select("form[action$=/invitation]").attr("action");
        visitor.follow(visitor.sendFrom(sheet, action));
        assertEquals("1 of 2", HubRows.one("select count(*) filter (where expires_at > hub.now()) || ' of ' || count(*) from hub.invitation where member_id = ?::uuid",
                action.replaceAll("/members/|/invitation", "")));
    }

    @Test
    @TestSecurity(user = "admin")
    void aBadOrTakenMailAddressIsRefusedAndWhatWasTypedIsKept() {
        var page = refused(visitor.send("/members/new", "/members/new", "name", "<script>alert(1)</script>", "email", "police@RIVERSIDE.example", "agency", agency()));
        assertEquals("Error: Another account has this e-mail address", page.select("#email-error").text());
        assertEquals("<script>alert(1)</script>", page.select("#name").val());
        assertTrue(page.select("main script").isEmpty());
        assertEquals("Error: E-mail address must be like name@example.com",
                refused(visitor.send("/members/new", "/members/new", "name", "A", "email", "nobody", "agency", agency())).select("#email-error").text());
        assertEquals("Error: Choose an agency of this partnership", refused(visitor.send("/members/new", "/members/new", "name", "A", "email", "a@b.example", "agency",
                HubRows.one("select id::text from hub.agency where name = 'Hillside Council community safety'"))).select("#agency-error").text());
    }

    @Test
    @TestSecurity(user = "admin")
    void theSecondOfTwoWhoSaveSeesBothVersionsAlsoWhenOnlyTheContactFactsChanged() {
        var mail = "two" + UUID.randomUUID() + "@riverside.example";
        var sheet = add("Tilda Two", mail);
        var edit = sheet.select("a[href$=/edit]").attr("href");
        var form = visitor.page(edit);
        var version = form.select("input[name=version]").val();
        visitor.follow(visitor.sendFrom(form, edit, "version", version, "name", "Tilda Two", "email", mail, "telephone", "020 7946 0001"));
        var answer = visitor.sendFrom(form, edit, "version", version, "name", "Tilda Two", "email", mail, "telephone", "020 7946 0002");
        assertEquals(409, answer.statusCode());
        var both = Jsoup.parse(answer.asString());
        assertTrue(both.select("#conflict").text().contains("020 7946 0001"), both.text());
        assertTrue(both.select("#conflict").text().contains("020 7946 0002"), both.text());
    }

    @Test
    @TestSecurity(user = "admin")
    void anOfficeIsGivenAndEndedAndThePartnershipKeepsAnAdministrator() {
        var sheet = add("Olga Office", "olga" + UUID.randomUUID() + "@riverside.example");
        var action = sheet.select("form[action$=/offices]").attr("action");
        var given = visitor.follow(visitor.sendFrom(sheet, action, "role", "SENIOR_OFFICER"));
        assertTrue(given.text().contains("Senior officer, since"), given.text());
        assertEquals("Error: The member holds this office already", refused(visitor.sendFrom(given, action, "role", "SENIOR_OFFICER")).select("#role-error").text());
        var ended = visitor.follow(visitor.sendFrom(given, given.select("form[action*=/offices/]").attr("action")));
        assertTrue(ended.text().contains("No office."), ended.text());

        var self = visitor.page("/members/" + member("Peter Osei"));
        assertEquals("Error: This is the only administrator. Give the office to somebody else first",
                refused(visitor.sendFrom(self, self.select("form[action*=/offices/]").attr("action"))).select("#role-error").text());
        assertEquals("Error: You cannot give yourself an office. Ask another administrator",
                refused(visitor.sendFrom(self, self.select("form[action$=/offices]").attr("action"), "role", "INFORMATION_LEAD")).select("#role-error").text());
        assertEquals(422, visitor.sendFrom(self, self.select("form[action$=/close]").attr("action")).statusCode());
    }

    @Test
    @TestSecurity(user = "admin")
    void aClosedAccountIsInvitedNoMore() {
        var sheet = add("Carl Closed", "carl" + UUID.randomUUID() + "@riverside.example");
        var closed = visitor.follow(visitor.sendFrom(sheet, sheet.select("form[action$=/close]").attr("action")));
        assertTrue(closed.select("form[action$=/invitation]").isEmpty());
        assertEquals(422, visitor.sendFrom(closed, sheet.select("form[action$=/invitation]").attr("action")).statusCode());
        var open = visitor.follow(visitor.sendFrom(closed, closed.select("form[action$=/reopen]").attr("action")));
        assertTrue(open.text().contains("Close the account"), open.text());
    }

    @Test
    @TestSecurity(user = "stranger")
    void anUnknownInvitationIsToldClearly() {
        var answer = visitor.send("/invitation/nothing", "/invitation/nothing");
        assertEquals(404, answer.statusCode());
        assertTrue(answer.asString().contains("We do not know this invitation"));
    }

    @Test
    @TestSecurity(user = "stranger")
    void anExpiredInvitationIsToldClearly() {
        var code = InvitationCode.fresh();
        HubRows.run("""
                insert into hub.invitation (partnership_id, id, member_id, code_hash, made_at, expires_at)
                select partnership_id, gen_random_uuid(), id, ?, hub.now() - interval '15 days', hub.now() - interval '1 day' from hub.member where name = 'PC Tom Ashby'""", code.hash());
        var answer = visitor.send("/invitation/" + code.text(), "/invitation/" + code.text());
        assertEquals(410, answer.statusCode());
        assertTrue(answer.asString().contains("This invitation has expired"));
    }

    @Test
    @TestSecurity(user = "police")
    void aSignInThatIsLinkedAlreadyTakesNoSecondAccount() {
        var code = InvitationCode.fresh();
        HubRows.run("insert into hub.member (partnership_id, id, name) select partnership_id, gen_random_uuid(), ? from hub.member where name = 'PC Tom Ashby'", code.hash());
        HubRows.run("""
                insert into hub.invitation (partnership_id, id, member_id, code_hash, expires_at)
                select partnership_id, gen_random_uuid(), id, ?, hub.now() + interval '1 day' from hub.member where name = ?""", code.hash(), code.hash());
        var answer = visitor.send("/invitation/" + code.text(), "/invitation/" + code.text());
        assertEquals(409, answer.statusCode());
        assertTrue(answer.asString().contains("linked to an account already"));
        HubRows.run("update hub.member set name = 'Spare account', active = false where name = ?", code.hash());
    }

    private Document add(String name, String mail) {
        return visitor.done("/members/new", "/members/new", "name", name, "email", mail, "agency", agency(), "jobTitle", "Officer", "telephone", "");
    }

    private static String code(String mail) {
        var matcher = Pattern.compile("/invitation/([A-Za-z0-9_-]{43})").matcher(HubDatabase.mails().awaitTo(mail).toString());
        assertTrue(matcher.find());
        return matcher.group(1);
    }

    private static Document refused(Response answer) {
        assertEquals(422, answer.statusCode(), answer.asString());
        return Jsoup.parse(answer.asString());
    }

    private static String agency() {
        return HubRows.one("select id::text from hub.agency where name = 'Riverside Council noise team'");
    }

    private static String member(String name) {
        return HubRows.one("select id::text from hub.member where name = ?", name);
    }
}
