package org.panelhub.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "socialcare")
class HandoverPagesTest {

    private static final String CASE = "RV-P9ZTG";
    private static final String PLAN = "/cases/" + CASE + "/plan";
    private static final String HANDOVER = PLAN + "/handover";

    private final Visitor visitor = new Visitor();

    @AfterEach
    void gone() {
        HubRows.run("delete from hub.case_handover");
        HubRows.run("delete from hub.case_team where role = 'CASE_MANAGER' and case_id = (select id from hub.case_file where reference = ?) and member_id <> (select member_id from hub.sign_in where subject = 'demo-socialcare')", CASE);
        HubRows.run("update hub.case_team set during = daterange(lower(during), null) where id = (select t.id from hub.case_team t join hub.case_file c on c.id = t.case_id where t.role = 'CASE_MANAGER' and c.reference = ? order by lower(t.during) desc nulls last, t.id limit 1)", CASE);
    }

    private String person(String name) {
        return visitor.page(HANDOVER).select("#member option:contains(" + name + ")").val();
    }

    @Test
    void theCaseManagerStaysUntilTheNewOneAccepts() {
        var people = visitor.page(HANDOVER).select("#member option").eachText();
        assertTrue(people.stream().anyMatch(p -> p.contains("Priya Nair")), people.toString());
        assertFalse(people.stream().anyMatch(p -> p.contains("Helen Brandt")), "the case is shut to her: " + people);
        assertFalse(people.stream().anyMatch(p -> p.contains("Grace Adeyemi")), "it is hers: " + people);
        var priya = person("Priya Nair");
        var wordless = visitor.send(HANDOVER, HANDOVER, "member", priya, "notes", "");
        assertEquals(422, wordless.statusCode());
        var barred = HubRows.one("select member_id from hub.sign_in where subject = 'demo-childrens'");
        assertEquals(422, visitor.send(HANDOVER, HANDOVER, "member", barred, "notes", "x").statusCode());
        var offered = visitor.done(HANDOVER, HANDOVER, "member", priya, "notes", "Ring the daughter first.");
        assertTrue(offered.text().contains("single contact is Grace Adeyemi") && offered.text().contains("who has not accepted yet"), offered.text());
        assertEquals(409, visitor.send(HANDOVER, HANDOVER, "member", priya, "notes", "Again.").statusCode());
        assertEquals(403, visitor.answer(HANDOVER + "/answer").statusCode());

        SignedIn.as("housing");
        assertTrue(visitor.page("/").text().contains("handed over to you"));
        assertTrue(visitor.page(HANDOVER + "/answer").text().contains("Ring the daughter first."));
        assertEquals(422, visitor.send(HANDOVER + "/answer", HANDOVER + "/answer", "answer", "no", "words", "").statusCode());
        var taken = visitor.done(HANDOVER + "/answer", HANDOVER + "/answer", "answer", "yes", "words", "");
        assertTrue(taken.text().contains("single contact is Priya Nair"), taken.text());
        assertEquals("1", HubRows.one("select count(*) from hub.case_team where role = 'CASE_MANAGER' and during @> hub.today() and case_id = (select id from hub.case_file where reference = ?)", CASE));
        assertTrue(visitor.page(HANDOVER).text().contains("Grace Adeyemi to Priya Nair"), "what was handed over stays readable");
        assertEquals(409, visitor.answer(HANDOVER + "/answer").statusCode());
    }

    @Test
    void itIsTakenBackOrLapsesWhenSomebodyElseIsNamed() {
        visitor.done(HANDOVER, HANDOVER, "member", person("Priya Nair"), "notes", "First.");
        visitor.done(PLAN, HANDOVER + "/withdraw");
        visitor.done(HANDOVER, HANDOVER, "member", person("Priya Nair"), "notes", "Second.");
        HubRows.run("update hub.case_team set during = daterange(lower(during), hub.today()) where role = 'CASE_MANAGER' and case_id = (select id from hub.case_file where reference = ?)", CASE);
        SignedIn.as("housing");
        assertEquals(409, visitor.answer(HANDOVER + "/answer").statusCode());
        assertEquals("LAPSED WITHDRAWN", HubRows.one("select string_agg(state, ' ' order by state) from hub.case_handover"));
    }

    @Test
    void whoDoesNotManageTheCaseHandsNothingOver() {
        SignedIn.as("police");
        assertEquals(403, visitor.answer(HANDOVER).statusCode());
        assertEquals(403, visitor.sendFrom(visitor.page("/my-account"), HANDOVER, "member", "x", "notes", "x").statusCode());
        SignedIn.as("childrens");
        assertEquals(404, visitor.answer(HANDOVER).statusCode(), "the case is shut to it");
        assertEquals(404, visitor.answer(HANDOVER + "/answer").statusCode());
    }
}
