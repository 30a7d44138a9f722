package org.panelhub.protocols;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.page.Sha256;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
class DocumentPagesTest {

    private static final byte[] PDF = "%PDF-1.4 invented".getBytes(StandardCharsets.US_ASCII);

    private final Visitor visitor = new Visitor();
    private final String name = "Trial of documents " + UUID.randomUUID();

    @AfterEach
    void undo() {
        HubRows.run("update hub.protocol set in_force = 'empty' where name = ?", name);
    }

    @Test
    @TestSecurity(user = "unsigned")
    void everyMemberTakesTheDocumentOutAsAFileAndThatIsOnRecord() {
        var document = HubRows.one("select d.id::text from hub.protocol_document d join hub.protocol p on p.id = d.protocol_id where p.edition = 3 and p.name = 'Information sharing protocol'");
        var file = visitor.answer("/protocols/" + protocol("riverside") + "/documents/" + document);
        assertEquals(200, file.statusCode());
        assertEquals("application/pdf", file.contentType());
        assertEquals("attachment; filename=\"OFFICIAL Information sharing protocol edition 3.pdf\"", file.header("Content-Disposition"));
        assertEquals("nosniff", file.header("X-Content-Type-Options"));
        assertTrue(file.asString().startsWith("%PDF-"));
        assertEquals("Karl Jensen", HubRows.one("select m.name from audit.entry e join hub.member m on m.id = e.member_id where e.kind = 'protocol_document' and e.subject = ? and e.act = 'EXPORTED' order by e.id desc limit 1", document));
        assertEquals(403, visitor.answer("/protocols/" + protocol("riverside") + "/documents/new").statusCode());
    }

    @Test
    @TestSecurity(user = "hillside.police")
    void anotherPartnershipsDocumentIsNotThere() {
        var document = HubRows.one("select d.id::text from hub.protocol_document d join hub.protocol p on p.id = d.protocol_id where p.edition = 3");
        assertEquals(404, visitor.answer("/protocols/" + protocol("riverside") + "/documents/" + document).statusCode());
        assertEquals(404, visitor.answer("/protocols/" + protocol("hillside") + "/documents/" + document).statusCode());
        assertEquals(404, visitor.answer("/protocols/" + protocol("riverside") + "/documents/new").statusCode());
    }

    @Test
    @TestSecurity(user = "admin")
    void theFileIsJudgedByWhatItHoldsAndTheMarkingIsKept() throws IOException {
        var path = ownProtocol() + "/documents/new";
        assertEquals("Choose the document", refused(path, "protocol.pdf", new byte[0]));
        var type = "The document must be a PDF, Word (.docx) or OpenDocument (.odt) file without macros";
        assertEquals(type, refused(path, "protocol.pdf", "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(type, refused(path, "protocol.docx", zip("[Content_Types].xml", "", "xl/workbook.xml", "")));
        assertEquals(type, refused(path, "protocol.docx", zip("[Content_Types].xml", "", "word/document.xml", "", "word/vbaProject.bin", "")));
        assertEquals(type, refused(path, "protocol.odt", zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "")));
        assertEquals(type, refused(path, "protocol.odt", zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "", "Basic/Standard/x.xml", "")));
        var large = new byte[ProtocolDocuments.LARGEST + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertEquals("The document must be 10 MB or smaller", refused(path, "protocol.pdf", large));
        assertEquals(400, visitor.upload(visitor.page(path), path, "file", "a\r\n.pdf", PDF, "marking", "OFFICIAL").statusCode(), "no message of parts");
        var unmarked = visitor.upload(visitor.page(path), path, "file", "protocol.pdf", PDF, "marking", "SECRET");
        assertEquals("Error: Choose its marking", Jsoup.parse(unmarked.asString()).select("#marking-error").text());
    }

    @Test
    @TestSecurity(user = "admin")
    void beforeAnyoneSignsItIsReplacedAndWhatWasSignedStays() throws IOException {
        var protocol = ownProtocol();
        attached(protocol, "first.pdf", PDF);
        attached(protocol, "second.docx", zip("[Content_Types].xml", "", "word/document.xml", ""));
        var page = attached(protocol, "../..\\third;\u202e.odt", zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", ""));
        var links = page.select("a[href*=/documents/]:not([href$=new])");
        assertEquals(3, links.size());
        assertTrue(links.getFirst().text().startsWith("OpenDocument"), "the newest counts: " + links);
        var taken = visitor.answer(links.getLast().attr("href"));
        assertArrayEquals(PDF, taken.asByteArray());
        assertEquals("attachment; filename=\"OFFICIAL-SENSITIVE " + name + " edition 1.pdf\"", taken.header("Content-Disposition"));

        var signature = visitor.page(protocol + "/signatures/new");
        visitor.follow(visitor.sendFrom(signature, protocol + "/signatures/new", NewPartnershipTest.dates(signature, "signatory", HubRows.one("select id::text from hub.signatory where name = 'Riverside Council'"),
                "signedBy", "Diane Foster", "designatedOfficer", "Peter Osei")));
        var after = visitor.page(protocol);
        assertTrue(after.select("a[href$=/documents/new]").isEmpty());
        var late = visitor.upload(signature, protocol + "/documents/new", "file", "other.pdf", PDF, "marking", "OFFICIAL");
        assertEquals(422, late.statusCode());
        assertTrue(late.asString().contains("It has been signed with the document that is here"));
        var id = protocol.replaceFirst(".*/", "");
        given().get("/api/protocols/" + id).then().statusCode(200).body("documents.size()", equalTo(3)).body("documents[2].sha256", equalTo(Sha256.hex(PDF)));
        given().contentType("application/octet-stream").body(PDF).post("/api/protocols/" + id + "/documents?marking=OFFICIAL").then().statusCode(422).body("errors[0].field", equalTo("file"));
        given().accept("*/*").get("/api" + links.getLast().attr("href")).then().statusCode(200).contentType("application/pdf");
    }

    private org.jsoup.nodes.Document attached(String protocol, String file, byte[] content) {
        var form = visitor.page(protocol + "/documents/new");
        return visitor.follow(visitor.upload(form, protocol + "/documents/new", "file", file, content, "marking", "OFFICIAL-SENSITIVE"));
    }

    private String refused(String path, String file, byte[] content) {
        Response answer = visitor.upload(visitor.page(path), path, "file", file, content, "marking", "OFFICIAL-SENSITIVE");
        assertEquals(422, answer.statusCode(), answer.asString());
        var page = Jsoup.parse(answer.asString());
        assertEquals("OFFICIAL-SENSITIVE", page.select("input[name=marking][checked]").val(), "what was chosen stays");
        return page.select("#file-error").text().replaceFirst("^Error: ", "");
    }

    private String ownProtocol() {
        var form = visitor.page("/protocols/new");
        var panel = HubRows.one("select n.id::text from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.reference_prefix = 'RV' and n.short_name = 'VVP'");
        var made = visitor.follow(visitor.sendFrom(form, "/protocols/new", NewPartnershipTest.dates(form, "name", name, "panels", panel)));
        return made.select("a[href$=/new-edition]").attr("href").replaceFirst("/new-edition$", "");
    }

    private static String protocol(String partnership) {
        return HubRows.one("select o.id::text from hub.protocol o join hub.partnership p on p.id = o.partnership_id where p.name ilike ? and o.edition = 3", "%" + partnership + "%");
    }

    private static byte[] zip(String... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.US_ASCII));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
