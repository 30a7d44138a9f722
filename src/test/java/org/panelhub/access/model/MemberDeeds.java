package org.panelhub.access.model;

import java.util.Set;

import org.panelhub.access.model.World.Agency;
import org.panelhub.access.model.World.Body;
import org.panelhub.access.model.World.Days;
import org.panelhub.access.model.World.Deputy;
import org.panelhub.access.model.World.Member;
import org.panelhub.access.model.World.Office;
import org.panelhub.access.model.World.Panel;
import org.panelhub.access.model.World.Partnership;
import org.panelhub.access.model.World.Protocol;
import org.panelhub.access.model.World.Seat;
import org.panelhub.access.model.World.Signature;
import org.panelhub.access.model.World.Undertaking;

/** Who belongs to whom, and by what it stands. */
final class MemberDeeds extends Statements.Of {

    MemberDeeds(World world, Statements statements) {
        super(world, statements);
    }

    Partnership partnership(String name, String prefix) {
        var p = new Partnership(world.id(name), name);
        write("insert into hub.partnership (id, name, reference_prefix) values (?, ?, ?)", p.id(), name, prefix);
        return p;
    }

    Body body(Partnership at, String sector, String name) {
        var b = new Body(world.id(name), at, sector, name);
        world.bodies.add(b);
        write("insert into hub.signatory (partnership_id, id, name, sector, relevant_authority) values (?, ?, ?, ?, true)", at.id(), b.id(), name, sector);
        return b;
    }

    Agency agency(Body body, String name) {
        var a = new Agency(world.id(name), body, name);
        world.agencies.add(a);
        write("insert into hub.agency (partnership_id, id, signatory_id, name, short_name, kind) values (?, ?, ?, ?, ?, 'OTHER')", body.at().id(), a.id(), body.id(), name, name);
        return a;
    }

    Panel panel(Partnership at, String name) {
        var p = new Panel(world.id(name), at, name);
        world.panels.add(p);
        write("insert into hub.panel (partnership_id, id, kind, name, short_name, undertaking_text, declaration_text) values (?, ?, 'OTHER', ?, ?, 'I will.', 'I do.')", at.id(), p.id(), name, name);
        return p;
    }

    Member member(Partnership at, Agency agency, String name) {
        var m = new Member(world.id(name), at, agency, name);
        world.members.add(m);
        write("insert into hub.member (partnership_id, id, agency_id, name) values (?, ?, ?, ?)", at.id(), m.id(), agency == null ? null : agency.id(), name);
        write("insert into hub.sign_in (issuer, subject, partnership_id, member_id) values ('model', ?, ?, ?)", name, at.id(), m.id());
        return m;
    }

    void account(Member m, boolean open) {
        if (open) {
            world.closed.remove(m);
        } else {
            world.closed.add(m);
        }
        write("update hub.member set active = ? where id = ?", open, m.id());
    }

    Protocol protocol(Partnership at, String name, int edition, Set<Panel> panels, Days inForce) {
        var p = new Protocol(world.id("edition " + edition + " of the " + name), name, edition, panels, inForce);
        world.protocols.add(p);
        write("insert into hub.protocol (partnership_id, id, name, edition, in_force, review_by) values (?, ?, ?, ?, ?, ?)", at.id(), p.id(), name, edition, inForce, new Statements.Day(inForce.from + 365));
        panels.stream().sorted((a, b) -> a.id().compareTo(b.id())).forEach(n -> write("insert into hub.protocol_panel (partnership_id, protocol_id, panel_id) values (?, ?, ?)", at.id(), p.id(), n.id()));
        return p;
    }

    void ends(Protocol p, int on) {
        p.inForce().until = on;
        write("update hub.protocol set in_force = ? where id = ?", p.inForce(), p.id());
    }

    void sign(Body body, Protocol protocol, int from) {
        var s = new Signature(world.id("signature of " + body.name()), body, protocol, from);
        world.signatures.add(s);
        write("insert into hub.signature (partnership_id, id, protocol_id, signatory_id, signed_by, designated_officer, during) values (?, ?, ?, ?, 'x', 'x', ?)", body.at().id(), s.id, protocol.id(), body.id(),
                new Days(from, World.NEVER));
    }

    void withdraw(Signature s, int on) {
        s.withdrawnOn = on;
        write("update hub.signature set withdrawn_on = ? where id = ?", Statements.Day.of(on), s.id);
    }

    Seat seat(Member m, Panel p, String role, Days days) {
        var s = new Seat(world.id("seat of " + m.name()), m, p, role, days);
        world.seats.add(s);
        write("insert into hub.seat (partnership_id, id, panel_id, member_id, role, during) values (?, ?, ?, ?, ?, ?)", p.at().id(), s.id(), p.id(), m.id(), role, days);
        return s;
    }

    void ends(Seat s) {
        ends("seat", s.id(), s.days());
    }

    void undertake(Member m, Panel p, Days days) {
        var u = new Undertaking(world.id("undertaking of " + m.name()), m, p, days);
        world.undertakings.add(u);
        write("insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during) values (?, ?, ?, ?, 'I will.', ?)", p.at().id(), u.id(), m.id(), p.id(), days);
    }

    void ends(Undertaking u) {
        ends("undertaking", u.id(), u.days());
    }

    void office(Member m, String role) {
        // A duty officer's has a term.
        var o = new Office(world.id("office of " + m.name()), m, role, new Days(world.day, role.equals("DUTY_OFFICER") ? world.day + 14 : World.NEVER));
        world.offices.add(o);
        write("insert into hub.office (partnership_id, id, member_id, role, during) values (?, ?, ?, ?, ?)", m.at().id(), o.id(), m.id(), role, o.days());
    }

    void ends(Office o) {
        ends("office", o.id(), o.days());
    }

    void nameDeputy(Seat of, Member m, Days days) {
        var d = new Deputy(world.id(m.name() + " as deputy of " + of.member().name()), m, of.panel(), days);
        world.deputies.add(d);
        write("insert into hub.deputy (partnership_id, id, panel_id, agency_id, for_member, member_id, during, named_by) values (?, ?, ?, ?, ?, ?, ?, ?)", of.panel().at().id(), d.id, of.panel().id(), m.agency().id(), of.member().id(),
                m.id(), days, of.member().id());
    }

    void confirm(Deputy d) {
        d.state = "CONFIRMED";
        d.seat = seat(d.member, d.panel, "DEPUTY", new Days(Math.max(d.named.from, world.day), d.named.until));
        write("update hub.deputy set state = 'CONFIRMED', seat_id = ? where id = ?", d.seat.id(), d.id);
    }

    void ends(Deputy d) {
        d.state = "ENDED";
        write("update hub.deputy set state = 'ENDED' where id = ?", d.id);
        if (d.seat != null && d.seat.days().until > world.day) {
            ends(d.seat);
        }
    }

    /** The rest of what a panel has arranged; here for the surnames that count as rare. */
    void arrangement(Panel p) {
        write("""
                insert into hub.arrangement (partnership_id, id, panel_id, during, recurrence, minutes_per_case, cut_off_days, agenda_days, research_days, actions_days, minutes_days, triage_days, review_weeks)
                values (?, ?, ?, ?, 'monthly', 10, 5, 5, 5, 5, 5, 5, 12)""", p.at().id(), world.id("arrangement of " + p.name()), p.id(), new Days(-300, World.NEVER));
    }
}
