package org.panelhub.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;

/** Minutes by a template that the panel agreed: parts in its order, under its headings, some left out. */
@QuarkusTest
class MinutesTemplateTest {

    private static final String PANEL = "(select n.id from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.reference_prefix = 'RV' and n.short_name = 'VVP')";

    private String before;
    private HeldMeeting meeting;
    private MinutesDesk desk;

    @BeforeEach
    void thePanelMinutesInItsOwnWay() throws SQLException {
        meeting = HeldMeeting.withMarkers();
        desk = new MinutesDesk(meeting);
        before = HubRows.one("select minutes::text from hub.terms where panel_id = " + PANEL);
        template("""
                [{"part": "APOLOGIES", "heading": "Sent word"}, {"part": "CASES", "heading": "Cases"}, {"part": "PRESENT", "heading": "Around the table"}, {"part": "OTHER_BUSINESS", "heading": "Any other matter"},
                 {"part": "DECISION", "heading": "Tasking"}, {"part": "ACTIONS", "heading": "Who does what"}, {"part": "INFORMATION", "heading": "Intelligence"}, {"part": "RISK", "heading": "Risk"}]""");
    }

    @AfterEach
    void asItWas() throws SQLException {
        SignedIn.nobody();
        template(before);
        meeting.close();
    }

    @Test
    void partsStandInThePanelsOrderUnderItsHeadingsAndWhatItLeavesOutIsNotWritten() throws IOException {
        var page = desk.written();
        assertEquals(List.of("Sent word", "Tasking", "Who does what", "Intelligence", "Risk", "Around the table"),
                page.select(".hub-minutes h3").eachText().stream().distinct().toList(), page.select(".hub-minutes").text());
        assertTrue(page.select(".hub-minutes h2").eachText().contains("Any other matter"), page.select(".hub-minutes h2").eachText().toString());
        var text = page.select(".hub-minutes").text();
        assertTrue(text.indexOf("marker-decision") < text.indexOf("marker-action") && text.indexOf("marker-action") < text.indexOf("marker-panel"), text);
        assertFalse(text.contains("What is shared in this meeting is confidential."), text);
        desk.agreeAndCirculate();
        var pdf = desk.pdf("police");
        assertTrue(pdf.indexOf("Tasking") < pdf.indexOf("Who does what") && pdf.indexOf("Who does what") < pdf.indexOf("Around the table"), pdf);
    }

    @Test
    void aNoteOnACaseStandsAfterItsPartsWhateverTheirOrder() {
        desk.written();
        var page = Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/notes", java.util.Map.of("about", HeldMeeting.CASE, "note", "marker-note"));
        var text = page.select(".hub-minutes").text();
        assertTrue(text.indexOf("marker-panel") < text.indexOf("marker-note") && text.indexOf("marker-note") < text.indexOf("Around the table"), text);
    }

    private static void template(String minutes) {
        HubRows.run("update hub.terms set minutes = '" + minutes + "' where panel_id = " + PANEL);
    }
}
