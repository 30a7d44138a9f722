package org.panelhub.access;

import java.util.function.Supplier;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Work that the hub does by itself (mail, reminders) runs in a transaction of its own, under a name that the record keeps, through doors
 * only: it has no viewer, so no row of any table is visible to it. The doors of a service open only to its name, and never to a person.
 */
public final class HubService {

    private static final ThreadLocal<String> NAME = new ThreadLocal<>();

    private HubService() {
    }

    public static <T> T as(String name, Supplier<T> work) {
        var before = NAME.get();
        NAME.set(name);
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } finally {
            if (before == null) {
                NAME.remove();
            } else {
                NAME.set(before);
            }
        }
    }

    static String current() {
        return NAME.get();
    }
}
