package org.panelhub.access.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.panelhub.access.model.World.Days;
import org.panelhub.access.model.World.Panel;
import org.panelhub.access.model.World.Partnership;

/** How the world begins: two partnerships in the middle of their work, so that there is something to lose and something to open. */
final class Beginning {

    private Beginning() {
    }

    static Deeds of() {
        var deeds = new Deeds(new World());
        northmoor(deeds);
        southgate(deeds);
        return deeds;
    }

    private static void northmoor(Deeds d) {
        var at = d.members.partnership("Northmoor", "NM");
        var council = d.members.body(at, "COUNCIL", "the council");
        var force = d.members.body(at, "POLICE", "the police force");
        var trust = d.members.body(at, "HEALTH", "the health trust");
        var charity = d.members.body(at, "CHARITY", "the Lantern charity");
        var housing = d.members.agency(council, "Housing");
        var care = d.members.agency(council, "Adult Care");
        var police = d.members.agency(force, "Police");
        var health = d.members.agency(trust, "Health");
        var lantern = d.members.agency(charity, "Lantern");
        var youth = d.members.agency(council, "Youth Offending");
        var victims = d.members.panel(at, "the victims’ panel");
        var marac = d.members.panel(at, "the MARAC");
        var cora = d.members.member(at, care, "Cora");
        var charles = d.members.member(at, null, "Charles");
        var pia = d.members.member(at, police, "Pia");
        var paul = d.members.member(at, police, "Paul");
        var hugo = d.members.member(at, housing, "Hugo");
        var hetty = d.members.member(at, housing, "Hetty");
        var mira = d.members.member(at, health, "Mira");
        var lara = d.members.member(at, lantern, "Lara");
        var ivo = d.members.member(at, care, "Ivo");
        var sol = d.members.member(at, care, "Sol");
        d.members.member(at, youth, "Yusuf");

        d.members.arrangement(victims);
        d.members.arrangement(marac);
        var protocol = d.members.protocol(at, "protocol", 1, Set.of(victims, marac), new Days(-300, World.NEVER));
        d.world.bodies.forEach(b -> d.members.sign(b, protocol, -300));
        seated(d, cora, victims, "COORDINATOR", World.NEVER);
        seated(d, cora, marac, "COORDINATOR", World.NEVER);
        seated(d, charles, victims, "INDEPENDENT_CHAIR", World.NEVER);
        seated(d, pia, victims, "REPRESENTATIVE", World.NEVER);
        seated(d, pia, marac, "CHAIR", World.NEVER);
        seated(d, paul, victims, "DEPUTY", 20);
        seated(d, mira, victims, "REPRESENTATIVE", World.NEVER);
        seated(d, lara, marac, "VICTIM_REPRESENTATIVE", World.NEVER);
        seated(d, sol, marac, "SPOC", World.NEVER);
        d.members.office(ivo, "INFORMATION_LEAD");
        d.members.office(hetty, "SENIOR_OFFICER");
        d.members.office(pia, "SENIOR_OFFICER");
        d.members.office(ivo, "DUTY_OFFICER");
        landlord(d, at);

        var ashdown = d.cases.file(victims, "Ashdown", "NM-AAAAA");
        var birch = d.cases.file(victims, "Birch", "NM-BBBBB");
        var cedar = d.cases.file(victims, "Cedar", "NM-CCCCC");
        var dune = d.cases.file(marac, "Dune", "NM-DDDDD");
        d.cases.person(ashdown, d.cases.referral(hetty, victims, "ACCEPTED", ashdown), "the person of Ashdown", Told.PEOPLE.get(0), Told.BORN.get(0));
        d.cases.person(birch, d.cases.referral(mira, victims, "ACCEPTED", birch), "the person of Birch", Told.PEOPLE.get(1), null);
        d.cases.person(null, d.cases.referral(hugo, victims, "SENT", null), "the person referred by Hugo", Told.PEOPLE.get(1), Told.BORN.get(1));
        d.cases.referral(paul, victims, "DRAFT", null);
        d.cases.person(cedar, null, "the person of Cedar", Told.PEOPLE.get(2), Told.BORN.get(0));
        d.cases.person(dune, null, "the person of Dune", Told.PEOPLE.get(0), Told.BORN.get(0));
        d.cases.team(hugo, ashdown, "CASE_MANAGER");

        var drugs = d.information.item(pia, ashdown, "what Police knows on Ashdown");
        var rent = d.information.item(hugo, ashdown, "what Housing knows on Ashdown");
        d.information.item(mira, birch, "what Health knows on Birch");
        var visit = d.information.item(cora, ashdown, "what Adult Care knows on Ashdown");
        var harm = d.information.item(lara, dune, "what Lantern knows on Dune");
        d.information.item(pia, dune, "what Police knows on Dune");
        d.information.release(drugs, victims, new Days(-5, 25));
        d.information.release(harm, marac, new Days(-5, 60));
        d.information.release(visit, police, new Days(-5, World.NEVER));
        d.meetings.action(victims, ashdown, housing, hugo);
        d.meetings.action(victims, null, health, null);
        d.meetings.plan(ashdown);

        var first = d.meetings.meeting(victims, "the first meeting");
        d.meetings.list(first, ashdown);
        d.meetings.list(first, birch);
        d.meetings.list(first, null);
        d.meetings.state(first, "PUBLISHED");
        d.meetings.paragraph(first, ashdown, List.of(drugs), "a paragraph on Ashdown");
        d.meetings.paragraph(first, null, List.of(), "a paragraph on other business");
        d.meetings.paragraph(first, ashdown, List.of(drugs, rent), "a paragraph of two sources");
        var second = d.meetings.meeting(victims, "the second meeting");
        d.meetings.list(second, cedar);
        var third = d.meetings.meeting(marac, "the MARAC’s meeting");
        d.meetings.list(third, dune);
        d.meetings.state(third, "PUBLISHED");

        d.applications.takesApplications(at, marac);
        d.applications.apply(marac, "application 1 about Elm Road", Map.of("applicant", Told.PEOPLE.get(3), "respondent", Told.PEOPLE.get(2)));
        var met = d.applications.apply(marac, "application 2 about Mill Lane", Map.of("applicant", Told.PEOPLE.get(0), "victim", Told.PEOPLE.get(1), "respondent", Told.PEOPLE.get(3)));
        d.applications.applicantWrites(met, "MESSAGE", "what the applicant of application 2 wrote");
        d.applications.decide(sol, met, true);
        var appealed = d.applications.apply(marac, "application 3 about the green", Map.of("applicant", Told.PEOPLE.get(2), "respondent", Told.PEOPLE.get(1)));
        d.applications.decide(sol, appealed, false);
        d.appeals.ask(appealed, "THRESHOLD");
        d.appeals.name(sol, d.world.applications.appeals.getFirst(), hetty);
    }

    /** Has signed nothing: the law’s notices reach its designated officer, and nothing else does. */
    private static void landlord(Deeds d, Partnership at) {
        var landlord = d.members.body(at, "HOUSING", "the landlord");
        d.applications.designated(landlord);
        d.members.office(d.members.member(at, d.members.agency(landlord, "Homes"), "Una"), "SENIOR_OFFICER");
    }

    private static void southgate(Deeds d) {
        Partnership at = d.members.partnership("Southgate", "SG");
        var body = d.members.body(at, "COUNCIL", "Southgate’s council");
        var agency = d.members.agency(body, "Southgate Care");
        var panel = d.members.panel(at, "Southgate’s panel");
        var sam = d.members.member(at, agency, "Sam");
        d.members.sign(body, d.members.protocol(at, "protocol of Southgate", 1, Set.of(panel), new Days(-300, World.NEVER)), -300);
        seated(d, sam, panel, "COORDINATOR", World.NEVER);
        var elm = d.cases.file(panel, "Elm", "SG-EEEEE");
        d.cases.person(elm, null, "the person of Elm", Told.PEOPLE.get(0), Told.BORN.get(0));
        d.information.release(d.information.item(sam, elm, "what Southgate Care knows on Elm"), panel, new Days(-5, World.NEVER));
        d.meetings.plan(elm);
    }

    private static void seated(Deeds d, World.Member m, Panel p, String role, int until) {
        d.members.seat(m, p, role, new Days(-200, until));
        d.members.undertake(m, p, new Days(-100, 265));
    }
}
