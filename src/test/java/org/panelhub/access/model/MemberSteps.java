package org.panelhub.access.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.panelhub.access.model.World.Days;

/** What happens to the standing of members and bodies. */
final class MemberSteps {

    private MemberSteps() {
    }

    static String sign(Deeds d, Choice c) {
        var body = c.a(c.bodies());
        var protocol = c.b(c.protocols());
        d.members.sign(body, protocol, d.world.day);
        return body.name() + " signs " + protocol;
    }

    static String withdrawSignature(Deeds d, Choice c) {
        var s = c.a(d.world.signatures.stream().filter(x -> c.here(x.body.at()) && x.withdrawnOn > d.world.day).toList());
        if (s == null) {
            return "";
        }
        int on = d.world.day + (c.isB(5) ? 3 : 0);
        d.members.withdraw(s, on);
        return s.body.name() + " withdraws its signature of " + s.protocol + (on > d.world.day ? " from three days on" : "");
    }

    static String newEdition(Deeds d, Choice c) {
        var old = c.protocols().getLast();
        int from = d.world.day + c.b % 15;
        if (from <= old.inForce().from) {
            return "";
        }
        d.members.ends(old, from);
        var panels = new HashSet<>(old.panels());
        if (c.isA(3) && panels.size() > 1) {
            panels.removeIf(p -> p.name().equals("the MARAC"));
        }
        var next = d.members.protocol(c.north(), old.name(), old.edition() + 1, Set.copyOf(panels), new Days(from, World.NEVER));
        return next + ", which covers " + (panels.size() > 1 ? "both panels" : panels.iterator().next().name()) + ", comes into force in " + c.b % 15 + " days";
    }

    static String seat(Deeds d, Choice c) {
        var m = c.a(c.members());
        var p = c.b(c.panels());
        var role = List.of("REPRESENTATIVE", "DEPUTY", "COORDINATOR", "CHAIR", "INDEPENDENT_CHAIR", "VICTIM_REPRESENTATIVE", "ANALYST", "SPOC").get(c.c % 8);
        int until = role.equals("DEPUTY") ? d.world.day + 1 + c.a % 20 : World.NEVER;
        d.members.seat(m, p, role, new Days(d.world.day, until));
        return m.name() + " is given a seat on " + p.name() + " as " + Kind.words(role) + (until == World.NEVER ? "" : " for " + (until - d.world.day) + " days");
    }

    static String endSeat(Deeds d, Choice c) {
        var s = c.a(d.world.seats.stream().filter(x -> c.here(x.member().at()) && x.days().hold(d.world.day)).toList());
        if (s == null) {
            return "";
        }
        d.members.ends(s);
        return s.member().name() + "’s seat on " + s.panel().name() + " as " + Kind.words(s.role()) + " ends";
    }

    static String undertake(Deeds d, Choice c) {
        var m = c.a(c.members());
        var p = c.b(c.panels());
        d.members.undertake(m, p, new Days(d.world.day, d.world.day + 365));
        return m.name() + " signs the undertaking of " + p.name();
    }

    static String lapse(Deeds d, Choice c) {
        var u = c.a(d.world.undertakings.stream().filter(x -> c.here(x.member().at()) && x.days().hold(d.world.day)).toList());
        if (u == null) {
            return "";
        }
        d.members.ends(u);
        return Kind.name(u.member()) + "’s undertaking for " + u.panel().name() + " lapses";
    }

    static String office(Deeds d, Choice c) {
        var held = c.a(d.world.offices.stream().filter(o -> o.days().hold(d.world.day)).toList());
        if (held != null && c.isB(3)) {
            d.members.ends(held);
            return Kind.name(held.member()) + " is no longer " + Kind.words(held.role());
        }
        var m = c.a(c.members());
        var role = List.of("INFORMATION_LEAD", "SENIOR_OFFICER", "DUTY_OFFICER").get(c.c % 3);
        d.members.office(m, role);
        return m.name() + " becomes " + Kind.words(role);
    }

    static String account(Deeds d, Choice c) {
        var m = c.a(c.members());
        var open = d.world.closed.contains(m);
        d.members.account(m, open);
        return m.name() + "’s account is " + (open ? "opened again" : "closed");
    }

    static String nameDeputy(Deeds d, Choice c) {
        var of = c.a(d.world.seats.stream().filter(s -> s.role().equals("REPRESENTATIVE") && s.member().agency() != null && s.days().hold(d.world.day)).toList());
        var m = of == null ? null : c.b(c.members().stream().filter(x -> x.agency() == of.member().agency() && x != of.member()).toList());
        if (m == null) {
            return "";
        }
        var days = new Days(d.world.day + c.c % 6, d.world.day + c.c % 6 + 1 + c.b);
        d.members.nameDeputy(of, m, days);
        return m.name() + " is named deputy of " + of.member().name() + " on " + of.panel().name() + " from " + (days.from - d.world.day) + " days on, for " + (days.until - days.from) + " days";
    }

    static String confirmDeputy(Deeds d, Choice c) {
        var deputy = c.a(d.world.deputies.stream().filter(x -> x.state.equals("NAMED") && x.named.until > d.world.day).toList());
        if (deputy == null) {
            return "";
        }
        d.members.confirm(deputy);
        return d.world.name(deputy.id) + " is confirmed";
    }

    static String endDeputy(Deeds d, Choice c) {
        var deputy = c.a(d.world.deputies.stream().filter(x -> !x.state.equals("ENDED")).toList());
        if (deputy == null) {
            return "";
        }
        d.members.ends(deputy);
        return d.world.name(deputy.id) + " is ended";
    }
}
