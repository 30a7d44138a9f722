package org.panelhub.access.model;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** Several histories at once, each in a database of its own: a history waits for PostgreSQL most of the time, and PostgreSQL for one history at a time leaves a processor idle. */
final class Players implements AutoCloseable {

    private final List<Check> all = new ArrayList<>();
    private final BlockingQueue<Check> free = new LinkedBlockingQueue<>();
    private final ExecutorService threads;
    private final List<Future<?>> played = new ArrayList<>();

    private Players(int number) {
        threads = Executors.newFixedThreadPool(number);
    }

    static Players begin(String database, int number) throws SQLException {
        var players = new Players(number);
        for (int n = 1; n <= number; n++) {
            players.all.add(new Check(Hub.begin(database + n)));
        }
        players.free.addAll(players.all);
        return players;
    }

    /**
     * Plays it as soon as a player is free.
     *
     * @throws AssertionError of a history before it, which differed
     */
    void play(History history) throws Exception {
        var player = free.take();
        played.add(threads.submit(() -> {
            try {
                player.play(history);
            } finally {
                free.add(player);
            }
            return null;
        }));
        tell(played.stream().filter(Future::isDone).toList());
    }

    /**
     * Waits for whatever is being played.
     *
     * @throws AssertionError of the first history that differed
     */
    void settle() throws Exception {
        tell(List.copyOf(played));
    }

    private void tell(List<Future<?>> of) throws Exception {
        for (var one : of) {
            played.remove(one);
            try {
                one.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error different) {
                    throw different;
                }
                throw e;
            }
        }
    }

    Check.Figures figures() {
        return all.stream().map(Check::figures).reduce(new Check.Figures(0, 0, 0), Check.Figures::and);
    }

    @Override
    public void close() throws SQLException {
        threads.shutdownNow();
        for (var check : all) {
            check.close();
        }
    }
}
