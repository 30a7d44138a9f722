package org.panelhub.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;
import org.panelhub.time.HubClock;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "coordinator")
class ApprovalPagesTest {

    private static final String CASE = "RV-P9ZTG";
    private static final String PLAN = "/cases/" + CASE + "/plan";
    private static final LocalDate TODAY = LocalDate.now(HubClock.LONDON);

    private final Visitor visitor = new Visitor();

    @AfterEach
    void gone() {
        HubRows.run("delete from hub.plan_approval where case_id = (select id from hub.case_file where reference = ?)", CASE);
        HubRows.run("delete from hub.plan where case_id = (select id from hub.case_file where reference = ?)", CASE);
        HubRows.run("update hub.case_file set review_on = null where reference = ?", CASE);
    }

    private String write(String aims, String why, String note) {
        var version = visitor.page(PLAN + "/write").select("input[name=version]").val();
        var review = TODAY.plusWeeks(4);
        visitor.done(PLAN + "/write", PLAN + "/write", "version", version, "aims", aims, "measures", "Patrols.", "contingency", "Ring the night desk.", "victimView", "", "notConsulted", why, "reviewNote", note,
                "review-day", String.valueOf(review.getDayOfMonth()), "review-month", String.valueOf(review.getMonthValue()), "review-year", String.valueOf(review.getYear()), "manager", "");
        return String.valueOf(Integer.parseInt(version) + 1);
    }

    @Test
    void aPlanIsADraftUntilAChairWhoDidNotWriteItApprovesItOnceThePersonWasAsked() {
        var first = write("Nobody throws stones.", "", "");
        var draft = visitor.page(PLAN);
        assertTrue(draft.select(".govuk-tag--yellow").text().contains("Draft") && draft.text().contains("Ring the night desk."), draft.text());
        assertTrue(draft.select("form[action$=/approve]").isEmpty());
        assertEquals(403, visitor.send(PLAN + "/write", PLAN + "/approve", "edition", first).statusCode(), "a chair approves");

        SignedIn.as("chair");
        assertTrue(visitor.page(PLAN).select("form[action$=/approve]").isEmpty(), "the person was not asked yet");
        var early = visitor.sendFrom(visitor.page("/my-account"), PLAN + "/approve", "edition", first, "words", "");
        assertEquals(422, early.statusCode());
        assertTrue(early.asString().contains("final only once the person was asked"));

        SignedIn.as("coordinator");
        var second = write("Nobody throws stones at all.", "In hospital until Monday; her daughter was asked.", "The daughter rang.");
        SignedIn.as("chair");
        assertTrue(visitor.page("/").text().matches(".*plans? to approve.*"));
        assertEquals(409, visitor.send(PLAN, PLAN + "/approve", "edition", first, "words", "").statusCode(), "a newer edition was written");
        var approved = visitor.done(PLAN, PLAN + "/approve", "edition", second, "words", "Good work.");
        assertTrue(approved.select(".govuk-tag--green").text().contains("Approved") && approved.text().contains("by Supt James Marsh") && approved.text().contains("Good work."), approved.text());
        assertEquals(422, visitor.send(PLAN + "/handover", PLAN + "/approve", "edition", second, "words", "").statusCode(), "once");

        SignedIn.as("coordinator");
        write("Stones stay away.", "Still in hospital.", "Third look.");
        assertTrue(visitor.page(PLAN).text().contains("Edition 2 was approved on"), "the approved edition stands until the next one is");
        var third = "/api/plans/" + HubRows.one("select p.id from hub.plan p join hub.case_file c on c.id = p.case_id where c.reference = ? order by p.edition desc limit 1", CASE) + "/approval";
        assertEquals(403, Account.as("coordinator").json("POST", third, Map.of("words", "")).statusCode());
        assertEquals(404, Account.as("childrens").json("POST", third, Map.of("words", "")).statusCode());
        var byJson = Account.as("chair").json("POST", third, Map.of("words", "By another program."));
        assertTrue(byJson.statusCode() == 200 && byJson.asString().contains("By another program."), byJson.asString());
        SignedIn.as("childrens");
        assertEquals(404, visitor.answer(PLAN).statusCode());
        assertEquals(404, visitor.sendFrom(visitor.page("/my-account"), PLAN + "/approve", "edition", "3").statusCode());
    }

    @Test
    void whoWroteAPlanDoesNotApproveIt() {
        var edition = write("Nobody throws stones.", "Not safe to ask.", "");
        HubRows.run("update hub.plan set made_by = (select member_id from hub.sign_in where subject = 'demo-chair') where case_id = (select id from hub.case_file where reference = ?)", CASE);
        SignedIn.as("chair");
        assertTrue(visitor.page(PLAN).text().contains("another chair approves it"));
        var own = visitor.sendFrom(visitor.page("/my-account"), PLAN + "/approve", "edition", edition, "words", "Mine.");
        assertEquals(422, own.statusCode());
        assertTrue(own.asString().contains("does not approve it"));
    }

    @Test
    void bothThatThePersonSaidSomethingAndWasNotAskedCannotBe() {
        var version = visitor.page(PLAN + "/write").select("input[name=version]").val();
        var both = visitor.send(PLAN + "/write", PLAN + "/write", "version", version, "aims", "x", "measures", "y", "victimView", "Yes.", "notConsulted", "Away.", "contingency", "Ring.");
        assertEquals(422, both.statusCode());
        assertTrue(both.asString().contains("and not both") && both.asString().contains("Ring."));
    }
}
