package org.panelhub.room;

import java.util.UUID;

/** Ids as they come from a form: anything else than one is nothing. */
final class Ids {

    private Ids() {
    }

    static boolean is(String typed) {
        return of(typed) != null;
    }

    /** The id, or null. */
    static UUID of(String typed) {
        return typed != null && typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(typed) : null;
    }
}
