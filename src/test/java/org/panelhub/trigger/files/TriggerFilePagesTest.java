package org.panelhub.trigger.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panelhub.trigger.files.Sending.HERE;
import static org.panelhub.trigger.files.Sending.text;

import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Those who answer for applications read what the applicant sent, add what came otherwise, and delete with a reason; nobody else finds anything. */
@QuarkusTest
@TestSecurity(user = "coordinator")
class TriggerFilePagesTest {

    private static final byte[] DIARY = text("3 March: they shouted until 4 o’clock.\r\n<script>alert(1)</script>");

    private final Visitor member = new Visitor();
    private Sending application;
    private UUID sent;

    @BeforeEach
    void applied() {
        Sending.leaveNothing();
        SignedIn.nobody();
        application = new Sending().follows();
        application.applicant.follow(application.sends("diary.html", DIARY, "note", "What I wrote down"));
        sent = application.last();
        // The tests' client writes a name in ASCII only; a browser writes it as it is.
        HubRows.run("update hub.document set name = 'diary – März.html' where id = ?", sent);
        SignedIn.as("spoc");
    }

    @AfterEach
    void leaveNothing() {
        Sending.leaveNothing();
    }

    private String file() {
        return application.path() + "/" + sent;
    }

    @Test
    void whatTheApplicantSentIsTakenOutAsItWasSentAndThatIsOnRecord() {
        var page = member.page("/triggers/" + application.reference);
        assertEquals("1 file 1 new", page.select("a[href$=/files]").first().parent().text());
        assertTrue(member.page("/triggers").select("tr:has(a[href$=" + application.reference + "])").text().contains("1 new file"));
        var list = member.page(application.path());
        assertTrue(list.text().contains("What I wrote down") && list.text().contains("Kind and size only") && list.text().contains("Plain text, 1 KB"), list.text());
        var out = member.answer(file());
        assertEquals(200, out.statusCode());
        assertArrayEquals(DIARY, out.asByteArray());
        assertEquals("text/plain;charset=UTF-8", out.contentType());
        var marking = HubRows.one("select marking from hub.panel where kind = 'CT_MARAC'");
        assertEquals("attachment; filename=\"" + marking + " " + application.reference + " diary _ Marz.html.txt\"; filename*=UTF-8''" + marking + "%20" + application.reference + "%20diary%20%E2%80%93%20M%C3%A4rz.html.txt", out.header("Content-Disposition"));
        assertEquals("nosniff", out.header("X-Content-Type-Options"));
        assertTrue(out.headers().getValues("Content-Security-Policy").stream().anyMatch(p -> p.startsWith("sandbox;")), out.headers().toString());
        assertEquals("no-store", out.header("Cache-Control"));
        assertEquals("EXPORTED Noor Rahman", HubRows.one("select e.act || ' ' || m.name from audit.entry e join hub.member m on m.id = e.member_id where e.kind = 'document' and e.subject = ? and e.act in ('READ', 'EXPORTED') order by e.id desc limit 1", sent.toString()));
        assertFalse(member.page("/triggers/" + application.reference).text().contains("1 new"), "opened");
        SignedIn.nobody();
        assertTrue(application.applicant.page(HERE).text().contains("We have opened it."));
    }

    @Test
    void oneThatCameByLetterIsAddedWithWhatItIs() {
        var form = member.page(application.path());
        var once = form.select("form[enctype] input[name=once]").val();
        var wrong = member.upload(form, application.path(), "file", "letter.pdf", text("%PDF-1.7 " + Sending.TEST_VIRUS), "came", "LETTER", "note", "A letter of the landlord", "once", once);
        assertEquals(422, wrong.statusCode());
        var again = Jsoup.parse(wrong.asString());
        assertTrue(again.text().contains("The file holds a virus, or the standard test for one") && again.select("#note").val().equals("A letter of the landlord") && again.select("input[value=LETTER]").hasAttr("checked"), again.text());
        for (var came : List.of("ONLINE", "", "PIGEON")) {
            assertEquals(422, member.upload(form, application.path(), "file", "letter.pdf", text("%PDF-1.7"), "came", came, "note", "A letter", "once", once).statusCode(), came);
        }
        assertEquals(422, member.upload(form, application.path(), "file", "letter.pdf", text("%PDF-1.7"), "came", "LETTER", "note", " ", "once", once).statusCode());
        for (int n = 0; n < 2; n++) {
            var page = member.follow(member.upload(form, application.path(), "file", "letter.pdf", text("%PDF-1.7 of a landlord"), "came", "LETTER", "note", "A letter of the landlord", "once", once));
            assertTrue(page.text().contains("The file is kept: letter.pdf (1 KB). Looked through by: kind and size only."), page.text());
            assertEquals(2, page.select("tbody tr").size(), "sent twice, kept once");
        }
        assertEquals("LETTER Noor Rahman", HubRows.one("select d.came || ' ' || m.name from hub.document d join hub.member m on m.id = d.by where d.trigger_id = ? and not d.from_applicant", application.id));
        var added = HubRows.one("select id from hub.document where trigger_id = ? and not from_applicant", application.id);
        assertArrayEquals(text("%PDF-1.7 of a landlord"), member.answer(application.path() + "/" + added).asByteArray());
        SignedIn.nobody();
        assertFalse(application.applicant.page(HERE).text().contains("landlord"), "not the applicant's");
    }

    @Test
    void oneIsDeletedForAReasonThatStays() {
        var ask = member.page(file() + "/delete");
        assertTrue(ask.text().contains("diary – März.html"), ask.text());
        assertEquals(422, member.sendFrom(ask, file() + "/delete", "why", " ").statusCode());
        assertEquals(1, application.kept());
        var list = member.done(file() + "/delete", file() + "/delete", "why", "It shows another family");
        assertTrue(list.text().contains("by Noor Rahman: It shows another family"), list.text());
        assertEquals(0, application.kept());
        for (var gone : List.of(file(), file() + "/delete")) {
            assertEquals(404, member.answer(gone).statusCode(), gone);
        }
        SignedIn.nobody();
        var mine = application.applicant.page(HERE);
        assertTrue(mine.text().contains("We have deleted this file.") && !mine.text().contains("another family"), mine.text());
    }

    @Test
    void nobodyElseFindsAFileOrThatThereIsOne() {
        var form = member.page(application.path());
        for (var account : List.of("police", "chair", "analyst", "housing", "admin", "unsigned", "hillside.coordinator", "observer")) {
            SignedIn.as(account);
            for (var path : List.of(application.path(), file(), file() + "/delete")) {
                assertEquals(404, member.answer(path).statusCode(), account + " " + path);
            }
            assertEquals(404, member.upload(form, application.path(), "file", "a.txt", text("Mine"), "came", "LETTER", "note", "Mine").statusCode(), account);
        }
        // Once its review is open, the board sees the application, and not its files.
        application.review();
        for (var account : List.of("police", "chair")) {
            SignedIn.as(account);
            assertFalse(member.page("/triggers/" + application.reference).html().contains("/files"), account);
            for (var path : List.of(application.path(), file())) {
                assertEquals(404, member.answer(path).statusCode(), account + " " + path);
            }
            assertEquals(403, member.upload(form, application.path(), "file", "a.txt", text("Mine"), "came", "LETTER", "note", "Mine").statusCode(), account);
        }
        SignedIn.as("spoc");
        assertEquals(200, member.answer(file()).statusCode());
        assertEquals(1, application.kept());
    }

    @Test
    void whoMustNotSeeTheApplicationSeesNoFileOfIt() {
        HubRows.run("insert into hub.trigger_bar (partnership_id, id, trigger_id, panel_id, member_id, kind) select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, m.id, 'PARTY' from hub.trigger t, hub.member m where t.id = ? and m.name = 'Noor Rahman'", application.id);
        for (var path : List.of(application.path(), file(), file() + "/delete")) {
            assertEquals(404, member.answer(path).statusCode(), path);
        }
        HubRows.run("delete from hub.trigger_bar where trigger_id = ?", application.id);
        HubRows.run("update hub.case_file set sealed = true where id = ?", application.review());
        assertEquals(404, member.answer(file()).statusCode(), "a sealed review");
    }

    @Test
    void whoDecidesAnAppealReadsItsFilesAndTheRecordSaysAsWhat() {
        HubRows.run("insert into hub.trigger_appeal (partnership_id, id, trigger_id, panel_id, about, words, received_how, asked_on, reviewer_id, named_by, named_at) "
                + "select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, 'HANDLING', 'A test of files', 'ONLINE', hub.today(), m.id, m.id, hub.now() from hub.trigger t, hub.member m where t.id = ? and m.name = 'Grace Adeyemi'", application.id);
        SignedIn.as("socialcare");
        assertTrue(member.page(application.path()).select("form[enctype], a[href$=/delete]").isEmpty());
        assertArrayEquals(DIARY, member.answer(file()).asByteArray());
        assertEquals("appeal reviewer", HubRows.one("select capacity from audit.entry where kind = 'document' and subject = ? and act = 'EXPORTED' order by id desc limit 1", sent.toString()));
        HubRows.run("update hub.trigger_appeal set outcome = 'UPHELD', outcome_words = 'x', outcome_on = hub.today(), outcome_by = reviewer_id where trigger_id = ?", application.id);
        assertEquals(404, member.answer(file()).statusCode(), "once it is decided");
    }

    @Test
    void whoManagesTheReviewTakesAFileOutAndDeletesNone() {
        var review = application.review();
        HubRows.run("insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'CASE_OFFICER', daterange(hub.today() - 1, null) "
                + "from hub.case_file c, hub.member m where c.id = ? and m.id = (select member_id from hub.sign_in where subject = 'demo-police')", review);
        SignedIn.as("police");
        assertTrue(member.page("/triggers/" + application.reference).html().contains(application.path()));
        var list = member.page(application.path());
        assertTrue(list.select("form[enctype], a[href$=/delete]").isEmpty());
        assertArrayEquals(DIARY, member.answer(file()).asByteArray());
        assertEquals("t", HubRows.one("select opened_at is not null from hub.document where id = ?", sent));
        assertEquals(403, member.answer(file() + "/delete").statusCode());
    }
}
