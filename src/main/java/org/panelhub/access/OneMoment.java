package org.panelhub.access;

import java.util.function.Supplier;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Reading that asks PostgreSQL several times and must see one moment: the pass of its viewer and the rows are of the same snapshot, so that nothing is seen
 * by a pass from before a withdrawal and rows from after it. Runs in a transaction of its own, in which nothing can be written.
 */
public final class OneMoment {

    private static final ThreadLocal<Boolean> WANTED = ThreadLocal.withInitial(() -> false);

    private OneMoment() {
    }

    public static <T> T of(Supplier<T> reading) {
        WANTED.set(true);
        try {
            return QuarkusTransaction.requiringNew().call(reading::get);
        } finally {
            WANTED.remove();
        }
    }

    static boolean wanted() {
        return WANTED.get();
    }
}
