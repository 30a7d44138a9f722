package org.panelhub.access.model;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.panelhub.access.model.World.Member;

/** Plays a history in the model and in PostgreSQL at once, and holds the two against each other after each step. */
final class Check implements AutoCloseable {

    /** Of those whom a step leaves as they were, every so-manieth is looked at after it, in turn; everybody at the end. */
    private static final int TURN = 8;

    private final Hub hub;
    private int histories;
    private int steps;
    private int looks;

    Check(Hub hub) {
        this.hub = hub;
    }

    /** @throws AssertionError saying in how few steps who sees what it should not, or does not see what it should */
    void play(History history) throws SQLException {
        histories++;
        int failing = firstDifference(history);
        if (failing >= 0) {
            var shortest = cutDown(new History(history.steps().subList(0, failing)));
            throw new Found(shortest, atTheEnd(shortest));
        }
    }

    /** The model and PostgreSQL differ, by a history that has no step too many. */
    static final class Found extends AssertionError {
        private static final long serialVersionUID = 1L;
        final transient History history;

        Found(History history, String differences) {
            super((history.sentences().isEmpty() ? "As the world begins" : String.join(" ", history.sentences())) + "\n=> " + differences);
            this.history = history;
        }
    }

    /** After how many steps the two first differ; -1 when they never do. */
    private int firstDifference(History history) throws SQLException {
        var deeds = Beginning.of();
        deeds.sql();
        var before = expected(deeds.world);
        int played = 0;
        int turn = 0;
        try {
            for (var step : history.steps()) {
                played++;
                if (step.happen(deeds).isEmpty()) {
                    continue;
                }
                steps++;
                var now = expected(deeds.world);
                var looked = new ArrayList<Member>();
                for (var member : now.keySet()) {
                    if (!now.get(member).equals(before.get(member)) || turn++ % TURN == 0) {
                        looked.add(member);
                    }
                }
                if (!compare(deeds, looked, now).isEmpty()) {
                    return played;
                }
                before = now;
            }
            return compare(deeds, List.copyOf(before.keySet()), before).isEmpty() ? -1 : played;
        } finally {
            hub.forget();
        }
    }

    /** Leaves out whatever is not needed for the difference: halves first, single steps last. */
    private History cutDown(History failing) throws SQLException {
        var kept = failing;
        for (int size = Math.max(1, kept.steps().size() / 2); size > 0; size /= 2) {
            for (int from = 0; from < kept.steps().size();) {
                var without = new ArrayList<>(kept.steps());
                without.subList(from, Math.min(from + size, without.size())).clear();
                if (atTheEnd(new History(without)).isEmpty()) {
                    from += size;
                } else {
                    kept = new History(without);
                }
            }
        }
        return kept;
    }

    private String atTheEnd(History history) throws SQLException {
        var deeds = Beginning.of();
        deeds.sql();
        try {
            history.steps().forEach(step -> step.happen(deeds));
            var expected = expected(deeds.world);
            return String.join("; ", compare(deeds, List.copyOf(expected.keySet()), expected));
        } finally {
            hub.forget();
        }
    }

    Figures figures() {
        return new Figures(histories, steps, looks);
    }

    /**
     * How much was compared.
     *
     * @param looks at all that one member sees
     */
    record Figures(int histories, int steps, int looks) {

        Figures and(Figures more) {
            return new Figures(histories + more.histories, steps + more.steps, looks + more.looks);
        }

        @Override
        public String toString() {
            return "Model check: %d histories, %d steps, %d looks at all that one member sees".formatted(histories, steps, looks);
        }
    }

    /** By member what the rule gives it. Members are known by id: the world is built anew for each history. */
    private static Map<Member, Map<Table, Set<UUID>>> expected(World world) {
        var rule = new Rule(world);
        var expected = new LinkedHashMap<Member, Map<Table, Set<UUID>>>();
        world.members.forEach(m -> expected.put(m, rule.sees(m)));
        return expected;
    }

    private List<String> compare(Deeds deeds, List<Member> members, Map<Member, Map<Table, Set<UUID>>> expected) throws SQLException {
        var differences = new ArrayList<String>();
        var seen = hub.after(deeds.sql(), members, deeds.world);
        looks += members.size();
        seen.tried().stream().filter(t -> t.came().equals("done") == t.what().contains(" may not ")).forEach(t -> differences.add(t.what() + ", and it was " + t.came()));
        var rule = new ApplicationRule(deeds.world);
        deeds.world.applications.all.stream().filter(a -> !rule.isTold(a).equals(seen.told().get(a.id)))
                .forEach(a -> differences.add("the applicant of " + a.name + " should be told \"" + rule.isTold(a) + "\" and is told \"" + seen.told().get(a.id) + "\""));
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            var sight = seen.sights().get(i);
            expected.get(member).forEach((table, rows) -> tell(deeds.world, member.name() + " sees", rows, sight.rows().get(table), table.sqlName(), differences));
            tell(deeds.world, "asked why, the hub lets " + member.name() + " see", expected.get(member).get(Table.CASE_FILE), sight.explained(), "access.explain", differences);
        }
        return differences;
    }

    private static void tell(World world, String who, Set<UUID> should, Set<UUID> does, String where, List<String> differences) {
        does.stream().filter(id -> !should.contains(id)).forEach(id -> differences.add(who + " " + world.name(id) + " and should not (" + where + ")"));
        should.stream().filter(id -> !does.contains(id)).forEach(id -> differences.add(who + " not " + world.name(id) + " and should (" + where + ")"));
    }

    @Override
    public void close() throws SQLException {
        hub.close();
    }
}
