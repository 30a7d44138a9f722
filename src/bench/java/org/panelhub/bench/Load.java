package org.panelhub.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sixteen clients without pause. The two sides take turns in short windows, in an order that changes, so that whatever else the machine does meets both;
 * what counts is the ratio within each pair of windows.
 */
final class Load implements AutoCloseable {

    static final int CLIENTS = 16;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS, Thread.ofPlatform().daemon().factory());

    /** What one client does once, on one side. */
    interface Act {
        void once(Side side, int client, long turn) throws Exception;
    }

    /** The hub was too busy to answer. */
    static final class TurnedAway extends Exception {
        private static final long serialVersionUID = 1L;

        TurnedAway(String message) {
            super(message);
        }
    }

    /** @param ratio throughput under the rule, of that without: the median of the pairs of windows */
    record Measured(String name, double ruledPerSecond, double barePerSecond, double ratio, double lowest, double highest, Map<Side, long[]> micros) {

        double millis(Side side, double quantile) {
            long[] all = micros.get(side);
            return all[(int) Math.min(all.length - 1, all.length * quantile)] / 1000.0;
        }
    }

    private record Window(long done, double seconds, long[] micros) {
        double perSecond() {
            return done / seconds;
        }
    }

    /** Warms both sides by turns. A hub that has just started on a busy machine may turn some away; once it is measured, it may not. */
    void warm(Act act, int seconds) throws InterruptedException, ExecutionException {
        Act patient = (side, client, turn) -> {
            try {
                act.once(side, client, turn);
            } catch (TurnedAway e) {
                // It comes again.
            }
        };
        for (int left = seconds; left > 0; left -= 10) {
            window(Side.RULED, patient, 5);
            window(Side.BARE, patient, 5);
        }
    }

    Measured measure(String name, Act act, int pairs, int seconds) throws InterruptedException, ExecutionException {
        List<Double> ratios = new ArrayList<>();
        Map<Side, List<Window>> windows = new EnumMap<>(Map.of(Side.RULED, new ArrayList<>(), Side.BARE, new ArrayList<>()));
        for (int pair = 0; pair < pairs; pair++) {
            for (Side side : pair % 2 == 0 ? List.of(Side.RULED, Side.BARE) : List.of(Side.BARE, Side.RULED)) {
                windows.get(side).add(window(side, act, seconds));
            }
            ratios.add(windows.get(Side.RULED).getLast().perSecond() / windows.get(Side.BARE).getLast().perSecond());
        }
        Collections.sort(ratios);
        var measured = new Measured(name, mean(windows.get(Side.RULED)), mean(windows.get(Side.BARE)), (ratios.get((pairs - 1) / 2) + ratios.get(pairs / 2)) / 2, ratios.getFirst(), ratios.getLast(),
                Map.of(Side.RULED, sorted(windows.get(Side.RULED)), Side.BARE, sorted(windows.get(Side.BARE))));
        System.out.printf("[bench] %-28s %8.1f/s ruled %8.1f/s bare  ratio %.2f (%.2f to %.2f)%n", name, measured.ruledPerSecond(), measured.barePerSecond(), measured.ratio(), measured.lowest(), measured.highest());
        return measured;
    }

    private static double mean(List<Window> windows) {
        return windows.stream().mapToLong(Window::done).sum() / windows.stream().mapToDouble(Window::seconds).sum();
    }

    private static long[] sorted(List<Window> windows) {
        return windows.stream().flatMapToLong(w -> Arrays.stream(w.micros)).sorted().toArray();
    }

    private Window window(Side side, Act act, int seconds) throws InterruptedException, ExecutionException {
        var micros = new ConcurrentLinkedQueue<long[]>();
        long began = System.nanoTime();
        long until = began + seconds * 1_000_000_000L;
        List<Future<?>> running = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            running.add(clients.submit(() -> {
                long[] mine = new long[1024];
                int count = 0;
                for (long turn = began / 1000 + number * 7919L; System.nanoTime() < until; turn++) {
                    long from = System.nanoTime();
                    act.once(side, number, turn);
                    mine = count == mine.length ? Arrays.copyOf(mine, count * 2) : mine;
                    mine[count++] = (System.nanoTime() - from) / 1000;
                }
                micros.add(Arrays.copyOf(mine, count));
                return null;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        double took = (System.nanoTime() - began) / 1e9;
        long[] all = micros.stream().flatMapToLong(Arrays::stream).toArray();
        return new Window(all.length, took, all);
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
