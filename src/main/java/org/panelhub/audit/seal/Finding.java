package org.panelhub.audit.seal;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something about the record that is not as it was sealed.
 *
 * @param seal number of the seal in its chain; 0 where none names it
 * @param entry running number in the chain; 0 where the seal itself is meant, or the entry stands in none
 * @param id of the entry in the database, for whoever looks after it; 0 for none
 * @param at when the entry says that it was made, or the seal was made
 * @param other the seal or entry that it changed places with, or 0
 */
public record Finding(Kind kind, int seal, long entry, long id, Instant at, long other) {

    /** What is not as it was sealed. */
    public enum Kind {
        ENTRY_ALTERED("was altered after it was sealed"),
        ENTRY_REMOVED("was removed after it was sealed"),
        ENTRY_REORDERED("changed places with another one after they were sealed"),
        ENTRY_SLIPPED_IN("was slipped in: its time has been sealed, and no seal names it"),
        DETAIL_ALTERED("stands, but its before and after were altered"),
        DETAIL_REMOVED("stands, but its before and after are gone, and no decision on record erased them"),
        DETAIL_SLIPPED_IN("stands, but a before and after were put to it that it was not made with"),
        SEAL_ALTERED("was altered: its signature does not hold"),
        SEAL_LIST_ALTERED("was altered: the list of its entries is not the one that was signed"),
        SEAL_REMOVED("was removed"),
        SEAL_REORDERED("changed places with another seal"),
        SEAL_UNCHAINED("does not follow from the seal before it: the chain was put together anew"),
        SEAL_OF_UNKNOWN_KEY("was signed with a key that is not known here"),
        SEAL_UNREADABLE("was made in a way that this version of the hub does not know"),
        OUTSIDE_DIFFERS("is another one than in the copy outside: the chain was written anew"),
        OUTSIDE_HAS_MORE("stands in the copy outside and not here: the database was set back, or the end of the record was cut off");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** To follow the name of the entry or seal. */
        public String words() {
            return words;
        }

        /** Whether it is said of a seal. */
        public boolean ofSeal() {
            return name().startsWith("SEAL") || name().startsWith("OUTSIDE");
        }
    }

    static Finding seal(Kind kind, int number, Instant at) {
        return new Finding(kind, number, 0, 0, at, 0);
    }

    /** As the subject of a sentence. */
    @JsonIgnore
    public String subject() {
        return kind.ofSeal() ? "Seal " + seal : entry > 0 ? "Entry " + entry : "An entry";
    }

    @JsonIgnore
    public String sentence() {
        var what = kind == Kind.ENTRY_REORDERED ? "changed places with entry " + other + " after they were sealed"
                : kind == Kind.SEAL_REORDERED ? "changed places with seal " + other : kind.words();
        return subject() + " " + what + ".";
    }
}
