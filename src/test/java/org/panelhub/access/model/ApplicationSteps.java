package org.panelhub.access.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.panelhub.access.model.Applications.Application;
import org.panelhub.access.model.World.Member;

/** What happens to applications for a case review. Who does it mostly answers for them, and now and then does not. */
final class ApplicationSteps {

    private ApplicationSteps() {
    }

    private static final List<String> ABOUT = List.of("Elm Road", "Mill Lane", "the green", "the old dairy");

    static String apply(Deeds d, Choice c) {
        var a = d.applications.apply(c.board(), name(d, c), people(c));
        return people(a.people) + " comes in as " + a.name;
    }

    static String keyIn(Deeds d, Choice c) {
        var m = who(c, c.board(), c.c);
        var people = people(c);
        var name = name(d, c);
        return says(m, d.applications.keyIn(m, c.board(), name, people), "key", "in " + people(people) + " as " + name);
    }

    static String applicantWrites(Deeds d, Choice c) {
        var a = c.a(d.world.applications.all);
        var kind = List.of("MESSAGE", "COMPLAINT", "WITHDRAW").get(c.b % 3);
        if (kind.equals("WITHDRAW") && !List.of("RECEIVED", "MET").contains(a.state)) {
            return "";
        }
        d.applications.applicantWrites(a, kind, "message " + d.world.applications.rows.size() + " from the applicant of " + a.name);
        return "the applicant of " + a.name + (kind.equals("WITHDRAW") ? " takes it back" : " writes");
    }

    static String answer(Deeds d, Choice c) {
        var a = c.a(d.world.applications.all);
        var m = who(c, a.board, c.b);
        return says(m, d.applications.answer(m, a, "message " + d.world.applications.rows.size() + " to the applicant of " + a.name), "write", "to the applicant of " + a.name);
    }

    static String note(Deeds d, Choice c) {
        var a = c.a(d.world.applications.all);
        var m = who(c, a.board, c.b);
        return c.c % 3 == 0 ? says(m, d.applications.note(m, a), "note", "what happened to " + a.name)
                : c.c % 3 == 1 ? says(m, d.applications.complaint(m, a), "add", "a complaint to " + a.name) : ask(d, c, m, a);
    }

    private static String ask(Deeds d, Choice c, Member m, Application a) {
        var whom = c.c(c.agencies());
        return says(m, d.applications.ask(m, a, whom), "ask", whom.name() + " about " + a.name);
    }

    static String decide(Deeds d, Choice c) {
        var a = c.a(d.world.applications.all.stream().filter(x -> List.of("RECEIVED", "NOT_MET").contains(x.state)).toList());
        if (a == null) {
            return "";
        }
        boolean met = a.state.equals("NOT_MET") || !c.isC(3);
        var m = who(c, a.board, c.b);
        return says(m, d.applications.decide(m, a, met), "decide", "that the threshold of " + a.name + " is " + (met ? "met" : "not met"));
    }

    static String close(Deeds d, Choice c) {
        var a = c.a(d.world.applications.all.stream().filter(x -> List.of("MET", "NOT_MET").contains(x.state)).toList());
        if (a == null) {
            return "";
        }
        var m = who(c, a.board, c.b);
        return says(m, d.applications.close(m, a), "close", a.name);
    }

    static String openReview(Deeds d, Choice c) {
        var a = c.a(d.world.applications.all.stream().filter(x -> x.review == null && (x.state.equals("MET") || c.isB(9))).toList());
        if (a == null) {
            return "";
        }
        var m = who(c, a.board, c.b);
        var officer = c.isC(3) ? null : c.c(c.members());
        var at = c.a(c.meetings().stream().filter(g -> g.panel == a.board).toList());
        boolean may = d.applications.openReview(m, a, officer, at);
        if (may) {
            d.world.applications.running(a).forEach(d.appeals::openFile);
        }
        return says(m, may, "open", "the review of " + a.name + (officer == null ? "" : " with " + officer.name() + " as case officer"));
    }

    static String recommend(Deeds d, Choice c) {
        var a = c.a(d.world.applications.all);
        var m = who(c, a.board, c.b);
        return says(m, d.applications.recommend(m, a), "recommend", "something on " + a.name);
    }

    static String putAside(Deeds d, Choice c) {
        var b = c.a(d.world.applications.bars.stream().filter(x -> !x.lifted).toList());
        if (b == null) {
            return "";
        }
        var chairs = d.world.seats.stream().filter(s -> s.panel() == b.of.board && s.role().endsWith("CHAIR")).map(World.Seat::member).toList();
        var m = c.isC(3) ? c.b(c.members()) : c.b(chairs);
        return says(m, d.applications.putAside(m, b), "put", "aside " + d.world.name(b.id));
    }

    /** For the item of a review, as youth offending is where the respondent is a child. */
    static String guest(Deeds d, Choice c) {
        var f = c.a(d.world.applications.all.stream().filter(a -> a.review != null).map(a -> a.review).toList());
        var m = c.b(c.members());
        var g = f == null ? null : c.c(c.meetings().stream().filter(x -> x.panel == f.panel()).toList());
        if (g == null || d.world.attendances.stream().anyMatch(a -> a.member == m && a.meeting == g)) {
            return "";
        }
        d.meetings.invite(m, g, "GUEST", f);
        return m.name() + " is invited as a guest for " + f.name() + " to " + g.name;
    }

    /** A name on few applications, so that one meets it again. */
    private static String name(Deeds d, Choice c) {
        return "application " + (d.world.applications.all.size() + 1) + " about " + ABOUT.get(c.a % ABOUT.size());
    }

    /** Who asks, for whom where that is somebody else, and who is said to do it: a family, too. */
    private static Map<String, List<String>> people(Choice c) {
        var people = new HashMap<String, List<String>>();
        people.put("applicant", called(c.a));
        if (c.isB(3)) {
            people.put("victim", called(c.a + 1));
        }
        var respondents = new ArrayList<>(called(c.b));
        if (c.isA(4)) {
            respondents.addAll(called(c.b + 1));
        }
        people.put("respondent", respondents);
        return people;
    }

    private static String people(Map<String, List<String>> people) {
        return "an application by " + String.join(" ", people.get("applicant")) + (people.containsKey("victim") ? " for " + String.join(" ", people.get("victim")) : "") + " against " + String.join(" ", people.get("respondent"));
    }

    private static List<String> called(int number) {
        return Told.PEOPLE.get(number % Told.PEOPLE.size());
    }

    /** Somebody who is seated to answer for applications, or in one case of four anybody. */
    static Member who(Choice c, World.Panel board, int number) {
        var seated = c.seated(board, "SPOC", "COORDINATOR");
        return number % 4 == 3 || seated.isEmpty() ? c.members().get(number % c.members().size()) : seated.get(number % seated.size());
    }

    static String says(Member m, boolean may, String verb, String rest) {
        return m.name() + (may ? " " + verb + "s " : " tries in vain to " + verb + " ") + rest;
    }
}
