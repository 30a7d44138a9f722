package org.panelhub.trigger.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.panelhub.page.Dates;
import org.panelhub.page.Words;

import io.quarkus.qute.TemplateData;

/**
 * What the hub finds about the threshold of one application: each complaint with the reason for which it counts or not, and each route (2014 Act, section 104(4), (5), (11)). It
 * proposes; the relevant bodies decide. By the arrangement in force on the day on which the application was received, and by complaints about the behaviour by anyone at all: the Act
 * asks how many "have been made", not by whom.
 *
 * @param complaints in the order in which they were given
 * @param routes in the order of {@link Route}; those that the procedure does not have are left out
 * @param counted incidents with a qualifying complaint
 */
@TemplateData
public record Threshold(List<Test> complaints, List<Way> routes, int counted, State proposal) {

    /** What was found of a route, or proposed of all. */
    public enum State {
        MET("Met"), NOT_MET("Not met"), JUDGEMENT("For a person to judge");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What was found of a complaint. */
    public enum Standing {
        COUNTS("Qualifies"), SAME_INCIDENT("Same incident"), DOES_NOT_QUALIFY("Does not qualify"), UNKNOWN("Not known yet");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * The qualifying test of one complaint.
     *
     * @param why a sentence in plain words
     * @param ruled whether a person's word decided it
     */
    @TemplateData
    public record Test(UUID id, Standing standing, String why, boolean ruled) {
    }

    /** What was found of one route, with a sentence in plain words. */
    @TemplateData
    public record Way(Route route, State state, String why) {
    }

    /** @param received the day on which the application was received */
    public static Threshold of(TriggerRules rules, LocalDate received, List<Complaint> complaints) {
        var tests = tests(rules, received, complaints);
        var standing = tests.stream().collect(Collectors.toMap(Test::id, Test::standing));
        int counted = (int) standing.values().stream().filter(Standing.COUNTS::equals).count();
        var routes = new ArrayList<Way>();
        routes.add(number(rules, counted, undecided(complaints, standing)));
        for (var route : Route.values()) {
            if (rules.weighed().contains(route)) {
                routes.add(new Way(route, State.JUDGEMENT, toWeigh(route, received, complaints)));
            }
        }
        if (rules.hate() != null) {
            routes.add(hate(rules.hate(), received, complaints));
        }
        if (rules.community() != null) {
            routes.add(community(rules.community(), received, complaints));
        }
        if (rules.discretion()) {
            routes.add(new Way(Route.DISCRETION, State.JUDGEMENT, "A manager may find the threshold met for a victim who is vulnerable, and says why."));
        }
        var proposal = routes.stream().anyMatch(r -> r.state() == State.MET) ? State.MET : routes.stream().anyMatch(r -> r.state() == State.JUDGEMENT) ? State.JUDGEMENT : State.NOT_MET;
        return new Threshold(tests, routes, counted, proposal);
    }

    /** Those routes that are met by the figures alone. */
    public List<Route> met() {
        return routes.stream().filter(r -> r.state() == State.MET).map(Way::route).toList();
    }

    /** Section 104(4) leaves no choice where the number is reached. */
    public boolean mustBeMet() {
        return met().contains(Route.NUMBER);
    }

    private static List<Test> tests(TriggerRules rules, LocalDate received, List<Complaint> complaints) {
        var alone = new HashMap<UUID, Test>();
        complaints.forEach(c -> alone.put(c.id(), test(rules, received, c)));
        // Of several reports of one incident the earliest that qualifies is the one that counts.
        Map<UUID, Complaint> counting = new HashMap<>();
        complaints.stream().filter(c -> alone.get(c.id()).standing() == Standing.COUNTS)
                .sorted(Comparator.comparing(Complaint::reportedOn, Comparator.nullsLast(Comparator.naturalOrder()))).forEach(c -> counting.putIfAbsent(c.incidentOrOwn(), c));
        return complaints.stream().map(c -> {
            var test = alone.get(c.id());
            var first = counting.get(c.incidentOrOwn());
            return test.standing() != Standing.COUNTS || first.id().equals(c.id()) ? test
                    : new Test(c.id(), Standing.SAME_INCIDENT, "The same incident as the report" + (first.reportedOn() == null ? "" : " of " + Dates.day(first.reportedOn())) + to(first) + ", which counts. One incident counts once, however many were told of it.", test.ruled());
        }).toList();
    }

    private static Test test(TriggerRules rules, LocalDate received, Complaint c) {
        if (c.ruling() != null) {
            return new Test(c.id(), c.ruling().qualifies() ? Standing.COUNTS : Standing.DOES_NOT_QUALIFY, c.ruling().reason(), true);
        }
        if (c.happenedOn() == null || c.reportedOn() == null) {
            return new Test(c.id(), Standing.UNKNOWN, c.happenedOn() != null ? "It is not known when it was reported." : c.reportedOn() != null ? "It is not known when it happened." : "It is not known when it happened, nor when it was reported.", false);
        }
        if (c.reportedOn().isBefore(c.happenedOn())) {
            return new Test(c.id(), Standing.UNKNOWN, "The report is dated before what it is about: one of the two days is wrong.", false);
        }
        if (c.reportedOn().isAfter(received)) {
            return no(c, "It was reported on " + Dates.day(c.reportedOn()) + ", after the application of " + Dates.day(received) + ".");
        }
        var reportBy = Months.lastDay(c.happenedOn(), rules.reportMonths());
        if (c.reportedOn().isAfter(reportBy)) {
            return no(c, "It happened on " + Dates.day(c.happenedOn()) + " and had to be reported by " + Dates.day(reportBy) + ", within " + rules.reportWords() + "; it was reported on " + Dates.day(c.reportedOn()) + ".");
        }
        var applyBy = Months.lastDay(c.reportedOn(), rules.applyMonths());
        if (received.isAfter(applyBy)) {
            return no(c, "It was reported on " + Dates.day(c.reportedOn()) + ", so the application had to come by " + Dates.day(applyBy) + ", within " + rules.applyWords() + "; it came on " + Dates.day(received) + ".");
        }
        return new Test(c.id(), Standing.COUNTS, "It was reported within " + rules.reportWords() + " of what happened, and the application came within " + rules.applyWords() + " of the report.", false);
    }

    private static Test no(Complaint c, String why) {
        return new Test(c.id(), Standing.DOES_NOT_QUALIFY, why, false);
    }

    /** Incidents that might still count, once it is known when things happened. */
    private static int undecided(List<Complaint> complaints, Map<UUID, Standing> standing) {
        var counted = complaints.stream().filter(c -> standing.get(c.id()) == Standing.COUNTS).map(Complaint::incidentOrOwn).collect(Collectors.toSet());
        return (int) complaints.stream().filter(c -> standing.get(c.id()) == Standing.UNKNOWN).map(Complaint::incidentOrOwn).filter(i -> !counted.contains(i)).distinct().count();
    }

    private static Way number(TriggerRules rules, int counted, int undecided) {
        var have = Words.count(counted, "complaint qualifies", "complaints qualify");
        if (counted >= rules.complaints()) {
            return new Way(Route.NUMBER, State.MET, have + ", and " + Words.count(rules.complaints(), "is enough", "are enough") + ": the threshold must be found met (2014 Act, section 104(4)).");
        }
        if (counted + undecided >= rules.complaints()) {
            return new Way(Route.NUMBER, State.JUDGEMENT, have + " of the " + Months.number(rules.complaints()) + " needed. " + undecided + Words.plural(undecided, " more has", " more have") + " no date yet: find it out first.");
        }
        return new Way(Route.NUMBER, State.NOT_MET, have + " of the " + Months.number(rules.complaints()) + " needed.");
    }

    private static String toWeigh(Route route, LocalDate received, List<Complaint> complaints) {
        return switch (route) {
            case PERSISTENCE -> {
                var days = complaints.stream().filter(c -> !c.ruledOut()).map(Complaint::happenedOn).filter(d -> d != null && !d.isAfter(received)).sorted().toList();
                var incidents = complaints.stream().filter(c -> !c.ruledOut() && c.happenedOn() != null && !c.happenedOn().isAfter(received)).map(Complaint::incidentOrOwn).distinct().count();
                yield days.isEmpty() ? "No incident is dated yet." : days.getFirst().equals(days.getLast()) ? Words.count(incidents, "incident") + " on " + Dates.day(days.getFirst()) + "."
                        : Words.count(incidents, "incident") + " between " + Dates.day(days.getFirst()) + " and " + Dates.day(days.getLast()) + ".";
            }
            case HARM -> "Weigh the harm done, and what could still come, with the assessment of risk beside it.";
            default -> {
                var bodies = complaints.stream().filter(c -> !c.ruledOut()).map(Complaint::reportedTo).filter(b -> b != null && !b.isBlank()).distinct().toList();
                yield bodies.isEmpty() ? "Weigh what was done about it." : "Weigh what was done about it by those who were told: " + Words.join(bodies) + ".";
            }
        };
    }

    /** Incidents, whether or not they were reported in time to qualify; what a person ruled out is left out. */
    private static Way hate(TriggerRules.Quota quota, LocalDate received, List<Complaint> complaints) {
        Predicate<Complaint> ofHate = c -> c.hate() && !c.ruledOut();
        var counted = complaints.stream().filter(ofHate).filter(c -> c.happenedOn() != null && Months.within(received, c.happenedOn(), quota.months())).map(Complaint::incidentOrOwn).collect(Collectors.toSet());
        var undated = complaints.stream().filter(ofHate).filter(c -> c.happenedOn() == null).map(Complaint::incidentOrOwn).collect(Collectors.toCollection(HashSet::new));
        undated.removeAll(counted);
        return reached(Route.HATE, quota, counted.size(), undated.size(), Words.count(counted.size(), "hate incident"));
    }

    /** People whose reports fall into the time; who is not known by name is nobody's proof of one more. */
    private static Way community(TriggerRules.Quota quota, LocalDate received, List<Complaint> complaints) {
        var mine = complaints.stream().filter(c -> !c.ruledOut() && c.complainant() != null).toList();
        var counted = mine.stream().filter(c -> c.reportedOn() != null && Months.within(received, c.reportedOn(), quota.months())).map(Complaint::complainant).collect(Collectors.toSet());
        var undated = mine.stream().filter(c -> c.reportedOn() == null).map(Complaint::complainant).collect(Collectors.toCollection(HashSet::new));
        undated.removeAll(counted);
        return reached(Route.COMMUNITY, quota, counted.size(), undated.size(), Words.count(counted.size(), "person", "different people"));
    }

    private static Way reached(Route route, TriggerRules.Quota quota, int counted, int undated, String have) {
        var in = have + " in " + quota.monthsWords() + " before the application";
        return counted >= quota.number() ? new Way(route, State.MET, in + ", and " + Words.count(quota.number(), "is enough", "are enough") + ".")
                : counted + undated >= quota.number() ? new Way(route, State.JUDGEMENT, in + ", of the " + Months.number(quota.number()) + " needed. " + undated + Words.plural(undated, " more has", " more have") + " no date yet: find it out first.")
                : new Way(route, State.NOT_MET, in + ", of the " + Months.number(quota.number()) + " needed.");
    }

    private static String to(Complaint c) {
        return c.reportedTo() == null || c.reportedTo().isBlank() ? "" : " to " + c.reportedTo();
    }
}
