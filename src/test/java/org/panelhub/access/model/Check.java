package org.panelhub.access.model;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Plays a history in the model and in PostgreSQL at once, and holds the two against each other after each step. */
final class Check implements AutoCloseable {

    private final Hub hub;

    Check(Hub hub) {
        this.hub = hub;
    }

    /** @throws AssertionError saying who sees what it should not, or does not see what it should, and after which step */
    void play(History history) throws SQLException {
        var deeds = Beginning.of();
        deeds.sql();
        try {
            compare(deeds, "as the world begins");
            for (var step : history.steps()) {
                var told = step.happen(deeds);
                if (!told.isEmpty()) {
                    compare(deeds, "after: " + told);
                }
            }
        } finally {
            hub.forget();
        }
    }

    private void compare(Deeds deeds, String when) throws SQLException {
        var rule = new Rule(deeds.world);
        var differences = new ArrayList<String>();
        hub.after(deeds.sql()).forEach((named, sight) -> {
            // The world is built anew for each history: the same member is found by its id.
            var member = deeds.world.members.stream().filter(m -> m.id().equals(named.id())).findFirst().orElseThrow();
            for (var table : Table.values()) {
                tell(deeds.world, member.name() + " sees", rule.sees(member, table), sight.rows().get(table), " (" + table.sqlName() + ")", differences);
            }
            tell(deeds.world, "asked why, the hub lets " + member.name() + " see", rule.sees(member, Table.CASE_FILE), sight.explained(), " (access.explain)", differences);
        });
        if (!differences.isEmpty()) {
            throw new AssertionError(String.join("; ", differences) + ", " + when);
        }
    }

    private static void tell(World world, String who, Set<UUID> should, Set<UUID> does, String where, List<String> differences) {
        does.stream().filter(id -> !should.contains(id)).forEach(id -> differences.add(who + " " + world.name(id) + " and should not" + where));
        should.stream().filter(id -> !does.contains(id)).forEach(id -> differences.add(who + " " + world.name(id) + " no longer, and should" + where));
    }

    @Override
    public void close() throws SQLException {
        hub.close();
    }
}
