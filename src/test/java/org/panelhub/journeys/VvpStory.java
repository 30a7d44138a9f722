package org.panelhub.journeys;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.panelhub.support.Browser;
import org.panelhub.support.Clock;
import org.panelhub.support.Desk;
import org.panelhub.support.RunningHub;

/**
 * One case of a Vulnerable Victims Panel, from the referral to its end, told through the pages by the people whose work it is. Told on
 * the demo partnership and on one that was set up from nothing.
 */
final class VvpStory {

    static final String WITHHELD = "Attended a clinic in May for another matter.";

    private final Browser browser;
    private final Map<String, Desk> desks = new HashMap<>();
    private final Cast cast;
    private String reference;
    private String meeting;
    private LocalDate date;
    private int passed;

    VvpStory(Browser browser, Cast cast) {
        this.browser = browser;
        this.cast = cast;
    }

    Cast cast() {
        return cast;
    }

    /** Whoever has this part, who signs in when first needed. */
    Desk as(String part) {
        return desks.computeIfAbsent(part, p -> Desk.of(browser, cast.account(p)));
    }

    /** Somebody who has signed in before the story begins. */
    void comes(String part, Desk desk) {
        desks.put(part, desk);
    }

    /** The hub's date, as far as this story has let time pass. */
    private LocalDate today() {
        return LocalDate.now().plusDays(passed);
    }

    /** Moves the hub's clock, which only tests may; back at 0 it is to the letter what the manifest says, so that another node may start. */
    void daysPass(int days) throws SQLException {
        passed = days;
        try (var owner = RunningHub.get().asOwner()) {
            Clock.move(owner, Clock.moved(days));
        }
    }

    /** Until the day of the meeting. */
    void theDayOfTheMeetingComes() throws SQLException {
        daysPass((int) ChronoUnit.DAYS.between(LocalDate.now(), date));
    }

    int passed() {
        return passed;
    }

    String reference() {
        return reference;
    }

    private Desk looked(Desk desk, String name) {
        return desk.looked("vvp-" + name);
    }

    void housingRefers() {
        var housing = as("housing");
        looked(housing, "home-housing");
        housing.go("/referrals/new?panel=VVP").press("Start now");
        var tasks = housing.path();
        looked(housing, "referral-tasks-empty");
        housing.follow("Name and date of birth").fill("Given names", "Edith").fill("Family name", "Harrow").fill("Other names, if any", "Edie").date("Date of birth", LocalDate.of(1950, 7, 4));
        looked(housing, "referral-person");
        housing.press("Save and come back later").go(tasks).follow("Address and needs").fill("Where does the person live?", "Flat 9, Curlew House, Quay Street").press("Save and come back later");
        housing.go(tasks).follow("Safe contact").choose("Is it safe to call?", "Yes").fill("Telephone number", "07700 900456").fill("Safe times", "mornings").choose("Is it safe to write?", "Yes")
                .fill("Who is it not safe to talk to?", "the nephew").press("Save and come back later");
        housing.go(tasks).follow("Who is causing it").choose("Is it known who is causing it?", "No").press("Save and come back later");
        housing.go(tasks).follow("Others in the home").choose("Do others live in the person’s home?", "No").press("Save and come back later");
        housing.go(tasks).follow("What is happening").select("What kind of behaviour is it, in the main?", "arassment").fill("What is happening?", "Visitors of a neighbour shout through the letterbox most nights since August.")
                .fill("Your own reference", "NG-20501").press("Save and come back later");
        housing.go(tasks).follow("Consent").choose("Does the person agree to the referral?", "Given").press("Save and come back later");
        answerTheAssessment(housing, tasks);
        looked(housing.go(tasks), "referral-tasks-done");
        housing.press("Check your answers");
        looked(housing, "referral-check");
        housing.press("Send to senior officer").sees("Edith Harrow");
    }

    /** Answers every question with the answer that weighs most, then judges the person high. */
    private void answerTheAssessment(Desk housing, String tasks) {
        housing.go(tasks).follow("Questions");
        while (housing.path().contains("assessment")) {
            for (var question : housing.page().locator("fieldset").all()) {
                question.locator("input[type=radio]").last().check();
            }
            housing.press("Save and continue");
        }
        housing.go(tasks).follow("Your judgement").choose("How vulnerable do you find the person?", "High").fill("Reason for your judgement", "Lives alone and no longer sleeps.")
                .date("When was the person assessed?", today()).press("Save and come back later");
    }

    void theSeniorOfficerDecides() {
        var senior = as("housing.senior").go("/referrals").follow("Edith Harrow");
        looked(senior, "referral-for-decision");
        senior.press("Decide").choose("Your decision", "Refer to the panel").fill("Your reason", "High by the assessment and by my own judgement.").press("Save the decision").sees("with the panel");
        as("police").go("/referrals").doesNotSee("Harrow");
    }

    void theCoordinatorAccepts() {
        var coordinator = as("coordinator");
        looked(coordinator, "home-coordinator");
        coordinator.go("/referrals");
        looked(coordinator, "referrals-inbox");
        coordinator.follow("Edith Harrow");
        looked(coordinator, "referral-to-triage");
        coordinator.press("Accept").fill("Summary for the panel", "Shouting through the letterbox most nights since August. Lives alone.").press("Accept and open the case").sees("The case is ");
        var matcher = java.util.regex.Pattern.compile("The case is ([A-Z]{2,4}-[A-Z0-9]{5})").matcher(coordinator.text());
        if (!matcher.find()) {
            throw new AssertionError("No case reference on the page: " + coordinator.text());
        }
        reference = matcher.group(1);
        as("police.other").findsNothingAt("/cases/" + reference);
        as("admin").findsNothingAt("/cases/" + reference);
    }

    void theAnalystAsksTheAgencies(List<String> accounts) {
        var analyst = as("analyst").go("/cases/" + reference);
        looked(analyst, "case-summary");
        analyst.go("/cases/" + reference + "/requests");
        for (var account : accounts) {
            analyst.choose("Which agencies?", cast.services().get(account));
        }
        looked(analyst.fill("What is asked", "What do you know of the person and the address since January?"), "requests-ask");
        analyst.press("Ask for information").sees(cast.services().get(accounts.getFirst()));
    }

    void anAgencyEntersFiveItemsAndWithholdsOne(String account, List<String> bodies, String withheld) {
        var desk = as(account).go("/requests").sees(reference);
        for (var body : bodies) {
            desk.go("/cases/" + reference + "/information/new").choose("Is it a fact or an opinion?", "Fact").fill("Information", body).date("Date of the source", today().minusDays(10)).press("Add this item");
        }
        desk.go("/cases/" + reference + "/information");
        desk.page().locator("a[href$='/withhold']").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(withheld)).first().click();
        looked(desk.fill("Reason for withholding", "Not necessary for the plan."), "item-withhold");
        desk.press("Withhold").go("/cases/" + reference + "/information").sees("Nobody outside");
        looked(desk, "information-" + account);
        desk.press("Our information is entered");
    }

    void theMeetingIsPlannedAndItsAgendaPublished() {
        var coordinator = as("coordinator").go("/meetings");
        looked(coordinator, "meetings");
        coordinator.go("/meetings/new");
        looked(coordinator, "meeting-plan");
        date = LocalDate.of(Integer.parseInt(coordinator.page().locator("#date-year").inputValue()), Integer.parseInt(coordinator.page().locator("#date-month").inputValue()), Integer.parseInt(coordinator.page().locator("#date").inputValue()));
        coordinator.press("Plan this meeting");
        meeting = coordinator.path().replaceFirst("(/meetings/[^/]+).*", "$1");
        coordinator.go(meeting + "/agenda");
        putOnTheAgenda(coordinator);
        looked(coordinator, "agenda-build");
        coordinator.go(meeting + "/publish");
        looked(coordinator, "agenda-publish");
        coordinator.press("Publish").sees("ublished");
        as("police").go(meeting).sees(reference);
        looked(as("police"), "meeting-police");
    }

    /** A referral that came after the cut-off is heard by the chair's leave. */
    private void putOnTheAgenda(Desk coordinator) {
        try (var owner = RunningHub.get().asOwner(); var statement = owner.createStatement()) {
            statement.executeUpdate("update hub.meeting set cut_off_on = hub.today() - 1 where id = '" + meeting.replace("/meetings/", "") + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        coordinator.go(meeting + "/agenda");
        coordinator.page().getByLabel(reference).first().check();
        coordinator.page().locator("#chair").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        coordinator.fill("Why it cannot wait", "The last visit was yesterday.");
        looked(coordinator, "agenda-late");
        coordinator.press("Put on by the chair’s leave").sees(reference);
    }

    void everyoneSigns(List<String> accounts) {
        for (var account : accounts) {
            var desk = as(account).go(meeting + "/declaration");
            if ("police".equals(account)) {
                looked(desk, "declaration");
            }
            desk.tick("I have read this declaration and will keep to it").press("Sign");
        }
    }

    void theMeetingIsHeld() {
        var coordinator = as("coordinator").go(meeting).press("Open the meeting").go(meeting + "/room");
        turnTo(coordinator);
        looked(coordinator, "room-coordinator");
        as("police").go(meeting + "/room").sees(reference);
        looked(as("police"), "room-police");
    }

    private void turnTo(Desk coordinator) {
        for (int item = 0; item < 20 && !coordinator.page().title().contains(reference); item++) {
            coordinator.click(coordinator.page().locator("form[action$='/room/next'] button").first());
        }
    }

    /** One by one, by the agency itself. */
    void releasesInTheRoom(String account, List<String> bodies) {
        var desk = as(account).go(meeting + "/room");
        for (var body : bodies) {
            desk.select("Does the person consent?", "Given");
            desk.click(desk.page().locator("button[name=one]").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(body)).first());
            desk.sees(body);
        }
    }

    void oneFactIsSaidAloud(String account, String said) {
        as("coordinator").go(meeting + "/room").select("Who said it", cast.agencies().get(account)).fill("What was said", said).press("Add").sees(said);
        as("police").go(meeting + "/room").sees(said);
    }

    void riskPlanAndActionsAreAgreed(String manager, List<String> owners) {
        var coordinator = as("coordinator").go(meeting + "/room");
        coordinator.choose("Now:", "High").fill("Why", "Most nights, and she is alone.").fill("Decision", "Protection plan agreed; review in two months.").press("Record").sees("The decision is recorded");
        coordinator.open("Write the plan and name the case manager").select("Case manager", cast.names().get(manager)).fill("What is the plan to achieve?", "Mrs Harrow is safe at night and knows whom to call.")
                .fill("What is done?", "A camera at the door; patrols after ten.").fill("What did the person say about the plan?", "Wants to stay.").date("When was the person asked?", today()).date("When is the plan reviewed next?", today().plusDays(56)).press("Record the plan")
                .sees(cast.names().get(manager));
        var tasks = List.of("Fit a camera at the door", "Put the address on the night patrol", "Visit together with the case manager", "Check smoke alarms", "Offer a care assessment", "Speak to the neighbour’s visitors");
        coordinator.open("Choose part by part");
        for (int n = 0; n < tasks.size(); n++) {
            coordinator.fill("What is to be done", tasks.get(n)).select("Agency", cast.agencies().get(owners.get(n))).press("Add the action").sees(tasks.get(n));
        }
        looked(coordinator, "room-recorded");
    }

    void minutesGoOutBeforeTheMeetingCloses(List<String> seenByAll) {
        var coordinator = as("coordinator").go(meeting + "/minutes").press("Write from the room");
        looked(coordinator, "minutes-draft");
        seenByAll.forEach(coordinator::sees);
        coordinator.doesNotSee(WITHHELD);
        var chair = as("chair").go(meeting + "/minutes");
        looked(chair, "minutes-to-agree");
        chair.press("Agree the minutes").sees("greed");
        coordinator.go(meeting + "/minutes").press("Circulate the minutes");
        for (var account : List.of("police", "mentalhealth", "housing")) {
            var desk = as(account).go(meeting + "/minutes");
            seenByAll.forEach(desk::sees);
            if (!"mentalhealth".equals(account)) {
                desk.doesNotSee(WITHHELD);
            }
        }
        looked(as("police"), "minutes-police");
        as("coordinator").go(meeting + "/room/close").press("Close the meeting");
    }

    void actionsAreReported() {
        var housing = as("housing").go("/actions").follow("Fit a camera at the door");
        looked(housing, "action");
        housing.choose("How did it end?", "Done").fill("What was done, or why not", "Fitted on Tuesday; the tenant can see who is there.").press("Report").sees("Fitted on Tuesday");
        var fire = as("fire").go("/actions").follow("Check smoke alarms");
        fire.page().getByLabel("No longer possible").first().check();
        fire.fill("What was done, or why not", "The landlord had fitted new ones already.").press("Report").sees("The landlord had fitted");
        looked(as("housing").go("/actions"), "actions");
    }

    void thePlanIsReviewedAndTheCaseEnds() {
        var coordinator = as("coordinator").go("/cases/" + reference + "/plan");
        looked(coordinator, "case-plan");
        coordinator.press("Review the plan").fill("What did the review find?", "No incident for three weeks.").date("When is the plan reviewed next?", today().plusDays(40)).press("Keep the plan").sees("No incident for three weeks");
        coordinator.go("/cases/" + reference + "/exit");
        looked(coordinator, "exit-propose");
        coordinator.page().locator("input[name=reason]").first().check();
        coordinator.press("Propose to close");
        var chair = as("chair").go("/cases/" + reference + "/exit");
        looked(chair, "exit-sign-off");
        chair.press("Sign off");
        coordinator.go("/cases/" + reference + "/exit").press("Write the letter").sees("review");
        looked(coordinator, "letter");
        coordinator.choose("How?", "Handed over in person").press("It was sent");
        coordinator.go("/cases/" + reference + "/exit").sees("Sent on");
        looked(coordinator, "exit-notice");
    }

    void theCaseClosesWhenTheNoticeHasRun() {
        var coordinator = as("coordinator").go("/cases/" + reference + "/exit").press("Close the case").sees("Closed");
        for (var tab : List.of("", "/risk", "/timeline", "/access", "/information", "/actions")) {
            looked(coordinator.go("/cases/" + reference + tab), "closed-case" + tab.replace('/', '-'));
        }
    }

    void close() {
        desks.values().forEach(desk -> desk.page().context().close());
    }
}
