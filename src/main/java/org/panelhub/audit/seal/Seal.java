package org.panelhub.audit.seal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A seal over some entries of one chain, as it is signed.
 *
 * @param partnershipId whose chain; null for entries that belong to no partnership
 * @param epochFrom the first transaction of the epoch
 * @param epochFirstEntry the first entry that was certainly written in the epoch
 * @param carried whether it seals what the epoch before had left unsealed
 * @param below every entry of an earlier transaction stands in this seal or in one before
 * @param firstEntry running number in the chain of the first entry of this seal
 * @param previous hash of the seal before, or null
 * @param entryIds in the order of the tree
 * @param leaves the hash of each entry; they and the ids are vouched for by the root
 */
record Seal(UUID partnershipId, int number, int encoding, int epoch, String epochReason, long epochFrom, long epochFirstEntry, BigDecimal systemIdentifier, int timeline, boolean carried,
        long below, long firstEntry, int entries, byte[] root, byte[] previous, Instant sealedAt, String keyId, byte[] signature, List<Long> entryIds, List<byte[]> leaves) {

    static Seal of(ResultSet row) throws SQLException {
        var leaves = row.getBytes("leaves");
        var hashes = new ArrayList<byte[]>();
        for (int at = 0; at + Tree.HASH <= leaves.length; at += Tree.HASH) {
            hashes.add(Arrays.copyOfRange(leaves, at, at + Tree.HASH));
        }
        return new Seal(row.getObject("partnership_id", UUID.class), row.getInt("number"), row.getInt("encoding"), row.getInt("epoch"), row.getString("epoch_reason"),
                Long.parseUnsignedLong(row.getString("epoch_from")), row.getLong("epoch_first_entry"), row.getBigDecimal("system_identifier"), row.getInt("timeline"), row.getBoolean("carried"),
                Long.parseUnsignedLong(row.getString("below")), row.getLong("first_entry"), row.getInt("entries"), row.getBytes("root"), row.getBytes("previous"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(), row.getString("key_id"), row.getBytes("signature"),
                List.of((Long[]) row.getArray("entry_ids").getArray()), hashes);
    }

    /** What is signed: everything but the signature, and of the entries their root. */
    byte[] bytes() {
        return new Fields("panel-hub seal 1").id(partnershipId).number(number).number(encoding).number(epoch).text(epochReason).number(epochFrom).number(epochFirstEntry)
                .text(systemIdentifier.toPlainString()).number(timeline).truth(carried).number(below).number(firstEntry).number(entries).raw(root).raw(previous).moment(sealedAt).text(keyId).bytes();
    }

    /** By which the next seal holds on to this one, and by which it is known outside. */
    byte[] hash() {
        return Tree.hash(bytes());
    }

    String fingerprint() {
        return HexFormat.of().formatHex(hash());
    }

    /** Whether the list of entries and hashes is the one that was signed. */
    boolean listHolds() {
        return leaves.size() == entries && entryIds.size() == entries && Arrays.equals(Tree.root(leaves), root);
    }

    Seal signed(SealKey key) {
        return new Seal(partnershipId, number, encoding, epoch, epochReason, epochFrom, epochFirstEntry, systemIdentifier, timeline, carried, below, firstEntry, entries, root, previous, sealedAt,
                keyId, key.sign(bytes()), entryIds, leaves);
    }

    Seal numbered(int other) {
        return new Seal(partnershipId, other, encoding, epoch, epochReason, epochFrom, epochFirstEntry, systemIdentifier, timeline, carried, below, firstEntry, entries, root, previous, sealedAt,
                keyId, signature, entryIds, leaves);
    }

    String signatureText() {
        return Base64.getEncoder().encodeToString(signature);
    }
}
