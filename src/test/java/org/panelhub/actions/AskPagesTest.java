package org.panelhub.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;
import org.panelhub.time.HubClock;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "fire")
class AskPagesTest {

    private static final String TASK = "Asked about: fit a smoke alarm";
    private static final LocalDate TODAY = LocalDate.now(HubClock.LONDON);

    private final Visitor visitor = new Visitor();
    private String path;

    /** An action of the fire brigade that was agreed a week ago. */
    @BeforeEach
    void anActionOfTheFireBrigade() {
        path = "/actions/" + HubRows.one("""
                insert into hub.action (partnership_id, id, panel_id, case_id, owner_agency_id, task, due_on, made_by, made_at)
                select m.partnership_id, gen_random_uuid(), c.panel_id, c.id, m.agency_id, ?, hub.today() + 2, k.member_id, hub.now() - interval '7 days'
                  from hub.sign_in s join hub.member m on m.id = s.member_id join hub.case_file c on c.partnership_id = m.partnership_id and c.reference = 'RV-7K4QM', hub.sign_in k
                 where s.subject = 'demo-fire' and k.subject = 'demo-coordinator' returning id""", TASK);
    }

    @AfterEach
    void gone() {
        for (var table : new String[] {"action_offer", "action_extension", "action_update"}) {
            HubRows.run("delete from hub." + table + " where action_id in (select id from hub.action where task = ?)", TASK);
        }
        HubRows.run("delete from hub.action where task = ?", TASK);
    }

    private String choice(String page, String agency) {
        return visitor.page(page).select("#agency option:contains(" + agency + ")").val();
    }

    private static String[] day(LocalDate day, String... more) {
        var fields = new String[6 + more.length];
        System.arraycopy(new String[] {"later-day", String.valueOf(day.getDayOfMonth()), "later-month", String.valueOf(day.getMonthValue()), "later-year", String.valueOf(day.getYear())}, 0, fields, 0, 6);
        System.arraycopy(more, 0, fields, 6, more.length);
        return fields;
    }

    @Test
    void anActionChangesHandsOnlyWhenTheOtherAgencyTakesItOn() {
        var offer = path + "/offer";
        var housing = choice(offer, "Riverside Council housing");
        assertEquals(422, visitor.send(offer, offer, "agency", housing, "reason", "").statusCode());
        var shown = visitor.done(offer, offer, "agency", housing, "reason", "The alarm hangs in their hall.");
        assertTrue(shown.text().contains("Until it takes the action on, Riverside Fire"), shown.text());
        assertEquals(409, visitor.send(path, offer, "agency", housing, "reason", "Again.").statusCode(), "it is on offer");
        assertEquals(403, visitor.answer(offer + "/answer").statusCode(), "who offers does not take it on");

        assertEquals("demo-housing", HubRows.one("select string_agg(s.subject, ' ') from hub.outbox o join hub.sign_in s on s.member_id = o.to_member where o.template = 'action asked' and o.once_key like '%offer/' || (select id from hub.action_offer where state = 'OFFERED' and action_id = ?::uuid) || '%'", path.substring(9)));
        SignedIn.as("police");
        assertEquals(403, visitor.answer(offer + "/answer").statusCode(), "it is offered to another");
        SignedIn.as("housing");
        assertEquals(1, visitor.page("/actions?whose=offered").select("tbody tr").size());
        assertTrue(visitor.page("/").text().contains("offered to your agency"));
        var answer = offer + "/answer";
        var silent = visitor.send(answer, answer, "answer", "no", "words", "");
        assertEquals(422, silent.statusCode());
        assertTrue(silent.asString().contains("Enter the reason"));
        var stranger = HubRows.one("select member_id from hub.sign_in where subject = 'demo-police'");
        assertEquals(422, visitor.send(answer, answer, "answer", "yes", "words", "", "person", stranger).statusCode(), "somebody else’s officer");
        var priya = visitor.page(answer).select("#person option:contains(Priya Nair)").val();
        var taken = visitor.done(answer, answer, "answer", "yes", "words", "We have the keys.", "person", priya);
        assertTrue(taken.text().contains("Priya Nair, Riverside Council housing"), taken.text());
        assertTrue(taken.text().contains("We have the keys.") && taken.text().contains("The alarm hangs in their hall."), "the history has both");
        assertEquals(409, visitor.send(path, answer, "answer", "yes", "words", "").statusCode());
        SignedIn.as("fire");
        assertEquals(403, visitor.sendFrom(visitor.page("/my-account"), path + "/report", "state", "DONE", "words", "x", "version", "1").statusCode(), "it is theirs no more");
    }

    @Test
    void anOfferIsDeclinedOrTakenBackAndLapsesWithTheAction() {
        var offer = path + "/offer";
        visitor.done(offer, offer, "agency", choice(offer, "Riverside Council housing"), "reason", "First.");
        visitor.done(path, offer + "/withdraw");
        visitor.done(offer, offer, "agency", choice(offer, "Riverside Council housing"), "reason", "Second.");
        SignedIn.as("housing");
        var declined = visitor.done(offer + "/answer", offer + "/answer", "answer", "no", "words", "The hall is the landlord’s.");
        assertTrue(declined.text().contains("Declined by Riverside Council housing") && declined.text().contains("Riverside Fire"), declined.text());
        SignedIn.as("fire");
        visitor.done(offer, offer, "agency", choice(offer, "Riverside Council housing"), "reason", "Third.");
        var done = visitor.done(path, path + "/report", "state", "DONE", "words", "Fitted after all.", "evidence", "Receipt seen.", "version", "0");
        assertTrue(done.text().contains("Offer lapsed") && done.text().contains("Receipt seen."), done.text());
        assertEquals(409, visitor.answer(offer + "/answer").statusCode(), "there is nothing to answer any more");
    }

    @Test
    void anAgencyInWhichNobodyCanOpenTheCaseIsNotOffered() {
        var listed = visitor.page(path + "/offer").select("#agency option").eachText();
        assertTrue(listed.contains("Riverside Police safeguarding"), listed.toString());
        assertFalse(listed.stream().anyMatch(a -> a.contains("Harbour")), "it has not signed: " + listed);
        assertFalse(listed.contains("Riverside Fire"), "it is theirs");
        var unsigned = HubRows.one("select id from hub.agency where short_name = 'Harbour Homes'");
        assertEquals(422, visitor.send(path + "/offer", path + "/offer", "agency", unsigned, "reason", "Try.").statusCode());
        SignedIn.as("unsigned");
        assertEquals(404, visitor.answer(path + "/offer").statusCode());
        assertEquals(404, visitor.answer(path + "/later/answer").statusCode());
        SignedIn.as("mentalhealth");
        assertEquals(403, visitor.answer(path + "/offer").statusCode(), "it is not theirs to offer");
    }

    @Test
    void onASealedCaseTheListIsToldByNoChoiceOfAgencies() {
        HubRows.run("insert into hub.admission (partnership_id, case_id, panel_id, member_id) select c.partnership_id, c.id, c.panel_id, s.member_id from hub.case_file c, hub.sign_in s where c.reference = 'RV-C8WNP' and s.subject = 'demo-fire'");
        try {
            HubRows.run("update hub.action set case_id = (select id from hub.case_file where reference = 'RV-C8WNP') where id = ?::uuid", path.substring(9));
            assertTrue(visitor.page(path + "/offer").text().contains("it can be offered to none"), "police is on the list, which is not fire’s to know");
            SignedIn.as("coordinator");
            assertTrue(visitor.page(path + "/offer").select("#agency option").eachText().contains("Riverside Police safeguarding"), "who prepares knows the list");
        } finally {
            HubRows.run("delete from hub.admission where member_id = (select member_id from hub.sign_in where subject = 'demo-fire')");
        }
    }

    @Test
    void aLaterDayStandsOnceTheChairHasAgreed() {
        var later = path + "/later";
        var early = visitor.send(later, later, day(TODAY.plusDays(1), "reason", "Waiting for the alarm."));
        assertEquals(422, early.statusCode());
        assertTrue(early.asString().contains("must be after") && early.asString().contains("Waiting for the alarm."));
        var shown = visitor.done(later, later, day(TODAY.plusDays(20), "reason", "Waiting for the alarm."));
        assertTrue(shown.text().contains("The chair has not answered yet"), shown.text());
        assertEquals(403, visitor.answer(later + "/answer").statusCode());

        SignedIn.as("coordinator");
        assertEquals(403, visitor.answer(later + "/answer").statusCode(), "the panel agreed the day: the chair agrees another");
        var form = visitor.page(path + "/change");
        var moved = visitor.send(path + "/change", path + "/change", "task", TASK, "agency", form.select("#agency option:contains(Riverside Fire)").val(), "person", "", "version", "0", "due-day",
                String.valueOf(TODAY.plusDays(20).getDayOfMonth()), "due-month", String.valueOf(TODAY.plusDays(20).getMonthValue()), "due-year", String.valueOf(TODAY.plusDays(20).getYear()));
        assertEquals(422, moved.statusCode());
        assertTrue(moved.asString().contains("for the chair to agree"));

        SignedIn.as("chair");
        assertEquals(1, visitor.page("/actions?whose=later&state=any").select("tr:contains(" + TASK + ")").size());
        assertTrue(visitor.page("/").text().contains("later day"));
        assertEquals(422, visitor.send(later + "/answer", later + "/answer", "answer", "no", "words", "").statusCode());
        HubRows.run("update hub.action_extension set was_due = was_due - 60, due_on = due_on - 60 where action_id = ?::uuid", path.substring(9));
        assertTrue(visitor.send(later + "/answer", later + "/answer", "answer", "yes", "words", "").asString().contains("has passed"), "no day that has passed is agreed to");
        HubRows.run("update hub.action_extension set was_due = was_due + 60, due_on = due_on + 60 where action_id = ?::uuid", path.substring(9));
        var agreed = visitor.done(later + "/answer", later + "/answer", "answer", "yes", "words", "");
        assertTrue(agreed.text().contains("Later day agreed"), agreed.text());
        assertEquals(TODAY.plusDays(20).toString(), HubRows.one("select due_on from hub.action where task = ?", TASK));
        assertEquals(409, visitor.answer(later + "/answer").statusCode(), "there is nothing to answer any more");
    }
}
