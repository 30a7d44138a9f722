package org.panelhub.audit.seal;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Seals the entries of all transactions that can no longer gain any: below the oldest that still runs ({@code pg_snapshot_xmin}), as a span of
 * time or the highest number would miss what is committed late. Works inside a transaction entered as the service {@value #SERVICE}.
 */
public final class Sealer {

    /** The name under which the hub seals and tells of seals. */
    public static final String SERVICE = "seals";
    private static final int MOST = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SealKey key;
    private final int most;

    Sealer(SealKey key) {
        this(key, MOST);
    }

    /** @param most entries in one transaction, beside the rest of the last transaction among them */
    Sealer(SealKey key, int most) {
        this.key = key;
        this.most = most;
    }

    private record Round(int epoch, String reason, long from, long firstEntry, BigDecimal systemIdentifier, int timeline, boolean opening, long sealedBelow, long below, Instant at) {
    }

    /**
     * One round.
     *
     * @param outside the epoch of a copy outside that holds seals which are not here, or 0
     * @return whether there may be more to seal
     */
    boolean seal(Connection connection, int outside) throws SQLException {
        Round round = round(connection, outside);
        if (round == null) {
            return false;
        }
        var entries = entries(connection, round);
        if (entries.isEmpty()) {
            return false;
        }
        boolean more = !round.opening && entries.size() >= most;
        long below = more ? entries.stream().mapToLong(Entry::tx).max().getAsLong() + 1 : round.below;
        var chains = new LinkedHashMap<UUID, List<Entry>>();
        entries.stream().sorted(Comparator.comparingLong(Entry::id)).forEach(e -> chains.computeIfAbsent(e.partnershipId(), c -> new ArrayList<>()).add(e));
        var last = last(connection);
        for (var chain : chains.entrySet()) {
            keep(connection, seal(round, below, chain.getKey(), chain.getValue(), last.get(chain.getKey())));
        }
        return more || round.opening;
    }

    private Seal seal(Round round, long below, UUID partnership, List<Entry> entries, Seal last) {
        var leaves = entries.stream().map(e -> e.leaf(Entry.ENCODING)).toList();
        return new Seal(partnership, last == null ? 1 : last.number() + 1, Entry.ENCODING, round.epoch, round.reason, round.from, round.firstEntry, round.systemIdentifier, round.timeline, round.opening,
                below, last == null ? 1 : last.firstEntry() + last.entries(), entries.size(), Tree.root(leaves), last == null ? null : last.hash(), round.at, KnownKeys.id(key.open()), null,
                entries.stream().map(Entry::id).toList(), leaves).signed(key);
    }

    private static Round round(Connection connection, int outside) throws SQLException {
        try (var statement = connection.prepareStatement("select * from access.seal_round(?)")) {
            statement.setInt(1, outside);
            try (var row = statement.executeQuery()) {
                return !row.next() ? null : new Round(row.getInt("epoch"), row.getString("epoch_reason"), Long.parseUnsignedLong(row.getString("epoch_from")), row.getLong("epoch_first_entry"),
                        row.getBigDecimal("system_identifier"), row.getInt("timeline"), row.getBoolean("opening"), Long.parseUnsignedLong(row.getString("sealed_below")),
                        Long.parseUnsignedLong(row.getString("below")), row.getObject("at", OffsetDateTime.class).toInstant());
            }
        }
    }

    private List<Entry> entries(Connection connection, Round round) throws SQLException {
        try (var statement = connection.prepareStatement("select * from access.entries_to_seal(?, ?, ?, cast(cast(? as text) as xid8), cast(cast(? as text) as xid8), ?)")) {
            statement.setInt(1, round.epoch);
            statement.setBoolean(2, round.opening);
            statement.setLong(3, round.firstEntry);
            statement.setString(4, Long.toUnsignedString(round.sealedBelow));
            statement.setString(5, Long.toUnsignedString(round.below));
            statement.setInt(6, most);
            var entries = new ArrayList<Entry>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(Entry.of(rows));
                }
            }
            return entries;
        }
    }

    /** By chain; that without a partnership under null. */
    static Map<UUID, Seal> last(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select * from access.last_seals()"); var rows = statement.executeQuery()) {
            var last = new HashMap<UUID, Seal>();
            while (rows.next()) {
                var seal = Seal.of(rows);
                last.put(seal.partnershipId(), seal);
            }
            return last;
        }
    }

    private static void keep(Connection connection, Seal seal) throws SQLException {
        var row = new LinkedHashMap<String, Object>();
        row.put("partnership_id", seal.partnershipId());
        row.put("number", seal.number());
        row.put("encoding", seal.encoding());
        row.put("epoch", seal.epoch());
        row.put("epoch_reason", seal.epochReason());
        row.put("epoch_from", Long.toUnsignedString(seal.epochFrom()));
        row.put("epoch_first_entry", seal.epochFirstEntry());
        row.put("system_identifier", seal.systemIdentifier().toPlainString());
        row.put("timeline", seal.timeline());
        row.put("carried", seal.carried());
        row.put("below", Long.toUnsignedString(seal.below()));
        row.put("first_entry", seal.firstEntry());
        row.put("entries", seal.entries());
        row.put("root", bytea(seal.root()));
        row.put("previous", seal.previous() == null ? null : bytea(seal.previous()));
        row.put("sealed_at", seal.sealedAt().toString());
        row.put("key_id", seal.keyId());
        row.put("signature", bytea(seal.signature()));
        var leaves = new ByteArrayOutputStream();
        seal.leaves().forEach(leaves::writeBytes);
        try (var statement = connection.prepareStatement("select access.keep_seal(?::jsonb, ?, ?)")) {
            statement.setString(1, JSON.writeValueAsString(row));
            statement.setArray(2, connection.createArrayOf("bigint", seal.entryIds().toArray()));
            statement.setBytes(3, leaves.toByteArray());
            statement.execute();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text and numbers can be written", e);
        }
    }

    private static String bytea(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }
}
