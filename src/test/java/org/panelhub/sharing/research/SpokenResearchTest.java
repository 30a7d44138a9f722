package org.panelhub.sharing.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** An agency whose research a panel does not store says that it has researched and whether it shared, never what. */
@QuarkusTest
@TestSecurity(user = "fire")
class SpokenResearchTest {

    private static final String FIRE = "(select id from hub.agency where short_name = 'fire brigade')";

    private final Visitor visitor = new Visitor();
    private final UUID asked = UUID.randomUUID();

    @BeforeEach
    void onlySpoken() {
        HubRows.run("update hub.legal_basis set stores_research = false where agency_id = " + FIRE);
        HubRows.run("insert into hub.research_request (partnership_id, id, case_id, panel_id, agency_id, asked_by, question, due_on) select c.partnership_id, ?, c.id, c.panel_id, " + FIRE
                + ", (select id from hub.member where name = 'Ines Duarte'), 'What is known?', hub.today() + 3 from hub.case_file c where reference = 'RV-7K4QM'", asked);
    }

    @AfterEach
    void undo() {
        HubRows.run("update hub.legal_basis set stores_research = true where agency_id = " + FIRE);
        HubRows.run("delete from hub.research_request where id = ?", asked);
    }

    @Test
    void itIsResearchedThenSharedVerballyAndTheCoordinatorSeesThatAndNoMore() {
        var page = visitor.page("/cases/RV-7K4QM/information");
        assertTrue(page.text().contains("only spoken here"), page.text());
        var answer = "/requests/" + asked + "/answer";
        var stored = visitor.sendFrom(page, answer, "answer", "INFORMATION");
        assertEquals(422, stored.statusCode());
        assertTrue(stored.asString().contains("only spoken here"));
        assertEquals(422, visitor.sendFrom(page, answer, "answer", "NOTHING_KNOWN").statusCode());
        var back = visitor.follow(visitor.sendFrom(page, answer, "answer", "RESEARCHED", "back", "/cases/RV-7K4QM/information"));
        assertTrue(back.text().contains("Answered: researched."), back.text());
        SignedIn.as("coordinator");
        assertTrue(row().contains("Researched"), row());
        SignedIn.as("fire");
        var spoken = visitor.follow(visitor.sendFrom(page, "/requests/" + asked + "/spoken", "spoken", "SHARED_VERBALLY"));
        assertTrue(spoken.text().contains("Recorded: shared verbally."), spoken.text());
        assertEquals(422, visitor.sendFrom(page, "/requests/" + asked + "/spoken", "spoken", "NOT_SHARED").statusCode(), "said once");
        SignedIn.as("coordinator");
        assertTrue(row().contains("Shared verbally"), row());
        assertEquals("f", HubRows.one("select exists (select from hub.item where agency_id = " + FIRE + " and case_id = (select id from hub.case_file where reference = 'RV-7K4QM') and made_at > (select r.asked_at from hub.research_request r where r.id = '" + asked + "') and how = 'WRITTEN')"));
    }

    @Test
    void itIsShownWhatItCanDoInsteadOfAButtonThatEndsInARefusal() {
        var ours = visitor.page("/cases/RV-7K4QM/information");
        assertTrue(ours.select("a[href$=/information/new]").isEmpty(), ours.text());
        assertTrue(ours.text().contains("Say it at the meeting. What the panel keeps of it is minuted as shared verbally"), ours.text());
        SignedIn.as("police");
        var others = visitor.page("/cases/RV-7K4QM/information");
        assertFalse(others.select("a[href$=/information/new]").isEmpty());
        assertFalse(others.text().contains("Say it at the meeting"));
    }

    @Test
    void notSharedIsAnAnswerByItself() {
        var page = visitor.page("/requests");
        visitor.follow(visitor.sendFrom(page, "/requests/" + asked + "/spoken", "spoken", "NOT_SHARED"));
        assertEquals("RESEARCHED NOT_SHARED", HubRows.one("select answer || ' ' || spoken from hub.research_request where id = ?", asked));
        assertEquals(422, visitor.sendFrom(page, "/requests/" + asked + "/spoken", "spoken", "OTHER").statusCode());
    }

    @Test
    void nothingIsEnteredByPageOrPastIt() throws SQLException {
        var form = visitor.page("/cases/RV-7K4QM/information/new");
        assertTrue(form.select("textarea[name=body]").isEmpty() && form.text().contains("Say it at the meeting"), "no form that ends in a refusal");
        var refused = visitor.sendFrom(visitor.page("/requests"), "/cases/RV-7K4QM/information/new", "nature", "FACT", "body", "A home visit was made.", "marking", "OFFICIAL-SENSITIVE",
                "sourceDate-day", "1", "sourceDate-month", "9", "sourceDate-year", "2026");
        assertEquals(422, refused.statusCode(), refused.asString());
        assertTrue(refused.asString().contains("only spoken on this panel"));
        assertTrue(refused.asString().contains("A home visit was made."), "what was typed stays");
        var insert = "insert into hub.item (partnership_id, id, case_id, panel_id, agency_id, author_id, nature, body) select partnership_id, gen_random_uuid(), id, panel_id, hub.agency(), hub.viewer(), 'FACT', 'x' from hub.case_file where reference = 'RV-7K4QM'";
        try (var fire = Entered.as("fire"); var police = Entered.as("police")) {
            assertEquals("42501", fire.refusal(insert));
            assertEquals("", police.refusal(insert));
            assertEquals("42501", fire.refusal("update hub.research_request set answer = 'RESEARCHED', answered_by = (select id from hub.member where name = 'Sgt Daniel Reyes'), answered_at = hub.now() where id = ?", asked), "in one's own name");
        }
    }

    @Test
    @TestSecurity(user = "police")
    void whereResearchIsKeptItIsNotMerelySpokenAndAnothersRequestIsNotThere() {
        var page = visitor.page("/cases/RV-7K4QM/information");
        assertFalse(page.text().contains("only spoken here"));
        page = visitor.page("/cases/RV-7K4QM/information/new");
        assertEquals(404, visitor.sendFrom(page, "/requests/" + asked + "/spoken", "spoken", "NOT_SHARED").statusCode());
    }

    private String row() {
        return visitor.page("/cases/RV-7K4QM/requests").select("tr:contains(What is known?)").text();
    }
}
