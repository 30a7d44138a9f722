package org.panelhub.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.page.Dates;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.Visitor;
import org.panelhub.time.HubClock;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Each test opens a case of its own, as an end has one way only. */
@QuarkusTest
class ExitPagesTest {

    private static final LocalDate TODAY = LocalDate.now(HubClock.LONDON);
    private final Visitor visitor = new Visitor();
    private String reference;
    private String exit;

    @BeforeEach
    void aCaseOfItsOwn() throws SQLException {
        reference = "RV-X" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
        exit = "/cases/" + reference + "/exit";
        run("""
                insert into hub.case_file (partnership_id, id, panel_id, reference, subject, risk)
                select partnership_id, gen_random_uuid(), panel_id, ?, 'Nora Quill', 'LOW' from hub.case_file where reference = 'RV-7K4QM'""");
        run("""
                insert into hub.person (partnership_id, id, panel_id, case_id, part, given_names, family_name, address, search_name)
                select partnership_id, gen_random_uuid(), panel_id, id, 'VICTIM', 'Nora', 'Quill', 'Flat 9, Gannet House, Quay Street', 'quill nora' from hub.case_file where reference = ?""");
        run("""
                insert into hub.person (partnership_id, id, panel_id, case_id, part, given_names, family_name, address, search_name)
                select partnership_id, gen_random_uuid(), panel_id, id, 'RESPONDENT', 'Dean', 'Harrow', 'Flat 11, Gannet House', 'harrow dean' from hub.case_file where reference = ?""");
        run("""
                insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during)
                select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, s.member_id, 'CASE_MANAGER', daterange(hub.today(), null)
                  from hub.case_file c, hub.sign_in s where c.reference = ? and s.subject = 'demo-housing'""");
    }

    private void run(String sql) throws SQLException {
        try (var connection = HubDatabase.asOwner(); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, reference);
            statement.execute();
        }
    }

    private void safeToWrite(String word) throws SQLException {
        run("""
                insert into hub.safe_contact (partnership_id, person_id, panel_id, case_id, telephone, safe_to_write)
                select p.partnership_id, p.id, p.panel_id, p.case_id, '07700 900456', '%s' from hub.person p join hub.case_file c on c.id = p.case_id where c.reference = ? and p.part = 'VICTIM'"""
                .formatted(word));
    }

    private void signedOffByTheChair() throws SQLException {
        run("""
                insert into hub.case_exit (partnership_id, id, case_id, panel_id, reason, proposed_by, signed_off_by, signed_off_name, signed_off_at)
                select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, 'QUIET', s.member_id, t.member_id, 'Supt James Marsh', hub.now()
                  from hub.case_file c, hub.sign_in s, hub.sign_in t where c.reference = ? and s.subject = 'demo-housing' and t.subject = 'demo-chair'""");
    }

    /** Writes the letter and gives its address. */
    private String letter() {
        var page = visitor.page(exit);
        var answer = visitor.sendFrom(page, exit + "/letter", "version", page.select("form[action$=/letter] input[name=version]").val());
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static String[] sent(String version, LocalDate on, String how, String... more) {
        var fields = new java.util.ArrayList<>(java.util.List.of("version", version, "sent-day", String.valueOf(on.getDayOfMonth()), "sent-month", String.valueOf(on.getMonthValue()),
                "sent-year", String.valueOf(on.getYear()), "how", how));
        fields.addAll(java.util.List.of(more));
        return fields.toArray(String[]::new);
    }

    private String version(String letter) {
        return visitor.page(letter).select("form[action$=/sent] input[name=version]").val();
    }

    @Test
    @TestSecurity(user = "housing")
    void theCaseManagerProposesAndCannotSignOffItsOwnProposal() {
        var reasonless = visitor.send(exit, exit, "reason", "", "note", "", "senior", "");
        assertEquals(422, reasonless.statusCode());
        var wordless = visitor.send(exit, exit, "reason", "OTHER_CLOSED", "note", "", "senior", "");
        assertTrue(wordless.asString().contains("Enter more about the reason"));

        var page = visitor.page(exit);
        var senior = page.select("#senior option:contains(Owen Clarke)").val();
        var proposed = visitor.done(exit, exit, "reason", "QUIET", "note", "Diaries returned empty.", "senior", senior);
        assertTrue(proposed.text().contains("Waiting for a senior officer"));
        assertEquals(422, visitor.send(exit, exit, "reason", "QUIET", "note", "", "senior", "").statusCode(), "once is enough");
        assertEquals(403, visitor.send(exit, exit + "/sign-off", "version", "0").statusCode());
    }

    @Test
    @TestSecurity(user = "chair")
    void theChairSignsOffWhatSomeoneElseProposed() throws SQLException {
        run("""
                insert into hub.case_exit (partnership_id, id, case_id, panel_id, reason, proposed_by)
                select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, 'SATISFIED', s.member_id from hub.case_file c, hub.sign_in s where c.reference = ? and s.subject = 'demo-housing'""");
        var signed = visitor.done(exit, exit + "/sign-off", "version", "0");
        assertTrue(signed.text().contains("Supt James Marsh"));
        assertEquals(422, sendSignOff().statusCode(), "signing twice is refused");
    }

    private io.restassured.response.Response sendSignOff() {
        return visitor.sendFrom(visitor.page("/cases/RV-7K4QM/actions/new"), exit + "/sign-off", "version", "1");
    }

    @Test
    @TestSecurity(user = "coordinator")
    void theLetterGivesNoticeAndNamesTheRightToACaseReview() throws SQLException, IOException {
        safeToWrite("YES");
        signedOffByTheChair();
        var letter = letter();
        var text = visitor.page(letter).select(".hub-letter").text();
        assertTrue(text.contains("Dear Nora Quill"), text);
        assertTrue(text.contains("community trigger"));
        assertTrue(text.contains(Dates.day(TODAY.plusDays(7))));

        var pdf = io.restassured.RestAssured.given().get(letter + "/pdf");
        assertEquals("application/pdf", pdf.contentType());
        assertTrue(pdf.header("Content-Disposition").contains("OFFICIAL-SENSITIVE letter " + reference));
        try (var document = Loader.loadPDF(pdf.asByteArray())) {
            var words = new PDFTextStripper().getText(document);
            assertTrue(words.contains("OFFICIAL-SENSITIVE"), words);
            assertTrue(words.contains("ASB case review"), words);
            for (var never : new String[] { "Gannet", "Harrow", "07700" }) {
                assertFalse(words.contains(never), never);
            }
            assertEquals("Notice that we intend to close your case", document.getDocumentInformation().getTitle());
            assertEquals("en-GB", document.getDocumentCatalog().getLanguage());
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked(), "tagged for screen readers");
        }

        var sent = visitor.done(letter, letter + "/sent", sent(version(letter), TODAY, "POST"));
        assertTrue(sent.text().contains("Closing"), sent.text());
        assertTrue(sent.text().contains(Dates.full(TODAY.plusDays(7))));
        assertTrue(sent.select("form[action$=/close]").isEmpty(), "the notice runs");
        assertEquals(422, visitor.sendFrom(sent, exit + "/close").statusCode());
        assertTrue(visitor.page(letter).select("textarea").isEmpty(), "a letter that was sent is not changed");
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whatALetterMustNotHoldIsRefusedAndWhatWasTypedIsKept() throws SQLException {
        signedOffByTheChair();
        var letter = letter();
        var body = visitor.page(letter).select("#body").text();
        for (var wrong : new String[] { "You live at Flat 9, Gannet House.", "Dean Harrow has moved.", "" }) {
            var typed = wrong.isEmpty() ? "Dear Nora Quill,\n\nGoodbye." : body + "\n\n" + wrong;
            var answer = visitor.send(letter, letter, "version", version(letter), "body", typed);
            assertEquals(422, answer.statusCode(), wrong);
            assertTrue(answer.asString().contains(wrong.isEmpty() ? "Goodbye." : wrong), "kept as typed");
        }
        var kept = visitor.done(letter, letter, "version", version(letter), "body", body + "\n\nThank you for your patience.");
        assertTrue(kept.text().contains("Thank you for your patience."));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aTownAndAShortNameThatEverydayWordsHoldDoNotStopALetter() throws SQLException {
        run("""
                update hub.person p set address = address || ', Riverside SE1 4AB', aliases = case part when 'RESPONDENT' then '{Ed,Will}'::text[] else '{}' end
                  from hub.case_file c where c.id = p.case_id and c.reference = ?""");
        safeToWrite("YES");
        signedOffByTheChair();
        var letter = letter();
        var body = visitor.page(letter).select("#body").text();
        assertTrue(body.contains("reported") && body.contains("Safer Riverside Partnership"), body);
        for (var wrong : new String[] { "Ed has moved.", "Mr Harrow has moved.", "Dean, who lives nearby, has moved.", "We wrote to SE1 4AB.", "We came to Quay Street." }) {
            var answer = visitor.send(letter, letter, "version", version(letter), "body", body + "\n\n" + wrong);
            assertEquals(422, answer.statusCode(), wrong);
        }
        visitor.done(letter, letter, "version", version(letter), "body", body + "\n\nWe will call you in Riverside.");
        visitor.done(letter, letter + "/sent", sent(version(letter), TODAY, "POST"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void wordsThatWereNotKeptYetAreThereAgainAndGoWithTheLetterThatWasKept() throws SQLException {
        signedOffByTheChair();
        var letter = letter();
        var page = visitor.page(letter);
        var body = page.select("#body").text();
        var button = page.select("button:contains(Save as draft)").first();
        visitor.follow(visitor.sendFrom(page, button.attr("formaction"), "version", version(letter), "body", body + "\n\nHalf a thought", button.attr("name"), button.val()));
        assertTrue(visitor.page(letter).select("#body").text().contains("Half a thought"));
        assertFalse(visitor.page(letter).select(".hub-letter").text().contains("Half a thought"), "the letter itself is as it was");
        visitor.done(letter, letter, "version", version(letter), "body", body + "\n\nThe whole thought.");
        assertFalse(visitor.page(letter).select("#body").text().contains("Half a thought"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whereItIsNotSafeToWriteTheLetterIsHandedOver() throws SQLException {
        safeToWrite("NO");
        signedOffByTheChair();
        var letter = letter();
        var post = visitor.send(letter, letter + "/sent", sent(version(letter), TODAY, "POST"));
        assertEquals(422, post.statusCode());
        assertTrue(post.asString().contains("not safe to write"));
        visitor.done(letter, letter + "/sent", sent(version(letter), TODAY, "BY_HAND"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whereNobodyKnowsTheSenderMakesSureAndTheNoticeIsTheRightOne() throws SQLException {
        signedOffByTheChair();
        var letter = letter();
        assertEquals(422, visitor.send(letter, letter + "/sent", sent(version(letter), TODAY, "POST")).statusCode());
        assertEquals(422, visitor.send(letter, letter + "/sent", sent(version(letter), TODAY.plusDays(1), "POST", "safe", "true")).statusCode(), "a day to come");
        visitor.done(letter, letter + "/sent", sent(version(letter), TODAY, "POST", "safe", "true"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whenTheNoticeHasRunTheCaseIsClosed() throws SQLException {
        signedOffByTheChair();
        run("update hub.case_exit e set notice_on = hub.today() - 7, closes_on = hub.today() from hub.case_file c where c.id = e.case_id and c.reference = ?");
        run("update hub.case_file set state = 'CLOSING' where reference = ?");
        var closed = visitor.done(exit, exit + "/close");
        assertTrue(closed.select(".govuk-tag").text().contains("Closed"), closed.text());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void anEndThatWasCalledOffLeavesTheCaseOpen() throws SQLException {
        signedOffByTheChair();
        assertEquals(422, visitor.send(exit, exit + "/call-off", "version", "0", "why", "").statusCode());
        var open = visitor.done(exit, exit + "/call-off", "version", "0", "why", "It began again.");
        assertFalse(open.select("form[action$=/exit]").isEmpty(), "it can be proposed anew");
    }

    @Test
    @TestSecurity(user = "fire")
    void whoDoesNotAnswerForLettersSeesNone() throws SQLException {
        assertEquals(200, visitor.answer(exit).statusCode());
        assertTrue(visitor.page(exit).select("form").isEmpty());
        assertEquals(404, visitor.answer("/letters/00000000-0000-0000-0000-000000000000").statusCode());
    }
}
