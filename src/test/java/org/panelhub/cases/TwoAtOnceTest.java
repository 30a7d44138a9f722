package org.panelhub.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Two people save the same thing: the second is told who was first, as far as that is theirs to know. */
@QuarkusTest
@TestSecurity(user = "coordinator")
class TwoAtOnceTest {

    private static final String EDIT = "/cases/RV-H5LBK/edit";

    private final Visitor visitor = new Visitor();

    @Test
    void theSecondIsToldByNameWhoSavedFirstAndWhen() {
        var opened = visitor.page(EDIT);
        SignedIn.as("analyst");
        visitor.done(EDIT, EDIT, "subject", "Colin Ferris", "category", "Noise", "summary", "Quiet since July.", "version", opened.select("input[name=version]").val());
        SignedIn.as("coordinator");
        var conflict = saved(opened);
        assertEquals("Ines Duarte saved first", conflict.select("#conflict h2").text());
        assertTrue(conflict.select("#conflict").text().matches(".*It was saved on \\d+ \\w+ \\d{4} at \\d\\d:\\d\\d\\..*"), conflict.text());
    }

    @Test
    void whoseNameIsNotTheirsToSeeIsToldByAgency() {
        var opened = visitor.page(EDIT);
        HubRows.run("update hub.case_file set version = version + 1 where reference = 'RV-H5LBK'");
        HubRows.run("""
                insert into audit.entry (partnership_id, member_id, agency_id, act, kind, subject)
                select m.partnership_id, m.id, m.agency_id, 'UPDATE', 'case_file', c.id::text from hub.member m, hub.case_file c where m.name = 'Ella Wood' and c.reference = 'RV-H5LBK'""");
        assertEquals("Someone at Riverside Probation saved first", saved(opened).select("#conflict h2").text());
    }

    @Test
    void whoWasFirstInAnotherWindowIsOneself() {
        var opened = visitor.page(EDIT);
        var version = opened.select("input[name=version]").val();
        visitor.done(EDIT, EDIT, "subject", "Colin Ferris", "category", "Noise", "summary", "Quiet since then.", "version", version);
        assertEquals("You saved first", saved(opened).select("#conflict h2").text());
    }

    private Document saved(Document opened) {
        var answer = visitor.sendFrom(opened, EDIT, "subject", "Colin Ferris", "category", "Noise", "summary", "Typed by the second.", "version", opened.select("input[name=version]").val());
        assertEquals(409, answer.statusCode());
        return Jsoup.parse(answer.asString());
    }
}
