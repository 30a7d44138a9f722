package org.panelhub.access.model;

import java.util.List;
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
        var at = d.partnership("Northmoor", "NM");
        var council = d.body(at, "the council");
        var force = d.body(at, "the police force");
        var trust = d.body(at, "the health trust");
        var charity = d.body(at, "the Lantern charity");
        var housing = d.agency(council, "Housing");
        var care = d.agency(council, "Adult Care");
        var police = d.agency(force, "Police");
        var health = d.agency(trust, "Health");
        var lantern = d.agency(charity, "Lantern");
        var victims = d.panel(at, "the victims’ panel");
        var marac = d.panel(at, "the MARAC");
        var cora = d.member(at, care, "Cora");
        var charles = d.member(at, null, "Charles");
        var pia = d.member(at, police, "Pia");
        var paul = d.member(at, police, "Paul");
        var hugo = d.member(at, housing, "Hugo");
        var hetty = d.member(at, housing, "Hetty");
        var mira = d.member(at, health, "Mira");
        var lara = d.member(at, lantern, "Lara");
        var ivo = d.member(at, care, "Ivo");

        var protocol = d.protocol(at, "protocol", 1, Set.of(victims, marac), new Days(-300, World.NEVER));
        d.world.bodies.forEach(b -> d.sign(b, protocol, -300));
        seated(d, cora, victims, "COORDINATOR", World.NEVER);
        seated(d, cora, marac, "COORDINATOR", World.NEVER);
        seated(d, charles, victims, "INDEPENDENT_CHAIR", World.NEVER);
        seated(d, pia, victims, "REPRESENTATIVE", World.NEVER);
        seated(d, pia, marac, "CHAIR", World.NEVER);
        seated(d, paul, victims, "DEPUTY", 20);
        seated(d, mira, victims, "REPRESENTATIVE", World.NEVER);
        seated(d, lara, marac, "VICTIM_REPRESENTATIVE", World.NEVER);
        d.office(ivo, "INFORMATION_LEAD");
        d.office(hetty, "SENIOR_OFFICER");
        d.office(ivo, "DUTY_OFFICER");

        var ashdown = d.file(victims, "Ashdown", "NM-AAAAA");
        var birch = d.file(victims, "Birch", "NM-BBBBB");
        var cedar = d.file(victims, "Cedar", "NM-CCCCC");
        var dune = d.file(marac, "Dune", "NM-DDDDD");
        d.person(ashdown, d.referral(hetty, victims, "ACCEPTED", ashdown), "the person of Ashdown");
        d.person(birch, d.referral(mira, victims, "ACCEPTED", birch), "the person of Birch");
        d.person(null, d.referral(hugo, victims, "SENT", null), "the person referred by Hugo");
        d.referral(paul, victims, "DRAFT", null);
        d.person(cedar, null, "the person of Cedar");
        d.person(dune, null, "the person of Dune");
        d.team(hugo, ashdown, "CASE_MANAGER");

        var drugs = d.item(pia, ashdown, "what Police knows on Ashdown");
        var rent = d.item(hugo, ashdown, "what Housing knows on Ashdown");
        d.item(mira, birch, "what Health knows on Birch");
        var visit = d.item(cora, ashdown, "what Adult Care knows on Ashdown");
        var harm = d.item(lara, dune, "what Lantern knows on Dune");
        d.item(pia, dune, "what Police knows on Dune");
        d.release(drugs, victims, new Days(-5, 25));
        d.release(harm, marac, new Days(-5, 60));
        d.release(visit, police, new Days(-5, World.NEVER));
        d.action(victims, ashdown, housing, hugo);
        d.action(victims, null, health, null);
        d.plan(ashdown);

        var first = d.meeting(victims, "the first meeting");
        d.list(first, ashdown);
        d.list(first, birch);
        d.list(first, null);
        d.state(first, "PUBLISHED");
        d.paragraph(first, ashdown, List.of(drugs), "a paragraph on Ashdown");
        d.paragraph(first, null, List.of(), "a paragraph on other business");
        d.paragraph(first, ashdown, List.of(drugs, rent), "a paragraph of two sources");
        var second = d.meeting(victims, "the second meeting");
        d.list(second, cedar);
        var third = d.meeting(marac, "the MARAC’s meeting");
        d.list(third, dune);
        d.state(third, "PUBLISHED");
    }

    private static void southgate(Deeds d) {
        Partnership at = d.partnership("Southgate", "SG");
        var body = d.body(at, "Southgate’s council");
        var agency = d.agency(body, "Southgate Care");
        var panel = d.panel(at, "Southgate’s panel");
        var sam = d.member(at, agency, "Sam");
        d.sign(body, d.protocol(at, "protocol of Southgate", 1, Set.of(panel), new Days(-300, World.NEVER)), -300);
        seated(d, sam, panel, "COORDINATOR", World.NEVER);
        var elm = d.file(panel, "Elm", "SG-EEEEE");
        d.person(elm, null, "the person of Elm");
        d.release(d.item(sam, elm, "what Southgate Care knows on Elm"), panel, new Days(-5, World.NEVER));
        d.plan(elm);
    }

    private static void seated(Deeds d, World.Member m, Panel p, String role, int until) {
        d.seat(m, p, role, new Days(-200, until));
        d.undertake(m, p, new Days(-100, 265));
    }
}
