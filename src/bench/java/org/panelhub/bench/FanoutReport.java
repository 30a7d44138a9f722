package org.panelhub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The figures as a page, target/bench/fan-out.md, for whoever keeps docs/measurements.md. */
final class FanoutReport {

    private static final double HIGH = 0.99;

    private final int rooms;
    private final int pairs;
    private final int rounds;
    private final int echoes;
    private final List<List<Fanout.Reached>> inTurn = new ArrayList<>();
    private final List<List<Fanout.Reached>> atOnce = new ArrayList<>();
    private final List<Fanout.Reached> turned = new ArrayList<>();
    private final List<List<Long>> alone = new ArrayList<>();
    private final List<List<Long>> echoInTurn = new ArrayList<>();
    private final List<List<Long>> echoAtOnce = new ArrayList<>();
    private String readings = "";

    FanoutReport(int rooms, int pairs, int rounds, int echoes) {
        this.rooms = rooms;
        this.pairs = pairs;
        this.rounds = rounds;
        this.echoes = echoes;
    }

    void hub(List<Fanout.Reached> roomByRoom, List<Fanout.Reached> allAtOnce) {
        inTurn.add(roomByRoom);
        atOnce.add(allAtOnce);
    }

    void echo(List<Long> each, List<Long> roomByRoom, List<Long> allAtOnce) {
        alone.add(each);
        echoInTurn.add(roomByRoom);
        echoAtOnce.add(allAtOnce);
    }

    void turned(List<Fanout.Reached> onward) {
        turned.addAll(onward);
    }

    void readings(int told, int read, int turnedAway) {
        readings = "Pages were told %,d times that they stand otherwise and were read %,d times for it; the hub had no time for %d of these at first.".formatted(told, read, turnedAway);
    }

    private String text() {
        var text = new StringBuilder("# Fan-out\n\n");
        text.append(("Taken on %s by `./mvnw -Pbench verify`, on a machine of %d processors that also ran the clients, PostgreSQL 18 and both nodes. %d people in %d rooms, half of each room at either node. %d pairs of windows by turns: %d releases a room"
                + " one after another and as many in all rooms at the same moment, then %d times as many echoes; a new case in each pair. The ratio is that of the 99th percentiles of a pair, the median of all, lowest and highest beside it.\n\n")
                .formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), rooms * Room.PLACES, rooms, pairs, rounds, echoes));
        text.append("Milliseconds from the press of the button, of each who may see it.\n\n| | median | 95% | 99% | 99% to the echo’s | lowest, highest pair |\n|---|--:|--:|--:|--:|--:|\n");
        line(text, "one room releases: answered to who pressed", of(inTurn, r -> List.of(r.answered())), List.of());
        line(text, "told to the others", of(inTurn, Fanout.Reached::told), echoInTurn);
        line(text, "told, from the answer", of(inTurn, Fanout.Reached::toldAfterAnswer), List.of());
        line(text, "on their page", of(inTurn, Fanout.Reached::seen), echoInTurn);
        line(text, "all rooms at the same moment: answered", of(atOnce, r -> List.of(r.answered())), List.of());
        line(text, "told to the others", of(atOnce, Fanout.Reached::told), echoAtOnce);
        line(text, "on their page", of(atOnce, Fanout.Reached::seen), echoAtOnce);
        line(text, "the room goes on to the next case: told", List.of(all(turned, Fanout.Reached::told)), List.of());
        line(text, "on their page", List.of(all(turned, Fanout.Reached::seen)), List.of());
        line(text, "echo, one to the 19 others of a room", echoInTurn, List.of());
        line(text, "echo, in all rooms at the same moment", echoAtOnce, List.of());
        line(text, "echo, one to itself", alone, List.of());
        return text.append('\n').append(readings).append('\n').toString();
    }

    private static List<List<Long>> of(List<List<Fanout.Reached>> windows, Function<Fanout.Reached, List<Long>> what) {
        return windows.stream().map(w -> all(w, what)).toList();
    }

    private static List<Long> all(List<Fanout.Reached> reached, Function<Fanout.Reached, List<Long>> what) {
        return reached.stream().map(what).flatMap(List::stream).toList();
    }

    private static void line(StringBuilder text, String name, List<List<Long>> windows, List<List<Long>> echo) {
        long[] all = sorted(windows.stream().flatMap(List::stream).toList());
        text.append("| %s | %s | %s | %s |".formatted(name, millis(quantile(all, 0.5)), millis(quantile(all, 0.95)), millis(quantile(all, HIGH))));
        if (echo.isEmpty()) {
            text.append(" | |\n");
            return;
        }
        double[] ratios = new double[windows.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (double) quantile(sorted(windows.get(i)), HIGH) / quantile(sorted(echo.get(i)), HIGH);
        }
        Arrays.sort(ratios);
        text.append(" **%.0f** | %.0f, %.0f |\n".formatted((ratios[(ratios.length - 1) / 2] + ratios[ratios.length / 2]) / 2, ratios[0], ratios[ratios.length - 1]));
    }

    private static long[] sorted(Collection<Long> nanos) {
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static long quantile(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)];
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, nanos < 10_000_000 ? "%.2f" : "%.0f", nanos / 1e6);
    }

    void write() throws IOException {
        Files.writeString(Path.of("target/bench/fan-out.md"), text());
    }

    void print() {
        System.out.println(text());
    }
}
