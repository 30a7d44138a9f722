package org.panelhub.oversight;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Which entry of the record, in an address: its moment and a hash. It tells nothing of how much else the record holds. */
record EntryKey(OffsetDateTime at, String key) {

    static final EntryKey NONE = new EntryKey(null, null);

    /** None for what the hub did not write. */
    static EntryKey parse(String text) {
        var parts = text == null ? new String[0] : text.split("_", 2);
        try {
            return parts.length == 2 && parts[1].matches("[0-9a-f]{64}") ? new EntryKey(Instant.parse(parts[0]).atOffset(ZoneOffset.UTC), parts[1]) : NONE;
        } catch (DateTimeParseException e) {
            return NONE;
        }
    }

    static String text(Instant at, String key) {
        return at + "_" + key;
    }
}
