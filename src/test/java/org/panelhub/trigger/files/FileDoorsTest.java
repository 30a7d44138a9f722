package org.panelhub.trigger.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;

import io.quarkus.test.junit.QuarkusTest;

/** Files in the database, tried as the serving role. */
@QuarkusTest
class FileDoorsTest {

    private static final String REFUSED = "42501";
    private static final String KEEP = "select access.trigger_file_keep(?, ?, ?, 'a.txt', '', 'TEXT', encode(sha256(?::bytea), 'hex'), ?::bytea, 'nobody', 20, 1000)";
    private static final String FILES = "select access.trigger_files(?, ?)";
    private static final String TAKE_BACK = "select access.trigger_file_take_back(?, ?, ?)";
    private static final String ADD = "insert into hub.document (partnership_id, id, panel_id, trigger_id, from_applicant, came, name, kind, size, sha256, scanned_by, by) "
            + "select hub.partnership(), ?, panel_id, id, false, 'LETTER', 'a.txt', 'TEXT', 1, encode(sha256('x'), 'hex'), 'nobody', %s from hub.trigger where id = ?";
    private static final String CONTENT = "insert into hub.document_content (partnership_id, document_id, content) values (hub.partnership(), ?, ?::bytea)";

    private Sending application;

    @BeforeEach
    void applied() {
        Sending.leaveNothing();
        application = new Sending();
    }

    @AfterEach
    void leaveNothing() {
        Sending.leaveNothing();
    }

    @Test
    void theApplicantsDoorsAreShutToEveryPersonAndAnswerNothingToAWrongCode() throws SQLException {
        var hash = application.code.hash();
        var id = UUID.randomUUID();
        try (var spoc = Entered.as("spoc"); var nobody = Entered.nobody(); var mail = Entered.service("mail")) {
            for (var one : List.of(spoc, nobody, mail)) {
                assertNull(one.one(FILES, application.reference, hash));
                assertEquals(REFUSED, one.refusal(KEEP, application.reference, hash, id, "x", "x"));
                assertEquals(REFUSED, one.refusal(TAKE_BACK, application.reference, hash, id));
            }
        }
        try (var service = Entered.service("community trigger")) {
            for (var wrong : List.of(List.of(application.reference, "wrong"), List.of("RV-TWRONG2", hash))) {
                assertNull(service.one(FILES, wrong.getFirst(), wrong.getLast()));
                assertNull(service.one(KEEP, wrong.getFirst(), wrong.getLast(), id, "x", "x"));
                assertEquals("f", service.one(TAKE_BACK, wrong.getFirst(), wrong.getLast(), id));
            }
            assertEquals(REFUSED, service.refusal("select access.trigger_file_keep(?, ?, ?, 'a.txt', '', 'TEXT', encode(sha256('x'), 'hex'), 'y', 'nobody', 20, 1000)", application.reference, hash, id));
            assertEquals("LARGE", service.one(KEEP, application.reference, hash, id, "x".repeat(1001), "x".repeat(1001)));
            assertEquals("KEPT", service.one(KEEP, application.reference, hash, id, "x", "x"));
            assertEquals("KEPT", service.one(KEEP, application.reference, hash, id, "x", "x"));
            assertEquals("BEFORE", service.one(KEEP, application.reference, hash, UUID.randomUUID(), "x", "x"));
            assertEquals("0", service.one("select count(*) from hub.document"), "no row but by the door");
        }
    }

    @Test
    void whoAnswersForItAddsInItsOwnNameTheBytesThatTheRecordVouchesFor() throws SQLException {
        var id = UUID.randomUUID();
        try (var spoc = Entered.as("spoc"); var police = Entered.as("police")) {
            assertEquals("", police.refusal(ADD.formatted("hub.viewer()"), id, application.id), "it sees no application to add to");
            assertEquals(REFUSED, spoc.refusal(ADD.formatted("(select id from hub.member where name = 'Lena Fischer')"), id, application.id));
            assertEquals("", spoc.refusal(ADD.formatted("hub.viewer()"), id, application.id));
            assertEquals(REFUSED, spoc.refusal(CONTENT, id, "y"), "other bytes");
            assertEquals("", spoc.refusal(CONTENT, id, "x"));
            assertEquals("23505", spoc.refusal(CONTENT, id, "x"));
            assertEquals(REFUSED, spoc.refusal("update hub.document_content set content = 'y'"));
            assertEquals(REFUSED, spoc.refusal("delete from hub.document_content"));
            assertEquals(REFUSED, spoc.refusal("update hub.document set name = 'other' where id = ?", id));
            assertEquals(REFUSED, spoc.refusal("delete from hub.document where id = ?", id));
            assertEquals(REFUSED, spoc.refusal("update hub.document set opened_at = hub.now() where id = ?", id), "only what the applicant sent is opened");
            assertEquals(REFUSED, spoc.refusal("update hub.document set removed_at = hub.now(), removed_by = (select id from hub.member where name = 'Lena Fischer'), removed_why = 'x' where id = ?", id));
            assertEquals("", spoc.refusal("update hub.document set removed_at = hub.now(), removed_by = hub.viewer(), removed_why = 'x' where id = ?", id));
            assertEquals(REFUSED, spoc.refusal("update hub.document set removed_at = null, removed_by = null, removed_why = '' where id = ?", id), "and comes back no more");
            assertEquals(REFUSED, spoc.refusal(CONTENT, id, "x"));
            assertEquals("0", spoc.one("select count(*) from hub.document_content where document_id = ?", id));
        }
    }

    @Test
    void whatTheApplicantSendsIsPutInByNoMember() throws SQLException {
        try (var spoc = Entered.as("spoc")) {
            assertEquals(REFUSED, spoc.refusal("insert into hub.document (partnership_id, id, panel_id, trigger_id, from_applicant, came, name, kind, size, sha256, scanned_by) "
                    + "select hub.partnership(), ?, panel_id, id, true, 'ONLINE', 'a.txt', 'TEXT', 1, repeat('0', 64), 'nobody' from hub.trigger where id = ?", UUID.randomUUID(), application.id));
        }
    }

    @Test
    void whoReadsTheReviewOnlyToReviewItNotesThatItOpenedAFileAndDeletesNone() throws SQLException {
        HubRows.run("insert into hub.document (partnership_id, id, panel_id, trigger_id, from_applicant, came, name, kind, size, sha256, scanned_by) "
                + "select partnership_id, ?, panel_id, id, true, 'ONLINE', 'a.txt', 'TEXT', 1, repeat('0', 64), 'nobody' from hub.trigger where id = ?", application.id, application.id);
        var review = application.review();
        assertEquals(review.toString(), HubRows.one("select case_id from hub.document where id = ?", application.id), "it hangs from the review from its opening on");
        HubRows.run("insert into hub.appeal_review (partnership_id, id, case_id, panel_id, member_id, question, from_on, named_by) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'Planted for files', hub.today(), m.id "
                + "from hub.case_file c, hub.member m where c.id = ? and m.name = 'Grace Adeyemi'", review);
        try (var reviewer = Entered.as("socialcare")) {
            assertEquals("1", reviewer.one("select count(*) from hub.document where id = ?", application.id));
            assertEquals(REFUSED, reviewer.refusal("update hub.document set removed_at = hub.now(), removed_by = hub.viewer(), removed_why = 'x' where id = ?", application.id));
            reviewer.all("update hub.document set opened_at = hub.now() where id = ?", application.id);
            assertEquals("t", reviewer.one("select opened_at is not null from hub.document where id = ?", application.id));
        } finally {
            HubRows.run("delete from hub.appeal_review where question = 'Planted for files'");
        }
    }
}
