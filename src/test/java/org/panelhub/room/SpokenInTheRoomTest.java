package org.panelhub.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.meetings.TestMeetings;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Where an agency's research is only spoken, the room keeps whether it was shared, never what. */
@QuarkusTest
@TestSecurity(user = "fire")
class SpokenInTheRoomTest {

    private static final String FIRE = "(select id from hub.agency where short_name = 'fire brigade')";

    private final Visitor visitor = new Visitor();
    private final UUID asked = UUID.randomUUID();
    private UUID meeting;
    private UUID item;
    private String room;

    @BeforeEach
    void open() {
        var reference = TestMeetings.aCase("Dora Aloud");
        meeting = TestMeetings.today("OPEN");
        item = TestMeetings.hear(meeting, 1, reference);
        TestMeetings.turn(meeting, item);
        TestMeetings.sign(meeting, "coordinator", "fire", "police");
        room = "/meetings/" + meeting + "/room";
        HubRows.run("update hub.legal_basis set stores_research = false where agency_id = " + FIRE);
        HubRows.run("insert into hub.research_request (partnership_id, id, case_id, panel_id, agency_id, asked_by, question, due_on) select c.partnership_id, ?, c.id, c.panel_id, " + FIRE
                + ", (select id from hub.member where name = 'Ines Duarte'), 'What is known?', hub.today() + 3 from hub.case_file c where reference = '" + reference + "'", asked);
    }

    @AfterEach
    void undo() {
        HubRows.run("update hub.legal_basis set stores_research = true where agency_id = " + FIRE);
        TestMeetings.clear();
    }

    @Test
    void theAgencySaysInOnePressWhetherItSharedAndCoordinatorAndMinutesKeepThat() {
        var page = visitor.page(room);
        assertEquals(2, page.select("[data-live=speak] button").size(), page.text());
        var said = visitor.follow(visitor.sendFrom(page, room + "/items/" + item + "/research/" + asked, "spoken", "SHARED_VERBALLY"));
        assertTrue(said.text().contains("Recorded: shared verbally."), said.text());
        assertTrue(said.select("[data-live=speak] section").isEmpty());
        var again = visitor.follow(visitor.sendFrom(page, room + "/items/" + item + "/research/" + asked, "spoken", "NOT_SHARED"));
        assertTrue(again.text().contains("answered already"), "said once: " + again.text());
        SignedIn.as("coordinator");
        assertEquals("Research Riverside Fire and Rescue home safety: Shared verbally", visitor.page(room).select("[data-live=research]").text());
        var minutes = visitor.done("/meetings/" + meeting + "/minutes", "/meetings/" + meeting + "/minutes/write");
        assertTrue(minutes.text().contains("Researched, shared verbally."), minutes.text());
    }

    @Test
    void thatItWasNotSharedIsNotMinuted() {
        visitor.done(room, room + "/items/" + item + "/research/" + asked, "spoken", "NOT_SHARED");
        SignedIn.as("coordinator");
        var minutes = visitor.done("/meetings/" + meeting + "/minutes", "/meetings/" + meeting + "/minutes/write");
        assertTrue(minutes.text().contains("Researched.") && !minutes.text().contains("ot shared"), minutes.text());
    }

    @Test
    void anotherAgencyHasNothingToSayAboutIt() {
        SignedIn.as("police");
        var page = visitor.page(room);
        assertTrue(page.select("[data-live=speak] section, [data-live=research] section").isEmpty(), page.text());
        assertEquals(404, visitor.sendFrom(page, room + "/items/" + item + "/research/" + asked, "spoken", "NOT_SHARED").statusCode());
        assertEquals(404, visitor.sendFrom(page, room + "/items/" + item + "/research/" + asked, "spoken", "WHATEVER").statusCode());
        assertEquals("0", HubRows.one("select count(*)::text from hub.research_request where id = ? and answer is not null", asked));
    }
}
