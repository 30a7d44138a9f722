package org.panelhub.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several at the same moment. */
final class Together {

    private Together() {
    }

    /** What is done for each. */
    interface Act<T, R> {
        R of(T one) throws Exception;
    }

    static <T, R> List<R> run(List<T> all, Act<T, R> act) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> running = new ArrayList<>();
            for (T one : all) {
                running.add(threads.submit(() -> {
                    go.await();
                    return act.of(one);
                }));
            }
            go.countDown();
            List<R> done = new ArrayList<>();
            for (Future<R> one : running) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
    }
}
