package org.panelhub.access.model;

import java.util.List;

import org.panelhub.access.model.World.Meeting;

/** What happens at meetings, and what is agreed there. */
final class MeetingSteps {

    private MeetingSteps() {
    }

    static String guest(Deeds d, Choice c) {
        var m = c.a(c.members());
        var f = c.b(c.files());
        var g = c.c(c.meetings().stream().filter(x -> x.panel == f.panel()).toList());
        if (g == null || invited(d, m, g)) {
            return "";
        }
        d.meetings.invite(m, g, "GUEST", f);
        return m.name() + " is invited as a guest for " + f.name() + " to " + g.name;
    }

    static String endGuest(Deeds d, Choice c) {
        var guest = c.a(d.world.attendances.stream().filter(a -> a.capacity.equals("GUEST") && !a.ended).toList());
        if (guest == null) {
            return "";
        }
        d.meetings.ends(guest);
        return Kind.name(guest.member) + " is no longer a guest for " + guest.file.name() + " at " + guest.meeting.name;
    }

    static String observer(Deeds d, Choice c) {
        var m = c.a(c.members());
        var g = c.b(c.meetings());
        if (invited(d, m, g)) {
            return "";
        }
        d.meetings.invite(m, g, "OBSERVER", null);
        return m.name() + " is invited to observe " + g.name;
    }

    static String declare(Deeds d, Choice c) {
        var m = c.a(c.members());
        var g = c.b(c.meetings());
        if (d.world.declarations.stream().anyMatch(x -> x.member() == m && x.meeting() == g)) {
            return "";
        }
        if (List.of("CLOSED").contains(g.state)) {
            d.meetings.declare(m, g, "MINUTES");
            return m.name() + " signs to receive the minutes of " + g.name;
        }
        d.meetings.declare(m, g, "MEETING");
        d.meetings.arrive(d.world.attendances.stream().filter(x -> x.member == m && x.meeting == g).findFirst().orElseGet(() -> d.meetings.invite(m, g, "MEMBER", null)));
        return m.name() + " signs the declaration of " + g.name;
    }

    static String meeting(Deeds d, Choice c) {
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
        d.meetings.state(g, next);
        return g.name + switch (next) {
            case "PUBLISHED" -> " has its agenda published";
            case "OPEN" -> " opens";
            case "CLOSED" -> " closes";
            default -> " is called off";
        };
    }

    static String minutes(Deeds d, Choice c) {
        var g = c.a(c.meetings());
        if (g.minutes.equals("CIRCULATED")) {
            return "";
        }
        d.meetings.minutes(g, "CIRCULATED");
        return "the minutes of " + g.name + " are circulated";
    }

    static String paragraph(Deeds d, Choice c) {
        var g = c.a(c.meetings());
        var i = c.b(c.items().stream().filter(x -> x.file.panel() == g.panel).toList());
        if (i == null) {
            return "";
        }
        d.meetings.paragraph(g, i.file, List.of(i), "a paragraph from " + d.world.name(i.id));
        return "a paragraph of the minutes of " + g.name + " is written from " + d.world.name(i.id);
    }

    static String action(Deeds d, Choice c) {
        var f = c.a(c.files());
        var agency = c.b(c.agencies());
        var by = c.isC(2) ? null : c.c(c.members().stream().filter(m -> m.agency() == agency).toList());
        d.meetings.action(f.panel(), c.isC(5) ? null : f, agency, by);
        return "an action " + (c.isC(5) ? "of " + f.panel().name() : "on " + f.name()) + " is given to " + (by == null ? agency.name() : by.name());
    }

    static String plan(Deeds d, Choice c) {
        var f = c.a(c.files());
        d.meetings.plan(f);
        return "a plan is made for " + f.name();
    }

    static String time(Deeds d, Choice c) {
        int days = c.isB(6) ? 100 + 10 * c.a : 1 + c.a;
        d.passes(days);
        return days == 1 ? "a day passes" : days + " days pass";
    }

    /** Not into the next day, by whatever clock. */
    static String hours(Deeds d, Choice c) {
        int hours = 1 + c.a % 4;
        if (d.world.hour + hours > 10) {
            return "";
        }
        d.passHours(hours);
        return hours == 1 ? "an hour passes" : hours + " hours pass";
    }

    private static boolean invited(Deeds d, World.Member m, Meeting g) {
        return d.world.attendances.stream().anyMatch(a -> a.member == m && a.meeting == g);
    }
}
