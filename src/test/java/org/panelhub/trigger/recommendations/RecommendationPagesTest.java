package org.panelhub.trigger.recommendations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
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

/** What a review recommends, whom it is addressed to, and what came of it. */
@QuarkusTest
class RecommendationPagesTest {

    private static final String REFUSED = "42501";
    private static final LocalDate TODAY = LocalDate.parse(HubRows.one("select hub.today()"));

    private final Visitor visitor = new Visitor();
    private final UUID id = UUID.randomUUID();
    private String reference;
    private String path;

    @BeforeEach
    void applied() {
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, happening, state) "
                + "select partnership_id, ?, id, '', hub.today() - 40, 'ONLINE', 'PERSON', 'Ivy Marlow', 'A test of recommendations', 'RECEIVED' from hub.panel where kind = 'CT_MARAC'", id);
        HubRows.run("insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name) select partnership_id, id, panel_id, 'Ivy Marlow' from hub.trigger where id = ?", id);
        reference = HubRows.one("select reference from hub.trigger where id = ?", id);
        path = "/triggers/" + reference + "/recommendations";
    }

    private void reviewed() {
        var review = UUID.randomUUID();
        HubRows.run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject, opened_on) select partnership_id, ?, panel_id, 'RV-T9996', 'Planted for recommendations', hub.today() - 10 from hub.trigger where id = ?", review, id);
        HubRows.run("update hub.trigger set state = 'MET', case_id = ? where id = ?", review, id);
        HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day) select partnership_id, gen_random_uuid(), id, panel_id, 'REVIEWED', hub.today() from hub.trigger where id = ?", id);
    }

    @AfterEach
    void leaveNothing() {
        for (var table : List.of("trigger_recommendation", "trigger_letter", "trigger_event", "trigger_applicant")) {
            HubRows.run("delete from hub." + table + " where trigger_id = ?", id);
        }
        HubRows.run("delete from hub.trigger where id = ?", id);
        HubRows.run("delete from hub.case_bar where case_id in (select id from hub.case_file where subject = 'Planted for recommendations')");
        HubRows.run("delete from hub.case_file where subject = 'Planted for recommendations'");
    }

    private static String agency(String name) {
        return HubRows.one("select a.id::text from hub.agency a join hub.partnership p on p.id = a.partnership_id and p.reference_prefix = 'RV' where a.short_name = ?", name);
    }

    private static String[] on(String field, LocalDate day) {
        return new String[] {field + "-day", "" + day.getDayOfMonth(), field + "-month", "" + day.getMonthValue(), field + "-year", "" + day.getYear()};
    }

    private static String[] all(String[]... fields) {
        return java.util.Arrays.stream(fields).flatMap(java.util.Arrays::stream).toArray(String[]::new);
    }

    private String add(String agency, String words, LocalDate made, LocalDate by) {
        visitor.done(path, path, all(new String[] {"agency", agency, "another", agency.equals("ANOTHER") ? "Riverside Probation Board" : "", "words", words, "once", UUID.randomUUID().toString()}, on("made", made), by == null ? new String[0] : on("by", by)));
        return HubRows.one("select id::text from hub.trigger_recommendation where trigger_id = ? and words = ?", id, words);
    }

    @Test
    @TestSecurity(user = "spoc")
    void aReviewRecommendsTheAddresseeAnswersAndTheRegisterShowsWhatIsOverdueFirst() {
        assertTrue(visitor.page(path).text().contains("none of this application is open yet"));
        assertEquals(403, visitor.send("/my-account", path, "words", "x").statusCode(), "without a review nothing is recommended");
        reviewed();
        var toCouncil = add(agency("council housing"), "Fix the street door.", TODAY, TODAY.plusDays(20));
        var toPolice = add(agency("police"), "Call once a week.", TODAY.minusDays(9), TODAY.minusDays(2));
        add("ANOTHER", "Tell the landlord of the bail address.", TODAY, null);
        assertEquals(TODAY + "," + TODAY.minusDays(9), HubRows.one("select string_agg(on_day::text, ',' order by on_day desc) from hub.trigger_event where trigger_id = ? and kind = 'RECOMMENDED'", id), "once for each day on which any were made");
        var register = visitor.page("/triggers/recommendations").select("tbody th").eachText();
        assertEquals(List.of("Riverside Police safeguarding", "Riverside Council housing", "Riverside Probation Board"), register);

        SignedIn.as("police");
        var page = visitor.page(path + "/" + toPolice);
        assertTrue(page.text().contains("What came of it") && page.text().contains("Late") && !page.text().contains("Change the recommendation"), page.text());
        var refused = visitor.sendFrom(page, path + "/" + toPolice + "/answer", all(new String[] {"answer", "We do.", "done", "NOT_DONE", "version", "0"}, on("answered", TODAY.plusDays(1))));
        assertTrue(refused.statusCode() == 422 && refused.asString().contains("Say whether regard was had to it") && refused.asString().contains("must be today or earlier") && refused.asString().contains("Enter why it was not done"), refused.asString());
        visitor.follow(visitor.sendFrom(page, path + "/" + toPolice + "/answer", all(new String[] {"answer", "A neighbourhood officer calls every Monday.", "regard", "YES", "done", "DONE", "version", "0"}, on("answered", TODAY), on("done-on", TODAY))));
        assertTrue(visitor.page(path).text().contains("Done"));
        assertEquals(409, visitor.sendFrom(page, path + "/" + toPolice + "/answer", all(new String[] {"answer", "Anew.", "regard", "NO", "done", "OPEN", "version", "0"}, on("answered", TODAY))).statusCode(), "it has changed since that page was opened");
        // Of another agency's, the board reads.
        var others = visitor.page(path + "/" + toCouncil);
        assertFalse(others.text().contains("What came of it"), others.text());
        assertEquals(403, visitor.sendFrom(page, path + "/" + toCouncil + "/answer", all(new String[] {"answer", "x", "regard", "NO", "done", "OPEN", "version", "0"}, on("answered", TODAY))).statusCode());
        assertEquals(403, visitor.sendFrom(page, path + "/" + toCouncil, "words", "x").statusCode());
        assertFalse(visitor.page(path).text().contains("Add a recommendation"));

        SignedIn.as("spoc");
        assertEquals(List.of("Riverside Council housing", "Riverside Probation Board", "Riverside Police safeguarding"), visitor.page("/triggers/recommendations").select("tbody th").eachText(), "what is answered stands last");
        visitor.done(path + "/" + toCouncil, path + "/" + toCouncil, all(new String[] {"agency", agency("council housing"), "words", "Fix the street door by spring.", "version", "0"}, on("made", TODAY)));
        assertTrue(visitor.page(path).text().contains("by spring"));
        assertFalse(visitor.page(path + "/" + toPolice).text().contains("Change the recommendation"), "what was answered is not worded anew");
        SignedIn.as("hillside.coordinator");
        assertEquals(404, visitor.answer(path).statusCode());
    }

    @Test
    @TestSecurity(user = "spoc")
    void whatIsMissingOrCannotBeIsSaidBesideItsFieldAndWhatWasTypedStays() {
        reviewed();
        for (var wrong : new Object[][] {{TODAY.minusDays(11), "must not be before the review was opened"}, {TODAY.plusDays(1), "must be today or earlier"}}) {
            var refused = visitor.send(path, path, all(new String[] {"agency", "ANOTHER", "another", "", "words", "Kept as typed"}, on("made", (LocalDate) wrong[0])));
            assertTrue(refused.statusCode() == 422 && refused.asString().contains((String) wrong[1]) && refused.asString().contains("Enter name of the body") && refused.asString().contains("Kept as typed"), refused.asString());
        }
        var early = visitor.send(path, path, all(new String[] {"agency", "x", "words", " "}, on("made", TODAY), on("by", TODAY.minusDays(1))));
        assertTrue(early.statusCode() == 422 && early.asString().contains("must not be before it was made") && early.asString().contains("Choose to whom it is addressed") && early.asString().contains("Enter what is recommended"), early.asString());
    }

    @Test
    @TestSecurity(user = "spoc")
    void theLetterAboutTheOutcomeTellsWhatWasRecommendedAndNothingOfAnAnswer() {
        reviewed();
        var letters = "/triggers/" + reference + "/letters";
        var one = add(agency("police"), "Call the victim\nonce a week.", TODAY, null);
        HubRows.run("update hub.trigger_recommendation set answer = 'We cannot promise that', answered_on = hub.today(), answered_by = made_by, regard = 'NO' where id = ?", UUID.fromString(one));
        var letter = visitor.done(letters, letters, "kind", "OUTCOME", "language", "en").text();
        assertTrue(letter.contains("We recommend: To Riverside Police safeguarding: Call the victim once a week."), letter);
        assertFalse(letter.contains("We cannot promise"), letter);
        HubRows.run("delete from hub.trigger_letter where trigger_id = ?", id);
        HubRows.run("delete from hub.trigger_recommendation where trigger_id = ?", id);
        assertTrue(visitor.done(letters, letters, "kind", "OUTCOME", "language", "en").text().contains("[Nothing was recommended. Say so and why.]"));
    }

    @Test
    void eachChangeIsMadeByTheOneWhoMayInTheDatabaseToo() throws SQLException {
        reviewed();
        var made = "insert into hub.trigger_recommendation (partnership_id, id, trigger_id, panel_id, case_id, agency_id, words, made_on, made_by) select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, t.case_id, a.id, 'x', hub.today()%s, hub.viewer() from hub.trigger t, hub.agency a where t.id = '"
                + id + "' and a.short_name = 'police' and a.partnership_id = t.partnership_id";
        try (var spoc = Entered.as("spoc"); var police = Entered.as("police")) {
            assertEquals(REFUSED, spoc.refusal(made.formatted(" - 11")), "before the review was opened");
            assertEquals(REFUSED, spoc.refusal(made.formatted(" + 1")));
            assertEquals(REFUSED, police.refusal(made.formatted("")));
        }
        HubRows.run(made.formatted("").replace("hub.viewer()", "(select m.id from hub.member m where m.name = 'Noor Rahman')"));
        var answer = "update hub.trigger_recommendation set answer = 'x', answered_on = hub.today(), answered_by = %s, regard = 'YES' where trigger_id = '" + id + "'";
        try (var police = Entered.as("police"); var housing = Entered.as("housing.senior"); var other = Entered.as("police.other")) {
            assertEquals(REFUSED, police.refusal("update hub.trigger_recommendation set words = 'y' where trigger_id = '" + id + "'"));
            assertEquals(REFUSED, police.refusal(answer.formatted("made_by")));
            assertEquals("0", other.one("select count(*) from hub.trigger_recommendation where trigger_id = ?", id), "of that agency, and without a seat");
            assertEquals("0", housing.one("with changed as (" + answer.formatted("hub.viewer()") + " returning 1) select count(*) from changed"));
            assertEquals("1", police.one("with changed as (" + answer.formatted("hub.viewer()") + " returning 1) select count(*) from changed"));
        }
    }
}
