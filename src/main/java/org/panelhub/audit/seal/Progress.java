package org.panelhub.audit.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How far the check of one chain has come, and what it has found. It is kept between two steps.
 *
 * @param seals number of the last seal that was checked
 * @param entries sealed entries that were checked
 * @param erased of these, how many have had their before and after erased by a decision on record
 * @param found how many findings there are; of them the first are kept
 * @param epochs where a new epoch begins, in words
 * @param waiting entries that no seal names yet, once the check is done
 * @param waitingSince the oldest of them, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Progress(int seals, long entries, long erased, long found, List<Finding> findings, List<String> epochs, long waiting, Instant waitingSince, boolean done) {

    /** More than this many are counted, not kept. */
    static final int KEPT = 50;

    public static Progress begin() {
        return new Progress(0, 0, 0, 0, List.of(), List.of(), 0, null, false);
    }

    /** Whether all that was checked is as it was sealed. */
    @JsonIgnore
    public boolean isSound() {
        return found == 0;
    }

    /** The first entry that is not as it was sealed, in the order of the chain. */
    public Optional<Finding> firstEntry() {
        return findings.stream().filter(f -> !f.kind().ofSeal()).findFirst();
    }

    /** Collects what a step finds. */
    static final class Step {
        private int seals;
        private long entries;
        private long erased;
        private long found;
        private final List<Finding> findings;
        private final List<String> epochs;
        private long waiting;
        private Instant waitingSince;
        private boolean done;

        Step(Progress before) {
            seals = before.seals;
            entries = before.entries;
            erased = before.erased;
            found = before.found;
            findings = new ArrayList<>(before.findings);
            epochs = new ArrayList<>(before.epochs);
        }

        /** An entry that was slipped in may be met twice, in the span of a seal and at the end. */
        void found(Finding finding) {
            if (finding.kind() == Finding.Kind.ENTRY_SLIPPED_IN && findings.stream().anyMatch(f -> f.kind() == finding.kind() && f.id() == finding.id())) {
                return;
            }
            found++;
            if (findings.size() < KEPT) {
                findings.add(finding);
            }
        }

        void checked(int seal, int entriesOfIt) {
            seals = seal;
            entries += entriesOfIt;
        }

        void erased() {
            erased++;
        }

        void epoch(String words) {
            epochs.add(words);
        }

        void waits(long count, Instant since) {
            waiting = count;
            waitingSince = since;
        }

        void done() {
            done = true;
        }

        Progress end() {
            return new Progress(seals, entries, erased, found, List.copyOf(findings), List.copyOf(epochs), waiting, waitingSince, done);
        }
    }
}
