package org.panelhub.trigger.signoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;

/** A resolution letter goes when the chair and each relevant body have signed its words, and not before. */
@QuarkusTest
class SignOffPagesTest {

    private final Visitor visitor = new Visitor();
    private final UUID application = UUID.randomUUID();
    private final UUID review = UUID.randomUUID();
    private final UUID letter = UUID.randomUUID();
    private String path;

    @BeforeEach
    void written() {
        HubRows.run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject) select partnership_id, ?, id, 'RV-T9996', 'A review' from hub.panel where kind = 'CT_MARAC'", review);
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, case_id, reference, received_on, received_how, applicant_kind, subject, state) "
                + "select partnership_id, ?, id, ?, '', hub.today() - 40, 'ONLINE', 'PERSON', 'Ivy Marlow', 'MET' from hub.panel where kind = 'CT_MARAC'", application, review);
        HubRows.run("insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, address, safe_letter) select partnership_id, id, panel_id, subject, '9 Quay Street', true from hub.trigger where id = ?", application);
        HubRows.run("insert into hub.trigger_letter (partnership_id, id, trigger_id, panel_id, kind, language, title, body, made_by) select partnership_id, ?, id, panel_id, 'RESOLUTION', 'en', 'What was done', ?, (select id from hub.member where name = 'Noor Rahman') from hub.trigger where id = ?",
                letter, body(), application);
        path = "/triggers/" + HubRows.one("select reference from hub.trigger where id = ?", application) + "/letters/" + letter;
        SignedIn.as("spoc");
    }

    /** The headings that must stay stand in every letter of the kind. */
    private static String body() {
        try (var in = SignOffPagesTest.class.getResourceAsStream("/community-trigger/letters/resolution.en.txt")) {
            var text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return text.replaceAll("[\\[\\]{}]", "");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.outbox where template = 'letter-to-sign'");
        for (var table : List.of("trigger_sign_off", "trigger_letter", "trigger_event", "trigger_applicant")) {
            HubRows.run("delete from hub." + table + " where trigger_id = ?", application);
        }
        HubRows.run("delete from hub.trigger where id = ?", application);
        HubRows.run("delete from hub.case_file where id = ?", review);
    }

    private void sign(String account) {
        SignedIn.as(account);
        var page = visitor.page(path + "/sign-off");
        visitor.follow(visitor.sendFrom(page, path + "/sign-off", "read", page.select("[name=read]").val()));
    }

    private int send() {
        SignedIn.as("spoc");
        var page = visitor.page(path);
        return visitor.sendFrom(page, path + "/sent", "version", page.select("[name=version]").first().val(), "sent-day", page.select("[name=sent-day]").val(), "sent-month", page.select("[name=sent-month]").val(), "sent-year",
                page.select("[name=sent-year]").val(), "how", "POST").statusCode();
    }

    @Test
    void itGoesWhenTheChairAndEachRelevantBodyHaveSignedItsWords() {
        SignedIn.as("police");
        assertEquals(404, visitor.answer(path + "/sign-off").statusCode(), "it was not put forward");
        assertEquals(422, send());
        visitor.done(path + "/sign-off", path + "/sign-off/forward");
        var mails = HubRows.all("select m.name from hub.outbox o join hub.member m on m.id = o.to_member where o.template = 'letter-to-sign' order by 1");
        assertTrue(mails.contains("Supt James Marsh") && mails.contains("Sgt Daniel Reyes"), mails.toString());
        assertFalse(HubRows.one("select body from hub.outbox where template = 'letter-to-sign' limit 1").contains("Ivy"));
        var waiting = visitor.page(path + "/sign-off").select("tbody tr").eachText();
        assertTrue(waiting.size() > 2 && waiting.stream().allMatch(row -> row.contains("Not yet")), waiting.toString());
        SignedIn.as("police");
        var list = visitor.page(path.replaceFirst("/[^/]+$", ""));
        assertEquals(path + "/sign-off", list.select("main th a").attr("href"));
        var shown = visitor.page(path + "/sign-off");
        assertFalse(shown.select(".hub-letter h3").isEmpty(), "what is signed has the headings of what is sent: " + shown.select(".hub-letter").html());
        var text = shown.text();
        assertFalse(text.contains("9 Quay Street"), text);
        assertEquals(404, visitor.answer(path).statusCode(), "the letter itself is for those who reach the applicant");
        sign("police");
        sign("chair");
        assertEquals(422, send(), "others have not signed");
        for (var account : List.of("housing.senior", "mentalhealth")) {
            sign(account);
        }
        SignedIn.as("spoc");
        var signed = visitor.page(path + "/sign-off").select("tbody tr").eachText();
        assertTrue(signed.stream().noneMatch(row -> row.contains("Not yet")), signed.toString());
        assertEquals(303, send());
        assertEquals("1", HubRows.one("select count(*)::text from hub.trigger_event where trigger_id = ? and kind = 'LETTER_SENT'", application));
    }

    @Test
    void changedWordsAreSignedAnewAndNobodySignsWhatItHasNotRead() throws SQLException {
        visitor.done(path + "/sign-off", path + "/sign-off/forward");
        SignedIn.as("chair");
        var early = visitor.page(path + "/sign-off");
        HubRows.run("update hub.trigger_letter set body = body || ' More.' where id = ?", letter);
        var refused = visitor.sendFrom(early, path + "/sign-off", "read", early.select("[name=read]").val());
        assertEquals(409, refused.statusCode());
        assertTrue(refused.asString().contains("changed since you read them") && refused.asString().contains("More."));
        sign("chair");
        HubRows.run("update hub.trigger_letter set body = body || ' And more.' where id = ?", letter);
        assertTrue(visitor.page(path + "/sign-off").select("tbody tr").first().text().contains("Not yet"));
        SignedIn.as("spoc");
        assertEquals(403, visitor.send(path + "/sign-off", path + "/sign-off", "read", "x").statusCode(), "who handles it signs for nobody");
        SignedIn.as("police");
        assertEquals(403, visitor.send("/my-account", path + "/sign-off/forward").statusCode());
        SignedIn.as("hillside.coordinator");
        assertEquals(404, visitor.answer(path + "/sign-off").statusCode());
        try (var police = Entered.as("police"); var spoc = Entered.as("spoc"); var hillside = Entered.as("hillside.coordinator")) {
            assertEquals("0", hillside.one("select count(*)::text from access.letter_signatures(?)", letter));
            assertEquals("42501", hillside.refusal("select access.tell_signers(?)", letter));
            assertEquals("42501", police.refusal("insert into hub.trigger_sign_off (partnership_id, id, trigger_id, panel_id, letter_id, signatory_id, words_hash, signed_by) select partnership_id, gen_random_uuid(), trigger_id, panel_id, id, null, md5(title || e'\\n' || body), hub.viewer() from hub.trigger_letter where id = ?", letter));
            assertEquals("42501", spoc.refusal("update hub.trigger_letter set sent_on = hub.today(), sent_how = 'POST', sent_by = hub.viewer() where id = ?", letter), "nor does PostgreSQL let it go");
        }
    }
}
