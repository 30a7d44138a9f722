package org.panelhub.audit.seal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.panelhub.audit.seal.Finding.Kind;

/**
 * Compares the record with its seals, chain by chain, a few seals at a step, so that it can be watched and stopped. What an entry was is vouched for by
 * the seal, the seal by its signature and by the seal after it, and the end of the chain by the copy outside. Works inside a transaction entered as the
 * service {@value #SERVICE}, and reads only.
 */
public final class Verifier {

    public static final String SERVICE = "verify";
    private static final int SEALS_A_STEP = 40;
    private static final int ENTRIES_A_STEP = 5_000;
    /** Pairs are tried; beyond this many altered entries of one seal nobody asks which changed places. */
    private static final int MOST_PAIRED = 60;
    private static final int MOST_GAPS = 20;

    private final KnownKeys keys;
    private final int sealsAStep;

    public Verifier(KnownKeys keys) {
        this(keys, SEALS_A_STEP);
    }

    Verifier(KnownKeys keys, int sealsAStep) {
        this.keys = keys;
        this.sealsAStep = sealsAStep;
    }

    /** A chain: of a partnership, or of the entries that belong to none. */
    public record Chain(UUID partnershipId, String name) {
    }

    public static List<Chain> chains(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select partnership_id, name from access.chains()"); var rows = statement.executeQuery()) {
            var chains = new ArrayList<Chain>();
            while (rows.next()) {
                chains.add(new Chain(rows.getObject(1, UUID.class), rows.getString(2)));
            }
            return chains;
        }
    }

    /** A row of the record beside what its seal says of it. */
    private record Row(Entry entry, byte[] detailFound, boolean detailAstray, String erasedBy) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(Entry.of(row), row.getBytes("detail_found"), row.getBoolean("detail_astray"), row.getString("erased_by"));
        }
    }

    /** @param moved whether the next seal will open another one, which takes all that no seal names */
    private record Epoch(int number, long firstEntry, boolean moved) {
    }

    /**
     * One step further.
     *
     * @param outside seals of this chain as they are known outside; epoch 0 for one of which only number and fingerprint are known
     */
    Progress step(Connection connection, UUID partnership, Progress before, List<OutsideCopy.Line> outside) throws SQLException {
        var step = new Progress.Step(before);
        var seals = seals(connection, partnership, Math.max(1, before.seals()));
        var latest = latestEpoch(connection);
        Seal previous = null;
        boolean previousHolds = false;
        int expected = before.seals() + 1;
        int checked = 0;
        long entries = 0;
        for (var seal : seals) {
            if (seal.number() <= before.seals()) {
                previous = seal;
                previousHolds = keys.vouches(seal);
                continue;
            }
            boolean gap = seal.number() > expected;
            for (int missing = expected; missing < Math.min(seal.number(), expected + MOST_GAPS); missing++) {
                step.found(Finding.seal(Kind.SEAL_REMOVED, missing, null));
            }
            boolean holds = check(seal, gap || !previousHolds ? null : previous, seals, step);
            compare(seal, outside, step);
            if (previous != null && seal.epoch() != previous.epoch()) {
                step.epoch("Epoch " + seal.epoch() + " begins with seal " + seal.number() + ": " + seal.epochReason() + ".");
            }
            if (seal.encoding() == Entry.ENCODING) {
                check(connection, partnership, seal, range(seal, previous, holds && !gap && (previous == null || previousHolds)), latest, step);
            }
            step.checked(seal.number(), seal.entries());
            previous = seal;
            previousHolds = holds;
            expected = seal.number() + 1;
            entries += seal.entries();
            checked++;
            if (entries >= ENTRIES_A_STEP) {
                return step.end();
            }
        }
        if (checked == 0) {
            end(connection, partnership, before.seals(), outside, step);
        }
        return step.end();
    }

    /** Runs to the end, for who waits for it. */
    Progress all(Connection connection, UUID partnership, List<OutsideCopy.Line> outside) throws SQLException {
        var progress = Progress.begin();
        while (!progress.done()) {
            progress = step(connection, partnership, progress, outside);
        }
        return progress;
    }

    /** Whether the seal itself is as it was signed, and follows from the one before. */
    private boolean check(Seal seal, Seal before, List<Seal> near, Progress.Step step) {
        if (seal.encoding() != Entry.ENCODING) {
            step.found(Finding.seal(Kind.SEAL_UNREADABLE, seal.number(), seal.sealedAt()));
            return false;
        }
        if (!keys.knows(seal.keyId())) {
            step.found(Finding.seal(Kind.SEAL_OF_UNKNOWN_KEY, seal.number(), seal.sealedAt()));
            return false;
        }
        if (!keys.vouches(seal)) {
            int other = near.stream().mapToInt(Seal::number).filter(n -> n != seal.number() && keys.vouches(seal.numbered(n))).findFirst().orElse(0);
            step.found(new Finding(other > 0 ? Kind.SEAL_REORDERED : Kind.SEAL_ALTERED, seal.number(), 0, 0, seal.sealedAt(), other));
            return false;
        }
        if (!seal.listHolds()) {
            step.found(Finding.seal(Kind.SEAL_LIST_ALTERED, seal.number(), seal.sealedAt()));
            return false;
        }
        boolean first = seal.number() == 1;
        if (first != (seal.previous() == null) || before != null && (!Arrays.equals(seal.previous(), before.hash()) || seal.firstEntry() != before.firstEntry() + before.entries())) {
            step.found(Finding.seal(Kind.SEAL_UNCHAINED, seal.number(), seal.sealedAt()));
        }
        return true;
    }

    private static void compare(Seal seal, List<OutsideCopy.Line> outside, Progress.Step step) {
        for (var line : outside) {
            if (line.number() == seal.number()) {
                if (line.epoch() != 0 && line.epoch() != seal.epoch()) {
                    step.found(Finding.seal(Kind.OUTSIDE_HAS_MORE, line.number(), null));
                } else if (!line.fingerprint().equals(seal.fingerprint())) {
                    step.found(Finding.seal(Kind.OUTSIDE_DIFFERS, seal.number(), seal.sealedAt()));
                }
            }
        }
    }

    /** From which transaction on, up to its line, the seal holds all of the chain's entries; null where that cannot be told. */
    private static Long range(Seal seal, Seal previous, boolean told) {
        if (!told || seal.carried()) {
            return null;
        }
        return previous != null && previous.epoch() == seal.epoch() ? previous.below() : seal.epochFrom();
    }

    private void check(Connection connection, UUID partnership, Seal seal, Long from, Epoch latest, Progress.Step step) throws SQLException {
        var rows = rows(connection, partnership, seal, from);
        var altered = new LinkedHashMap<Integer, Entry>();
        var found = new LinkedHashMap<Integer, Finding>();
        for (int i = 0; i < Math.min(seal.entryIds().size(), seal.leaves().size()); i++) {
            long id = seal.entryIds().get(i);
            var row = rows.remove(id);
            if (row == null) {
                found.put(i, finding(Kind.ENTRY_REMOVED, seal, i, null));
            } else if (!Arrays.equals(row.entry.leaf(seal.encoding()), seal.leaves().get(i))) {
                altered.put(i, row.entry);
                found.put(i, finding(Kind.ENTRY_ALTERED, seal, i, row.entry.at()));
            } else {
                detail(row, seal, i, found, step);
            }
        }
        reordered(seal, altered, found);
        found.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(f -> step.found(f.getValue()));
        for (var row : rows.values()) {
            // Of transactions with the same numbers in a later epoch, or carried over into it.
            boolean later = latest.moved || latest.number > seal.epoch() && row.entry.id() >= latest.firstEntry;
            if (!later && !named(connection, partnership, row.entry.id())) {
                step.found(new Finding(Kind.ENTRY_SLIPPED_IN, seal.number(), 0, row.entry.id(), row.entry.at(), 0));
            }
        }
    }

    private static void detail(Row row, Seal seal, int i, Map<Integer, Finding> found, Progress.Step step) {
        var hash = row.entry.detailHash();
        if (hash == null) {
            if (row.detailFound != null) {
                found.put(i, finding(Kind.DETAIL_SLIPPED_IN, seal, i, row.entry.at()));
            }
        } else if (row.detailFound == null) {
            if (row.erasedBy == null) {
                found.put(i, finding(Kind.DETAIL_REMOVED, seal, i, row.entry.at()));
            } else {
                step.erased();
            }
        } else if (!Arrays.equals(hash, row.detailFound) || row.detailAstray) {
            found.put(i, finding(Kind.DETAIL_ALTERED, seal, i, row.entry.at()));
        }
    }

    /** What stands in one place and is what another place was sealed with. */
    private static void reordered(Seal seal, Map<Integer, Entry> altered, Map<Integer, Finding> found) {
        if (altered.size() > MOST_PAIRED) {
            return;
        }
        altered.forEach((i, here) -> altered.forEach((j, there) -> {
            if (!i.equals(j) && (Arrays.equals(here.withId(seal.entryIds().get(j)).leaf(seal.encoding()), seal.leaves().get(j))
                    || Arrays.equals(here.withId(seal.entryIds().get(j)).withTx(there.tx()).leaf(seal.encoding()), seal.leaves().get(j)))) {
                found.put(i, new Finding(Kind.ENTRY_REORDERED, seal.number(), seal.firstEntry() + i, seal.entryIds().get(i), here.at(), seal.firstEntry() + j));
            }
        }));
    }

    private static Finding finding(Kind kind, Seal seal, int i, Instant at) {
        return new Finding(kind, seal.number(), seal.firstEntry() + i, seal.entryIds().get(i), at, 0);
    }

    /** What is left at the end of the chain: what waits to be sealed, and what waits for no seal. */
    private static void end(Connection connection, UUID partnership, int last, List<OutsideCopy.Line> outside, Progress.Step step) throws SQLException {
        outside.stream().filter(line -> line.number() > last).forEach(line -> step.found(Finding.seal(Kind.OUTSIDE_HAS_MORE, line.number(), null)));
        try (var statement = connection.prepareStatement("select * from access.unsealed(?)")) {
            statement.setObject(1, partnership);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var at = rows.getObject("since", OffsetDateTime.class);
                    if (rows.getBoolean("waits")) {
                        step.waits(rows.getLong("entries"), at == null ? null : at.toInstant());
                    } else {
                        step.found(new Finding(Kind.ENTRY_SLIPPED_IN, 0, 0, rows.getLong("id"), at.toInstant(), 0));
                    }
                }
            }
        }
        step.done();
    }

    /** From this number on; first the one that was checked last. */
    private List<Seal> seals(Connection connection, UUID partnership, int from) throws SQLException {
        try (var statement = connection.prepareStatement("select * from access.seals_from(?, ?, ?)")) {
            statement.setObject(1, partnership);
            statement.setInt(2, from);
            statement.setInt(3, sealsAStep + 1);
            try (var rows = statement.executeQuery()) {
                var seals = new ArrayList<Seal>();
                while (rows.next()) {
                    seals.add(Seal.of(rows));
                }
                return seals;
            }
        }
    }

    private static Map<Long, Row> rows(Connection connection, UUID partnership, Seal seal, Long from) throws SQLException {
        try (var statement = connection.prepareStatement("select * from access.sealed_entries(?, ?, cast(cast(? as text) as xid8), cast(cast(? as text) as xid8)) order by id")) {
            statement.setObject(1, partnership);
            statement.setArray(2, connection.createArrayOf("bigint", seal.entryIds().toArray()));
            statement.setString(3, from == null ? "0" : Long.toUnsignedString(from));
            statement.setString(4, from == null ? "0" : Long.toUnsignedString(seal.below()));
            try (var rows = statement.executeQuery()) {
                var found = new LinkedHashMap<Long, Row>();
                while (rows.next()) {
                    found.put(rows.getLong("id"), Row.of(rows));
                }
                return found;
            }
        }
    }

    private static boolean named(Connection connection, UUID partnership, long entry) throws SQLException {
        try (var statement = connection.prepareStatement("select access.seal_of(?, ?) is not null")) {
            statement.setObject(1, partnership);
            statement.setLong(2, entry);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static Epoch latestEpoch(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select epoch, first_entry, moved from access.latest_epoch()"); var row = statement.executeQuery()) {
            return row.next() ? new Epoch(row.getInt(1), row.getLong(2), row.getBoolean(3)) : new Epoch(0, 0, false);
        }
    }
}
