package org.panelhub.access.model;

import java.util.List;

/** What happens to appeals of applicants. */
final class AppealSteps {

    private static final List<String> ABOUT = List.of("THRESHOLD", "HANDLING", "OUTCOME");

    private AppealSteps() {
    }

    static String ask(Deeds d, Choice c) {
        var about = ABOUT.get(c.b % ABOUT.size());
        var a = c.a(d.world.applications.all.stream().filter(x -> List.of("MET", "NOT_MET", "CLOSED").contains(x.state) && d.world.applications.running(x).isEmpty() && !d.world.applications.asked(x, about)).toList());
        if (a == null) {
            return "";
        }
        if (c.isC(2)) {
            var m = ApplicationSteps.who(c, a.board, c.b);
            return ApplicationSteps.says(m, d.appeals.keyIn(m, a, about), "key", "in an appeal of " + a.name);
        }
        d.appeals.ask(a, about);
        return "the applicant of " + a.name + " asks for an appeal";
    }

    static String name(Deeds d, Choice c) {
        var x = c.a(d.world.applications.appeals.stream().filter(y -> !y.ended || c.isA(9)).toList());
        if (x == null) {
            return "";
        }
        var m = ApplicationSteps.who(c, x.of.board, c.b);
        var senior = d.world.offices.stream().filter(o -> o.role().equals("SENIOR_OFFICER")).map(World.Office::member).toList();
        var reviewer = c.c % 4 == 3 || senior.isEmpty() ? c.c(c.members()) : c.c(senior);
        if (reviewer == x.reviewer) {
            return "";
        }
        return ApplicationSteps.says(m, d.appeals.name(m, x, reviewer), "name", reviewer.name() + " reviewer of " + d.world.name(x.id));
    }

    /** By its reviewer, or by somebody else who tries. */
    static String decide(Deeds d, Choice c) {
        var x = c.a(d.world.applications.appeals.stream().filter(y -> y.reviewer != null).toList());
        if (x == null) {
            return "";
        }
        var m = c.isB(4) ? c.b(c.members()) : x.reviewer;
        return c.isC(2) ? ApplicationSteps.says(m, d.appeals.interview(m, x), "note", "what was said about " + d.world.name(x.id)) : ApplicationSteps.says(m, d.appeals.decide(m, x), "decide", d.world.name(x.id));
    }
}
