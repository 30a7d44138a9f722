package org.panelhub.journeys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.panelhub.support.Browser;
import org.panelhub.support.Desk;
import org.panelhub.support.RealmPeople.Somebody;
import org.panelhub.support.RunningHub;

/**
 * How a partnership that did not exist sets itself up through its pages, for a Vulnerable Victims Panel as in Lambeth: its administrator
 * says who takes part and on which terms, and each member comes by the one-time invitation in their mail.
 */
final class SetUpStory {

    private static final String COUNCIL = "Eastmere Council";
    private static final String SAFETY = "Eastmere Council community safety";
    private static final String POLICE = "Eastmere Police neighbourhood safety";
    private static final String HOMES = "Saltmarsh Homes";
    private static final String SHOTS = "nothing-";

    /** Somebody of the partnership, with the part they have in the story to come. {@code seat} is a role on the panel, or null for none. */
    private record Person(String part, String name, String agency, String job, String seat) {

        String account() {
            return "eastmere." + part;
        }

        String email() {
            return part + "@eastmere.example";
        }
    }

    private static final Person FOUNDER = new Person("admin", "Maud Ellery", SAFETY, "Partnership support officer", null);

    /** The agencies that the preset expects, by the names it gives them, as they are known here. */
    private static final Map<String, String> AGENCIES = new LinkedHashMap<>();
    private static final List<Person> PEOPLE;

    static {
        AGENCIES.put("Police", POLICE);
        AGENCIES.put("Safeguarding adults", "Eastmere Council safeguarding adults");
        AGENCIES.put("Safeguarding children", "Eastmere Council safeguarding children");
        AGENCIES.put("Victim support", "Eastmere Victim Care");
        AGENCIES.put("Housing association", HOMES);
        AGENCIES.put("Noise and pollution team", "Eastmere Council noise and pollution");
        AGENCIES.put("Community mental health team", "Eastmere community mental health team");
        AGENCIES.put("Fire brigade", "Eastmere Fire and Rescue home safety");
        AGENCIES.put("Children, young people and families service", "Eastmere Council children and families");
        AGENCIES.put("Public protection and regulatory services", "Eastmere Council public protection");
        AGENCIES.put("Mental health NHS trust", "Eastmere mental health trust");
        PEOPLE = List.of(
                new Person("coordinator", "Hal Brandt", SAFETY, "Panel coordinator", "Coordinator"),
                new Person("analyst", "Jo Lindqvist", SAFETY, "Vulnerable victims analyst", "Analyst"),
                new Person("infolead", "Pia Novak", SAFETY, "Information governance lead", null),
                new Person("chair", "Insp Carla Doyle", POLICE, "Neighbourhood inspector", "Chair"),
                new Person("police", "Sgt Amit Rao", POLICE, "Safeguarding sergeant", "Representative"),
                new Person("police.other", "PC Lou Hanley", POLICE, "", null),
                new Person("socialcare", "Beth Okafor", AGENCIES.get("Safeguarding adults"), "Social worker", "Representative"),
                new Person("childrens", "Tim Alder", AGENCIES.get("Safeguarding children"), "", "Representative"),
                new Person("victimsupport", "Rosa Lind", AGENCIES.get("Victim support"), "", "Representative"),
                new Person("housing", "Kim Avery", HOMES, "Tenancy officer", "Representative"),
                new Person("housing.senior", "Neil Porter", HOMES, "Head of tenancies", null),
                new Person("noise", "Sam Birch", AGENCIES.get("Noise and pollution team"), "", "Representative"),
                new Person("community", "Ute Weiss", AGENCIES.get("Community mental health team"), "Nurse", "Representative"),
                new Person("fire", "Greg Holt", AGENCIES.get("Fire brigade"), "", "Representative"),
                new Person("families", "Ana Castell", AGENCIES.get("Children, young people and families service"), "", "Representative"),
                new Person("protection", "Moira Finch", AGENCIES.get("Public protection and regulatory services"), "", "Representative"),
                new Person("mentalhealth", "Dr Ola Berg", AGENCIES.get("Mental health NHS trust"), "Consultant", "Representative"));
    }

    private final Browser browser;
    private final Map<String, Desk> desks = new LinkedHashMap<>();
    private Desk founder;
    private String panel;

    SetUpStory(Browser browser) {
        this.browser = browser;
    }

    /** Who plays what comes after. */
    static Cast cast() {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> services = new LinkedHashMap<>();
        Map<String, String> agencies = new LinkedHashMap<>();
        for (var person : PEOPLE) {
            names.put(person.part, person.name);
            services.put(person.part, person.agency);
            AGENCIES.entrySet().stream().filter(agency -> agency.getValue().equals(person.agency)).forEach(agency -> agencies.put(person.part, agency.getKey()));
        }
        return new Cast("eastmere.", agencies, services, names);
    }

    /** Those who have come, by their parts: their windows stand open. */
    Map<String, Desk> desks() {
        return desks;
    }

    /** Outside the hub: whoever looks after sign-in makes the accounts, and an operator gives the command. */
    void anOperatorFoundsThePartnership() {
        RunningHub.get().people().add(Stream.concat(Stream.of(FOUNDER), PEOPLE.stream())
                .map(person -> new Somebody(person.account(), person.name, person.email())).toList());
        var link = RunningHub.get().found("Safer Eastmere", "EM", COUNCIL, FOUNDER.name, FOUNDER.email());
        founder = signedInAt(link, FOUNDER);
        looked("invitation");
        founder.press("Link my sign-in").sees("Your sign-in is linked to your account");
        looked("home-administrator");
        founder.follow("Set up the partnership");
        looked("set-up-empty");
        desks.put(FOUNDER.part, founder);
    }

    void theSignatoriesAreNamed() {
        var bodies = Map.of("Eastmere Police", "Police", "Eastmere Health NHS Trust", "Health", "Eastmere Fire and Rescue Authority", "Fire and rescue");
        bodies.forEach((name, sector) -> {
            founder.go("/agencies").press("Add a signatory").fill("Name of the legal body", name).select("Sector", sector).choose("Is it a relevant authority?", "Yes");
            if (sector.equals("Police")) {
                looked("signatory");
            }
            founder.press("Save").sees(name);
        });
    }

    void thePanelIsCreatedFromThePresetWithItsTwelveAgencies() {
        founder.go("/panels").press("Create a panel");
        looked("panel-beginnings");
        founder.choose("How do you want to begin?", "Vulnerable Victims Panel, as in Lambeth").press("Continue");
        looked("panel-form");
        founder.press("Save");
        AGENCIES.forEach((usual, name) -> founder.fill(usual, name));
        looked("panel-agencies");
        founder.press("Save").sees("The panel expects 12 agencies").sees("second Thursday");
        panel = founder.path();
        founder.press("Make a new arrangement").fill("Place (optional)", "Meeting room 4, Eastmere Town Hall");
        looked("panel-arrangement");
        founder.press("Save").sees("Meeting room 4");
        looked("panel-without-seats");
        looked(founder.go("/agencies"), "agencies");
    }

    void theMembersAreInvited() {
        founder.go("/members").press("Add a member");
        looked("member-form");
        for (var person : PEOPLE) {
            founder.fill("Name", person.name).fill("Job title (optional)", person.job).select("Agency", person.agency).fill("E-mail address", person.email())
                    .press("Save, send and add another").sees("The account of " + person.name + " was made");
        }
        office("housing.senior", "Senior officer");
        looked("member");
        office("infolead", "Information governance lead");
        looked(founder.go("/members"), "members");
    }

    private void office(String part, String office) {
        founder.go("/members").follow(person(part).name).choose("Give an office from today", office).press("Give the office").sees(office + ", since");
    }

    void theSeatsAreGiven() {
        founder.go(panel).press("Seat the representatives");
        founder.select(POLICE, person("police").name).select(HOMES, person("housing").name);
        looked("representatives");
        founder.press("Give these seats").sees("11 seats were given");
        founder.press("Give a seat");
        looked("seat");
        for (var part : List.of("coordinator", "analyst")) {
            founder.select("Member", person(part).name).select("Role", person(part).seat).press("Give it and another").sees("The seat was given");
        }
        founder.select("Member", person("chair").name).select("Role", person("chair").seat).press("Give the seat").sees(person("chair").name);
        looked("panel");
    }

    void theProtocolIsMadeAndSigned() {
        founder.go("/protocols").press("Make a protocol").fill("Summary (optional)", "How the agencies of Safer Eastmere share information to protect vulnerable victims.");
        looked("protocol-form");
        founder.press("Save");
        var protocol = founder.path();
        founder.follow("say what it relies on");
        looked("basis");
        for (int agency = 1; agency <= AGENCIES.size(); agency++) {
            founder.press("Save and go on to").sees("was kept");
        }
        founder.press("Save").sees("Who has signed: 0 of 6");
        founder.follow("Record");
        looked("signature");
        for (int body = 1; body <= 6; body++) {
            founder.fill("Who signed?", "The chief officer").fill("Designated officer", "The head of legal services").press(body < 6 ? "Record it and go on to the next" : "Record the signature")
                    .sees("The signature was recorded");
        }
        looked(founder.go(protocol).sees("Who has signed: 6 of 6"), "protocol");
        founder.go("/set-up/instruments");
        looked("instruments-empty");
        founder.choose("Which one?", "Victim vulnerability assessment").press("Add it").sees("In use");
    }

    /** Each by the link in their own mail; who has a seat is asked on the first page to sign the undertaking. */
    void everyMemberComesByInvitationAndSignsTheUndertaking() {
        for (var person : PEOPLE) {
            var desk = signedInAt(invitation(person), person).press("Link my sign-in").sees("Your sign-in is linked to your account");
            desks.put(person.part, desk);
            if (person.seat != null) {
                desk.sees("undertaking to sign");
                if (person.part.equals("police")) {
                    desk.looked(SHOTS + "home-first");
                }
                desk.follow("VVP");
                if (person.part.equals("police")) {
                    desk.looked(SHOTS + "undertaking");
                }
                desk.press("Sign the undertaking").sees("It holds until");
            }
        }
    }

    void nothingIsMissing() {
        looked(founder.go("/set-up").sees("Nothing is missing: the panels can meet."), "set-up-done");
    }

    private String invitation(Person person) {
        var link = Pattern.compile("https?://\\S+/invitation/\\S+").matcher(RunningHub.get().mails().awaitTo(person.email()).text());
        if (!link.find()) {
            throw new AssertionError("No link in the invitation of " + person.name);
        }
        return link.group();
    }

    private Desk signedInAt(String link, Person person) {
        var page = browser.stranger();
        page.navigate(link);
        browser.signIn(page, person.account());
        return Desk.at(page, person.account());
    }

    private static Person person(String part) {
        return PEOPLE.stream().filter(person -> person.part.equals(part)).findFirst().orElseThrow();
    }

    private void looked(String name) {
        looked(founder, name);
    }

    private static void looked(Desk desk, String name) {
        desk.looked(SHOTS + name);
    }
}
