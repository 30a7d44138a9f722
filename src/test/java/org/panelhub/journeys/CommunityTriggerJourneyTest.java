package org.panelhub.journeys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.panelhub.support.Browser;
import org.panelhub.support.Clock;
import org.panelhub.support.Desk;
import org.panelhub.support.RunningHub;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/**
 * The victim's right to a review, from an application without an account to the letter that is signed off: complaints of one incident to three agencies count once, the threshold is met, the person is at
 * high risk and is referred to the panel for vulnerable victims, youth offending
 * is invited to the item, the board agrees a plan on which the applicant was asked. Then one below the threshold, one by telephone, one by a carer with consent.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommunityTriggerJourneyTest {

    private static final LocalDate TODAY = LocalDate.now();
    private static final Map<String, String> ANSWERS = Map.ofEntries(Map.entry("kind", "PERSON"), Map.entry("name", "Ada Winter"), Map.entry("under18", "NO"),
            Map.entry("happening", "Stones against the window, shouting at night, and rubbish at the door."), Map.entry("since", "since last summer"), Map.entry("place", "12 Curlew House, Quay Street"),
            Map.entry("respondent", "A boy from the second floor and his friends"), Map.entry("respondentMinor", "YES"), Map.entry("hate", "NO"), Map.entry("reported", "YES"), Map.entry("impact", "I do not open the door any more."),
            Map.entry("children", "NO"), Map.entry("landlord", ""), Map.entry("wish", "That it stops."), Map.entry("involvement", "ATTEND"), Map.entry("reachBy", "TELEPHONE"), Map.entry("telephone", "07700 900123"),
            Map.entry("safe", "TELEPHONE"), Map.entry("safeTimes", "before noon"));

    private final Map<String, Desk> desks = new HashMap<>();
    private Browser browser;
    private Page resident;
    private Applying.Given given;
    private String path;
    private String review;
    private String meeting;

    @BeforeAll
    void gather() throws SQLException {
        browser = Browser.open();
        resident = browser.stranger();
        forgetAttempts();
    }

    @AfterAll
    void leave() throws SQLException {
        daysPass(0);
        if (browser != null) {
            browser.close();
        }
    }

    /** What other journeys tried from this machine does not count. */
    private static void forgetAttempts() throws SQLException {
        run("delete from hub.public_attempt");
    }

    private static void run(String sql) throws SQLException {
        try (var owner = RunningHub.get().asOwner(); var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String sql) throws SQLException {
        try (var owner = RunningHub.get().asOwner(); var statement = owner.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static void daysPass(int days) throws SQLException {
        try (var owner = RunningHub.get().asOwner()) {
            Clock.move(owner, Clock.moved(days));
        }
    }

    private Desk as(String account) {
        return desks.computeIfAbsent(account, a -> Desk.of(browser, a));
    }

    private Desk looked(Desk desk, String name) {
        return desk.looked("trigger-" + name);
    }

    private Desk applicant() {
        return Desk.at(resident, "the applicant");
    }

    @Test
    @Order(1)
    void aResidentAppliesWithoutAnAccount() {
        var first = TODAY.minusDays(20);
        given = new Applying(resident).applies(ANSWERS, List.of(new Applying.Report("A stone broke the window", "Riverside Police", first, first, "CAD 4411"), new Applying.Report("The window was broken", "The council", first, first.plusDays(1), "C-881"),
                new Applying.Report("They broke my window", "Harbour Homes", first, first.plusDays(1), ""), new Applying.Report("Shouting until three in the morning", "Riverside Police", TODAY.minusDays(33), TODAY.minusDays(32), "CAD 3902"),
                new Applying.Report("Rubbish was tipped at my door", "The council", TODAY.minusDays(47), TODAY.minusDays(46), "C-702")));
        path = "/triggers/" + given.reference();
        looked(applicant(), "sent");
        as("spoc").go(path).sees("Ada Winter").sees("before noon");
        as("police").findsNothingAt(path);
        as("analyst").findsNothingAt(path);
        as("unsigned").findsNothingAt(path);
        sendsAPhotograph();
    }

    /** What the applicant sends with number and code, whoever answers for it takes out as it was sent, under its name. */
    private void sendsAPhotograph() {
        var photo = photograph();
        applicant().follow("Send us photos, a diary or a letter");
        looked(applicant(), "files-none");
        resident.locator("main form[enctype] button").click();
        assertTrue(resident.title().startsWith("Error: ") && applicant().text().contains("Choose a file"), applicant().text());
        looked(applicant(), "files-wrong");
        resident.locator("#file").setInputFiles(new FilePayload("video.mp4", "video/mp4", new byte[11 * 1024 * 1024]));
        applicant().sees("That file is larger than 10 MB. Choose a smaller one");
        assertEquals("", resident.locator("#file").inputValue(), "and is not sent first");
        looked(applicant(), "files-large");
        resident.locator("#file").setInputFiles(new FilePayload("Küche – März.jpg", "image/jpeg", photo));
        applicant().fill("What does it show? (you can leave this blank)", "The broken window.").press("Send the file").sees("We have your file: Küche – März.jpg (1 KB)").sees("The broken window.");
        looked(applicant(), "files-sent");
        var spoc = as("spoc").go(path).follow("1 file");
        looked(spoc, "files");
        var taken = spoc.page().waitForDownload(() -> spoc.page().locator("th a.hub-name").click());
        assertEquals("OFFICIAL-SENSITIVE " + given.reference() + " Küche – März.jpg", taken.suggestedFilename());
        try {
            assertArrayEquals(photo, Files.readAllBytes(taken.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        as("police").findsNothingAt(path + "/files");
        resident.reload();
        applicant().sees("We have opened it.");
    }

    private static byte[] photograph() {
        var bytes = new ByteArrayOutputStream();
        try {
            assertTrue(ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    @Order(2)
    void complaintsAreMatchedAndTheThresholdIsMet() {
        var spoc = as("spoc").go(path).press("Record that the applicant was told it is here").fill("How?", "Called at ten in the morning").press("Record it").sees("the applicant knows that it is here");
        looked(spoc.go(path + "/people").sees("under 18"), "people");
        spoc.go(path + "/complaints").sees("One incident, or two?");
        looked(spoc, "complaints");
        // Three agencies were told of one broken window.
        for (int n = 0; n < 5 && spoc.page().locator("#proposed").count() > 0; n++) {
            spoc.press("One incident");
        }
        spoc.sees("Decided: one incident or two");
        spoc.go(path + "/decision");
        looked(spoc, "decision");
        spoc.choose("What do you decide?", "The threshold is met: it is reviewed").choose("If it is met: by which way?", "Number of qualifying complaints")
                .fill("Why, in plain words for the applicant", "You told agencies of three different incidents, each within a month, and asked within six months.").press("Record the decision").sees("Threshold met");
        letter("Threshold met", "Handed over in person");
        spoc.go(path).sees("Applicant told of the decision");
        applicant().go("/community-trigger/my-form");
        looked(applicant(), "follow-met");
    }

    /** Writes a letter and records that it was sent. */
    private void letter(String kind, String how) {
        var spoc = as("spoc").go(path + "/letters").choose("Which letter?", kind).press("Write it");
        filledIn(spoc);
        looked(spoc, "letter-" + kind.toLowerCase().replace(' ', '-'));
        spoc.choose("How?", how).press("It was sent").sees("recorded as sent");
    }

    /** What stands in square brackets is for the writer to say. */
    private static void filledIn(Desk spoc) {
        var body = spoc.page().locator("#body");
        var words = body.inputValue();
        if (words.contains("[")) {
            body.fill(words.replaceAll("\\[[^\\]]*\\]", "What we agreed helps."));
            spoc.press("Save the letter");
        }
    }

    @Test
    @Order(3)
    void whoIsAtHighRiskIsReferredToThePanelForVulnerableVictims() {
        var spoc = as("spoc").go(path).sees("Risk is not assessed yet");
        looked(spoc, "risk-not-assessed");
        spoc.follow("Assess the risk");
        looked(spoc, "risk-empty");
        spoc.press("Assess how vulnerable the person is").gravest().choose("How vulnerable do you find the person?", "High").fill("Why", "She is alone, and no longer opens the door.");
        looked(spoc, "risk-assess");
        spoc.press("Record the assessment").sees("The risk is high");
        looked(spoc, "risk");
        spoc.press("Rate the case").gravest().choose("How do you rate the case?", "Medium").fill("Why", "Nobody was hurt so far.").press("Record the assessment").sees("Rating of the case");
        spoc.go(path + "/people").sees("proposed by the hub").sees("Vulnerable Victims Panel").sees("Vulnerable victims analyst");
        looked(spoc, "people-high");
        spoc.follow("Refer to Vulnerable Victims Panel");
        looked(spoc, "risk-referral");
        var tasks = spoc.press("Start a referral to Vulnerable Victims Panel").sees("Nothing is sent until you say so").path();
        looked(spoc, "referral-begun");
        spoc.go(tasks).follow("Safe contact").press("Save and come back later");
        spoc.go(tasks).follow("Address and needs").fill("Where does the person live?", "12 Curlew House, Quay Street").press("Save and come back later");
        spoc.go(tasks).follow("Who is causing it").choose("Is it known who is causing it?", "No").press("Save and come back later");
        spoc.go(tasks).follow("Others in the home").choose("Do others live in the person’s home?", "No").press("Save and come back later");
        spoc.go(tasks).follow("What is happening").select("What kind of behaviour is it, in the main?", "arassment").press("Save and come back later");
        spoc.go(tasks).follow("Consent").choose("Does the person agree to the referral?", "Given").press("Save and come back later");
        spoc.go(tasks).follow("Senior officer’s decision").fill("Who decided to refer?", "Head of community safety").fill("Why?", "High by the assessment.").press("Save and come back later");
        spoc.go(tasks.replace("/tasks", "/check")).sees("She is alone, and no longer opens the door.").doesNotSee("second floor").doesNotSee("Stones against the window");
        looked(spoc, "referral-check");
        spoc.press("Send to the panel");
        var coordinator = as("coordinator").go("/referrals").follow("Ada Winter").sees("She is alone, and no longer opens the door.").sees("07700 900123").doesNotSee("second floor");
        looked(coordinator, "referral-received");
        as("analyst").go("/referrals").sees("Ada Winter").findsNothingAt(path);
        spoc.go(path + "/people").sees("By referral");
        looked(spoc, "people-referred");
        spoc.go(path + "/risk/referral").sees("was told on");
        spoc.go(path).doesNotSee("Risk is not assessed yet");
        looked(spoc, "application-assessed");
    }

    @Test
    @Order(4)
    void theReviewIsACaseOfTheBoardAndYouthOffendingIsInvitedToItsItem() throws SQLException {
        var spoc = as("spoc").go(path).press("Open the review").select("Which body leads?", "Riverside Police").select("Who is the case officer?", "Owen Clarke");
        looked(spoc, "review");
        spoc.press("Open the review").sees("The review is case ");
        var matcher = Pattern.compile("The review is case ([A-Z]{2,4}-[A-Z0-9]{5})").matcher(spoc.text());
        assertTrue(matcher.find(), spoc.text());
        review = matcher.group(1);
        as("police").go(path).sees("Stones against the window").doesNotSee("07700 900123");
        as("police").go("/cases/" + review).sees("Ada Winter");
        as("yos").findsNothingAt("/cases/" + review);
        var coordinator = as("coordinator").go("/meetings/new").follow("ASB Case Review board");
        var date = LocalDate.of(Integer.parseInt(coordinator.page().locator("#date-year").inputValue()), Integer.parseInt(coordinator.page().locator("#date-month").inputValue()), Integer.parseInt(coordinator.page().locator("#date").inputValue()));
        coordinator.press("Plan this meeting");
        meeting = coordinator.path().replaceFirst("(/meetings/[^/]+).*", "$1");
        run("update hub.meeting set cut_off_on = greatest(cut_off_on, hub.today()) where id = '" + meeting.replace("/meetings/", "") + "'");
        coordinator.go(meeting + "/agenda");
        coordinator.page().locator(".govuk-checkboxes__item").filter(new Locator.FilterOptions().setHasText(review)).locator("input").check();
        looked(coordinator, "agenda");
        coordinator.page().locator("form[action$='/agenda/add'] button").first().click();
        coordinator.go(meeting + "/guests").select("For which item", review).fill("Work e-mail address", one("select c.email from hub.member_contact c join hub.sign_in s on s.member_id = c.member_id where s.subject = 'demo-yos'")).press("Invite").sees(review);
        as("yos").go("/cases/" + review).sees("Ada Winter");
        spoc = as("spoc").go(path + "/people");
        spoc.click(spoc.page().locator("main tr:has-text('under 18') td a").first());
        spoc.fill("How?", "Invited as a guest for the item").press("Record it").sees("Invited as a guest");
        coordinator.go(meeting + "/publish").press("Publish").sees("ublished");
        daysPass((int) ChronoUnit.DAYS.between(TODAY, date));
    }

    @Test
    @Order(5)
    void theBoardReviewsItAndAgreesAPlanOnWhichTheApplicantIsAsked() {
        for (var account : List.of("coordinator", "chair", "police", "housing.senior", "mentalhealth", "yos")) {
            as(account).go(meeting + "/declaration").tick("I have read this declaration and will keep to it").press("Sign");
        }
        var coordinator = as("coordinator").go(meeting).press("Open the meeting").go(meeting + "/room");
        for (int item = 0; item < 20 && !coordinator.page().title().contains(review); item++) {
            coordinator.click(coordinator.page().locator("form[action$='/room/next'] button").first());
        }
        coordinator.choose("Now:", "Medium").fill("Why", "It is most nights, and nobody has looked at it as one.");
        if (coordinator.page().locator("select#outcome").count() > 0) {
            coordinator.select("Decision", "Recommendations made");
        } else {
            coordinator.fill("Decision", "Recommendations made");
        }
        coordinator.press("Record").sees("The decision is recorded");
        looked(coordinator, "room");
        coordinator.open("Write the plan").select("Case manager", "Owen Clarke").fill("What is the plan to achieve?", "Ms Winter opens her door again.").fill("What is done?", "Patrols after ten; a camera at the door; the boy’s family is visited.")
                .date("When is the plan reviewed next?", LocalDate.now().plusDays(120)).press("Record the plan");
        looked(coordinator, "room-plan");
        coordinator.go("/cases/" + review + "/plan").sees("Patrols after ten");
        coordinator.go(meeting + "/room/close").press("Close the meeting");
        as("spoc").go(path).sees("Reviewed by the board");
        letter("The plan, to ask about", "Handed over in person");
        applicant().go("/community-trigger/my-form").follow("Read the plan").sees("It is not final");
        looked(applicant(), "plan");
        applicant().fill("What do you think of the plan?", "I want the camera first.").press("Send").sees("We have what you think of the plan");
        looked(applicant(), "follow-plan");
        as("spoc").go(path).sees("I want the camera first.").sees("Applicant consulted on the action plan");
        coordinator.go("/cases/" + review + "/plan").press("Review the plan").fill("What did the review find?", "The applicant was asked.").fill("What did the person say about the plan?", "She wants the camera first.")
                .date("When was the person asked?", LocalDate.parse(today())).date("When is the plan reviewed next?", LocalDate.parse(today()).plusDays(40)).press("Keep the plan").sees("She wants the camera first");
        as("chair").go("/cases/" + review + "/plan").press("Approve the plan").sees("pproved");
        as("spoc").go(path + "/steps/plan-done").fill("What was done?", "Camera fitted, patrols run, family visited.").press("Record it").sees("Camera fitted");
    }

    @Test
    @Order(6)
    void theResolutionLetterGoesWhenTheChairAndEachBodyHaveSignedIt() {
        letter("Outcome of the review", "Handed over in person");
        var spoc = as("spoc").go(path + "/letters").choose("Which letter?", "Resolution letter").press("Write it");
        filledIn(spoc);
        var letter = spoc.path();
        spoc.choose("How?", "Handed over in person").page().locator("button").filter(new Locator.FilterOptions().setHasText("It was sent")).click();
        spoc.sees("sign it first");
        spoc.go(letter + "/sign-off").press("Put it forward for sign-off").sees("are told so");
        looked(spoc, "sign-off");
        for (var account : List.of("chair", "police", "housing.senior", "mentalhealth")) {
            var desk = as(account).go("/").sees("resolution letter to sign off").go(letter + "/sign-off");
            if (account.equals("police")) {
                looked(desk, "sign-off-police");
            }
            desk.press("Sign these words").sees("Signed");
        }
        spoc.go(letter).choose("How?", "Handed over in person").press("It was sent").sees("recorded as sent");
        applicant().go("/community-trigger/my-form").doesNotSee("Owen Clarke").doesNotSee("Harbour Homes");
        looked(applicant(), "follow-end");
    }

    @Test
    @Order(7)
    void whoeverIsNotSatisfiedIsHeardByAnOfficerWhoHadNoPartInItAndToldWhereToTurnThen() {
        as("socialcare").findsNothingAt(path);
        applicant().go("/community-trigger/my-form").follow("Ask us to check our answer");
        resident.locator("input[name=about]").last().check();
        looked(applicant(), "appeal-ask");
        applicant().fill("Why are you not happy with it?", "The camera does not show the stairs.").press("Ask us to check");
        var spoc = as("spoc").go(path + "/appeal").sees("The camera does not show the stairs").sees("had a part in it");
        looked(spoc, "appeal-name");
        spoc.page().locator("input[name=reviewer]").first().check();
        spoc.press("Ask them").sees("With the reviewer");
        var reviewer = as("socialcare").go(path).sees("Stones against the window").doesNotSee("07700 900123");
        reviewer.go("/cases/" + review).sees("Ada Winter");
        reviewer.go(path + "/appeal").open("Note an interview");
        reviewer.page().locator("input[name=whom]").first().check();
        reviewer.date("On which day?", LocalDate.parse(today())).fill("What was said", "The camera could be moved.").press("Keep it").sees("The camera could be moved");
        reviewer.page().locator("input[name=outcome]").nth(1).check();
        looked(reviewer, "appeal-decide");
        reviewer.fill("What you found, and why", "The plan is sound; the camera is to cover the stairs.").press("Record the outcome");
        as("socialcare").findsNothingAt(path);
        spoc.go(path + "/appeal").sees("the mayor’s office").sees("Ombudsman");
        looked(spoc, "appeal-decided");
        spoc.go(path).sees("Appeal decided");
        applicant().go("/community-trigger/my-form");
        looked(applicant(), "follow-appealed");
    }

    @Test
    @Order(8)
    void oneBelowTheThresholdIsToldWhyAndHowToAppeal() throws SQLException {
        forgetAttempts();
        var other = browser.stranger();
        var answers = new HashMap<>(ANSWERS);
        answers.putAll(Map.of("name", "Bo Field", "happening", "A dog barked on Sunday.", "respondentMinor", "NO", "involvement", "TOLD"));
        var below = new Applying(other).applies(answers, List.of(new Applying.Report("A dog barked", "The council", TODAY.minusDays(9), TODAY.minusDays(9), "")));
        path = "/triggers/" + below.reference();
        var spoc = as("spoc").go(path + "/decision").choose("Is the behaviour persistent enough?", "No").fill("Why, on persistence", "It was one Sunday.").choose("Is the harm, or the potential for harm, enough?", "No").fill("Why, on harm", "It has not come again.")
                .choose("Was the response so inadequate that it is enough?", "No").fill("Why, on the response", "The council spoke to the owner the same week.").choose("What do you decide?", "The threshold is not met").fill("Why, in plain words for the applicant", "We found one report. The law asks for three.").press("Record the decision").sees("Threshold not met");
        letter("Threshold not met", "Handed over in person");
        spoc.go(path).sees("Applicant told of the decision").sees("Risk is not assessed yet").follow("Assess the risk").press("Assess how vulnerable the person is").gravest().choose("How vulnerable do you find the person?", "Medium")
                .fill("Why", "It was one Sunday.").press("Record the assessment").sees("When a case review threshold was not met");
        other.navigate("/community-trigger/my-form");
        var page = Desk.at(other, "the applicant");
        looked(page, "follow-not-met");
        page.sees("cannot look at it again").sees("Ask us to check our answer");
        other.context().close();
    }

    @Test
    @Order(9)
    void oneByTelephoneCountsFromTheDayOfTheCall() {
        var spoc = as("spoc").go("/triggers/new");
        spoc.page().locator("input[name=how][value=TELEPHONE]").check();
        var called = LocalDate.parse(today()).minusDays(3);
        spoc.date("When was it received?", called);
        for (var entry : Map.of("kind", "PERSON", "under18", "NO", "respondentMinor", "UNKNOWN", "hate", "NO", "reported", "NO", "children", "NO", "involvement", "TOLD", "reachBy", "TELEPHONE").entrySet()) {
            spoc.page().locator("input[name=" + entry.getKey() + "][value=" + entry.getValue() + "]").check();
        }
        spoc.page().locator("input[name=safe][value=TELEPHONE]").check();
        for (var entry : Map.of("name", "Cy Brook", "happening", "Motorbikes in the yard.", "since", "May", "place", "Gull Yard", "respondent", "Not known", "impact", "No sleep", "wish", "Quiet", "telephone", "07700 900321").entrySet()) {
            spoc.page().locator("[name=" + entry.getKey() + "]").first().fill(entry.getValue());
        }
        spoc.press("Save the application").sees("Tell the applicant both").sees(called.getDayOfMonth() + " ");
        looked(spoc, "keyed-in");
    }

    private static String today() {
        try {
            return one("select hub.today()::text");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(10)
    void oneByACarerWithConsentIsNamedByWhoeverIsAffected() throws SQLException {
        forgetAttempts();
        var carer = browser.stranger();
        var answers = new HashMap<>(ANSWERS);
        answers.putAll(Map.of("kind", "THIRD_PARTY", "consent", "GIVEN", "consentHow", "She said so on the phone", "name", "Dee Carver", "victimName", "Ellen Moss", "relation", "Her carer", "reported", "NO", "respondentMinor", "NO"));
        var given = new Applying(carer).applies(answers, List.of());
        var spoc = as("spoc").go("/triggers/" + given.reference()).sees("Ellen Moss").sees("Dee Carver").sees("She said so on the phone");
        looked(spoc, "carer");
        assertFalse(spoc.page().locator("h1").innerText().contains("Carver"), "the board names it by whoever is affected");
        carer.context().close();
    }
}
