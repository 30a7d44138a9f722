package org.panelhub.trigger.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
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

/** From a high judgement to a referral: what travels, that it is one's own to check and send, and that the task ends when a panel has it. */
@QuarkusTest
class HighRiskPagesTest {

    private final Visitor visitor = new Visitor();
    private Assessing application;
    private String path;

    @BeforeEach
    void high() {
        application = new Assessing(visitor);
        path = application.path + "/referral";
        SignedIn.as("spoc");
    }

    @AfterEach
    void undo() {
        HubRows.run("update hub.panel set kind = 'VVP' where short_name = 'VVP'");
        application.remove();
    }

    private String begun() {
        var page = visitor.page(path);
        var panel = page.select("form input[name=panel]").val();
        var tasks = visitor.sendFrom(page, path, "panel", panel).header("Location");
        return tasks.replaceFirst(".*(/referrals/[^/]+)/tasks", "$1");
    }

    @Test
    void withoutAHighJudgementNothingIsToBeReferred() {
        assertTrue(visitor.page(path).text().contains("Nobody was judged to be at high risk"));
        assertEquals(404, visitor.send("/my-account", path, "panel", HubRows.one("select id::text from hub.panel where kind = 'VVP' limit 1")).statusCode());
    }

    @Test
    void whatTravelsIsWhoIsAtRiskWhyAndHowToReachThemAndNobodyElse() {
        application.assessed("new", "HIGH");
        var offered = visitor.page(path);
        assertTrue(offered.text().contains("Start a referral to Vulnerable Victims Panel") && offered.text().contains("Ngozi Ada Bell"), offered.text());
        var referral = begun();
        var all = new StringBuilder();
        for (var step : new String[] {"person", "address", "contact", "respondent", "household", "circumstances", "consent", "assessment", "judgement"}) {
            all.append(visitor.page(referral + "/steps/" + step).select("main").outerHtml());
        }
        var form = all.toString();
        assertTrue(form.contains("Ngozi Ada") && form.contains("Bell") && form.contains("Igbo") && form.contains("interpreter") && form.contains("020 7946 0112") && form.contains("before noon") && form.contains("Judged to be at high risk")
                && form.contains(application.reference) && form.contains("Alone, and afraid at night."), form);
        assertFalse(form.contains("Complainantov") || form.contains("Respondentson") || form.contains("Secretneighbour") || form.contains("Quarry Steps"), "no word of others, and not where the person lives");
        var kept = HubRows.one("select typed::text from hub.referral where id = ?", UUID.fromString(referral.substring("/referrals/".length())));
        assertFalse(kept.contains("Complainantov") || kept.contains("Respondentson") || kept.contains("Secretneighbour") || kept.contains("\"consent\": \"GIVEN\""), kept);
        assertEquals(HubRows.one("select (select count(*) from jsonb_object_keys(answers))::text from hub.assessment where trigger_id = ?", application.id),
                HubRows.one("select (select count(*) from jsonb_object_keys(typed -> 'assessment'))::text from hub.referral where id = ?", UUID.fromString(referral.substring("/referrals/".length()))));
    }

    @Test
    void itIsBegunOnceAndIsTheDraftOfWhoeverBeganIt() throws SQLException {
        application.assessed("new", "HIGH");
        var page = visitor.page(path);
        var panel = page.select("form input[name=panel]").val();
        var first = visitor.sendFrom(page, path, "panel", panel).header("Location");
        assertEquals(first, visitor.sendFrom(page, path, "panel", panel).header("Location"));
        assertTrue(visitor.page(path).text().contains("has not reached the panel yet: not sent yet"));
        assertEquals("VULNERABLE, VULNERABLE_PANEL", application.tasks());
        SignedIn.as("coordinator");
        assertTrue(visitor.page(path).text().contains("Somebody else has begun the referral"));
        assertTrue(visitor.sendFrom(page, path, "panel", panel).header("Location").endsWith("/risk/referral"));
        assertEquals(404, visitor.answer(first.replaceFirst(".*(/referrals/.*)", "$1")).statusCode());
        try (var coordinator = Entered.as("coordinator")) {
            assertEquals("42501", coordinator.refusal("update hub.trigger_asking set referral_id = (select id from hub.referral limit 1) where trigger_id = ? and reason = 'VULNERABLE'", application.id), "not somebody else's");
        }
        SignedIn.as("spoc");
        assertEquals(404, visitor.send("/my-account", path, "panel", "no panel").statusCode());
    }

    @Test
    void itIsCheckedAndSentAsEveryReferralAndTheTaskIsDoneWhenThePanelHasIt() {
        application.assessed("new", "HIGH");
        var referral = begun();
        var id = UUID.fromString(referral.substring("/referrals/".length()));
        var check = visitor.page(referral + "/check");
        assertTrue(visitor.page(referral + "/steps/circumstances").select(".govuk-error-summary, .govuk-error-message").isEmpty(), "what is missing is no mistake yet");
        assertTrue(check.text().contains("Say whether the person agrees"), check.text());
        visitor.done(referral + "/steps/address", referral + "/steps/address", "address", "9 Quarry Steps", "needs", "Igbo", "version", visitor.page(referral + "/steps/address").select("input[name=version]").val());
        step(referral, "respondent", "known", "NO");
        step(referral, "household", "any", "NO");
        step(referral, "circumstances", "category", visitor.page(referral + "/steps/circumstances").select("[name=category] option, input[name=category]").last().val(), "circumstances", "Judged to be at high risk. Banging at night.", "ownReference", application.reference);
        step(referral, "consent", "consent", "GIVEN");
        if (!visitor.page(referral + "/tasks").select("a[href$=/steps/decision]").isEmpty()) {
            step(referral, "decision", "senior", "Head of safety", "seniorReason", "High by the assessment.");
        }
        assertEquals("VULNERABLE, VULNERABLE_PANEL", application.tasks());
        visitor.follow(visitor.sendFrom(visitor.page(referral + "/check"), referral + "/send"));
        if ("WITH_SENIOR_OFFICER".equals(HubRows.one("select state from hub.referral where id = ?", id))) {
            assertEquals("VULNERABLE, VULNERABLE_PANEL", application.tasks(), "a senior officer has to decide first");
            HubRows.run("update hub.referral set state = 'SENT', received_at = hub.now() where id = ?", id);
        }
        assertEquals("SENT", HubRows.one("select state from hub.referral where id = ?", id));
        assertEquals("VULNERABLE, VULNERABLE_PANEL done", application.tasks());
        var done = visitor.page(path);
        assertTrue(done.text().contains("A panel for vulnerable victims was told on") && !done.select("a[href=" + referral + "]").isEmpty(), done.text());
        assertEquals("HIGH", HubRows.one("select judgement from hub.assessment where referral_id = ?", id));
        SignedIn.as("coordinator");
        var received = visitor.page(referral).text();
        assertTrue(received.contains("Ngozi Ada Bell") && received.contains("Alone, and afraid at night."), received);
        SignedIn.as("spoc");
        application.assessed("new", "HIGH");
        assertEquals("VULNERABLE, VULNERABLE_PANEL done, VULNERABLE_PANEL", application.tasks());
    }

    private void step(String referral, String step, String... fields) {
        var page = visitor.page(referral + "/steps/" + step);
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("version", page.select("input[name=version]").val()));
        assertEquals(303, visitor.sendFrom(page, referral + "/steps/" + step, all.toArray(String[]::new)).statusCode(), step);
    }

    @Test
    void oneThatGoesNoFurtherLeavesTheTaskOpen() {
        application.assessed("new", "HIGH");
        var id = UUID.fromString(begun().substring("/referrals/".length()));
        HubRows.run("update hub.referral set state = 'NOT_REFERRED' where id = ?", id);
        assertEquals("VULNERABLE, VULNERABLE_PANEL", application.tasks());
        assertTrue(visitor.page(path).text().contains("Start a referral to"), visitor.page(path).text());
    }

    @Test
    void whereThereIsNoSuchPanelOrOneMayNotReferThePageSaysSoAndTheTaskStays() {
        HubRows.run("update hub.panel set kind = 'OTHER' where kind = 'VVP' and partnership_id = (select partnership_id from hub.trigger where id = ?)", application.id);
        application.assessed("new", "HIGH");
        assertTrue(visitor.page(path).text().contains("has no panel for vulnerable victims"), visitor.page(path).text());
        assertEquals("VULNERABLE, VULNERABLE_PANEL", application.tasks());
        HubRows.run("update hub.panel set kind = 'VVP' where short_name = 'VVP'");
        SignedIn.as("coordinator");
        var agency = HubRows.one("select agency_id::text from hub.member m join hub.sign_in s on s.member_id = m.id where s.subject = 'demo-coordinator'");
        HubRows.run("update hub.member m set agency_id = null from hub.sign_in s where s.member_id = m.id and s.subject = 'demo-coordinator'");
        try {
            var page = visitor.answer(path);
            if (page.statusCode() == 200) {
                assertTrue(page.asString().contains("You belong to no agency"), page.asString());
            }
        } finally {
            HubRows.run("update hub.member m set agency_id = ? from hub.sign_in s where s.member_id = m.id and s.subject = 'demo-coordinator'", UUID.fromString(agency));
        }
    }

    @Test
    void forSomebodyElseItGoesThroughWhoeverApplied() {
        HubRows.run("update hub.trigger_applicant set name = 'Dee Carver', victim_name = 'Ellen Moss', relation = 'Her carer', consent = 'GIVEN', consent_how = 'On the telephone' where trigger_id = ?", application.id);
        application.assessed("new", "HIGH");
        var page = visitor.page(path).text();
        assertTrue(page.contains("Ellen Moss") && page.contains("Through Dee Carver, who applied") && !page.contains("020 7946 0112"), page);
    }
}
