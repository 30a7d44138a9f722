package org.panelhub.access.model;

import java.util.List;

/** What happens to a case, and to who is let to it or kept from it. */
final class CaseSteps {

    private CaseSteps() {
    }

    static String refer(Deeds d, Choice c) {
        var m = c.a(c.members().stream().filter(x -> x.agency() != null).toList());
        var p = c.b(c.panels());
        var r = d.cases.referral(m, p, "DRAFT", null);
        d.cases.person(null, r, "the person in " + d.world.name(r.id), Told.PEOPLE.get(c.c % Told.PEOPLE.size()), c.isC(3) ? null : Told.BORN.get(c.c % Told.BORN.size()));
        if (c.isB(3)) {
            return m.name() + " begins a referral to " + p.name();
        }
        d.cases.state(r, "SENT");
        return m.name() + " sends a referral to " + p.name();
    }

    /** A referral’s next step, or its last. */
    static String triage(Deeds d, Choice c) {
        var r = c.a(d.world.referrals.stream().filter(x -> c.here(x.panel.at()) && List.of("DRAFT", "WITH_SENIOR_OFFICER", "SENT", "MORE_ASKED").contains(x.state)).toList());
        if (r == null) {
            return "";
        }
        var name = d.world.name(r.id) + " to " + r.panel.name();
        if (r.received && c.b % 2 == 0) {
            return name + " is accepted, and opens " + d.cases.accept(r).name();
        }
        d.cases.state(r, switch (r.state) {
            case "DRAFT" -> c.isB(3) ? "WITH_SENIOR_OFFICER" : c.isB(5) ? "WITHDRAWN" : "SENT";
            case "WITH_SENIOR_OFFICER" -> c.isB(3) ? "NOT_REFERRED" : c.isB(5) ? "DRAFT" : "SENT";
            case "SENT" -> List.of("MORE_ASKED", "DECLINED", "WITHDRAWN").get(c.b % 3);
            default -> List.of("SENT", "DECLINED", "WITHDRAWN").get(c.b % 3);
        });
        return name + " is now " + Kind.words(r.state);
    }

    static String close(Deeds d, Choice c) {
        var f = c.a(c.files().stream().filter(x -> !d.world.ended.contains(x)).toList());
        if (f == null) {
            return "";
        }
        d.cases.close(f);
        return f.name() + " is closed";
    }

    static String seal(Deeds d, Choice c) {
        var f = c.a(c.files());
        var seal = !d.world.sealed.contains(f);
        d.cases.seal(f, seal);
        return f.name() + (seal ? " is sealed" : " is no longer sealed");
    }

    static String admit(Deeds d, Choice c) {
        var m = c.a(c.members());
        var f = c.b(c.files());
        if (d.world.admissions.stream().anyMatch(t -> t.member() == m && t.file() == f)) {
            return "";
        }
        d.cases.admit(m, f);
        return m.name() + " is put on the list of " + f.name();
    }

    static String takeOff(Deeds d, Choice c) {
        var t = c.a(d.world.admissions);
        if (t == null) {
            return "";
        }
        d.cases.takeOff(t);
        return t.member().name() + " is taken off the list of " + t.file().name();
    }

    static String team(Deeds d, Choice c) {
        var m = c.a(c.members());
        var f = c.b(c.files());
        var role = List.of("CASE_MANAGER", "CASE_WORKER", "CASE_OFFICER", "RESEARCHER").get(c.c % 4);
        if (role.equals("CASE_MANAGER") && d.world.places.stream().anyMatch(t -> t.file() == f && t.role().equals(role) && t.days().until == World.NEVER)) {
            return "";
        }
        d.cases.team(m, f, role);
        return m.name() + " is named " + Kind.words(role) + " on " + f.name();
    }

    static String endTeam(Deeds d, Choice c) {
        var t = c.a(d.world.places.stream().filter(x -> x.days().hold(d.world.day)).toList());
        if (t == null) {
            return "";
        }
        d.cases.ends(t);
        return Kind.name(t.member()) + "’s place on " + t.file().name() + " as " + Kind.words(t.role()) + " ends";
    }

    static String review(Deeds d, Choice c) {
        var m = c.a(c.members());
        var f = c.b(c.files());
        if (d.world.reviews.stream().anyMatch(r -> r.member == m && r.file == f && !r.concluded)) {
            return "";
        }
        d.cases.review(m, f);
        return m.name() + " is named to review " + f.name();
    }

    static String conclude(Deeds d, Choice c) {
        var r = c.a(d.world.reviews.stream().filter(x -> !x.concluded).toList());
        if (r == null) {
            return "";
        }
        d.cases.conclude(r);
        return "the review of " + r.file.name() + " by " + Kind.name(r.member) + " has its outcome";
    }

    static String emergency(Deeds d, Choice c) {
        var f = c.b(c.files());
        var chair = d.world.sealed.contains(f);
        var m = c.a(chair ? d.world.seats.stream().filter(s -> s.panel() == f.panel() && s.role().endsWith("CHAIR")).map(World.Seat::member).toList()
                : d.world.offices.stream().filter(o -> o.role().equals("DUTY_OFFICER")).map(World.Office::member).toList());
        if (m == null) {
            return "";
        }
        d.cases.open(m, f, chair);
        return m.name() + " opens " + f.name() + " in an emergency, as " + (chair ? "chair" : "duty officer");
    }

    static String endEmergency(Deeds d, Choice c) {
        var e = c.a(d.world.emergencies.stream().filter(x -> !x.ended).toList());
        if (e == null) {
            return "";
        }
        d.cases.ends(e);
        return "the emergency for which " + Kind.name(e.member) + " opened " + e.file.name() + " is over";
    }
}
