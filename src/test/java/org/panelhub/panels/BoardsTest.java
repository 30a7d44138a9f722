package org.panelhub.panels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;

/** Boards of different kinds, made by configuration alone, are each held from agenda to minutes. */
@QuarkusTest
class BoardsTest {

    @AfterEach
    void leave() {
        SignedIn.nobody();
    }

    @Test
    void aTaskingGroupHearsAStairwellAndAGroup() throws SQLException {
        try (var ptg = new Board("ptg")) {
            var stairwell = ptg.accepted(SubjectKind.PLACE, "Stairwell B of Mallard House", "Mallard House, Dock Road, RV1 4QX");
            var group = ptg.accepted(SubjectKind.GROUP, "The Quayside group", "Dock Road and the path behind the shops");
            var summary = Account.as("police").page("/cases/" + stairwell).text();
            assertTrue(summary.contains("About A place") && summary.contains("Where Mallard House, Dock Road, RV1 4QX"), summary);

            var agenda = ptg.called();
            assertEquals(List.of("Taskings of the last meeting", "Places and groups that begin to worry us", "Other business"), List.of(agenda.get(0), agenda.get(3), agenda.get(4)));
            // Opened on the same day: which is heard first is not told.
            assertEquals(Set.of(stairwell + ", Stairwell B of Mallard House", group + ", The Quayside group"), Set.copyOf(agenda.subList(1, 3)));
            ptg.opened();
            ptg.heard(stairwell, "Tasking agreed", "lights and a lock within a month", "Fit a lock on the door of the stairwell");
            ptg.heard(group, "Support and prevention first", "", "Offer each of them a place on the boats project");

            var minutes = ptg.circulated();
            written(minutes, List.of("Problem", "Harm", "Tasking decision", "Taskings"), "Tasking agreed: lights and a lock within a month.", "Support and prevention first.", "Fit a lock on the door of the stairwell");
            assertTrue(minutes.select(".hub-minutes h2").eachText().contains("Taskings of the last meeting"), minutes.select(".hub-minutes h2").text());
        }
    }

    @Test
    void anAsbCaseReviewBoardHearsAReviewAfterTheOpeningSlot() throws SQLException {
        try (var board = new Board("ct-marac")) {
            var review = board.accepted(SubjectKind.PERSON, "Nadia Osterley", "12 Mallard House");
            var agenda = board.called();
            assertEquals(List.of("Applicants and their representatives", "Progress of reviews and recommendations", review + ", Nadia Osterley", "Other business"), agenda);
            board.opened();
            board.heard(review, "Recommendations made", "the council to answer every report within two days", "Write to the applicant with the outcome");
            var minutes = board.circulated();
            written(minutes, List.of("What the applicant asks", "Harm and risk", "Outcome and recommendations", "Actions"), "Recommendations made: the council to answer every report within two days.", "Write to the applicant", "Came after the cut-off; heard by leave of Supt James Marsh: They cannot wait a month.");
        }
    }

    @Test
    void aComplexCasePanelThatWasChangedByConfigurationHearsAHousehold() throws SQLException {
        try (var panel = new Board("complex-case")) {
            var changed = new HashMap<String, List<String>>(Map.of("called", List.of("household"), "subjects", List.of("HOUSEHOLD", "PLACE"), "outcomes", List.of("One worker for the family\nNot for us")));
            var form = Board.form(Account.as("admin").page(panel.path + "/terms/new"), "form[action$=/terms/new]");
            // What was agreed is minuted first, no risk is, and the cases are heard before the actions.
            changed.put("partPlace", placed(form.get("part"), "partPlace", form, Map.of("DECISION", "1", "REASON", "2", "INFORMATION", "3", "RISK", "", "PLAN", "4", "ACTIONS", "5")));
            changed.put("sectionPlace", placed(form.get("sectionKind"), "sectionPlace", form, Map.of("CASES", "1", "LAST_ACTIONS", "2", "OTHER_BUSINESS", "9")));
            var page = panel.agree(changed).text();
            assertTrue(page.contains("of each household: What was agreed, Why the usual ways did not help"), page);

            var household = panel.accepted(SubjectKind.HOUSEHOLD, "Ines Falk", "3 Heron Court");
            var agenda = panel.called();
            assertEquals(List.of(household + ", Household of Ines Falk", "Actions of the last meeting"), agenda.subList(0, 2), agenda.toString());
            panel.opened();
            panel.heard(household, "One worker for the family", "", "Name the worker by Friday");
            var minutes = panel.circulated();
            written(minutes, List.of("What was agreed", "Why the usual ways did not help", "Actions"), "One worker for the family.", "Name the worker by Friday");
            assertFalse(minutes.select(".hub-minutes h3").eachText().contains("Risk to the person and to others"), minutes.select(".hub-minutes h3").text());
        }
    }

    /** The places of the rows as the form has them, but for those given by kind. */
    private static List<String> placed(List<String> kinds, String field, Map<String, List<String>> form, Map<String, String> instead) {
        var places = new ArrayList<>(form.get(field));
        for (int i = 0; i < kinds.size(); i++) {
            if (instead.containsKey(kinds.get(i))) {
                places.set(i, instead.get(kinds.get(i)));
            }
        }
        return places;
    }

    /** Who was there, then the parts of the case in the panel's order and words, with what was decided. */
    private static void written(Document minutes, List<String> parts, String... texts) {
        var headings = minutes.select(".hub-minutes h3").eachText();
        assertTrue(headings.containsAll(List.of("Present", "Confidentiality")), headings.toString());
        var ofCase = headings.stream().filter(parts::contains).distinct().toList();
        assertEquals(parts, ofCase, headings.toString());
        var text = minutes.select(".hub-minutes").text();
        for (var each : texts) {
            assertTrue(text.contains(each), each + " is not in: " + text);
        }
    }
}
