package org.panelhub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The figures as a page, target/bench/measurements.md, for whoever keeps docs/measurements.md. */
final class Report {

    private static final int PLANS = 3;
    private static final int COSTS = 12;

    private final StringBuilder text = new StringBuilder();

    Report(int cases, int pairs, int seconds) {
        say("# Measurements\n");
        say("Taken on %s by `./mvnw -Pbench verify`, on a machine of %d processors that also ran the clients and PostgreSQL 18. %,d cases, %,d items, 200 agencies, 2,000 members, 100 panels, one partnership; %d clients"
                .formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), cases, cases * 10, Load.CLIENTS)
                + " without pause, statements prepared, both sides warm, %d pairs of windows of %d seconds by turns. The ratio is the median of the pairs; lowest and highest beside it.\n".formatted(pairs, seconds));
    }

    void pages(List<Load.Measured> pages, List<String> differences) {
        say("## Whole pages over HTTP\n");
        say("Under the full rule, every read on record, against the same application with a role that row security does not bind and without a record. "
                + (differences.isEmpty() ? "Copies of each page were compared and are the same on both sides.\n" : "**%d copies differ between the sides.** The first: %s\n".formatted(differences.size(), differences.getFirst())));
        table(pages);
    }

    void sql(List<Load.Measured> sql) {
        say("\n## The SQL alone\n");
        say("A transaction enters and runs the statement named, without the record. The other side enters without working out the pass.\n");
        table(sql);
    }

    void policies(List<Policies.Cost> costs) {
        say("\n## What each table's rule adds\n");
        say("Rows of sixty cases counted, or of a panel, or all where a table has neither; best of five, milliseconds; the dearest %d of %d.\n".formatted(COSTS, costs.size()));
        say("| table | with the rule | without | planning with it |\n|---|--:|--:|--:|");
        costs.stream().limit(COSTS).forEach(c -> say("| `%s` | %.2f | %.2f | %.2f |".formatted(c.table(), c.ruled(), c.bare(), c.planning())));
        say("\n### Plans of the three dearest\n");
        costs.stream().limit(PLANS).forEach(c -> say("`%s`\n\n```\n%s```\n".formatted(c.table(), c.plan())));
    }

    private void table(List<Load.Measured> all) {
        say("| | with the rule, per second | without | ratio | lowest, highest | median ms with, without | 95% ms with, without |\n|---|--:|--:|--:|--:|--:|--:|");
        all.forEach(m -> say("| %s | %.0f | %.0f | **%.2f** | %.2f, %.2f | %.1f, %.1f | %.1f, %.1f |".formatted(m.name(), m.ruledPerSecond(), m.barePerSecond(), m.ratio(), m.lowest(), m.highest(),
                m.millis(Side.RULED, 0.5), m.millis(Side.BARE, 0.5), m.millis(Side.RULED, 0.95), m.millis(Side.BARE, 0.95))));
    }

    private void say(String line) {
        text.append(line).append('\n');
    }

    void write() throws IOException {
        Files.writeString(Path.of("target/bench/measurements.md"), text);
    }

    void print() {
        System.out.println(text);
    }
}
