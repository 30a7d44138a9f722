package org.panelhub.access.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.panelhub.access.model.World.Attendance;
import org.panelhub.access.model.World.Days;
import org.panelhub.access.model.World.Item;
import org.panelhub.access.model.World.Meeting;
import org.panelhub.access.model.World.Tie;

/** Everything that may happen in a partnership and has a bearing on who sees what, each told in a sentence; empty when it cannot happen just then. */
enum Kind {

    SIGN(3) {
        @Override
        String happen(Deeds d, Choice c) {
            var body = c.a(c.bodies());
            var protocol = c.b(c.protocols());
            d.sign(body, protocol, d.world.day);
            return body.name() + " signs " + protocol;
        }
    },
    WITHDRAW_SIGNATURE(3) {
        @Override
        String happen(Deeds d, Choice c) {
            var s = c.a(d.world.signatures.stream().filter(x -> c.here(x.body.at()) && x.withdrawnOn > d.world.day).toList());
            if (s == null) {
                return "";
            }
            int on = d.world.day + (c.isB(5) ? 3 : 0);
            d.withdraw(s, on);
            return s.body.name() + " withdraws its signature of " + s.protocol + (on > d.world.day ? " from three days on" : "");
        }
    },
    NEW_EDITION(1) {
        @Override
        String happen(Deeds d, Choice c) {
            var old = c.protocols().getLast();
            int from = d.world.day + c.b % 15;
            if (from <= old.inForce().from) {
                return "";
            }
            d.ends(old, from);
            var panels = new HashSet<>(old.panels());
            if (c.isA(3) && panels.size() > 1) {
                panels.removeIf(p -> p.name().equals("the MARAC"));
            }
            var next = d.protocol(c.north(), old.name(), old.edition() + 1, Set.copyOf(panels), new Days(from, World.NEVER));
            return next + ", which covers " + (panels.size() > 1 ? "both panels" : panels.iterator().next().name()) + ", comes into force in " + c.b % 15 + " days";
        }
    },
    SEAT(5) {
        @Override
        String happen(Deeds d, Choice c) {
            var m = c.a(c.members());
            var p = c.b(c.panels());
            var role = List.of("REPRESENTATIVE", "DEPUTY", "COORDINATOR", "CHAIR", "INDEPENDENT_CHAIR", "VICTIM_REPRESENTATIVE", "ANALYST").get(c.c % 7);
            int until = role.equals("DEPUTY") ? d.world.day + 1 + c.a % 20 : World.NEVER;
            d.seat(m, p, role, new Days(d.world.day, until));
            return m.name() + " is given a seat on " + p.name() + " as " + words(role) + (until == World.NEVER ? "" : " for " + (until - d.world.day) + " days");
        }
    },
    END_SEAT(3) {
        @Override
        String happen(Deeds d, Choice c) {
            var s = c.a(d.world.seats.stream().filter(x -> c.here(x.member().at()) && x.days().hold(d.world.day)).toList());
            if (s == null) {
                return "";
            }
            d.ends(s);
            return s.member().name() + "’s seat on " + s.panel().name() + " as " + words(s.role()) + " ends";
        }
    },
    UNDERTAKE(4) {
        @Override
        String happen(Deeds d, Choice c) {
            var m = c.a(c.members());
            var p = c.b(c.panels());
            d.undertake(m, p, new Days(d.world.day, d.world.day + 365));
            return m.name() + " signs the undertaking of " + p.name();
        }
    },
    LAPSE(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var u = c.a(d.world.undertakings.stream().filter(x -> c.here(x.member().at()) && x.days().hold(d.world.day)).toList());
            if (u == null) {
                return "";
            }
            d.ends(u);
            return m(u.member()) + "’s undertaking for " + u.panel().name() + " lapses";
        }
    },
    ENTER_ITEM(3) {
        @Override
        String happen(Deeds d, Choice c) {
            var m = c.a(c.members().stream().filter(x -> x.agency() != null).toList());
            var f = c.b(c.files());
            d.item(m, f, "a note by " + m.name() + " on " + f.name());
            return m.name() + " enters a note of " + m.agency().name() + " on " + f.name();
        }
    },
    RELEASE(9) {
        @Override
        String happen(Deeds d, Choice c) {
            var i = c.a(c.items());
            var to = new ArrayList<Object>(c.panels());
            to.addAll(c.agencies());
            to.addAll(c.members());
            to.addAll(c.meetings());
            var recipient = c.isC(3) ? i.file.panel() : c.b(to);
            int days = 1 + c.c;
            d.release(i, recipient, new Days(d.world.day, d.world.day + days));
            return d.world.name(i.id) + " is released to " + recipient(recipient) + " for " + days + " days";
        }
    },
    WITHDRAW_RELEASE(3) {
        @Override
        String happen(Deeds d, Choice c) {
            var r = c.a(d.world.releases.stream().filter(x -> c.here(x.item.file.panel().at()) && !x.withdrawn).toList());
            if (r == null) {
                return "";
            }
            d.withdraw(r);
            if (d.world.releases.stream().noneMatch(x -> x.item == r.item && !x.withdrawn)) {
                d.state(r.item, "WITHDRAWN");
            }
            return "the release of " + d.world.name(r.item.id) + " to " + recipient(r.panel, r.agency, r.member, r.meeting) + " is withdrawn";
        }
    },
    EXPIRE(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var r = c.a(d.world.releases.stream().filter(x -> c.here(x.item.file.panel().at()) && x.days.hold(d.world.day)).toList());
            if (r == null) {
                return "";
            }
            d.ends(r);
            return "the release of " + d.world.name(r.item.id) + " to " + recipient(r.panel, r.agency, r.member, r.meeting) + " expires";
        }
    },
    WITHHOLD(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var i = c.a(c.items());
            if (i.state.equals("WITHHELD")) {
                return "";
            }
            d.state(i, "WITHHELD");
            return d.world.name(i.id) + " is withheld";
        }
    },
    CODE(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var i = c.a(c.items());
            d.code(i, c.isB(3) ? "P" : "C");
            return d.world.name(i.id) + " is given handling code " + i.code;
        }
    },
    SEAL(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var f = c.a(c.files());
            var seal = !d.world.sealed.contains(f);
            d.seal(f, seal);
            return f.name() + (seal ? " is sealed" : " is no longer sealed");
        }
    },
    ADMIT(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var m = c.a(c.members());
            var f = c.b(c.files());
            if (d.world.admissions.contains(new Tie(m, f))) {
                return "";
            }
            d.admit(m, f);
            return m.name() + " is put on the list of " + f.name();
        }
    },
    TAKE_OFF(1) {
        @Override
        String happen(Deeds d, Choice c) {
            var t = c.a(d.world.admissions);
            if (t == null) {
                return "";
            }
            d.takeOff(t);
            return t.member().name() + " is taken off the list of " + t.file().name();
        }
    },
    BAR(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var m = c.a(c.members());
            var f = c.b(c.files());
            d.bar(m, f);
            return m.name() + " is barred from " + f.name();
        }
    },
    LIFT(1) {
        @Override
        String happen(Deeds d, Choice c) {
            var t = c.a(d.world.bars);
            if (t == null) {
                return "";
            }
            d.lift(t);
            return m(t.member()) + "’s bar from " + t.file().name() + " is lifted";
        }
    },
    TEAM(4) {
        @Override
        String happen(Deeds d, Choice c) {
            var m = c.a(c.members());
            var f = c.b(c.files());
            var role = List.of("CASE_MANAGER", "CASE_WORKER", "CASE_OFFICER", "RESEARCHER").get(c.c % 4);
            if (role.equals("CASE_MANAGER") && d.world.places.stream().anyMatch(t -> t.file() == f && t.role().equals(role) && t.days().until == World.NEVER)) {
                return "";
            }
            d.team(m, f, role);
            return m.name() + " is named " + words(role) + " on " + f.name();
        }
    },
    END_TEAM(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var t = c.a(d.world.places.stream().filter(x -> x.days().hold(d.world.day)).toList());
            if (t == null) {
                return "";
            }
            d.ends(t);
            return m(t.member()) + "’s place on " + t.file().name() + " as " + words(t.role()) + " ends";
        }
    },
    GUEST(4) {
        @Override
        String happen(Deeds d, Choice c) {
            var m = c.a(c.members());
            var f = c.b(c.files());
            var g = c.c(c.meetings().stream().filter(x -> x.panel == f.panel()).toList());
            if (g == null || invited(d, m, g)) {
                return "";
            }
            d.invite(m, g, "GUEST", f);
            return m.name() + " is invited as a guest for " + f.name() + " to " + g.name;
        }
    },
    END_GUEST(1) {
        @Override
        String happen(Deeds d, Choice c) {
            var guest = c.a(d.world.attendances.stream().filter(a -> a.capacity.equals("GUEST") && !a.ended).toList());
            if (guest == null) {
                return "";
            }
            d.ends(guest);
            return m(guest.member) + " is no longer a guest for " + guest.file.name() + " at " + guest.meeting.name;
        }
    },
    REVIEW(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var m = c.a(c.members());
            var f = c.b(c.files());
            if (d.world.reviews.stream().anyMatch(r -> r.member == m && r.file == f && !r.concluded)) {
                return "";
            }
            d.review(m, f);
            return m.name() + " is named to review " + f.name();
        }
    },
    CONCLUDE(1) {
        @Override
        String happen(Deeds d, Choice c) {
            var r = c.a(d.world.reviews.stream().filter(x -> !x.concluded).toList());
            if (r == null) {
                return "";
            }
            d.conclude(r);
            return "the review of " + r.file.name() + " by " + m(r.member) + " has its outcome";
        }
    },
    EMERGENCY(3) {
        @Override
        String happen(Deeds d, Choice c) {
            var f = c.b(c.files());
            var chair = d.world.sealed.contains(f);
            var m = c.a(chair ? d.world.seats.stream().filter(s -> s.panel() == f.panel() && s.role().endsWith("CHAIR")).map(World.Seat::member).toList()
                    : d.world.offices.stream().filter(o -> o.role().equals("DUTY_OFFICER")).map(World.Office::member).toList());
            if (m == null) {
                return "";
            }
            d.open(m, f, chair);
            return m.name() + " opens " + f.name() + " in an emergency, as " + (chair ? "chair" : "duty officer");
        }
    },
    END_EMERGENCY(1) {
        @Override
        String happen(Deeds d, Choice c) {
            var e = c.a(d.world.emergencies.stream().filter(x -> !x.ended).toList());
            if (e == null) {
                return "";
            }
            d.ends(e);
            return "the emergency for which " + m(e.member) + " opened " + e.file.name() + " is over";
        }
    },
    OBSERVER(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var m = c.a(c.members());
            var g = c.b(c.meetings());
            if (invited(d, m, g)) {
                return "";
            }
            d.invite(m, g, "OBSERVER", null);
            return m.name() + " is invited to observe " + g.name;
        }
    },
    DECLARE(6) {
        @Override
        String happen(Deeds d, Choice c) {
            var m = c.a(c.members());
            var g = c.b(c.meetings());
            if (d.world.declarations.stream().anyMatch(x -> x.member() == m && x.meeting() == g)) {
                return "";
            }
            if (List.of("CLOSED").contains(g.state)) {
                d.declare(m, g, "MINUTES");
                return m.name() + " signs to receive the minutes of " + g.name;
            }
            d.declare(m, g, "MEETING");
            d.arrive(d.world.attendances.stream().filter(x -> x.member == m && x.meeting == g).findFirst().orElseGet(() -> d.invite(m, g, "MEMBER", null)));
            return m.name() + " signs the declaration of " + g.name;
        }
    },
    MEETING(4) {
        @Override
        String happen(Deeds d, Choice c) {
            var g = c.a(c.meetings());
            var next = switch (g.state) {
                case "PLANNED" -> c.isB(7) ? "CANCELLED" : "PUBLISHED";
                case "PUBLISHED" -> "OPEN";
                case "OPEN" -> "CLOSED";
                default -> "";
            };
            if (next.isEmpty()) {
                return "";
            }
            d.state(g, next);
            return g.name + switch (next) {
                case "PUBLISHED" -> " has its agenda published";
                case "OPEN" -> " opens";
                case "CLOSED" -> " closes";
                default -> " is called off";
            };
        }
    },
    SAY(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var at = c.a(c.meetings().stream().filter(g -> g.state.equals("OPEN")).toList());
            var speaker = c.b(c.agencies());
            if (at == null) {
                return "";
            }
            var f = c.c(c.files().stream().filter(x -> x.panel() == at.panel).toList());
            d.saidAloud(d.world.members.getFirst(), speaker, f, at, "what " + speaker.name() + " said on " + f.name());
            return speaker.name() + " says something on " + f.name() + " at " + at.name;
        }
    },
    MINUTES(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var g = c.a(c.meetings());
            if (g.minutes.equals("CIRCULATED")) {
                return "";
            }
            d.minutes(g, "CIRCULATED");
            return "the minutes of " + g.name + " are circulated";
        }
    },
    PARAGRAPH(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var g = c.a(c.meetings());
            var i = c.b(c.items().stream().filter(x -> x.file.panel() == g.panel).toList());
            if (i == null) {
                return "";
            }
            d.paragraph(g, i.file, List.of(i), "a paragraph from " + d.world.name(i.id));
            return "a paragraph of the minutes of " + g.name + " is written from " + d.world.name(i.id);
        }
    },
    ACTION(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var f = c.a(c.files());
            var agency = c.b(c.agencies());
            var by = c.isC(2) ? null : c.c(c.members().stream().filter(m -> m.agency() == agency).toList());
            d.action(f.panel(), c.isC(5) ? null : f, agency, by);
            return "an action " + (c.isC(5) ? "of " + f.panel().name() : "on " + f.name()) + " is given to " + (by == null ? agency.name() : by.name());
        }
    },
    PLAN(1) {
        @Override
        String happen(Deeds d, Choice c) {
            var f = c.a(c.files());
            d.plan(f);
            return "a plan is made for " + f.name();
        }
    },
    OFFICE(2) {
        @Override
        String happen(Deeds d, Choice c) {
            var held = c.a(d.world.offices.stream().filter(o -> o.days().hold(d.world.day)).toList());
            if (held != null && c.isB(3)) {
                d.ends(held);
                return m(held.member()) + " is no longer " + words(held.role());
            }
            var m = c.a(c.members());
            var role = List.of("INFORMATION_LEAD", "SENIOR_OFFICER", "DUTY_OFFICER").get(c.c % 3);
            d.office(m, role);
            return m.name() + " becomes " + words(role);
        }
    },
    ACCOUNT(1) {
        @Override
        String happen(Deeds d, Choice c) {
            var m = c.a(c.members());
            var open = d.world.closed.contains(m);
            d.account(m, open);
            return m.name() + "’s account is " + (open ? "opened again" : "closed");
        }
    },
    TIME(4) {
        @Override
        String happen(Deeds d, Choice c) {
            int days = c.isB(6) ? 100 + 10 * c.a : 1 + c.a;
            d.passes(days);
            return days == 1 ? "a day passes" : days + " days pass";
        }
    };

    /** How often it happens, beside the others. */
    final int weight;

    Kind(int weight) {
        this.weight = weight;
    }

    /** Does it, and tells it in a sentence without a full stop; empty when there is nothing to do it to. */
    abstract String happen(Deeds d, Choice c);

    private static boolean invited(Deeds d, World.Member m, Meeting g) {
        return d.world.attendances.stream().anyMatch((Attendance a) -> a.member == m && a.meeting == g);
    }

    private static String m(World.Member m) {
        return m.name();
    }

    private static String words(String role) {
        return role.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static String recipient(Object... to) {
        for (var each : to) {
            switch (each) {
                case null -> {
                }
                case World.Panel p -> {
                    return p.name();
                }
                case World.Agency a -> {
                    return a.name();
                }
                case World.Member m -> {
                    return m.name();
                }
                case Meeting g -> {
                    return "those present at " + g.name;
                }
                default -> throw new IllegalArgumentException(each.toString());
            }
        }
        throw new IllegalArgumentException("nobody");
    }
}
