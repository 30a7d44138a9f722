package org.panelhub.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.panelhub.support.Browser;
import org.panelhub.support.Desk;
import org.panelhub.support.RunningHub;
import org.panelhub.trigger.apply.Code;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/**
 * Every kind of page, with data and empty, right and wrong, on a wide and on a narrow screen: none breaks a rule of accessibility, none has
 * to be scrolled sideways. The pictures are in target/screenshots/screens, for people to look at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScreensJourneyTest {

    /** Of what is read by GET, these are no pages: a file, a number that a page asks for by itself, the way out, and what belongs to the sign-in. */
    private static final Set<String> NO_PAGES = Set.of("/calendar-feed/{}", "/letters/{}/pdf", "/triggers/{}/letters/{}/pdf", "/triggers/{}/files/{}", "/live/{}/{}", "/meetings/{}/minutes/pdf", "/protocols/{}/documents/{}", "/meetings/{}/room/stamp", "/audit/csv", "/actions/csv", "/community-trigger/figures/csv", "/community-trigger/exit", "/community-trigger/exit/{}", "/sign-out", "/signed-in");

    private final Map<String, Desk> desks = new HashMap<>();
    private final Screens screens = new Screens();
    private Browser browser;

    @BeforeAll
    void open() {
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            System.out.printf("[screens] %d pages looked at, of %d kinds%n", screens.photographed(), screens.kinds().size());
            browser.close();
        }
    }

    private Desk as(String account) {
        return desks.computeIfAbsent(account, a -> Desk.of(browser, a));
    }

    private void look(String account) {
        screens.look(account, as(account).page());
    }

    @Test
    @Order(1)
    void whatEveryoneIsLedTo() {
        for (var account : List.of("coordinator", "admin", "housing", "police")) {
            screens.follow(account, as(account), "/", "/requests");
        }
        screens.open("unsigned", as("unsigned"), "/", "/cases", "/meetings", "/calendar", "/requests");
        screens.open("noise", as("noise"), "/");
        as("noise").follow("VVP, for a year");
        look("noise");
        screens.open("observer", as("observer"), "/", "/actions");
        screens.open("housing.senior", as("housing.senior"), "/");
        as("housing.senior").follow("VVP referral").press("Decide");
        look("housing.senior");
        screens.open("police", as("police"), "/my-account", "/reminders");
        wrong("police", "/my-account", "Keep my name and date of birth");
        screens.open("chair", as("chair"), "/conflicts");
        as("chair").follow("Decide");
        look("chair");
        wrong("chair", as("chair").path(), "Record the decision");
        screens.open("coordinator", as("coordinator"), "/conflicts", "/why?reference=RV-P9ZTG");
        as("coordinator").select("Member", "Helen Brandt").press("Ask").sees("cannot see the case RV-P9ZTG");
        look("coordinator");
        as("housing").go("/cases/RV-7K4QM/information").follow("Why can I see this?");
        look("housing");
        wrong("infolead", "/our-information", "Open our information");
        as("infolead").fill("What do you need it for?", "A retention review of the year").press("Open our information");
        look("infolead");
        as("infolead").follow("Read");
        look("infolead");
        screens.open("hillside.police", as("hillside.police"), "/", "/cases", "/cases/HS-4TRWK/plan", "/actions", "/requests");
        whole();
    }

    @Test
    @Order(2)
    void aCaseIsClosedByLetter() throws IOException {
        var file = "/cases/RV-P9ZTG/exit";
        var coordinator = as("coordinator").go(file);
        coordinator.page().locator("input[name=reason]").first().check();
        coordinator.press("Propose to close");
        look("coordinator");
        screens.open("chair", as("chair"), "/", file);
        as("chair").press("Sign off");
        look("chair");
        coordinator.go(file).press("Write the letter");
        look("coordinator");
        var letter = coordinator.path();
        coordinator.choose("How?", "Handed over in person").press("It was sent");
        screens.open("coordinator", coordinator, letter, file, "/cases/RV-P9ZTG");
        keep(coordinator, letter + "/pdf", "letter.pdf");
        whole();
    }

    @Test
    @Order(3)
    void aPlanIsReviewedAndTheEditionBeforeItStays() {
        var coordinator = as("coordinator").go("/cases/RV-7K4QM/plan/write").fill("What did the review find?", "Fewer calls at night since the patrols began.").press("Keep the plan");
        look("coordinator");
        coordinator.follow("Edition 1");
        look("coordinator");
        whole();
    }

    @Test
    @Order(4)
    void aMeetingIsHeldAndMinuted() throws IOException {
        var coordinator = as("coordinator").go("/meetings");
        coordinator.page().locator("main a[href^='/meetings/']").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasNotText("Plan")).first().click();
        var meeting = coordinator.path();
        for (var account : List.of("coordinator", "police", "observer", "chair")) {
            as(account).go(meeting + "/declaration").tick("I have read this declaration and will keep to it").press("Sign");
        }
        look("police");
        coordinator.go(meeting).press("Open the meeting").go(meeting + "/room");
        look("coordinator");
        for (int item = 0; item < 4; item++) {
            coordinator.click(coordinator.page().locator("form[action$='/room/next'] button").first());
        }
        screens.look("coordinator", coordinator.page());
        screens.open("police", as("police"), meeting + "/room");
        screens.open("observer", as("observer"), meeting + "/room");
        screens.open("housing", as("housing"), meeting + "/room");
        coordinator.go(meeting + "/minutes").press("Write from the room");
        look("coordinator");
        coordinator.follow("Edit");
        look("coordinator");
        screens.open("chair", as("chair"), meeting + "/minutes");
        as("chair").press("Agree the minutes");
        screens.open("coordinator", coordinator, meeting + "/minutes");
        coordinator.press("Circulate the minutes");
        look("coordinator");
        screens.open("police", as("police"), meeting + "/minutes");
        screens.open("housing", as("housing"), meeting + "/minutes");
        keep(as("police"), meeting + "/minutes/pdf", "minutes.pdf");
        screens.open("coordinator", coordinator, meeting + "/room/close");
        coordinator.press("Close the meeting");
        screens.open("coordinator", coordinator, meeting);
        whole();
    }

    @Test
    @Order(5)
    void whatIsMissingIsSaidBesideItsField() {
        wrong("coordinator", "/cases/RV-7K4QM/actions/new", "Add the action");
        wrong("coordinator", "/cases/RV-7K4QM/information/new", "Add this item");
        wrong("coordinator", "/cases/RV-7K4QM/risk/new", "Record the assessment");
        wrong("coordinator", "/cases/RV-7K4QM/risk/rating", "Record the assessment");
        wrong("coordinator", "/cases/RV-7K4QM/team", "Name on this case");
        wrong("coordinator", "/cases/RV-7K4QM/plan/write", "Keep the plan");
        wrong("coordinator", "/cases/RV-7K4QM/requests", "Ask for information");
        wrong("coordinator", "/cases/RV-7K4QM/access", "Declare the conflict");
        wrong("coordinator", "/cases/RV-M2XDT/exit", "Propose to close");
        wrong("coordinator", "/referrals/key-in", "Save and continue");
        screens.open("coordinator", as("coordinator"), "/meetings/series");
        as("coordinator").follow("Vulnerable Victims Panel");
        look("coordinator");
        as("coordinator").press("Show the dates");
        look("coordinator");
        as("coordinator").page().evaluate("() => { document.getElementById('date-1').value = '40'; }");
        sent("coordinator", "Plan these meetings");
        as("coordinator").go("/meetings/series").follow("Vulnerable Victims Panel").fill("How the panel meets", "");
        sent("coordinator", "Show the dates");
        wrong("housing", "/cases/RV-7K4QM/information/release", "Release");
        wrong("admin", "/members/new", "Save and send the invitation");
        wrong("admin", "/agencies/new", "Save");
        wrong("admin", "/agencies/signatories/new", "Save");
        wrong("admin", "/set-up/instruments", "Add");
        var protocol = as("admin").go("/protocols").page().locator("main a[href^='/protocols/']").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("edition 3")).first().getAttribute("href");
        // It comes filled in from the edition before: only what was taken out is missing.
        as("admin").go(protocol + "/new-edition").page().locator("#from-year").fill("");
        sent("admin", "Save");
        var officers = as("admin").go(protocol).page().locator("main a[href$='/officers']").first().getAttribute("href");
        as("admin").go(officers).fill("Designated officer", "");
        button(as("admin").page(), "Save");
        look("admin");
        screens.open("admin", as("admin"), protocol + "/documents/new", officers.replace("/officers", "/withdraw"), protocol + "/signatures/new", "/protocols/calendar", "/protocols/calendar/reminders/review");
        var police = as("police").go("/cases/RV-7K4QM/information");
        police.page().locator("a[href$='/withhold']").first().click();
        wrong("police", police.path(), "Withhold");
        wrong("police", "/cases/RV-7K4QM/information/consent", "Note that consent was withdrawn");
        police.go("/cases/RV-7K4QM/information").page().locator("li:has-text('Four calls from the address') a[href^='/items/']").last().click();
        var item = police.path();
        look("police");
        wrong("police", item + "/outside", "Put it on record");
        for (var further : Map.of("Widen", "Widen the release", "Prolong", "Prolong the release").entrySet()) {
            police.go(item).page().locator("a[href$='/" + further.getKey().toLowerCase() + "']").first().click();
            wrong("police", police.path(), further.getValue());
        }
        wrong("housing", item + "/onward", "Ask the originator");
        screens.open("housing", as("housing"), item, "/onward", "/outside");
        as("housing").go("/onward").page().locator("main a[href^='/onward/']").first().click();
        look("housing");
        as("mentalhealth").go("/onward").follow("Answer");
        wrong("mentalhealth", as("mentalhealth").path(), "Answer");
        screens.open("infolead", as("infolead"), "/outside");
        whole();
    }

    @Test
    @Order(5)
    void whatIsAskedOfAnActionAndWhoTakesACaseOver() {
        wrong("coordinator", "/actions?whose=all&state=open", "Report on all ticked");
        var action = as("housing").go("/actions").page().locator("main td a[href^='/actions/']").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Fit door")).first().getAttribute("href");
        wrong("housing", action + "/offer", "Offer it");
        as("housing").select("Which agency is to take it on?", "Riverside Police safeguarding").fill("Why?", "The sergeant has the fitter’s number.").press("Offer it");
        look("housing");
        wrong("housing", action + "/later", "Ask the chair");
        as("housing").date("By when can it be done?", java.time.LocalDate.now(org.panelhub.time.HubClock.LONDON).plusDays(21)).fill("Why?", "The camera is on its way.").press("Ask the chair");
        look("housing");
        screens.open("police", as("police"), "/", "/actions?whose=offered&state=open");
        wrong("police", action + "/offer/answer", "Answer");
        screens.open("chair", as("chair"), "/");
        wrong("chair", action + "/later/answer", "Answer");
        wrong("coordinator", "/cases/RV-P9ZTG/plan/handover", "Hand over");
        as("coordinator").select("Who is to become case manager?", "Priya Nair").fill("What has the new case manager to know?", "Ring the daughter first.").press("Hand over");
        look("coordinator");
        wrong("housing", "/cases/RV-P9ZTG/plan/handover/answer", "Answer");
        var panel = as("admin").go("/panels").page().locator("main a[href^='/panels/']").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Vulnerable")).first().getAttribute("href");
        as("admin").go(panel + "/escalation").fill("The chair is told after", "0");
        sent("admin", "Save");
        whole();
    }

    @Test
    @Order(6)
    void theSecondOfTwoSeesBothVersions() {
        var coordinator = as("coordinator").go("/cases/RV-M2XDT/edit");
        var other = coordinator.page().context().newPage();
        other.navigate("/cases/RV-M2XDT/edit");
        other.getByLabel("Kind of behaviour").fill("Nuisance visitors");
        // Typed before the other saves: an untouched page would be renewed, and then there is nothing to tell.
        coordinator.fill("Kind of behaviour", "Noise");
        button(other, "Save the profile");
        button(coordinator.page(), "Save the profile");
        other.close();
        coordinator.sees("You saved first");
        look("coordinator");
        whole();
    }

    @Test
    @Order(7)
    void whoIsNamedAndWhoActsInAnEmergency() {
        screens.open("coordinator", as("coordinator"), "/own", "/cases/RV-7K4QM/review", "/reviews");
        var meeting = as("coordinator").go("/meetings").page().locator("main th a[href^='/meetings/']").first().getAttribute("href");
        screens.open("coordinator", as("coordinator"), meeting + "/guests");
        as("police").go("/").follow("Deputies");
        look("police");
        screens.open("admin", as("admin"), "/designated-officers");
        screens.open("admin", as("admin"), "/set-up/community-trigger", "/set-up/community-trigger/applications", "/set-up/community-trigger/new", "/set-up/community-trigger/new?preset=lambeth");
        as("admin").fill("How many qualifying complaints are enough?", "4");
        sent("admin", "Save");
        screens.open("idva", as("idva"), "/", "/emergencies/new");
        wrong("idva", "/emergencies/new", "Open the case");
        screens.open("infolead", as("infolead"), "/", "/emergencies");
        as("infolead").follow("VVP case");
        look("infolead");
        screens.open("unsigned", as("unsigned"), "/own");
        whole();
    }

    @Test
    @Order(8)
    void whatIsNotThereNotAllowedOrTooOld() {
        screens.open("police", as("police"), "/cases/RV-22222", "/cases/RV-7K4QM/team");
        var housing = as("housing").go("/cases/RV-7K4QM");
        housing.page().evaluate("() => document.querySelectorAll('input[type=hidden]').forEach(i => i.value = 'x')");
        button(housing.page(), "Save our reference");
        housing.sees("too old to send");
        look("housing");
        var stranger = browser.stranger();
        for (var path : List.of("/signed-out", "/session-expired", "/community-trigger/safe-device", "/community-trigger/figures", "/community-trigger/arrangements", "/community-trigger/there-is-no-such-page")) {
            stranger.navigate(path);
            screens.look("stranger", stranger);
        }
        stranger.context().close();
        whole();
    }

    @Test
    @Order(8)
    void somebodyWithoutAnAccountAppliesForACaseReview() {
        var stranger = browser.stranger();
        for (var path : List.of("/community-trigger", "/community-trigger/follow", "/community-trigger/come-back", "/community-trigger/privacy/riverside")) {
            stranger.navigate(path);
            screens.look("applicant", stranger);
        }
        stranger.navigate("/community-trigger");
        button(stranger, "Start now");
        button(stranger, "Continue");
        screens.look("applicant", stranger);
        answered(stranger, "Someone else");
        answered(stranger, "Yes", "consentHow", "She told me on the phone");
        screens.look("applicant", stranger);
        answered(stranger, "", "name", "Ruben Marlow", "victimName", "Ivy Marlow", "relation", "Her son");
        answered(stranger, "No");
        answered(stranger, "", "happening", "Loud music every night, and shouting when she asks them to stop.", "since", "last spring");
        answered(stranger, "", "place", "Teal Court, Riverside");
        answered(stranger, "I do not know", "respondent", "The people in flat 9");
        answered(stranger, "No");
        answered(stranger, "Yes");
        screens.look("applicant", stranger);
        answered(stranger, "", "what", "Music at three in the morning", "reportedTo", "Riverside Police", "happenedOn", "1", "happenedOn-month", "3", "happenedOn-year", "2026");
        screens.look("applicant", stranger);
        answered(stranger, "No");
        answered(stranger, "No", "impact", "She cannot sleep and stays away from home.");
        answered(stranger, "", "landlord", "Harbour Homes");
        answered(stranger, "");
        screens.look("applicant", stranger);
        answered(stranger, "I want to speak at the start of the meeting");
        screens.look("applicant", stranger);
        answered(stranger, "Email", "email", "ruben@example.org");
        screens.look("applicant", stranger);
        answered(stranger, "You can email me");
        screens.look("applicant", stranger);
        button(stranger, "Save and stop for now");
        screens.look("applicant", stranger);
        stranger.navigate("/community-trigger/check");
        screens.look("applicant", stranger);
        stranger.getByLabel("What I wrote is true").check();
        button(stranger, "Send");
        screens.look("applicant", stranger);
        stranger.navigate("/community-trigger/my-form");
        stranger.getByLabel("Write to us").fill("It was bad again last night.");
        button(stranger, "Send");
        screens.look("applicant", stranger);
        stranger.navigate("/community-trigger/my-form/files");
        screens.look("applicant", stranger);
        stranger.locator("#file").setInputFiles(new FilePayload("drawing.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)));
        button(stranger, "Send the file");
        screens.look("applicant", stranger);
        for (int n = 1; n <= 9; n++) {
            var name = n == 3 ? "a-very-long-name-without-any-space-in-it-".repeat(2) + ".txt" : "Diary of week " + n + ".txt";
            stranger.locator("#file").setInputFiles(new FilePayload(name, "text/plain", ("Week " + n + ": shouting at night").getBytes(StandardCharsets.UTF_8)));
            stranger.locator("#note").fill(n % 2 == 0 ? "" : "What I wrote down in week " + n);
            button(stranger, "Send the file");
        }
        screens.look("applicant", stranger);
        stranger.navigate("/community-trigger/my-form/withdraw");
        screens.look("applicant", stranger);
        stranger.context().close();
        screens.open("spoc", as("spoc"), "/triggers", "/triggers/new");
        as("spoc").go("/triggers").page().locator("main tr:has-text('9 new files') th a").first().click();
        look("spoc");
        button(as("spoc").page(), "Record that the applicant was told it is here");
        look("spoc");
        as("spoc").go("/triggers").page().locator("main th a").first().click();
        button(as("spoc").page(), "Letters");
        look("spoc");
        as("spoc").page().locator("main input[name=kind]").first().check();
        button(as("spoc").page(), "Write it");
        look("spoc");
        wrong("spoc", "/triggers/new", "Save the application");
        screens.open("spoc", as("spoc"), "/triggers/RV-TK7M2QX", "/triggers/RV-TK7M2QX/complaints", "/triggers/RV-TK7M2QX/complaints/new", "/triggers/RV-TK7M2QX/decision");
        as("spoc").go("/triggers/RV-TK7M2QX/complaints").page().locator("main th a").first().click();
        look("spoc");
        screens.open("spoc", as("spoc"), "/triggers/RV-TK7M2QX/files");
        wrong("spoc", "/triggers/RV-TK7M2QX/files", "Add the file");
        as("spoc").page().locator("a[href$='/delete']").first().click();
        look("spoc");
        as("spoc").go("/triggers").page().locator("main tr:has-text('9 new files') th a").first().click();
        as("spoc").page().locator("a[href$='/files']").first().click();
        look("spoc");
        wrong("spoc", "/triggers/RV-TK7M2QX/complaints/new", "Add it");
        screens.open("spoc", as("spoc"), "/triggers/RV-TK7M2QX/risk", "/triggers/RV-TK7M2QX/risk/rating", "/triggers/RV-TK7M2QX/risk/referral");
        wrong("spoc", "/triggers/RV-TK7M2QX/risk/new", "Record the assessment");
        as("spoc").gravest().choose("How vulnerable do you find the person?", "High").fill("Why", "She is alone, and has stopped going out.").press("Record the assessment").sees("The risk is high");
        look("spoc");
        screens.open("spoc", as("spoc"), "/triggers/RV-TK7M2QX/people", "/triggers/RV-TK7M2QX/risk/referral", "/triggers/RV-TK7M2QX");
        wrong("spoc", "/triggers/RV-TK7M2QX/decision", "Record the decision");
        as("spoc").page().locator("#outcome-2").check();
        as("spoc").page().locator("#why").fill("Your reports are about two other houses.");
        for (var weighed : List.of("persistence", "harm", "adequacy")) {
            as("spoc").page().locator("#" + weighed + "-2").check();
            as("spoc").page().locator("#" + weighed + "Why").fill("It is not enough by itself.");
        }
        button(as("spoc").page(), "Record the decision");
        look("spoc");
        as("spoc").page().locator("#outcome").check();
        as("spoc").page().locator("#route").check();
        as("spoc").page().locator("#why").fill("You told us four times, in time.");
        button(as("spoc").page(), "Record the decision");
        as("spoc").sees("Tell the applicant");
        look("spoc");
        screens.open("spoc", as("spoc"), "/triggers/RV-TK7M2QX");
        screens.open("police", as("police"), "/triggers");
        as("spoc").go("/triggers").page().locator("main tr:has-text('Ivy Marlow') th a").first().click();
        button(as("spoc").page(), "Whom to tell and ask");
        look("spoc");
        as("spoc").page().locator("main td a").first().click();
        look("spoc");
        button(as("spoc").page(), "Record it");
        look("spoc");
        as("spoc").page().navigate(as("spoc").page().url().replaceFirst("/people/.*", "/steps/late"));
        look("spoc");
        as("spoc").page().navigate(as("spoc").page().url().replaceFirst("/steps/.*", "/review"));
        look("spoc");
        whole();
    }

    @Test
    @Order(8)
    void anApplicantAsksForAnAppealAndAReviewRecommends() throws SQLException {
        var code = Code.fresh();
        var id = UUID.randomUUID();
        change("""
                insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, happening, state)
                select partnership_id, '%1$s', id, '', hub.today() - 30, 'ONLINE', 'PERSON', 'Ada Winterbourne', 'Cars race past the house at night.', 'NOT_MET' from hub.panel where kind = 'CT_MARAC';
                insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, code_hash) select partnership_id, id, panel_id, subject, '%2$s' from hub.trigger where id = '%1$s';
                insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, at)
                select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, x.kind, hub.today() - x.days, hub.now() - make_interval(days => x.days) from hub.trigger t, (values ('RECEIVED', 30), ('NOT_MET', 3), ('DECISION_TOLD', 3)) as x (kind, days) where t.id = '%1$s';
                update hub.trigger set reference = 'RV-TAPPEAL' where id = '%1$s'""".formatted(id, code.hash()));
        var stranger = browser.stranger();
        stranger.navigate("/community-trigger/follow");
        stranger.getByLabel("Your number").fill("RV-TAPPEAL");
        stranger.getByLabel("Your code").fill(code.text());
        button(stranger, "Continue");
        change("""
                update hub.trigger set state = 'MET' where id = '%1$s';
                insert into hub.trigger_letter (partnership_id, id, trigger_id, panel_id, kind, language, title, body, made_by, sent_on, sent_how, sent_by)
                select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, 'PLAN', 'en', 'What we plan to do', E'Dear Ada Winterbourne\n\nWhat we plan\n\nThe council puts up a sign. The police check speeds on four nights in May.', m.id, hub.today(), 'BY_HAND', m.id
                  from hub.trigger t join hub.member m on m.partnership_id = t.partnership_id and m.name = 'Noor Rahman' where t.id = '%1$s'""".formatted(id));
        stranger.navigate("/community-trigger/my-form");
        screens.look("applicant", stranger);
        stranger.navigate("/community-trigger/my-form/plan");
        screens.look("applicant", stranger);
        button(stranger, "Send");
        screens.look("applicant", stranger);
        change("update hub.trigger set state = 'NOT_MET' where id = '%s'".formatted(id));
        stranger.navigate("/community-trigger/my-form/appeal");
        screens.look("applicant", stranger);
        button(stranger, "Ask us to check");
        screens.look("applicant", stranger);
        stranger.getByLabel("How you dealt with my form").check();
        stranger.getByLabel("Why are you not happy with it?").fill("Nobody rang me back, and nobody asked my neighbours.");
        button(stranger, "Ask us to check");
        stranger.navigate("/community-trigger/my-form/appeal");
        screens.look("applicant", stranger);
        stranger.context().close();

        var appeal = "/triggers/RV-TAPPEAL/appeal";
        screens.open("spoc", as("spoc"), appeal);
        as("spoc").go(appeal).page().locator("input[name=reviewer]").first().check();
        button(as("spoc").page(), "Ask them");
        look("spoc");
        screens.open("socialcare", as("socialcare"), "/triggers", "/triggers/RV-TAPPEAL", appeal);
        button(as("socialcare").go(appeal).page(), "Record the outcome");
        look("socialcare");
        as("socialcare").page().getByLabel("Upheld in part").check();
        as("socialcare").page().getByLabel("What you found, and why").fill("Two calls were not returned. The decision itself stands.");
        button(as("socialcare").page(), "Record the outcome");
        screens.open("spoc", as("spoc"), appeal);

        change("""
                insert into hub.case_file (partnership_id, id, panel_id, reference, subject, opened_on) select partnership_id, '%1$s', panel_id, 'RV-APPLD', 'Racing cars in Mill Road', hub.today() - 2 from hub.trigger where id = '%1$s';
                update hub.trigger set state = 'MET', case_id = '%1$s' where id = '%1$s';
                insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day) select partnership_id, gen_random_uuid(), id, panel_id, 'REVIEWED', hub.today() from hub.trigger where id = '%1$s'""".formatted(id));
        var register = "/triggers/RV-TAPPEAL/recommendations";
        screens.open("spoc", as("spoc"), register);
        wrong("spoc", register, "Add it");
        as("spoc").go(register).page().getByLabel("To whom?").selectOption("Riverside Police safeguarding");
        as("spoc").page().locator("#words").fill("Put a speed camera where the cars are heard most, and look at what it shows every week.");
        button(as("spoc").page(), "Add it");
        look("spoc");
        as("police").go(register).page().locator("main th a").first().click();
        look("police");
        button(as("police").page(), "Save");
        as("spoc").go(register).page().locator("main th a").first().click();
        look("spoc");
        screens.open("spoc", as("spoc"), "/triggers/recommendations");
        screens.open("spoc", as("spoc"), "/triggers/RV-TAPPEAL/review", "/triggers/RV-TAPPEAL/steps/plan-consulted", "/triggers/RV-TAPPEAL/people");
        as("spoc").go("/triggers/RV-TAPPEAL/letters").page().getByLabel("Resolution letter").check();
        button(as("spoc").page(), "Write it");
        as("spoc").page().navigate(as("spoc").page().url() + "/sign-off");
        look("spoc");
        button(as("spoc").page(), "Put it forward for sign-off");
        look("spoc");
        var letter = as("spoc").path();
        screens.open("police", as("police"), "/triggers/RV-TAPPEAL", letter);
        screens.open("mentalhealth", as("mentalhealth"), "/triggers/recommendations");
        change("""
                delete from hub.trigger_sign_off where trigger_id = '%1$s'; delete from hub.trigger_letter where trigger_id = '%1$s'; delete from hub.trigger_asking where trigger_id = '%1$s';
                delete from hub.trigger_recommendation where trigger_id = '%1$s'; delete from hub.trigger_appeal where trigger_id = '%1$s'; delete from hub.trigger_event where trigger_id = '%1$s';
                delete from hub.trigger_applicant where trigger_id = '%1$s'; delete from hub.trigger where id = '%1$s'; delete from hub.case_file where id = '%1$s'""".formatted(id));
        whole();
    }

    /** Chooses by its words, fills boxes by their names, and goes on. */
    private static void answered(Page page, String choice, String... typed) {
        if (!choice.isEmpty()) {
            page.getByLabel(choice, new Page.GetByLabelOptions().setExact(true)).first().check();
        }
        for (int i = 0; i < typed.length; i += 2) {
            page.locator("[id='" + typed[i] + "']").fill(typed[i + 1]);
        }
        button(page, "Continue");
    }

    @Test
    @Order(9)
    void aMailThatDoesNotGo() throws SQLException {
        change("""
                insert into hub.outbox (partnership_id, id, to_member, template, subject, body, tries, last_error, given_up_at, next_try_at)
                select m.partnership_id, gen_random_uuid(), m.id, 'agenda', 'The agenda is ready', '', n, 'The mail server did not take the address', case when n > 9 then hub.now() end, hub.now() + interval '1 day'
                  from hub.member m, unnest(array[3, 12]) n where m.name in ('Stan Kowalski', 'Joan Pritchard')""");
        screens.open("admin", as("admin"), "/", "/set-up/mail");
        change("delete from hub.outbox where last_error = 'The mail server did not take the address'");
        whole();
    }

    /** With an account of the demo, whose link to its own partnership is laid aside meanwhile. */
    @Test
    @Order(10)
    void aPartnershipThatHasJustBegun() throws SQLException, IOException {
        var hub = RunningHub.get();
        change("create table public.laid_aside as select * from hub.sign_in where subject = 'demo-yos'");
        change("delete from hub.sign_in where subject = 'demo-yos'");
        try {
            var yos = as("yos");
            look("yos");
            var environment = new LinkedHashMap<>(hub.environment());
            environment.put("HUB_MIGRATOR_PASSWORD", environment.remove("HUB_DB_PASSWORD"));
            var founded = RunningHub.run(environment, "found-partnership", "--name", "Safer Quayside Partnership", "--prefix", "QS", "--body", "Quayside Council", "--administrator", "Marcus Bell", "--email",
                    "m.bell@quayside.example");
            var link = java.util.regex.Pattern.compile("/invitation/\\S+").matcher(founded.output());
            assertTrue(link.find(), founded.output());
            yos.go(link.group());
            look("yos");
            yos.press("Link my sign-in");
            look("yos");
            yos.go(link.group());
            button(yos.page(), "Link my sign-in");
            look("yos");
            screens.follow("yos", yos, "/", "/requests");
            yos.go("/panels/new").press("Continue").press("Save");
            look("yos");
            yos.press("Save");
            screens.follow("yos", yos, yos.path(), "/set-up");
            // Nobody seats itself: another administrator does.
            change("insert into hub.seat (partnership_id, id, panel_id, member_id, role, during) select m.partnership_id, gen_random_uuid(), n.id, m.id, 'COORDINATOR', daterange(hub.today(), null) "
                    + "from hub.member m join hub.panel n on n.partnership_id = m.partnership_id where m.name = 'Marcus Bell'");
            yos.go("/panels").follow("Vulnerable Victims Panel").press("Give a seat");
            wrong("yos", yos.path(), "Give the seat");
            screens.open("yos.seated", yos, "/", "/meetings", "/referrals", "/cases", "/meetings/new");
        } finally {
            change("delete from hub.sign_in where subject = 'demo-yos'");
            change("insert into hub.sign_in select * from public.laid_aside");
            change("drop table public.laid_aside");
        }
        whole();
    }

    @Test
    @Order(11)
    void whatAnInformationLeadLooksAfter() {
        var lead = as("infolead");
        screens.open("infolead", lead, "/", "/audit", "/audit?act=CHANGED", "/audit?case=RV-7K4QM", "/audit/verify", "/audit/figures");
        lead.page().navigate("/audit?from-day=31&from-month=2&from-year=2026");
        look("infolead");
        lead.go("/audit?act=ADDED");
        lead.page().locator("main a[href^='/audit/entry']").first().click();
        look("infolead");
        screens.open("mentalhealth", as("mentalhealth"), "/looks");
        screens.open("admin", as("admin"), "/looks");
        whole();
    }

    @Test
    @Order(12)
    void noPageWasLeftOut() throws IOException {
        var description = new ObjectMapper().readTree(as("admin").page().request().get("/q/openapi?format=json").text());
        Set<String> left = new TreeSet<>();
        Crawl.templates(description).stream().filter(t -> !t.startsWith("/api/")).map(t -> t.replaceAll("\\{[^}]+}", "{}")).forEach(left::add);
        left.removeAll(NO_PAGES);
        left.removeIf(kind -> screens.kinds().stream().anyMatch(seen -> seen.matches(kind.replace("{}", "[^/]+"))));
        assertEquals(Set.of(), left);
    }

    /** Sends a form as it stands, and looks at what is said. */
    private void wrong(String account, String path, String button) {
        as(account).go(path);
        sent(account, button);
    }

    /** The page that stands, sent with something missing. */
    private void sent(String account, String button) {
        var page = as(account).page();
        button(page, button);
        assertTrue(page.title().startsWith("Error: "), () -> account + " should be told what is missing on " + page.url() + ": " + page.title());
        look(account);
    }

    /** A file beside the pictures, to be looked at as well. */
    private static void keep(Desk desk, String path, String name) throws IOException {
        var answer = desk.page().request().get(path);
        assertEquals("application/pdf", answer.headers().get("content-type"));
        Files.write(Files.createDirectories(Screens.PICTURES).resolve(name), answer.body());
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
        page.waitForLoadState();
    }

    private void change(String sql) throws SQLException {
        try (var superuser = RunningHub.get().asSuperuser(); var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every fault so far is told once, with page and rule. */
    private void whole() {
        var faults = List.copyOf(screens.faults());
        screens.faults().clear();
        assertEquals(List.of(), faults);
    }
}
