package org.panelhub.trigger.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panelhub.trigger.apply.Resident.HERE;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Whoever guesses at numbers and codes learns nothing: not by what is answered, and not by how much was done for it. How long it takes is measured beside ({@code src/bench}). */
@QuarkusTest
class WrongNumberOrCodeTest {

    private static final String WRONG_REFERENCE = "RV-TAAAAAA";

    @Inject
    SessionFactory sessions;

    private final Code code = Code.fresh();
    private String reference;

    @BeforeEach
    void applied() {
        Resident.leaveNothing();
        var id = UUID.randomUUID();
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, happening) select partnership_id, ?, id, '', hub.today(), 'ONLINE', 'PERSON', 'Ivy Marlow', 'A test of the form' from hub.panel where kind = 'CT_MARAC'", id);
        HubRows.run("insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, code_hash) select partnership_id, id, panel_id, 'Ivy Marlow', ? from hub.trigger where id = ?", code.hash(), id);
        reference = HubRows.one("select reference from hub.trigger where id = ?", id);
    }

    @AfterEach
    void leaveNothing() {
        sessions.getStatistics().setStatisticsEnabled(false);
        Resident.leaveNothing();
    }

    @Test
    void thePageAsksTheDatabaseAsOftenWhateverIsWrong() {
        assertEquals(1, asked(WRONG_REFERENCE, Code.fresh().text()), "neither");
        assertEquals(1, asked(reference, Code.fresh().text()), "a right number with a wrong code");
        assertEquals(1, asked(WRONG_REFERENCE, code.text()), "a right code with a wrong number");
        assertEquals(1, asked(reference, "my code"), "what cannot be a code");
        assertEquals(1, asked("", ""), "nothing at all");
    }

    /** How often the door was asked in one try. */
    private long asked(String reference, String code) {
        var visitor = new Visitor();
        var form = visitor.page(HERE + "/follow");
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        var answer = visitor.sendFrom(form, HERE + "/follow", "reference", reference, "code", code);
        var asked = Arrays.stream(statistics.getQueries()).filter(q -> q.contains("access.trigger_track")).mapToLong(q -> statistics.getQueryStatistics(q).getExecutionCount()).sum();
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("We do not know this number with this code. Check both, letter by letter"), answer.asString());
        return asked;
    }

    @Test
    void theDatabaseLooksForBothByTheirKeysWhateverIsWrong() throws SQLException {
        var nothingRight = looks(WRONG_REFERENCE, Code.fresh());
        assertTrue(nothingRight.contains("trigger ") && nothingRight.contains("trigger_applicant "), nothingRight);
        assertEquals(nothingRight, looks(reference, Code.fresh()), "a right number with a wrong code");
        assertEquals(nothingRight, looks(WRONG_REFERENCE, code), "a right code with a wrong number");
    }

    /** How often each table was gone through or looked up in, for one try. */
    private static String looks(String reference, Code code) throws SQLException {
        try (var service = Entered.service("community trigger")) {
            assertNull(service.one("select access.trigger_track(?, ?)", reference, code.hash()));
            return String.valueOf(service.one("select string_agg(relname || ' ' || seq_scan + coalesce(idx_scan, 0), ', ' order by relname) from pg_stat_xact_user_tables where schemaname = 'hub' and seq_scan + coalesce(idx_scan, 0) > 0"));
        }
    }
}
