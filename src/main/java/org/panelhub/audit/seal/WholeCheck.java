package org.panelhub.audit.seal;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Verifies every chain and says in words what it found, for somebody at a command line. */
public final class WholeCheck {

    private final Connection connection;
    private final KnownKeys keys;
    private final Optional<OutsideCopy> outside;

    /** @param directory of the copy outside, where there is one */
    public WholeCheck(Connection connection, KnownKeys keys, Optional<String> directory) {
        this.connection = connection;
        this.keys = keys;
        this.outside = OutsideCopy.in(directory);
    }

    /** @return whether everything is as it was sealed */
    public boolean run(PrintStream out) throws SQLException {
        connection.setAutoCommit(false);
        keys.all().forEach(key -> out.println("Seals are believed that were signed with " + key));
        out.println(outside.isPresent() ? "They are compared with the copy outside." : "HUB_SEALS_DIRECTORY is not set: they are compared with no copy outside.");
        boolean sound = true;
        for (var chain : chains()) {
            sound &= check(chain, out);
        }
        out.println(sound ? "The record is as it was sealed." : "The record is NOT as it was sealed.");
        return sound;
    }

    private boolean check(Verifier.Chain chain, PrintStream out) throws SQLException {
        var lines = outside.map(copy -> copy.lines(chain.partnershipId())).orElse(List.of());
        var verifier = new Verifier(keys);
        var progress = Progress.begin();
        while (!progress.done()) {
            enter();
            progress = verifier.step(connection, chain.partnershipId(), progress, lines);
            connection.rollback();
        }
        out.println();
        out.println(chain.name() == null ? "Entries that belong to no partnership" : chain.name());
        out.printf("  %d seals over %d entries; %d of them without before and after, erased by a decision on record%n", progress.seals(), progress.entries(), progress.erased());
        progress.epochs().forEach(epoch -> out.println("  " + epoch));
        for (var finding : progress.findings()) {
            out.println("  WRONG: " + finding.sentence() + (finding.id() > 0 ? " Its number in the database is " + finding.id() + "." : "") + (finding.at() == null ? "" : " It says it was made at " + finding.at() + "."));
        }
        if (progress.found() > progress.findings().size()) {
            out.printf("  and %d more%n", progress.found() - progress.findings().size());
        }
        out.println(progress.waiting() == 0 ? "  No entry waits to be sealed." : "  Not sealed yet: " + progress.waiting() + " entries, the first of " + progress.waitingSince() + ".");
        return progress.isSound();
    }

    private List<Verifier.Chain> chains() throws SQLException {
        enter();
        var chains = Verifier.chains(connection);
        connection.rollback();
        return chains;
    }

    private void enter() throws SQLException {
        try (var statement = connection.prepareStatement("select access.enter_service(?)")) {
            statement.setString(1, Verifier.SERVICE);
            statement.execute();
        }
    }
}
