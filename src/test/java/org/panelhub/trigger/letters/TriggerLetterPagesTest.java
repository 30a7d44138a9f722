package org.panelhub.trigger.letters;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;
import org.panelhub.trigger.ApplicationState;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "coordinator")
class TriggerLetterPagesTest {

    /** Of complainants, of what they reported, and of how the applicant is reached. */
    private static final List<String> HIDDEN = List.of("Tanguy", "Voss", "Tannery", "SE99", "Quarry", "900123", "ngozi@", "bakery");

    private static final String MARK = "planted for letters";

    private final Visitor visitor = new Visitor();
    private final UUID id = UUID.randomUUID();
    private UUID scheme;
    private String reference;
    private String path;
    private LocalDate today;

    @BeforeEach
    void plant() {
        today = LocalDate.parse(HubRows.one("select hub.today()"));
        var panel = HubRows.one("select x.id from hub.panel x join hub.partnership p on p.id = x.partnership_id where p.reference_prefix = 'RV' and x.short_name = 'VVP'");
        if (HubRows.one("select 1 from hub.trigger_scheme s join hub.partnership p on p.id = s.partnership_id where p.reference_prefix = 'RV'") == null) {
            scheme = UUID.randomUUID();
            HubRows.run("""
                    insert into hub.trigger_scheme (partnership_id, id, panel_id, area, area_name, open, contact_team, telephone, further_body, further_contact)
                    select id, ?, ?::uuid, 'letters-test', 'Safer Riverside', true, 'Community safety team', '020 7946 0000', 'the mayor’s office', 'call 020 7946 0999' from hub.partnership where reference_prefix = 'RV'""", scheme, panel);
        }
        HubRows.run("""
                insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, happening, place, respondent, state)
                select partnership_id, ?, id, '', hub.today() - 10, 'ONLINE', 'PERSON', 'planted', ?, '9 Quarry Steps, Riverside', 'It is Dexter Voss and his friends', 'NOT_MET' from hub.panel where id = ?::uuid""", id, MARK, panel);
        HubRows.run("""
                insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, address, telephone, email, safe_email, safe_letter, needs)
                select partnership_id, id, panel_id, 'Ngozi Bell', '4 Tannery Court' || chr(10) || 'SE99 9ZZ', '07700 900123', 'ngozi@example.org', false, true, '{LARGE_PRINT}' from hub.trigger where id = ?""", id);
        HubRows.run("""
                insert into hub.trigger_complaint (partnership_id, id, trigger_id, panel_id, by_applicant, complainant, what, reported_to)
                select partnership_id, gen_random_uuid(), id, panel_id, false, 'Mireille Tanguy', 'Bottles were thrown against the bakery window at night', 'Police' from hub.trigger where id = ?""", id);
        reference = HubRows.one("select reference from hub.trigger where id = ?", id);
        path = "/triggers/" + reference + "/letters";
    }

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.draft where form like 'trigger-letter/%'");
        HubRows.run("delete from hub.outbox where to_applicant = ?", id);
        HubRows.run("delete from hub.trigger_letter where trigger_id = ?", id);
        HubRows.run("delete from hub.trigger_event where trigger_id = ?", id);
        HubRows.run("delete from hub.trigger_complaint where trigger_id = ?", id);
        HubRows.run("delete from hub.trigger_applicant where trigger_id = ?", id);
        HubRows.run("delete from hub.trigger where id = ?", id);
        if (scheme != null) {
            HubRows.run("delete from hub.trigger_scheme where id = ?", scheme);
        }
    }

    @Test
    void aLetterIsWrittenEditedAndRecordedAsSent() {
        HubRows.run("update hub.trigger_applicant set safe_email = true where trigger_id = ?", id);
        assertTrue(visitor.page(path).text().contains("No letter has been written yet."));
        var letter = visitor.done(path, path, "kind", "NOT_MET");
        var address = letter.select("form[action$=/sent]").attr("action").replaceFirst("/sent$", "");
        var words = letter.select("#body").val();
        assertTrue(words.startsWith("Dear Ngozi Bell,\n\nYou asked us on "), words);
        assertTrue(words.contains(reference) && words.contains("Three reports of the behaviour are enough.") && words.contains("call 020 7946 0000"), words);
        assertTrue(words.contains("If you still do not agree after that, you can go to the mayor’s office: call 020 7946 0999."), words);
        var open = visitor.send(address, address + "/sent", sent(letter, today, "POST"));
        assertEquals(422, open.statusCode());
        assertTrue(open.asString().contains("fill in or take out what stands in square brackets"), open.asString());
        var done = words.replaceFirst("\\[[^]]*]", "Two of your reports counted. We need three.");
        letter = visitor.done(address, address, "version", version(letter), "body", done);
        assertTrue(letter.select("article").text().contains("Two of your reports counted."));
        assertEquals("If you do not agree", letter.select("article h3").stream().map(h -> h.text()).filter(t -> t.startsWith("If you do")).findFirst().orElse(""));
        var list = visitor.follow(visitor.send(address, address + "/sent", sent(letter, today, "POST")));
        assertFalse(list.text().contains("Not yet"), list.text());
        assertEquals("DECISION_TOLD Threshold not met. By post", HubRows.one("select kind || ' ' || note from hub.trigger_event where trigger_id = ?", id));
        assertEquals("2", HubRows.one("select count(*) from audit.entry where kind = 'trigger_letter' and act = 'UPDATE' and subject = (select id::text from hub.trigger_letter where trigger_id = ?)", id));
        assertEquals("something to read", HubRows.one("select string_agg(template, ', ') from hub.outbox where to_applicant = ?", id), "that it is on the applicant's page, too");
        var again = visitor.page(address);
        assertTrue(again.select("form[action$=/sent], #body").isEmpty(), "what was sent is not changed");
        assertEquals(422, visitor.send(path, address, "version", "2", "body", done).statusCode());
        assertEquals(1, HubRows.all("select id from hub.trigger_letter where trigger_id = ?", id).size());
    }

    @Test
    void noLetterNamesAnybodyElseOrSaysWhereSomebodyLives() {
        var letter = visitor.done(path, path, "kind", "NOT_MET");
        var address = letter.select("form[action$=/sent]").attr("action").replaceFirst("/sent$", "");
        var words = letter.select("#body").val();
        for (var wrong : List.of("Mireille Tanguy told us too.", "Ms Tanguy told us too.", "We have spoken with Dexter Voss.", "We know what Voss did.", "We will come to 4 Tannery Court.", "Your house at SE99 9ZZ.", "It happens at 9 Quarry Steps.",
                "We called you on 07700900123.", "We wrote to ngozi@example.org.", "Somebody said: bottles were thrown against the bakery window at night!")) {
            var refused = visitor.send(address, address, "version", version(letter), "body", words + "\n\n" + wrong);
            assertEquals(422, refused.statusCode(), wrong);
            var page = Jsoup.parse(refused.asString());
            assertTrue(page.select(".govuk-error-summary a").attr("href").equals("#body"), wrong);
            assertTrue(page.select("#body").val().endsWith(wrong), "what was typed stays");
        }
        assertEquals(422, visitor.send(address, address, "version", version(letter), "body", words.replace("If you do not agree", "Goodbye")).statusCode(), "how to appeal stays");
        assertEquals(303, visitor.send(address, address, "version", version(letter), "body", words + "\n\nWill you tell us how you are, Ngozi?").statusCode());
    }

    @Test
    void whatLiesInTheFileOfTheReviewDoesNotGetIntoALetter() {
        HubRows.run("update hub.trigger set state = 'MET', case_id = (select id from hub.case_file where reference = 'RV-7K4QM') where id = ?", id);
        var letter = visitor.done(path, path, "kind", "MET");
        var address = letter.select("form[action$=/sent]").attr("action").replaceFirst("/sent$", "");
        var words = letter.select("#body").val();
        var item = HubRows.one("select body from hub.item i join hub.case_file c on c.id = i.case_id where c.reference = 'RV-7K4QM' and i.body like 'Four calls from the address%'");
        for (var withheld : HubRows.all("select i.body from hub.item i join hub.case_file c on c.id = i.case_id where c.reference = 'RV-7K4QM'")) {
            assertFalse(words.contains(withheld.substring(0, Math.min(20, withheld.length()))), "nothing of the file is merged");
        }
        assertEquals(422, visitor.send(address, address, "version", version(letter), "body", words + "\n\n" + item).statusCode());
    }

    @Test
    void onlyAWayThatTheApplicantSaidIsSafeIsOfferedOrTaken() {
        var letter = visitor.done(path, path, "kind", "CLOSURE");
        var address = letter.select("form[action$=/sent]").attr("action").replaceFirst("/sent$", "");
        assertEquals(List.of("POST", "BY_HAND"), letter.select("input[name=how]").eachAttr("value"));
        letter = visitor.done(address, address, "version", version(letter), "body", letter.select("#body").val().replaceFirst("\\[[^]]*]", "You told us that it has stopped."));
        assertEquals(422, visitor.send(address, address + "/sent", sent(letter, today, "EMAIL")).statusCode());
        HubRows.run("update hub.trigger_applicant set safe_letter = false where trigger_id = ?", id);
        assertEquals(422, visitor.send(address, address + "/sent", sent(letter, today, "POST")).statusCode(), "the applicant has said so since");
        assertTrue(visitor.page(address).text().contains("Hand the letter over in person, where that is safe."));
        assertEquals(422, visitor.send(address, address + "/sent", sent(letter, today.plusDays(1), "BY_HAND")).statusCode());
        assertEquals(422, visitor.send(address, address + "/sent", sent(letter, today.minusDays(11), "BY_HAND")).statusCode(), "before it was received");
        assertEquals(303, visitor.send(address, address + "/sent", sent(letter, today, "BY_HAND")).statusCode());
    }

    @Test
    void whoAskedToBeCalledAndNotWrittenToIsReadTheLetter() {
        HubRows.run("update hub.trigger_applicant set safe_email = true, safe_call = true, needs = '{CALL_ME}' where trigger_id = ?", id);
        var letter = visitor.done(path, path, "kind", "CLOSURE");
        var address = letter.select("form[action$=/sent]").attr("action").replaceFirst("/sent$", "");
        assertEquals(List.of("READ_OUT", "BY_HAND"), letter.select("input[name=how]").eachAttr("value"));
        assertTrue(letter.text().contains("The applicant asked to be called and not written to."));
        letter = visitor.done(address, address, "version", version(letter), "body", letter.select("#body").val().replaceFirst("\\[[^]]*]", "You told us that it has stopped."));
        for (var written : List.of("POST", "EMAIL")) {
            assertEquals(422, visitor.send(address, address + "/sent", sent(letter, today, written)).statusCode(), written);
        }
        visitor.done(address, address + "/sent", sent(letter, today, "READ_OUT"));
        assertTrue(visitor.page(address).text().contains("Read out on the telephone"));
    }

    @Test
    void aLetterFitsHowTheApplicationStands() {
        assertFalse(visitor.page(path).select("input[name=kind]").eachAttr("value").contains("MET"));
        assertEquals(422, visitor.send(path, path, "kind", "MET").statusCode());
        assertEquals(422, visitor.send(path, path, "kind", "").statusCode());
        var letter = visitor.done(path, path, "kind", "NOT_MET");
        var address = letter.select("form[action$=/sent]").attr("action").replaceFirst("/sent$", "");
        letter = visitor.done(address, address, "version", version(letter), "body", letter.select("#body").val().replaceFirst("\\[[^]]*]", "x"));
        HubRows.run("update hub.trigger set state = 'MET' where id = ?", id);
        assertEquals(422, visitor.send(address, address + "/sent", sent(letter, today, "POST")).statusCode(), "decided otherwise since");
    }

    @Test
    void theSecondOfTwoSeesBothVersions() {
        var letter = visitor.done(path, path, "kind", "CLOSURE");
        var address = letter.select("form[action$=/sent]").attr("action").replaceFirst("/sent$", "");
        var words = letter.select("#body").val();
        assertEquals(303, visitor.send(address, address, "version", version(letter), "body", words + "\n\nFirst.").statusCode());
        var second = visitor.send(address, address, "version", version(letter), "body", words + "\n\nSecond.");
        assertEquals(409, second.statusCode());
        assertTrue(second.asString().contains("First.") && second.asString().contains("Second."), second.asString());
        assertEquals(1, visitor.page(path).select("tbody tr").size());
        assertEquals(address.replaceFirst(".*/", ""), visitor.done(path, path, "kind", "CLOSURE").select("form[action$=/sent]").attr("action").replaceFirst("/sent$", "").replaceFirst(".*/", ""), "the one that was begun is found");
    }

    @Test
    void thePdfHoldsTheLetterAndNothingElseInOrdinaryAndLargePrint() throws IOException {
        var letter = visitor.done(path, path, "kind", "NOT_MET");
        var address = letter.select("form[action$=/sent]").attr("action").replaceFirst("/sent$", "");
        for (var print : List.of("", "?print=large")) {
            var pdf = given().get(address + "/pdf" + print);
            assertEquals(200, pdf.statusCode());
            assertTrue(pdf.header("Content-Disposition").contains("letter " + reference + (print.isEmpty() ? "" : " large print") + ".pdf"), pdf.header("Content-Disposition"));
            try (var document = Loader.loadPDF(pdf.asByteArray())) {
                // A paragraph may go on on the next page, behind its marking and number; where letters stand close together, spaces are found that are none.
                var words = new PDFTextStripper().getText(document).replaceAll("OFFICIAL(-SENSITIVE)?|Page \\d+ of \\d+", "").replaceAll("\\s+", "");
                for (var paragraph : letter.select("article p, article h2, article h3")) {
                    assertTrue(words.contains(paragraph.text().replaceAll("\\s+", "")), paragraph.text() + "\n" + words);
                }
                HIDDEN.forEach(hidden -> assertFalse(words.contains(hidden), hidden));
                assertEquals("en", document.getDocumentCatalog().getLanguage());
                assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked(), "tagged");
                assertEquals("We cannot review this now", document.getDocumentInformation().getTitle());
                assertTrue(smallest(document) >= (print.isEmpty() ? 9 : 16), print + " " + smallest(document));
            }
        }
        assertEquals("2", HubRows.one("select count(*) from audit.entry where kind = 'trigger_letter' and act = 'EXPORTED' and subject = ?", address.replaceFirst(".*/", "")));
    }

    /** Kept in {@code target/letters}, to be looked at as pages. */
    @Test
    void eachLetterIsAPdfWithTheApplicantsNameAndNobodyElses() throws IOException {
        var kept = Files.createDirectories(Path.of("target/letters"));
        for (var kind : LetterKind.values()) {
            HubRows.run("update hub.trigger set state = ? where reference = ?", Stream.of(ApplicationState.values()).filter(kind::fits).findFirst().orElseThrow().name(), reference);
            if (kind.after() != null) {
                assertEquals(422, visitor.send(path, path, "kind", kind.name()).statusCode(), kind + " speaks of what has not happened yet");
                HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day) select partnership_id, gen_random_uuid(), id, panel_id, ?, hub.today() from hub.trigger where reference = ?", kind.after().name(), reference);
            }
            var letter = visitor.done(path, path, "kind", kind.name());
            HubRows.run("delete from hub.trigger_event where kind = ? and trigger_id = (select id from hub.trigger where reference = ?)", kind.after() == null ? "NONE" : kind.after().name(), reference);
            var pdf = given().get(letter.select("form[action$=/sent]").attr("action").replaceFirst("/sent$", "/pdf"));
            assertEquals(200, pdf.statusCode(), kind.name());
            Files.write(kept.resolve(kind.name().toLowerCase(Locale.ENGLISH) + ".pdf"), pdf.asByteArray());
            try (var document = Loader.loadPDF(pdf.asByteArray())) {
                var words = new PDFTextStripper().getText(document);
                assertTrue(words.replaceAll("\\s+", "").contains(letter.select("article h2").text().replaceAll("\\s+", "")) && words.contains(reference), words);
                HIDDEN.forEach(hidden -> assertFalse(words.contains(hidden), kind + ": " + hidden));
            }
        }
    }

    /** Points of the smallest letter. */
    private static float smallest(PDDocument document) throws IOException {
        var sizes = new ArrayList<Float>();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                sizes.add(text.getYScale());
                super.processTextPosition(text);
            }
        }.getText(document);
        return sizes.stream().min(Float::compare).orElseThrow();
    }

    @Test
    void whoDoesNotReachTheApplicantDoesNotSeeItsLetters() throws SQLException {
        var letter = visitor.done(path, path, "kind", "CLOSURE");
        var address = letter.select("form[action$=/sent]").attr("action").replaceFirst("/sent$", "");
        SignedIn.as("police");
        assertEquals(404, visitor.answer(address).statusCode());
        assertEquals(404, given().get(address + "/pdf").statusCode());
        assertEquals(404, visitor.send("/my-account", path, "kind", "CLOSURE").statusCode());
        assertEquals(404, visitor.answer(path).statusCode());
        SignedIn.as("hillside.coordinator");
        assertEquals(404, visitor.answer(path).statusCode());
        assertEquals(404, visitor.answer(address).statusCode());
        try (var police = Entered.as("police"); var coordinator = Entered.as("coordinator")) {
            assertEquals("0", police.one("select count(*) from hub.trigger_letter"));
            assertEquals("42501", coordinator.refusal("update hub.trigger_letter set made_by = hub.viewer() where trigger_id = ?", id));
            assertEquals("42501", coordinator.refusal("update hub.trigger_letter set sent_on = hub.today() + 1, sent_how = 'POST', sent_by = hub.viewer() where trigger_id = ?", id), "on a day to come");
            assertEquals("", coordinator.refusal("update hub.trigger_letter set sent_on = hub.today(), sent_how = 'POST', sent_by = hub.viewer() where trigger_id = ?", id));
            assertEquals(List.of(), coordinator.all("update hub.trigger_letter set body = 'x' where trigger_id = ? returning id", id), "what was sent is what was sent");
        }
    }

    private static String version(Document letter) {
        return letter.select("form[action$=/sent] input[name=version]").val();
    }

    private static String[] sent(Document letter, LocalDate on, String how) {
        return new String[] { "version", version(letter), "sent-day", Integer.toString(on.getDayOfMonth()), "sent-month", Integer.toString(on.getMonthValue()), "sent-year", Integer.toString(on.getYear()), "how", how };
    }
}
