package org.panelhub.trigger.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panelhub.trigger.files.Sending.HERE;
import static org.panelhub.trigger.files.Sending.bytes;
import static org.panelhub.trigger.files.Sending.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.ReadingAge;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** An applicant without an account sends photographs, a diary, a letter, and what nobody should send. */
@QuarkusTest
class SendFilePagesTest {

    private static final byte[] PHOTO = bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 0x0D, 0x0A, 0, 0xFF, 0xD9);

    @ConfigProperty(name = "quarkus.http.body.uploads-directory")
    String uploads;

    private Sending application;

    @BeforeEach
    void applied() {
        Sending.leaveNothing();
        application = new Sending().follows();
    }

    @AfterEach
    void leaveNothing() {
        Sending.leaveNothing();
    }

    private static byte[] content(UUID id) {
        return HexFormat.of().parseHex(HubRows.one("select encode(content, 'hex') from hub.document_content where document_id = ?", id));
    }

    private static String refused(Response answer, int status) {
        assertEquals(status, answer.statusCode(), answer.asString());
        var page = Jsoup.parse(answer.asString());
        assertEquals("#file", page.select(".govuk-error-summary a").attr("href"));
        assertTrue(page.title().startsWith("Error: "), page.title());
        assertEquals("What is typed stays", page.select("#note").val());
        return page.select("#file-error").text().replaceFirst("^Error: ", "");
    }

    @Test
    void whatIsSentIsKeptByteForByteAndSaidBack() {
        Map<String, byte[]> sent = new LinkedHashMap<>();
        sent.put("door.jpg", PHOTO);
        sent.put("plan.png", bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13));
        sent.put("letter.pdf", text("%PDF-1.7\n% invented"));
        sent.put("diary.txt", text("3 March: shouting until 4 o’clock.\r\n"));
        sent.put("statement.docx", Sending.word());
        for (var each : sent.entrySet()) {
            var page = application.applicant.follow(application.sends(each.getKey(), each.getValue(), "note", "About the " + each.getKey()));
            assertEquals("We have your file: " + each.getKey() + " (1 KB). Checked: kind and size only.", page.select(".govuk-notification-banner__heading, .govuk-notification-banner__content p").first().text());
            assertTrue(page.text().contains("About the " + each.getKey()), page.text());
            assertArrayEquals(each.getValue(), content(application.last()), each.getKey());
        }
        assertEquals(sent.keySet().stream().toList(), application.applicant.page(HERE).select("strong.hub-name").eachText());
        assertEquals("JPEG PNG PDF TEXT DOCX", HubRows.one("select string_agg(kind, ' ' order by at) from hub.document where trigger_id = ? and from_applicant and came = 'ONLINE' and by is null", application.id));
        assertFalse(application.applicant.page("/community-trigger/my-form").select("a[href=" + HERE + "]").isEmpty());
        assertEquals("1", HubRows.one("select count(distinct once_key) filter (where once_key like 'applicant sent%' and to_member = (select id from hub.member where name = 'Noor Rahman')) from hub.outbox where template = 'applicant wrote'"),
                "who answers for it is told once an hour, not once a file");
    }

    @Test
    void whatNobodyShouldSendIsRefusedInWordsBesideTheField() {
        var note = new String[] {"note", "What is typed stays"};
        assertEquals("The file is empty", refused(application.sends("diary.txt", new byte[0], note), 422));
        assertEquals("The file holds a virus, or the standard test for one", refused(application.sends("diary.txt", text(Sending.TEST_VIRUS), note), 422));
        assertEquals("The file holds a virus, or the standard test for one", refused(application.sends("letter.pdf", text("%PDF-1.7\n" + Sending.TEST_VIRUS), note), 422));
        for (var wrong : Map.of("photo.jpg", text("MZ\u0090 a program"), "page.txt", text("<html><script>alert(1)</script>"), "drawing.png", text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "letter.docx",
                Sending.word("word/vbaProject.bin")).entrySet()) {
            var why = refused(application.sends(wrong.getKey(), wrong.getValue(), note), 422);
            assertTrue(why.startsWith("The file is of a kind that cannot be taken. Send a PDF, a photograph (JPEG, PNG or HEIC)"), why);
        }
        var large = new byte[10 * 1024 * 1024 + 1];
        System.arraycopy(PHOTO, 0, large, 0, PHOTO.length);
        assertEquals("The file is larger than 10 MB", refused(application.sends("photo.jpg", large, note), 413));
        assertEquals(0, application.kept());
        var huge = application.sends("video.mp4", new byte[13 * 1024 * 1024]);
        assertEquals(413, huge.statusCode());
        assertTrue(huge.asString().contains("Send a smaller file") && huge.asString().contains("Community trigger"), huge.asString());
        var long500 = application.sends("diary.txt", text("A diary"), "note", "x".repeat(501));
        assertEquals(422, long500.statusCode());
        assertEquals("#note", Jsoup.parse(long500.asString()).select(".govuk-error-summary a").attr("href"));
        assertEquals(0, application.kept());
    }

    @Test
    void aNameThatMeansHarmIsOnlyAName() {
        for (var name : List.of("../../etc/passwd", "photo\u202egpj.exe", "<img src=x onerror=alert(1)>.txt", "a".repeat(400) + ".txt")) {
            var page = application.applicant.follow(application.sends(name, text("One of " + name)));
            assertTrue(page.select("main img, main script").isEmpty(), page.html());
        }
        var names = HubRows.all("select name from hub.document where trigger_id = ? order by at", application.id);
        assertEquals("passwd", names.getFirst());
        assertTrue(names.stream().allMatch(n -> n.length() <= 120 && n.chars().noneMatch(c -> "<>/\\\u202e".indexOf(c) >= 0)), names.toString());
    }

    @Test
    void theSameFileSentTwiceIsKeptOnce() {
        var page = application.applicant.page(HERE);
        application.applicant.follow(application.sendsFrom(page, "door.jpg", PHOTO));
        application.applicant.follow(application.sendsFrom(page, "door.jpg", PHOTO));
        assertEquals(1, application.kept());
        var again = application.applicant.follow(application.sends("the door.jpg", PHOTO));
        assertTrue(again.text().contains("We have this file already: you sent it before."), again.text());
        assertEquals(1, application.kept());
        application.applicant.follow(application.sendsFrom(page, "stairs.txt", text("Another file, from a page that was opened before")));
        assertEquals(2, application.kept());
    }

    @Test
    void whatNobodyHasOpenedIsTakenBackAndItsBytesAreGone() {
        application.applicant.follow(application.sends("door.jpg", PHOTO));
        var id = application.last();
        var back = application.applicant.done(HERE, HERE + "/" + id + "/take-back");
        assertTrue(back.text().contains("You have taken the file back. We have deleted it.") && back.text().contains("You have not sent a file yet."), back.text());
        assertEquals(0, application.kept());
        assertEquals("door.jpg", HubRows.one("select name from hub.document where id = ? and removed_at is not null and removed_by is null", id), "that there was one stays on record");
        assertTrue(application.applicant.done(HERE, HERE + "/" + id + "/take-back").text().contains("You have taken the file back"), "pressed twice");
        assertEquals(303, application.sends("door.jpg", PHOTO).statusCode());
        assertEquals(1, application.kept(), "sent after all");
        HubRows.run("update hub.document set opened_at = hub.now() where id = ?", application.last());
        var opened = application.applicant.page(HERE);
        assertTrue(opened.select("form[action$=take-back]").isEmpty());
        var late = application.applicant.follow(application.applicant.sendFrom(opened, HERE + "/" + application.last() + "/take-back"));
        assertTrue(late.text().contains("We have looked at this file already"), late.text());
        assertEquals(1, application.kept());
    }

    @Test
    void withoutNumberAndCodeNothingIsSentSeenOrTakenBack() {
        application.applicant.follow(application.sends("door.jpg", PHOTO));
        var page = application.applicant.page(HERE);
        var stranger = new Visitor();
        var form = stranger.page("/community-trigger/follow");
        for (var answer : List.of(stranger.answer(HERE), stranger.upload(form, HERE, "file", "a.txt", text("A stranger's")), stranger.sendFrom(form, HERE + "/" + application.last() + "/take-back"))) {
            assertEquals(303, answer.statusCode());
            assertTrue(answer.header("Location").endsWith("/community-trigger/follow"), answer.header("Location"));
        }
        // Another application's applicant, with a code of its own.
        var other = new Sending().follows();
        var mine = other.applicant.page(HERE);
        assertTrue(mine.text().contains("You have not sent a file yet."), mine.text());
        var tried = other.applicant.follow(other.applicant.sendFrom(mine, HERE + "/" + application.last() + "/take-back"));
        assertFalse(tried.text().contains("We have deleted it"), tried.text());
        HubRows.run("update hub.trigger_applicant set code_hash = 'another' where trigger_id = ?", application.id);
        assertTrue(application.sendsFrom(page, "b.txt", text("After a new code")).header("Location").endsWith("/follow"), "the code before no longer works");
        assertEquals(1, application.kept());
        assertEquals(400, given(page).statusCode(), "without the token of its form");
    }

    private Response given(Document page) {
        page.select("input[name=form-token]").forEach(i -> i.attr("value", ""));
        return application.sendsFrom(page, "c.txt", text("Forged"));
    }

    @Test
    void soManyAndSoMuchIsTakenAndNoMore() {
        HubRows.run("insert into hub.document (partnership_id, id, panel_id, trigger_id, from_applicant, came, name, kind, size, sha256, scanned_by) "
                + "select partnership_id, gen_random_uuid(), panel_id, id, true, 'ONLINE', 'file ' || n || '.txt', 'TEXT', 3200000, encode(sha256(convert_to(n::text, 'UTF8')), 'hex'), 'nobody' from hub.trigger, generate_series(1, 19) n where id = ?", application.id);
        var large = new byte[4 * 1024 * 1024];
        System.arraycopy(PHOTO, 0, large, 0, PHOTO.length);
        var note = new String[] {"note", "What is typed stays"};
        assertEquals("With this one your files are larger than 60 MB. That is as much as we can take here. Bring us any more in another way", refused(application.sends("film.jpg", large, note), 422));
        var before = application.applicant.page(HERE);
        assertEquals(303, application.sends("diary.txt", text("The twentieth")).statusCode());
        assertEquals("You have sent 20 files. That is as many as we can take here. Bring us any more in another way", refused(application.sendsFrom(before, "diary2.txt", text("One more"), note), 422));
        assertTrue(application.applicant.page(HERE).select("input[type=file]").isEmpty());
        HubRows.run("update hub.document set removed_at = hub.now() where trigger_id = ? and name = 'file 1.txt'", application.id);
        assertEquals(303, application.sends("diary2.txt", text("One more")).statusCode(), "what was taken back does not count");
    }

    @Test
    void fromOneAddressSoManyAreTakenWithinAnHour() {
        HubRows.run("delete from hub.public_attempt");
        application.sends("diary.txt", text("One"));
        HubRows.run("insert into hub.public_attempt (kind, who, at) select a.kind, a.who, a.at from hub.public_attempt a, generate_series(1, 59) where a.kind = 'form file'");
        var why = refused(application.sends("diary2.txt", text("Two"), "note", "What is typed stays"), 429);
        assertTrue(why.startsWith("Many files were sent in the last hour from your internet connection."), why);
        assertEquals(1, application.kept());
    }

    @Test
    void afterItsFormWasTakenBackNoFileIsTakenAndOnesOwnCanStillBeTakenBack() {
        application.applicant.follow(application.sends("door.jpg", PHOTO));
        var before = application.applicant.page(HERE);
        HubRows.run("update hub.trigger set state = 'WITHDRAWN' where id = ?", application.id);
        assertEquals(303, application.sendsFrom(before, "diary.txt", text("Too late")).statusCode());
        assertEquals(1, application.kept());
        var page = application.applicant.page(HERE);
        assertTrue(page.select("input[type=file]").isEmpty() && page.text().contains("You have taken your form back, so you cannot send a file now."), page.text());
        application.applicant.done(HERE, HERE + "/" + application.last() + "/take-back");
        assertEquals(0, application.kept());
    }

    @Test
    void theApplicantNeverSeesWhatOthersAddedAndIsToldWhatTheyDeleted() {
        application.applicant.follow(application.sends("door.jpg", PHOTO));
        HubRows.run("insert into hub.document (partnership_id, id, panel_id, trigger_id, from_applicant, came, name, note, kind, size, sha256, scanned_by, by) "
                + "select t.partnership_id, gen_random_uuid(), t.panel_id, t.id, false, 'LETTER', 'neighbour.pdf', 'From the neighbour', 'PDF', 1, repeat('0', 64), 'nobody', m.id from hub.trigger t, hub.member m where t.id = ? and m.name = 'Noor Rahman'", application.id);
        HubRows.run("update hub.document set removed_at = hub.now(), removed_by = (select id from hub.member where name = 'Noor Rahman'), removed_why = 'It shows a child' where trigger_id = ? and from_applicant", application.id);
        var page = application.applicant.page(HERE);
        assertTrue(page.text().contains("We have deleted this file.") && !page.text().contains("neighbour") && !page.text().contains("It shows a child"), page.text());
    }

    @Test
    void thePageReadsEasilyAndLeavesNothingBehind() throws IOException {
        application.applicant.follow(application.sends("door.jpg", PHOTO));
        var answer = application.applicant.answer(HERE);
        assertEquals("no-store", answer.header("Cache-Control"));
        var page = Jsoup.parse(answer.asString());
        assertFalse(page.select("a.govuk-exit-this-page__button").isEmpty());
        assertTrue(ReadingAge.of(page).age() <= 11, "reading age " + ReadingAge.of(page).age());
        try (var left = Files.exists(Path.of(uploads)) ? Files.list(Path.of(uploads)) : java.util.stream.Stream.<Path>empty()) {
            assertEquals(List.of(), left.filter(f -> f.toFile().length() == PHOTO.length).toList(), "what came in is not left on the disk");
        }
    }
}
