package org.panelhub.trigger.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jsoup.nodes.Document;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;
import org.panelhub.trigger.apply.Code;

import io.restassured.response.Response;

/** An application on the board of Safer Riverside, and its applicant with the code, who sends files. */
final class Sending {

    static final String HERE = "/community-trigger/my-form/files";
    /** What every scanner takes for a virus, in pieces, so that none takes this file for one. */
    static final String TEST_VIRUS = String.join("", "X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!", "$H+H*");

    final UUID id = UUID.randomUUID();
    final Code code = Code.fresh();
    final String reference;
    final Visitor applicant = new Visitor();

    Sending() {
        HubRows.run("delete from hub.public_attempt");
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, happening) "
                + "select partnership_id, ?, id, '', hub.today() - 3, 'ONLINE', 'PERSON', 'Ivy Marlow', 'A test of files' from hub.panel where kind = 'CT_MARAC'", id);
        HubRows.run("insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, code_hash) select partnership_id, id, panel_id, 'Ivy Marlow', ? from hub.trigger where id = ?", code.hash(), id);
        reference = HubRows.one("select reference from hub.trigger where id = ?", id);
    }

    /** The applicant has come in with number and code. */
    Sending follows() {
        applicant.done("/community-trigger/follow", "/community-trigger/follow", "reference", reference, "code", code.text());
        return this;
    }

    Response sends(String name, byte[] content, String... fields) {
        return sendsFrom(applicant.page(HERE), name, content, fields);
    }

    Response sendsFrom(Document page, String name, byte[] content, String... fields) {
        var once = page.select("form[enctype] input[name=once]").val();
        var all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "once";
        all[fields.length + 1] = once;
        return applicant.upload(page, HERE, "file", name, content, all);
    }

    /** The file that came last, as the tables hold it. */
    UUID last() {
        return UUID.fromString(HubRows.one("select id from hub.document where trigger_id = ? order by at desc, id limit 1", id));
    }

    long kept() {
        return Long.parseLong(HubRows.one("select count(*) from hub.document d join hub.document_content c on c.document_id = d.id where d.trigger_id = ?", id));
    }

    String path() {
        return "/triggers/" + reference + "/files";
    }

    /** Opens its review, and returns the case. */
    UUID review() {
        var review = UUID.randomUUID();
        HubRows.run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject) select partnership_id, ?, panel_id, 'RV-T9996', 'Planted for files' from hub.trigger where id = ?", review, id);
        HubRows.run("update hub.trigger set state = 'MET', case_id = ? where id = ?", review, id);
        return review;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int n = 0; n < values.length; n++) {
            bytes[n] = (byte) values[n];
        }
        return bytes;
    }

    static byte[] word(String... more) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (var each : more) {
                zip.putNextEntry(new ZipEntry(each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void leaveNothing() {
        HubRows.run("delete from hub.public_attempt");
        HubRows.run("delete from hub.outbox where template in ('applicant wrote', 'appeal asked for', 'appeal decided') or subject like '%has sent a file'");
        HubRows.run("delete from hub.document_content where document_id in (select d.id from hub.document d join hub.trigger t on t.id = d.trigger_id where t.happening = 'A test of files')");
        for (var table : List.of("document", "trigger_appeal", "trigger_bar", "trigger_message", "trigger_event", "trigger_applicant")) {
            HubRows.run("delete from hub." + table + " where trigger_id in (select id from hub.trigger where happening = 'A test of files')");
        }
        HubRows.run("delete from hub.trigger where happening = 'A test of files'");
        for (var table : List.of("admission", "case_bar", "case_team")) {
            HubRows.run("delete from hub." + table + " where case_id in (select id from hub.case_file where subject = 'Planted for files')");
        }
        HubRows.run("delete from hub.case_file where subject = 'Planted for files'");
    }
}
