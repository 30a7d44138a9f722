package org.panelhub.trigger.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.panelhub.page.Choice;
import org.panelhub.trigger.rules.Complaint;
import org.panelhub.trigger.rules.Threshold;
import org.panelhub.trigger.rules.TriggerRules;

import io.quarkus.qute.TemplateData;

/**
 * The ledger of one application, worked through: which complaints stand, which are one incident, which qualify. One incident reported to three bodies is one complaint (Home Office statutory guidance on the
 * ASB case review): the hub proposes pairs, and a person decides.
 *
 * @param entries all that stand, in their order
 * @param removed what was taken out of the count, which stays readable
 * @param proposed pairs that may be one incident, and on which nobody has decided
 * @param decided pairs on which somebody has
 */
@TemplateData
public record Book(List<Entry> entries, List<Entry> removed, List<Proposal> proposed, List<Proposal> decided, TriggerRules rules, Threshold threshold) {

    /** A complaint with the test it was put to (null for one that was taken out) and what was done with it. */
    @TemplateData
    public record Entry(ComplaintView complaint, Threshold.Test test, List<StepView> steps) {

        public String colour() {
            return switch (test.standing()) {
                case COUNTS -> "green";
                case SAME_INCIDENT -> "blue";
                case UNKNOWN -> "yellow";
                default -> "grey";
            };
        }

        /** Who decided by a person's word, and when; null where the dates alone speak. */
        public StepView ruling() {
            var last = steps.stream().filter(s -> s.kind().ofRuling()).reduce((a, b) -> b).orElse(null);
            return last == null || last.kind() == StepView.Kind.BY_DATES ? null : last;
        }

        /** The last word on whether it stays. */
        public StepView place() {
            return steps.stream().filter(s -> s.kind().ofPlace()).reduce((a, b) -> b).orElse(null);
        }
    }

    /** Two complaints side by side; with the pairing where somebody decided. */
    @TemplateData
    public record Proposal(ComplaintView first, ComplaintView second, Pairing pairing) {
    }

    static Book of(TriggerRules rules, LocalDate received, List<ComplaintView> complaints, List<StepView> steps, List<Pairing> pairings) {
        Map<UUID, List<StepView>> done = steps.stream().collect(Collectors.groupingBy(StepView::complaint));
        var incidents = incidents(complaints, pairings);
        var entries = complaints.stream().map(c -> new Entry(c, null, done.getOrDefault(c.id(), List.of()))).toList();
        var standing = entries.stream().filter(e -> !out(e)).toList();
        var threshold = Threshold.of(rules, received, standing.stream().map(e -> e.complaint.toTest(incidents.get(e.complaint.id()), word(e))).toList());
        var tests = threshold.complaints().stream().collect(Collectors.toMap(Threshold.Test::id, t -> t));
        var tested = standing.stream().map(e -> new Entry(e.complaint, tests.get(e.complaint.id()), e.steps)).toList();
        return new Book(tested, entries.stream().filter(Book::out).toList(), proposed(standing, pairings, incidents), decided(complaints, pairings), rules, threshold);
    }

    public int position(UUID complaint) {
        return Stream.concat(entries.stream(), removed.stream()).filter(e -> e.complaint.id().equals(complaint)).map(e -> e.complaint.position()).findFirst().orElse(0);
    }

    /** Those that stand, to choose from. */
    public List<Choice> choices() {
        return entries.stream().map(e -> Choice.of(e.complaint.id(), e.complaint.title())).toList();
    }

    private static boolean out(Entry entry) {
        return entry.place() != null && entry.place().kind() == StepView.Kind.REMOVED;
    }

    private static Complaint.Ruling word(Entry entry) {
        var ruling = entry.ruling();
        return ruling == null ? null : new Complaint.Ruling(ruling.kind() == StepView.Kind.QUALIFIES, ruling.why());
    }

    /**
     * The incident of each complaint that shares one with another: of A with B and B with C, all three are one. What was taken out still joins those between which it stood.
     */
    static Map<UUID, UUID> incidents(List<ComplaintView> complaints, List<Pairing> pairings) {
        Map<UUID, UUID> incident = new HashMap<>();
        complaints.forEach(c -> incident.put(c.id(), c.id()));
        for (var pairing : pairings) {
            if (pairing.same() && incident.containsKey(pairing.first()) && incident.containsKey(pairing.second())) {
                var from = incident.get(pairing.second());
                var to = incident.get(pairing.first());
                incident.replaceAll((c, i) -> i.equals(from) ? to : i);
            }
        }
        return incident;
    }

    /** Two incidents are proposed once, however many reports each of them has; not where somebody said of any two of these that they differ. */
    private static List<Proposal> proposed(List<Entry> standing, List<Pairing> pairings, Map<UUID, UUID> incidents) {
        var settled = new HashSet<Set<UUID>>();
        pairings.stream().filter(Pairing::different).forEach(p -> settled.add(Set.of(incidents.get(p.first()), incidents.get(p.second()))));
        var proposed = new ArrayList<Proposal>();
        for (int i = 0; i < standing.size(); i++) {
            for (int j = i + 1; j < standing.size(); j++) {
                var one = standing.get(i).complaint;
                var other = standing.get(j).complaint;
                var here = incidents.get(one.id());
                var there = incidents.get(other.id());
                if (alike(one, other) && !here.equals(there) && settled.add(Set.of(here, there))) {
                    proposed.add(new Proposal(one, other, null));
                }
            }
        }
        return proposed;
    }

    /** Of the same day or a day apart, as a night belongs to two, and told to different bodies. */
    private static boolean alike(ComplaintView one, ComplaintView other) {
        return one.happenedOn() != null && other.happenedOn() != null && Math.abs(ChronoUnit.DAYS.between(one.happenedOn(), other.happenedOn())) <= 1 && !body(one).isEmpty() && !body(other).isEmpty() && !body(one).equals(body(other));
    }

    private static String body(ComplaintView complaint) {
        return complaint.reportedTo().strip().toLowerCase(Locale.UK).replaceFirst("^the ", "");
    }

    private static List<Proposal> decided(List<ComplaintView> complaints, List<Pairing> pairings) {
        var byId = complaints.stream().collect(Collectors.toMap(ComplaintView::id, c -> c));
        return pairings.stream().filter(Pairing::holds).map(p -> {
            var pair = List.of(byId.get(p.first()), byId.get(p.second())).stream().sorted(Comparator.comparing(ComplaintView::position)).toList();
            return new Proposal(pair.getFirst(), pair.getLast(), p);
        }).sorted(Comparator.comparing((Proposal p) -> p.first.position()).thenComparing(p -> p.second.position())).toList();
    }
}
